/** `sklearn.preprocessing`: features made of others. */
import { pythonModule } from '../../python/modules.ts';

export const featuresModule = pythonModule(
  'sklearn.preprocessing._features',
  String.raw`
import itertools
import numpy as np
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
`,
);
