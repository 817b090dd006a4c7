/** What joins steps of preprocessing: imputers, pipelines, transformers of columns. */
import { pythonModule } from '../../python/modules.ts';
import { textModule } from './texts.ts';

const impute = pythonModule(
  'sklearn.impute',
  String.raw`
import numpy as np
from sklearn._support import running, settled, unknown
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

def _is_gap(value):
    return value is None or isinstance(value, float) and value != value

class SimpleImputer(TransformerMixin, BaseEstimator):
    _defaults = {"missing_values": np.nan, "strategy": "mean", "fill_value": None, "verbose": "deprecated", "copy": True,
                 "add_indicator": False, "keep_empty_features": False}

    def get_feature_names_out(self, input_features=None):
        if input_features is not None:
            return np.array(list(input_features), dtype=object)
        return np.array(list(getattr(self, "feature_names_in_", ["x%d" % place for place in range(self.n_features_in_)])), dtype=object)

    def __init__(self, *, missing_values=np.nan, strategy="mean", fill_value=None, verbose="deprecated", copy=True,
                 add_indicator=False, keep_empty_features=False):
        self.missing_values, self.strategy, self.fill_value, self.verbose = missing_values, strategy, fill_value, verbose
        self.copy, self.add_indicator, self.keep_empty_features = copy, add_indicator, keep_empty_features

    def _table(self, X):
        X = np.asarray(X)
        if X.ndim != 2:
            raise ValueError("Expected 2D array, got %dD array instead:\narray=%s.\nReshape your data either using array.reshape(-1, 1) "
                             "if your data has a single feature or array.reshape(1, -1) if it contains a single sample." % (X.ndim, X))
        if X.dtype == object and self.strategy in ("mean", "median"):
            X = X.astype(np.float64)
        return X if X.dtype.kind in "fOU" else X.astype(np.float64)

    def _gaps(self, X):
        if isinstance(self.missing_values, float) and self.missing_values != self.missing_values:
            return np.isnan(X) if X.dtype.kind == "f" else np.array([[_is_gap(cell) for cell in row] for row in X.tolist()], dtype=bool).reshape(X.shape)
        return X == self.missing_values

    def fit(self, X, y=None):
        X = self._table(X)
        self.n_features_in_ = X.shape[1]
        if not running():
            self.statistics_ = settled(None, (X.shape[1],), "float64") if X.dtype.kind == "f" else unknown("it depends on the data")
            return self
        gaps = self._gaps(X)
        filling = []
        for place in range(X.shape[1]):
            there = X[~gaps[:, place], place]
            if self.strategy == "constant":
                filling.append((0 if X.dtype.kind == "f" else "missing_value") if self.fill_value is None else self.fill_value)
            elif len(there) == 0:
                filling.append(np.nan)
            elif self.strategy == "most_frequent":
                names, counts = np.unique(there, return_counts=True)
                filling.append(names[counts.argmax()])
            else:
                filling.append(there.mean() if self.strategy == "mean" else np.median(there))
        self.statistics_ = np.array(filling, dtype=X.dtype if X.dtype.kind in "fO" else None)
        return self

    def transform(self, X):
        X = self._table(X)
        if not running():
            return settled(None, X.shape, str(X.dtype))
        check_is_fitted(self, "statistics_")
        if X.shape[1] != self.n_features_in_:
            raise ValueError("X has %d features, but SimpleImputer is expecting %d features as input." % (X.shape[1], self.n_features_in_))
        gaps, X = self._gaps(X), X.copy()
        for place in range(X.shape[1]):
            X[gaps[:, place], place] = self.statistics_[place]
        return X

    def fit_transform(self, X, y=None):
        return self.fit(X).transform(X)
`,
);

const pipeline = pythonModule(
  'sklearn.pipeline',
  String.raw`
import numpy as np
from sklearn._support import given
from sklearn.base import BaseEstimator

def _named(steps):
    names, counts = [], {}
    for step in steps:
        name = type(step).__name__.lower() if not isinstance(step, str) else step
        counts[name] = counts.get(name, 0) + 1
        names.append(name)
    seen = {}
    for place, name in enumerate(names):
        if counts[name] > 1:
            seen[name] = seen.get(name, 0) + 1
            names[place] = "%s-%d" % (name, seen[name])
    return list(zip(names, steps))

class Pipeline(BaseEstimator):
    _defaults = {"memory": None, "steps": (), "verbose": False}

    def __init__(self, steps, *, memory=None, verbose=False):
        self.steps, self.memory, self.verbose = list(steps), memory, verbose

    @property
    def named_steps(self):
        return dict(self.steps)

    def __len__(self):
        return len(self.steps)

    def __getitem__(self, key):
        if isinstance(key, slice):
            return Pipeline(self.steps[key])
        return dict(self.steps)[key] if isinstance(key, str) else self.steps[key][1]

    def _through(self, X, y=None, fit=False):
        for name, step in self.steps[:-1]:
            if step is None or isinstance(step, str):
                continue
            X = (step.fit_transform(X, y) if given(y) else step.fit_transform(X)) if fit else step.transform(X)
        return X

    def _last(self):
        return self.steps[-1][1]

    def fit(self, X, y=None, **options):
        own = {name.split("__", 1)[1]: value for name, value in options.items() if "__" in name}
        X = self._through(X, y, True)
        last = self._last()
        if last is not None and not isinstance(last, str):
            last.fit(X, y, **own) if given(y) else last.fit(X, **own)
        return self

    def fit_transform(self, X, y=None, **options):
        X = self._through(X, y, True)
        last = self._last()
        if last is None or isinstance(last, str):
            return X
        return last.fit_transform(X, y) if given(y) else last.fit_transform(X)

    def transform(self, X):
        X = self._through(X)
        last = self._last()
        return X if last is None or isinstance(last, str) else last.transform(X)

    def fit_predict(self, X, y=None):
        return self.fit(X, y).predict(X)

    def predict(self, X, **options): return self._last().predict(self._through(X), **options)
    def predict_proba(self, X): return self._last().predict_proba(self._through(X))
    def decision_function(self, X): return self._last().decision_function(self._through(X))
    def score(self, X, y): return self._last().score(self._through(X), y)

    def inverse_transform(self, X):
        for name, step in self.steps[::-1]:
            X = step.inverse_transform(X)
        return X

    def get_params(self, deep=True):
        found = {"memory": self.memory, "steps": self.steps, "verbose": self.verbose}
        if deep:
            found.update(self.steps)
            for name, step in self.steps:
                if hasattr(step, "get_params"):
                    found.update({"%s__%s" % (name, inner): value for inner, value in step.get_params().items()})
        return found

    def get_feature_names_out(self, input_features=None):
        names = input_features
        for name, step in self.steps:
            if step is not None and not isinstance(step, str):
                names = step.get_feature_names_out(names)
        return names

    classes_ = property(lambda self: self._last().classes_)
    n_features_in_ = property(lambda self: self.steps[0][1].n_features_in_)

    def set_params(self, **params):
        for name, value in params.items():
            if "__" in name:
                step, rest = name.split("__", 1)
                if step not in dict(self.steps):
                    raise ValueError(f"Invalid parameter {step!r} for estimator {self}. Valid parameters are: ['memory', 'steps', 'verbose'].")
                self[step].set_params(**{rest: value})
            elif name in dict(self.steps):
                self.steps = [(each, value if each == name else step) for each, step in self.steps]
            else:
                setattr(self, name, value)
        return self

def make_pipeline(*steps, memory=None, verbose=False):
    return Pipeline(_named(steps), memory=memory, verbose=verbose)

class FeatureUnion(BaseEstimator):
    def __init__(self, transformer_list, **options):
        self.transformer_list = transformer_list

    def fit(self, X, y=None):
        for name, step in self.transformer_list:
            step.fit(X, y)
        return self

    def transform(self, X):
        return np.hstack([np.asarray(step.transform(X)) for name, step in self.transformer_list])

    def fit_transform(self, X, y=None):
        return self.fit(X, y).transform(X)
`,
);

const compose = pythonModule(
  'sklearn.compose',
  String.raw`
import numpy as np
from sklearn._support import given
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.pipeline import _named
from sklearn.utils.validation import check_is_fitted

class make_column_selector:
    def __init__(self, pattern=None, *, dtype_include=None, dtype_exclude=None):
        self.pattern, self.dtype_include, self.dtype_exclude = pattern, dtype_include, dtype_exclude

    def __call__(self, frame):
        import re
        chosen = frame
        if self.dtype_include is not None or self.dtype_exclude is not None:
            chosen = frame.select_dtypes(include=self.dtype_include, exclude=self.dtype_exclude)
        return [name for name in chosen.columns if self.pattern is None or re.search(self.pattern, name)]

def _taken(X, columns):
    if isinstance(columns, (str, int)):
        return X[columns] if isinstance(columns, str) else (X.iloc[:, columns] if hasattr(X, "iloc") else X[:, columns])
    columns = list(columns) if not isinstance(columns, slice) else columns
    if hasattr(X, "iloc"):
        return X[columns] if columns and isinstance(columns[0], str) else X.iloc[:, columns]
    return np.asarray(X)[:, columns]

class ColumnTransformer(TransformerMixin, BaseEstimator):
    _defaults = {"transformers": (), "remainder": "drop", "sparse_threshold": 0.3, "n_jobs": None, "transformer_weights": None,
                 "verbose": False, "verbose_feature_names_out": True}

    def __init__(self, transformers, *, remainder="drop", sparse_threshold=0.3, n_jobs=None, transformer_weights=None, verbose=False,
                 verbose_feature_names_out=True):
        self.transformers, self.remainder, self.sparse_threshold, self.n_jobs = transformers, remainder, sparse_threshold, n_jobs
        self.transformer_weights, self.verbose, self.verbose_feature_names_out = transformer_weights, verbose, verbose_feature_names_out

    @property
    def named_transformers_(self):
        return {name: step for name, step, columns in self.transformers_}

    def _steps(self, X):
        steps, used = [], []
        names = list(X.columns) if hasattr(X, "columns") else list(range(X.shape[1]))
        for name, step, columns in self.transformers:
            columns = columns(X) if callable(columns) else columns
            steps.append((name, step, columns))
            if isinstance(columns, slice):
                used += names[columns]
            else:
                used += [columns] if isinstance(columns, (str, int)) else list(columns)
        positions = [names.index(each) if isinstance(each, str) else each for each in used]
        rest = [place for place in range(len(names)) if place not in positions]
        if rest and not (isinstance(self.remainder, str) and self.remainder == "drop"):
            steps.append(("remainder", self.remainder, [names[place] for place in rest] if hasattr(X, "columns") else rest))
        return steps

    def _blocks(self, X, y, fit):
        X = X if hasattr(X, "iloc") else np.asarray(X)
        if fit:
            self.transformers_ = self._steps(X)
        blocks, self._places = [], {}
        for name, step, columns in self.transformers_:
            if isinstance(step, str) and step == "drop":
                continue
            part = _taken(X, columns)
            if not isinstance(step, str):
                part = (step.fit_transform(part, y) if given(y) else step.fit_transform(part)) if fit else step.transform(part)
            part = part.toarray() if hasattr(part, "toarray") else np.asarray(part)
            blocks.append(part.reshape(-1, 1) if part.ndim == 1 else part)
        return np.hstack(blocks)

    def fit(self, X, y=None):
        self._blocks(X, y, True)
        return self

    def fit_transform(self, X, y=None):
        return self._blocks(X, y, True)

    def transform(self, X):
        check_is_fitted(self, "transformers_")
        return self._blocks(X, None, False)

    def get_feature_names_out(self, input_features=None):
        names = []
        for name, step, columns in self.transformers_:
            if isinstance(step, str):
                own = list(columns) if step == "passthrough" else []
            else:
                own = list(step.get_feature_names_out(columns if not isinstance(columns, str) else [columns]))
            names += ["%s__%s" % (name, each) if self.verbose_feature_names_out else str(each) for each in own]
        return np.array(names, dtype=object)

def make_column_transformer(*transformers, remainder="drop", sparse_threshold=0.3, n_jobs=None, verbose=False, verbose_feature_names_out=True):
    named = _named([step for step, columns in transformers])
    return ColumnTransformer([(name, step, columns) for (name, step), (_, columns) in zip(named, transformers)], remainder=remainder,
                             verbose_feature_names_out=verbose_feature_names_out)

class TransformedTargetRegressor(BaseEstimator):
    def __init__(self, *arguments, **options):
        raise NotImplementedError("TransformedTargetRegressor is not supported by Kerascope yet")
`,
);

export const compositionModules = [impute, pipeline, compose, textModule];
