/** `sklearn.base`, `sklearn.exceptions` and `sklearn.utils`: what every estimator and metric checks first. */
import { pythonModule } from '../../python/modules.ts';
import { estimatorPrintingModule } from './estimatorPrinting.ts';

const exceptions = pythonModule(
  'sklearn.exceptions',
  String.raw`
class NotFittedError(ValueError, AttributeError):
    pass

class ConvergenceWarning(UserWarning):
    pass

class DataConversionWarning(UserWarning):
    pass

class UndefinedMetricWarning(UserWarning):
    pass
`,
);

const parameters = pythonModule(
  'sklearn.utils._param_validation',
  `
class InvalidParameterError(ValueError, TypeError):
    pass
`,
);

const validation = pythonModule(
  'sklearn.utils.validation',
  String.raw`
import numpy as np
from sklearn._support import known, running, shown
from sklearn.exceptions import NotFittedError

def _num_samples(x):
    if hasattr(x, "shape"):
        if len(x.shape) == 0:
            raise TypeError("Singleton array %r cannot be considered a valid collection." % x)
        return x.shape[0]
    if not hasattr(x, "__len__"):
        raise TypeError("Expected sequence or array-like, got %s" % type(x))
    return len(x)

def check_consistent_length(*arrays):
    lengths = [_num_samples(x) for x in arrays if x is not None]
    if len(lengths) == 0:
        return
    for length in lengths:
        if length != lengths[0]:
            raise ValueError(
                "Found input variables with inconsistent numbers of samples: %r"
                % [int(each) for each in lengths]
            )

def check_random_state(seed):
    if not known(seed) or seed is None or seed is np.random:
        return np.random
    if isinstance(seed, (int, np.integer)):
        return np.random.RandomState(seed)
    if isinstance(seed, np.random.RandomState):
        return seed
    raise ValueError("%r cannot be used to seed a numpy.random.RandomState instance" % seed)

def column_or_1d(y, *, dtype=None, warn=False):
    y = np.asarray(y)
    if not (y.ndim == 1 or (y.ndim == 2 and y.shape[1] == 1)):
        raise ValueError(
            "y should be a 1d array, got an array of shape {} instead.".format(y.shape)
        )
    return y if y.ndim == 1 else y.ravel()

def check_array(array, accept_sparse=False, *, dtype="numeric", ensure_2d=True, force_all_finite=True,
                copy=False, estimator=None, input_name="", ensure_min_samples=1, **ignored):
    if hasattr(array, "toarray"):
        raise TypeError(
            "A sparse matrix was passed, but dense data is required. Use X.toarray() to convert to a dense numpy array."
        )
    if isinstance(dtype, (list, tuple)):
        result = np.asarray(array)
        if result.dtype not in [np.dtype(each) for each in dtype]:
            result = result.astype(dtype[0])
    elif dtype is None or dtype == "numeric":
        result = np.asarray(array)
        if dtype == "numeric" and result.dtype.kind in "OUSV":
            result = result.astype(np.float64)
    else:
        result = np.asarray(array, dtype=dtype)
    if ensure_2d:
        if result.ndim == 0:
            raise ValueError(
                "Expected 2D array, got scalar array instead:\narray={}.\n"
                "Reshape your data either using array.reshape(-1, 1) if "
                "your data has a single feature or array.reshape(1, -1) "
                "if it contains a single sample.".format(shown(result))
            )
        if result.ndim == 1:
            raise ValueError(
                "Expected 2D array, got 1D array instead:\narray={}.\n"
                "Reshape your data either using array.reshape(-1, 1) if "
                "your data has a single feature or array.reshape(1, -1) "
                "if it contains a single sample.".format(shown(result))
            )
        if result.ndim >= 3:
            who = "estimator" if estimator is None else estimator
            raise ValueError("Found array with dim %d. %s expected <= 2." % (result.ndim, who))
        if result.shape[0] < ensure_min_samples:
            context = "" if estimator is None else " by %s" % estimator
            raise ValueError(
                "Found array with %d sample(s) (shape=%s) while a minimum of %d is required%s."
                % (result.shape[0], result.shape, ensure_min_samples, context)
            )
    if running() and force_all_finite and result.dtype.kind == "f":
        _check_finite(result, force_all_finite == "allow-nan", input_name, estimator)
    if copy and result is array:
        result = result.copy()
    return result

def _check_finite(array, allow_nan, input_name, estimator):
    has_nan = bool(np.isnan(array).any())
    has_infinity = bool(np.isinf(array).any())
    if not has_infinity and (allow_nan or not has_nan):
        return
    name = input_name + " " if input_name else ""
    if has_nan and not allow_nan:
        what = "NaN"
    else:
        what = "infinity or a value too large for %s" % "dtype(%r)" % array.dtype.name
    raise ValueError("Input %scontains %s." % (name, what))

def check_X_y(X, y, **options):
    X = check_array(X, **options)
    y = column_or_1d(y)
    check_consistent_length(X, y)
    return X, y

def check_is_fitted(estimator, attributes=None, *, msg=None, all_or_any=all):
    if not [name for name in vars(estimator) if name.endswith("_") and not name.startswith("__")]:
        raise NotFittedError(
            "This %s instance is not fitted yet. Call 'fit' with appropriate arguments before using this estimator."
            % type(estimator).__name__
        )

def _select(array, indices):
    """Rows of an array, a frame or a list."""
    if hasattr(array, "iloc"):
        return array.iloc[indices]
    if hasattr(array, "shape"):
        return array[indices]
    if not known(indices):
        return np.asarray(array)[indices].tolist()
    return [array[index] for index in indices]

def indexable(*iterables):
    check_consistent_length(*iterables)
    return [x if x is None or hasattr(x, "shape") or hasattr(x, "__getitem__") else np.array(x) for x in iterables]
`,
);

const utilities = pythonModule(
  'sklearn.utils',
  String.raw`
import numpy as np
from sklearn._support import settled
from sklearn.utils.validation import (
    _num_samples, _select, check_array, check_consistent_length, check_random_state, check_X_y, column_or_1d, indexable,
)

class Bunch(dict):
    def __init__(self, **entries):
        super().__init__(entries)

    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name)

    def __setattr__(self, name, value):
        self[name] = value

    def __dir__(self):
        return self.keys()

def resample(*arrays, replace=True, n_samples=None, random_state=None, stratify=None):
    if len(arrays) == 0:
        return None
    random_state = check_random_state(random_state)
    total = _num_samples(arrays[0])
    wanted = total if n_samples is None else n_samples
    if not replace and wanted > total:
        raise ValueError(
            "Cannot sample %d out of arrays with dim %d when replace is False" % (wanted, total)
        )
    check_consistent_length(*arrays)
    if stratify is not None:
        raise NotImplementedError("resample with stratify is not supported by Kerascope yet")
    if replace:
        indices = random_state.randint(0, total, size=(wanted,))
    else:
        indices = np.arange(total)
        random_state.shuffle(indices)
        indices = indices[:wanted]
    indices = settled(indices, (wanted,), "int64", 0)
    results = [_select(array, indices) for array in arrays]
    return results[0] if len(results) == 1 else results

def shuffle(*arrays, random_state=None, n_samples=None):
    return resample(*arrays, replace=False, n_samples=n_samples, random_state=random_state)
`,
);

const classWeight = pythonModule(
  'sklearn.utils.class_weight',
  String.raw`
import numpy as np

def compute_class_weight(class_weight, *, classes, y):
    if set(np.unique(y)) - set(classes):
        raise ValueError("classes should include all valid labels that can be in y")
    classes = np.asarray(classes)
    if class_weight is None or len(class_weight) == 0:
        return np.ones(classes.shape[0], dtype=np.float64, order="C")
    if class_weight == "balanced":
        present, codes = np.unique(y, return_inverse=True)
        if len(present) != len(classes):
            raise ValueError("classes should have valid labels that are in y")
        frequency = len(y) / (len(present) * np.bincount(codes).astype(np.float64))
        return frequency[np.searchsorted(present, classes)]
    weight = np.ones(classes.shape[0], dtype=np.float64, order="C")
    missing = []
    for position, name in enumerate(classes):
        if name in class_weight:
            weight[position] = class_weight[name]
        else:
            missing.append(name)
    if missing and len(classes) - len(missing) != len(class_weight):
        raise ValueError("The classes, {}, are not in class_weight".format(missing))
    return weight

def compute_sample_weight(class_weight, y, *, indices=None):
    y = np.asarray(y)
    classes, codes = np.unique(y, return_inverse=True)
    if indices is None:
        return compute_class_weight(class_weight, classes=classes, y=y)[codes]
    drawn = y[indices]
    there = np.unique(drawn)
    weights = np.zeros(len(classes))
    weights[np.isin(classes, there)] = compute_class_weight(class_weight, classes=there, y=drawn)
    return weights[codes]
`,
);

const base = pythonModule(
  'sklearn.base',
  String.raw`
from sklearn._support import given
from sklearn.utils.validation import check_array, check_is_fitted

class BaseEstimator:
    _defaults = None

    def get_params(self, deep=True):
        names = self._defaults
        if names is None:
            names = [name for name in vars(self) if not name.endswith("_") and not name.startswith("_")]
        found = {name: getattr(self, name) for name in sorted(names)}
        if deep:
            for name in sorted(names):
                if hasattr(found[name], "get_params") and not isinstance(found[name], type):
                    found.update({"%s__%s" % (name, inner): value for inner, value in found[name].get_params().items()})
        return found

    def set_params(self, **params):
        valid = self.get_params()
        for name, value in params.items():
            if "__" in name:
                front, rest = name.split("__", 1)
                if front in valid:
                    valid[front].set_params(**{rest: value})
                    continue
            if name not in valid:
                raise ValueError(
                    f"Invalid parameter {name!r} for estimator {self}. Valid parameters are: {sorted(valid)!r}."
                )
            setattr(self, name, value)
        return self

    def _checked(self, X, reset=False, **options):
        options.setdefault("estimator", type(self).__name__)
        names = list(X.columns) if hasattr(X, "columns") else None
        X = check_array(X, input_name="X", **options)
        if reset:
            self.n_features_in_ = X.shape[1]
            if names is not None:
                self.feature_names_in_ = names
        elif not hasattr(self, "n_features_in_"):
            check_is_fitted(self, "n_features_in_")
        elif X.shape[1] != self.n_features_in_:
            raise ValueError(
                f"X has {X.shape[1]} features, but {type(self).__name__} "
                f"is expecting {self.n_features_in_} features as input."
            )
        return X

    def _shown_params(self):
        """The parameters that differ from their defaults, in the order of their names."""
        defaults = self._defaults
        if defaults is None:
            import inspect
            defaults = {name: each.default for name, each in inspect.signature(type(self).__init__).parameters.items() if each.default is not each.empty}
        return [(name, value) for name, value in self.get_params(False).items() if name not in defaults or repr(value) != repr(defaults[name])]

    def __repr__(self):
        from sklearn.utils._pprint import laid_out
        return laid_out(self)

class TransformerMixin:
    def fit_transform(self, X, y=None, **fit_params):
        if given(y):
            return self.fit(X, y, **fit_params).transform(X)
        return self.fit(X, **fit_params).transform(X)

class ClassifierMixin:
    _estimator_type = "classifier"

    def score(self, X, y, sample_weight=None):
        from sklearn.metrics import accuracy_score
        return accuracy_score(y, self.predict(X), sample_weight=sample_weight)

class RegressorMixin:
    _estimator_type = "regressor"

    def score(self, X, y, sample_weight=None):
        from sklearn.metrics import r2_score
        return r2_score(y, self.predict(X), sample_weight=sample_weight)

def clone(estimator, *, safe=True):
    if isinstance(estimator, (list, tuple)):
        return type(estimator)([clone(each, safe=False) for each in estimator])
    if not hasattr(estimator, "get_params") or isinstance(estimator, type):
        if safe:
            raise TypeError("Cannot clone object '%r' (type %s): it does not seem to be a scikit-learn estimator as it does not implement a 'get_params' method." % (estimator, type(estimator)))
        return estimator
    return type(estimator)(**{name: clone(value, safe=False) for name, value in estimator.get_params(False).items()})
`,
);

export const validationModules = [
  exceptions,
  parameters,
  validation,
  utilities,
  classWeight,
  base,
  estimatorPrintingModule,
];
