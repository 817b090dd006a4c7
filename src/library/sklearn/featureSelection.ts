/** `sklearn.feature_selection`: features chosen by their scores. */
import { pythonModule } from '../../python/modules.ts';

export const featureSelectionModule = pythonModule(
  'sklearn.feature_selection',
  `
import math
import numpy as np
from sklearn._support import running, settled, unknown
from sklearn.base import BaseEstimator, TransformerMixin

def _beyond_f(scores, first, second):
    """The share of Fisher's distribution beyond each score."""
    from scipy.special import betainc
    return np.array([float(betainc(second / 2, first / 2, second / (second + first * score))) if np.isfinite(score) else 0.0 for score in scores.tolist()])

def _beyond_chi2(score, freedom):
    """The share of the chi-squared distribution beyond a score: the upper incomplete gamma function."""
    a, x = freedom / 2, score / 2
    front = math.exp(a * math.log(x) - x - math.lgamma(a)) if x > 0 else 0.0
    if x < a + 1:
        term = total = 1.0 / a
        place = a
        while abs(term) > abs(total) * 1e-16:
            place += 1
            term *= x / place
            total += term
        return 1.0 - front * total
    b = x + 1 - a
    c, d = 1e300, 1 / b
    total = d
    for step in range(1, 500):
        factor = -step * (step - a)
        b += 2
        d = 1 / (factor * d + b)
        c = b + factor / c
        total *= d * c
        if abs(d * c - 1) < 1e-16:
            break
    return front * total

def f_classif(X, y):
    """One-way analysis of variance of each feature over the classes."""
    X, y = np.asarray(X, dtype=np.float64), np.asarray(y)
    parts = [X[y == name] for name in np.unique(y).tolist()]
    count, groups = X.shape[0], len(parts)
    total = sum([part.sum(axis=0) for part in parts])
    squares = sum([(part ** 2).sum(axis=0) for part in parts])
    between = sum([part.sum(axis=0) ** 2 / part.shape[0] for part in parts]) - total ** 2 / count
    within = squares - total ** 2 / count - between
    scores = (between / (groups - 1)) / (within / (count - groups))
    return scores, _beyond_f(scores, groups - 1, count - groups)

def f_regression(X, y, *, center=True, force_finite=True):
    X, y = np.asarray(X, dtype=np.float64), np.asarray(y, dtype=np.float64)
    correlation = np.array([np.corrcoef(X[:, place], y)[0, 1] for place in range(X.shape[1])])
    scores = correlation ** 2 / (1 - correlation ** 2) * (len(y) - 2)
    return scores, _beyond_f(scores, 1, len(y) - 2)

def chi2(X, y):
    X, y = np.asarray(X, dtype=np.float64), np.asarray(y)
    names = np.unique(y)
    observed = np.array([X[y == name].sum(axis=0) for name in names.tolist()])
    expected = np.outer(np.array([(y == name).mean() for name in names.tolist()]), X.sum(axis=0))
    scores = ((observed - expected) ** 2 / expected).sum(axis=0)
    return scores, np.array([_beyond_chi2(score, len(names) - 1) for score in scores.tolist()])

class _Selector(TransformerMixin, BaseEstimator):
    def get_support(self, indices=False):
        mask = self._mask()
        return np.flatnonzero(mask) if indices else mask

    def transform(self, X):
        checked = self._checked(X)
        return checked[:, self._mask()] if running() else settled(None, (checked.shape[0], getattr(self, "_kept", None)), "float64")

    def get_feature_names_out(self, input_features=None):
        names = list(input_features) if input_features is not None else list(getattr(self, "feature_names_in_", ["x%d" % place for place in range(self.n_features_in_)]))
        return np.array([name for name, kept in zip(names, self._mask().tolist()) if kept], dtype=object)

class VarianceThreshold(_Selector):
    _defaults = {"threshold": 0.0}

    def __init__(self, threshold=0.0):
        self.threshold = threshold

    def fit(self, X, y=None):
        X = self._checked(X, reset=True)
        if running():
            self.variances_ = X.var(axis=0)
            if not (self.variances_ > self.threshold).any():
                raise ValueError("No feature in X meets the variance threshold {0:.5f}".format(self.threshold))
        return self

    def _mask(self): return self.variances_ > self.threshold

class SelectKBest(_Selector):
    _defaults = {"score_func": f_classif, "k": 10}

    def __init__(self, score_func=f_classif, *, k=10):
        self.score_func, self.k = score_func, k

    def fit(self, X, y=None):
        checked = self._checked(X, reset=True)
        self._kept = checked.shape[1] if self.k == "all" else self.k
        if running():
            found = self.score_func(checked, np.asarray(y))
            self.scores_, self.pvalues_ = found if isinstance(found, tuple) else (found, None)
        return self

    def _mask(self):
        if self.k == "all":
            return np.ones(len(self.scores_), dtype=bool)
        mask = np.zeros(len(self.scores_), dtype=bool)
        mask[np.argsort(np.nan_to_num(self.scores_, nan=-np.inf), kind="mergesort")[-self.k:]] = True
        return mask
`,
);
