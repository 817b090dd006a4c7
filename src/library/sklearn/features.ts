/** `sklearn.preprocessing`: features made of others. */
import { pythonModule } from '../../python/modules.ts';

export const featuresModule = pythonModule(
  'sklearn.preprocessing._features',
  String.raw`
import itertools
import warnings
import numpy as np
from sklearn.utils._param_validation import InvalidParameterError
from sklearn._support import known, running, settled, unknown
from sklearn.base import BaseEstimator, TransformerMixin

class PolynomialFeatures(TransformerMixin, BaseEstimator):
    _defaults = {"degree": 2, "interaction_only": False, "include_bias": True, "order": "C"}

    def __init__(self, degree=2, *, interaction_only=False, include_bias=True, order="C"):
        self.degree, self.interaction_only, self.include_bias, self.order = degree, interaction_only, include_bias, order

    def _combinations(self):
        low, high = self.degree if isinstance(self.degree, tuple) else (1, self.degree)
        choose = itertools.combinations if self.interaction_only else itertools.combinations_with_replacement
        chosen = [()] if self.include_bias else []
        for size in range(max(low, 1), high + 1):
            chosen += list(choose(range(self.n_features_in_), size))
        return chosen

    def fit(self, X, y=None):
        self._checked(X, reset=True)
        self.n_output_features_ = len(self._combinations())
        return self

    def transform(self, X):
        X = self._checked(X).astype(np.float64)
        columns = []
        for places in self._combinations():
            column = np.ones(X.shape[0]) if not places else X[:, places[0]]
            for place in places[1:]:
                column = column * X[:, place]
            columns.append(column)
        return np.stack(columns, axis=1)

    @property
    def powers_(self):
        return np.array([[places.count(feature) for feature in range(self.n_features_in_)] for places in self._combinations()])

    def get_feature_names_out(self, input_features=None):
        names = list(getattr(self, "feature_names_in_", ["x%d" % place for place in range(self.n_features_in_)])) if input_features is None else list(input_features)
        result = []
        for places in self._combinations():
            counts = [(names[feature], places.count(feature)) for feature in sorted(set(places))]
            result.append(" ".join(name if count == 1 else "%s^%d" % (name, count) for name, count in counts) or "1")
        return np.array(result, dtype=object)

class FunctionTransformer(TransformerMixin, BaseEstimator):
    _defaults = {"func": None, "inverse_func": None, "validate": False, "accept_sparse": False, "check_inverse": True,
                 "feature_names_out": None, "kw_args": None, "inv_kw_args": None}

    def __init__(self, func=None, inverse_func=None, *, validate=False, accept_sparse=False, check_inverse=True,
                 feature_names_out=None, kw_args=None, inv_kw_args=None):
        self.func, self.inverse_func, self.validate, self.accept_sparse = func, inverse_func, validate, accept_sparse
        self.check_inverse, self.feature_names_out, self.kw_args, self.inv_kw_args = check_inverse, feature_names_out, kw_args, inv_kw_args

    def fit(self, X, y=None):
        return self

    def transform(self, X):
        return X if self.func is None else self.func(X, **(self.kw_args or {}))

    def inverse_transform(self, X):
        return X if self.inverse_func is None else self.inverse_func(X, **(self.inv_kw_args or {}))

class KBinsDiscretizer(TransformerMixin, BaseEstimator):
    _defaults = {"n_bins": 5, "encode": "onehot", "strategy": "quantile", "dtype": None, "subsample": "warn", "random_state": None}

    def __init__(self, n_bins=5, *, encode="onehot", strategy="quantile", dtype=None, subsample="warn", random_state=None):
        self.n_bins, self.encode, self.strategy, self.dtype, self.subsample, self.random_state = n_bins, encode, strategy, dtype, subsample, random_state

    def _counts(self):
        if isinstance(self.n_bins, (int, np.integer)):
            return np.full(self.n_features_in_, self.n_bins, dtype=int)
        counts = np.array(self.n_bins, dtype=int)
        if counts.ndim > 1 or counts.shape[0] != self.n_features_in_:
            raise ValueError("n_bins must be a scalar or array of shape (n_features,).")
        return counts

    def _edges_of(self, column, bins):
        low, high = column.min(), column.max()
        if self.strategy == "uniform":
            return np.linspace(low, high, bins + 1)
        if self.strategy == "quantile":
            return np.asarray(np.percentile(column, np.linspace(0, 100, bins + 1)))
        from sklearn.cluster import KMeans
        even = np.linspace(low, high, bins + 1)
        middles = ((even[1:] + even[:-1]) * 0.5)[:, np.newaxis]
        centres = np.sort(KMeans(n_clusters=bins, init=middles, n_init=1).fit(column[:, np.newaxis]).cluster_centers_[:, 0])
        return np.concatenate([[low], (centres[1:] + centres[:-1]) * 0.5, [high]])

    def fit(self, X, y=None, sample_weight=None):
        for name, value, allowed in (("encode", self.encode, ("onehot", "onehot-dense", "ordinal")), ("strategy", self.strategy, ("kmeans", "quantile", "uniform"))):
            if value not in allowed:
                raise InvalidParameterError("The %r parameter of KBinsDiscretizer must be a str among {%s}. Got %r instead." % (name, ", ".join([repr(each) for each in allowed]), value))
        if sample_weight is not None:
            raise NotImplementedError("KBinsDiscretizer.fit(sample_weight=...) is not supported by Kerascope yet")
        X = self._checked(X, reset=True).astype(np.float64)
        counts = self._counts()
        if not running():
            self.bin_edges_ = unknown("it depends on the data")
            self.n_bins_ = settled(None, (X.shape[1],), "int64", 1)
            return self
        self.bin_edges_ = np.zeros(X.shape[1], dtype=object)
        for place in range(X.shape[1]):
            column = X[:, place]
            if column.min() == column.max():
                warnings.warn("Feature %d is constant and will be replaced with 0." % place)
                edges = np.array([-np.inf, np.inf])
            else:
                edges = self._edges_of(column, int(counts[place]))
                if self.strategy != "uniform":
                    edges = edges[np.ediff1d(edges, to_begin=np.inf) > 1e-8]
                    if len(edges) - 1 != counts[place]:
                        warnings.warn("Bins whose width are too small (i.e., <= 1e-8) in feature %d are removed. Consider decreasing the number of bins." % place)
            self.bin_edges_[place], counts[place] = edges, len(edges) - 1
        self.n_bins_ = counts
        if "onehot" in self.encode:
            from sklearn.preprocessing import OneHotEncoder
            self._encoder = OneHotEncoder(categories=[np.arange(count) for count in counts.tolist()], sparse_output=self.encode == "onehot")
            self._encoder.fit(np.zeros((1, len(counts))))
        return self

    def transform(self, X):
        X = self._checked(X).astype(np.float64)
        if not running():
            return settled(None, X.shape, "float64", 0) if self.encode == "ordinal" else settled(None, (X.shape[0], None), "float64", 0, 1) if self.encode == "onehot-dense" else unknown("it depends on the data")
        X = X.copy()
        for place, edges in enumerate(self.bin_edges_):
            X[:, place] = np.searchsorted(edges[1:-1], X[:, place], side="right")
        return X if self.encode == "ordinal" else self._encoder.transform(X)

    def inverse_transform(self, Xt):
        X = self._encoder.inverse_transform(Xt) if "onehot" in self.encode else np.array(Xt, dtype=np.float64)
        if not running():
            return X
        X = X.astype(np.float64)
        for place, edges in enumerate(self.bin_edges_):
            X[:, place] = ((edges[1:] + edges[:-1]) * 0.5)[X[:, place].astype(int)]
        return X

    def get_feature_names_out(self, input_features=None):
        names = list(getattr(self, "feature_names_in_", ["x%d" % place for place in range(self.n_features_in_)])) if input_features is None else list(input_features)
        return self._encoder.get_feature_names_out(names) if hasattr(self, "_encoder") else np.array(names, dtype=object)
`,
);
