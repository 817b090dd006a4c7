/** `sklearn.svm`: support vector machines for classes and numbers, with scikit-learn's own solvers. */
import { pythonModule } from '../../../python/modules.ts';

export const vectorMachinesModule = pythonModule(
  'sklearn.svm._machines',
  String.raw`
import warnings
import numpy as np
from sklearn._support import running, settled, unknown
from sklearn._vectors import ask_machine, fit_machine
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
from sklearn.exceptions import ConvergenceWarning, NotFittedError
from sklearn.utils._param_validation import InvalidParameterError
from sklearn.utils.class_weight import compute_class_weight
from sklearn.utils.validation import check_consistent_length, check_is_fitted, check_random_state, column_or_1d

_KERNELS = ("linear", "poly", "rbf", "sigmoid", "precomputed")

def _answers(count, dtype):
    """What analysis knows of predicted labels."""
    return settled(None, (count,), str(dtype)) if dtype.kind in "biuf" else unknown("its contents depend on the data")

def _check_range(estimator, name, kind, low, closed, high=None):
    """Refuses an option out of its range as scikit-learn does."""
    value = getattr(estimator, name)
    wanted = (int, np.integer) if kind == "int" else (int, float, np.integer, np.floating)
    fits = isinstance(value, wanted) and not isinstance(value, bool)
    if fits and (value > low or value == low and closed) and (high is None or value <= high):
        return
    end = "inf)" if high is None else "%s]" % high
    raise InvalidParameterError("The %r parameter of %s must be %s in the range %s%s, %s. Got %r instead." % (
        name, type(estimator).__name__, "an int" if kind == "int" else "a float", "[" if closed else "(", low, end, value))

class _Machine(BaseEstimator):
    def _set(self, options):
        for name in self._defaults:
            setattr(self, name, options[name])

    def _check_options(self):
        if not callable(self.kernel) and self.kernel not in _KERNELS:
            raise InvalidParameterError("The 'kernel' parameter of %s must be a str among {%s} or a callable. Got %r instead." % (
                type(self).__name__, ", ".join([repr(name) for name in sorted(_KERNELS)]), self.kernel))
        for name, low, closed, high in (("C", 0.0, False, None), ("nu", 0.0, False, 1.0), ("epsilon", 0.0, True, None), ("tol", 0.0, False, None)):
            if name in self._defaults:
                _check_range(self, name, "float", low, closed, high)
        _check_range(self, "degree", "int", 0, True)
        _check_range(self, "max_iter", "int", -1, True)
        if isinstance(self.gamma, str) and self.gamma not in ("scale", "auto"):
            raise InvalidParameterError("The 'gamma' parameter of %s must be a str among {'auto', 'scale'} or a float in the range [0.0, inf). Got %r instead." % (
                type(self).__name__, self.gamma))

    def _options(self):
        kernel = "precomputed" if callable(self.kernel) else self.kernel
        return (self._impl, kernel, self.degree, float(self._gamma), float(self.coef0), float(getattr(self, "C", 0.0)), float(getattr(self, "nu", 0.0)),
                float(getattr(self, "epsilon", 0.0)), bool(getattr(self, "probability", False)), float(self.tol), bool(self.shrinking), self.max_iter)

    def fit(self, X, y, sample_weight=None):
        self._check_options()
        generator = check_random_state(getattr(self, "random_state", None))
        X = self._checked(X, reset=True, dtype=np.float64)
        y = column_or_1d(y, warn=True)
        check_consistent_length(X, y)
        self._label_type = y.dtype
        if not running():
            self._open(X)
            return self
        y = self._targets(y)
        weights = np.ones(len(y)) if sample_weight is None else np.asarray(sample_weight, dtype=np.float64)
        if len(weights) != len(y):
            raise ValueError("sample_weight and X have incompatible shapes: %r vs %r\nNote: Sparse matrices cannot be indexed w/boolean masks (use \x60indices=True\x60 in CV)." % (weights.shape, X.shape))
        if self.kernel == "precomputed" and X.shape[0] != X.shape[1]:
            raise ValueError("Precomputed matrix must be a square matrix. Input is a {}x{} matrix.".format(X.shape[0], X.shape[1]))
        if self.kernel == "precomputed" or callable(self.kernel):
            self._gamma = 0.0
        elif self.gamma == "scale":
            spread = X.var()
            self._gamma = 1.0 / (X.shape[1] * spread) if spread != 0 else 1.0
        else:
            self._gamma = 1.0 / X.shape[1] if self.gamma == "auto" else self.gamma
        if self.verbose:
            print("[LibSVM]", end="")
        seed = int(generator.randint(2 ** 31 - 1))
        self._seen = X
        table = self._kernel_table(X)
        (self.support_, self._n_support, self._dual_coef_, rho, self._slopes, self._shifts, steps, ended) = fit_machine(
            table, y.astype(np.float64), weights, getattr(self, "class_weight_", np.empty(0)), self._options(), seed)
        self.support_vectors_ = table[self.support_] if not callable(self.kernel) else np.empty((0, 0))
        if not callable(self.kernel) and self.kernel == "precomputed":
            self.support_vectors_ = np.empty((0, 0))
        self.fit_status_ = 0 if ended else 1
        if not ended:
            warnings.warn("Solver terminated early (max_iter=%i).  Consider pre-processing your data with StandardScaler or MinMaxScaler." % self.max_iter, ConvergenceWarning)
        self.shape_fit_ = X.shape
        self._intercept_ = -rho
        self.intercept_, self.dual_coef_ = self._intercept_.copy(), self._dual_coef_
        self.n_iter_ = steps
        if self._impl in ("c_svc", "nu_svc"):
            if len(self.classes_) == 2:
                self.intercept_, self.dual_coef_ = -self.intercept_, -self._dual_coef_
        else:
            self.n_iter_ = int(steps[0])
        return self

    def _targets(self, y):
        return y.astype(np.float64)

    def _open(self, X):
        """What analysis knows of the result."""
        self.support_, self.support_vectors_ = settled(None, (None,), "int32", 0), settled(None, (None, X.shape[1]), "float64")
        self.dual_coef_ = self.intercept_ = self.n_iter_ = unknown("it depends on the data")

    def _kernel_table(self, X):
        return np.asarray(self.kernel(X, self._seen), dtype=np.float64) if callable(self.kernel) else X

    def _ask(self, X, what):
        table = self._kernel_table(X)
        own = callable(self.kernel) or self.kernel == "precomputed"
        vectors = np.zeros((len(self.support_), table.shape[1])) if own else self.support_vectors_
        return ask_machine(table, (vectors, self.support_, self._n_support, self._dual_coef_, -self._intercept_, self._slopes, self._shifts), self._options(), what)

    def _table(self, X):
        check_is_fitted(self)
        return self._checked(X, dtype=np.float64)

    def _values(self, X):
        found = self._ask(X, "values")
        return -found.ravel() if self._impl in ("c_svc", "nu_svc") and len(self.classes_) == 2 else found

    @property
    def coef_(self):
        if self.kernel != "linear":
            raise AttributeError("coef_ is only available when using a linear kernel")
        return self._coefficients() if running() else settled(None, (None, self.n_features_in_), "float64")

    def _coefficients(self):
        return self._dual_coef_ @ self.support_vectors_

    @property
    def n_support_(self):
        check_is_fitted(self)
        if not running():
            return settled(None, (None,), "int32", 0)
        return self._n_support if self._impl in ("c_svc", "nu_svc") else self._n_support[:1]

class _Classifier(ClassifierMixin, _Machine):
    def _targets(self, y):
        self.classes_, codes = np.unique(y, return_inverse=True)
        if y.dtype.kind == "f" and (y != np.floor(y)).any():
            raise ValueError("Unknown label type: 'continuous'")
        self.class_weight_ = compute_class_weight(self.class_weight, classes=self.classes_, y=y)
        if len(self.classes_) < 2:
            raise ValueError("The number of classes has to be greater than one; got %d class" % len(self.classes_))
        return codes

    def _open(self, X):
        super()._open(X)
        self.classes_ = _answers(None, self._label_type)

    def _coefficients(self):
        if self.dual_coef_.shape[0] == 1:
            return self.dual_coef_ @ self.support_vectors_
        begins, rows = np.cumsum(np.hstack([[0], self._n_support])).tolist(), []
        parts = [slice(begins[place], begins[place + 1]) for place in range(len(begins) - 1)]
        for i in range(len(parts)):
            for j in range(i + 1, len(parts)):
                rows.append(self.dual_coef_[j - 1, parts[i]] @ self.support_vectors_[parts[i]] + self.dual_coef_[i, parts[j]] @ self.support_vectors_[parts[j]])
        return np.vstack(rows)

    def decision_function(self, X):
        X = self._table(X)
        if not running():
            return unknown("its shape depends on the number of classes")
        found = self._values(X)
        if self.decision_function_shape != "ovr" or len(self.classes_) == 2:
            return found
        votes, sums, pair = np.zeros((len(X), len(self.classes_))), np.zeros((len(X), len(self.classes_))), 0
        for i in range(len(self.classes_)):
            for j in range(i + 1, len(self.classes_)):
                sums[:, i] += found[:, pair]
                sums[:, j] -= found[:, pair]
                lost = found[:, pair] < 0
                votes[~lost, i] += 1
                votes[lost, j] += 1
                pair += 1
        return votes + sums / (3 * (np.abs(sums) + 1))

    def predict(self, X):
        X = self._table(X)
        if self.break_ties and self.decision_function_shape == "ovo":
            raise ValueError("break_ties must be False when decision_function_shape is 'ovo'")
        if not running():
            return _answers(X.shape[0], self._label_type)
        if self.break_ties and len(self.classes_) > 2:
            return self.classes_.take(np.argmax(self.decision_function(X), axis=1))
        return self.classes_.take(self._ask(X, "votes").astype(int))

    def __getattribute__(self, name):
        if name in ("predict_proba", "predict_log_proba") and not object.__getattribute__(self, "probability"):
            raise AttributeError("predict_proba is not available when  probability=False")
        return object.__getattribute__(self, name)

    def predict_proba(self, X):
        X = self._table(X)
        if not running():
            return settled(None, (X.shape[0], None), "float64", 0, 1)
        if not len(self._slopes):
            raise NotFittedError("predict_proba is not available when fitted with probability=False")
        return self._ask(X, "chances")

    def predict_log_proba(self, X):
        return np.log(self.predict_proba(X))

    @property
    def probA_(self): return self._slopes

    @property
    def probB_(self): return self._shifts

class SVC(_Classifier):
    _impl = "c_svc"
    _defaults = {"C": 1.0, "kernel": "rbf", "degree": 3, "gamma": "scale", "coef0": 0.0, "shrinking": True, "probability": False, "tol": 1e-3,
                 "cache_size": 200, "class_weight": None, "verbose": False, "max_iter": -1, "decision_function_shape": "ovr", "break_ties": False,
                 "random_state": None}

    def __init__(self, *, C=1.0, kernel="rbf", degree=3, gamma="scale", coef0=0.0, shrinking=True, probability=False, tol=1e-3, cache_size=200,
                 class_weight=None, verbose=False, max_iter=-1, decision_function_shape="ovr", break_ties=False, random_state=None):
        self._set(locals())

class NuSVC(_Classifier):
    _impl = "nu_svc"
    _defaults = {("nu" if name == "C" else name): (0.5 if name == "C" else value) for name, value in SVC._defaults.items()}

    def __init__(self, *, nu=0.5, kernel="rbf", degree=3, gamma="scale", coef0=0.0, shrinking=True, probability=False, tol=1e-3, cache_size=200,
                 class_weight=None, verbose=False, max_iter=-1, decision_function_shape="ovr", break_ties=False, random_state=None):
        self._set(locals())

    def _targets(self, y):
        codes = super()._targets(y)
        counts = np.bincount(codes)
        for i in range(len(counts)):
            for j in range(i + 1, len(counts)):
                if self.nu * (counts[i] + counts[j]) / 2 > min(counts[i], counts[j]):
                    raise ValueError("specified nu is infeasible")
        return codes

class _Regressor(RegressorMixin, _Machine):
    def predict(self, X):
        X = self._table(X)
        return self._ask(X, "values").ravel() if running() else settled(None, (X.shape[0],), "float64")

class SVR(_Regressor):
    _impl = "epsilon_svr"
    _defaults = {"kernel": "rbf", "degree": 3, "gamma": "scale", "coef0": 0.0, "tol": 1e-3, "C": 1.0, "epsilon": 0.1, "shrinking": True,
                 "cache_size": 200, "verbose": False, "max_iter": -1}

    def __init__(self, *, kernel="rbf", degree=3, gamma="scale", coef0=0.0, tol=1e-3, C=1.0, epsilon=0.1, shrinking=True, cache_size=200, verbose=False, max_iter=-1):
        self._set(locals())

class NuSVR(_Regressor):
    _impl = "nu_svr"
    _defaults = {"nu": 0.5, "C": 1.0, "kernel": "rbf", "degree": 3, "gamma": "scale", "coef0": 0.0, "shrinking": True, "tol": 1e-3,
                 "cache_size": 200, "verbose": False, "max_iter": -1}

    def __init__(self, *, nu=0.5, C=1.0, kernel="rbf", degree=3, gamma="scale", coef0=0.0, shrinking=True, tol=1e-3, cache_size=200, verbose=False, max_iter=-1):
        self._set(locals())

class OneClassSVM(_Machine):
    _impl = "one_class"
    _estimator_type = "outlier_detector"
    _defaults = {"kernel": "rbf", "degree": 3, "gamma": "scale", "coef0": 0.0, "tol": 1e-3, "nu": 0.5, "shrinking": True, "cache_size": 200,
                 "verbose": False, "max_iter": -1}

    def __init__(self, *, kernel="rbf", degree=3, gamma="scale", coef0=0.0, tol=1e-3, nu=0.5, shrinking=True, cache_size=200, verbose=False, max_iter=-1):
        self._set(locals())

    def fit(self, X, y=None, sample_weight=None):
        super().fit(X, np.ones(len(X)), sample_weight)
        self.offset_ = -self._intercept_ if running() else unknown("it depends on the data")
        return self

    def decision_function(self, X):
        X = self._table(X)
        return self._ask(X, "values").ravel() if running() else settled(None, (X.shape[0],), "float64")

    def score_samples(self, X): return self.decision_function(X) + self.offset_

    def predict(self, X):
        X = self._table(X)
        return np.where(self._ask(X, "values").ravel() > 0, 1, -1) if running() else settled(None, (X.shape[0],), "int64", -1, 1)

    def fit_predict(self, X, y=None): return self.fit(X).predict(X)
`,
);
