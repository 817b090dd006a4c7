/** `sklearn.isotonic`: the nearest sequence that never falls. */
import { pythonModule } from '../../python/modules.ts';

export const isotonicModule = pythonModule(
  'sklearn.isotonic',
  String.raw`
import math
import warnings
import numpy as np
from sklearn.utils._param_validation import InvalidParameterError
from sklearn._support import running, settled, unknown
from sklearn.base import BaseEstimator, RegressorMixin, TransformerMixin
from sklearn.utils.validation import check_array, check_consistent_length

def _pooled(y, w):
    """Neighbours that fall are replaced by their mean, until nothing falls."""
    y, w = y.tolist(), w.tolist()
    count = len(y)
    # The last place of the block that begins at a place, and the first of one that ends there.
    other = list(range(count))
    i = 0
    while i < count:
        k = other[i] + 1
        if k == count:
            break
        if y[i] < y[k]:
            i = k
            continue
        total, weight = w[i] * y[i], w[i]
        while True:
            before = y[k]
            total += w[k] * y[k]
            weight += w[k]
            k = other[k] + 1
            if k == count or before < y[k]:
                y[i], w[i] = total / weight, weight
                other[i], other[k - 1] = k - 1, i
                if i > 0:
                    i = other[i - 1]
                break
    i = 0
    while i < count:
        k = other[i] + 1
        y[i + 1:k] = [y[i]] * (k - i - 1)
        i = k
    return y

def _weights(sample_weight, count):
    return np.ones(count) if sample_weight is None else np.asarray(sample_weight, dtype=np.float64).copy()

def check_increasing(x, y):
    from scipy.stats import spearmanr
    rho, _ = spearmanr(x, y)
    if rho not in [-1.0, 1.0] and len(x) > 3:
        middle, width = 0.5 * math.log((1.0 + rho) / (1.0 - rho)), 1.96 / math.sqrt(len(x) - 3)
        if np.sign(math.tanh(middle - width)) != np.sign(math.tanh(middle + width)):
            warnings.warn("Confidence interval of the Spearman correlation coefficient spans zero. Determination of \x60\x60increasing\x60\x60 may be suspect.")
    return rho >= 0

def isotonic_regression(y, *, sample_weight=None, y_min=None, y_max=None, increasing=True):
    y = check_array(y, ensure_2d=False, input_name="y", dtype=[np.float64, np.float32])
    if not running():
        return settled(None, y.shape, str(y.dtype))
    order = slice(None) if increasing else slice(None, None, -1)
    found = np.array(_pooled(y[order], _weights(sample_weight, len(y))[order]), dtype=y.dtype)
    if y_min is not None or y_max is not None:
        found = np.clip(found, -np.inf if y_min is None else y_min, np.inf if y_max is None else y_max)
    return found[order]

def _merged(X, y, w):
    """Equal places of X become one, with the mean of their answers."""
    near = np.finfo(X.dtype).resolution
    places, means, weights = [], [], []
    here, total, weight = X[0], 0.0, 0.0
    for x, answer, own in zip(X.tolist(), y.tolist(), w.tolist()):
        if x - here >= near:
            places.append(here), means.append(total / weight), weights.append(weight)
            here, total, weight = x, answer * own, own
        else:
            total, weight = total + answer * own, weight + own
    places.append(here), means.append(total / weight), weights.append(weight)
    return np.array(places, dtype=X.dtype), np.array(means, dtype=X.dtype), np.array(weights)

class IsotonicRegression(RegressorMixin, TransformerMixin, BaseEstimator):
    _defaults = {"y_min": None, "y_max": None, "increasing": True, "out_of_bounds": "nan"}

    def __init__(self, *, y_min=None, y_max=None, increasing=True, out_of_bounds="nan"):
        self.y_min, self.y_max, self.increasing, self.out_of_bounds = y_min, y_max, increasing, out_of_bounds

    def _flat(self, X):
        if not (X.ndim == 1 or X.ndim == 2 and X.shape[1] == 1):
            raise ValueError("Isotonic regression input X should be a 1d array or 2d array with 1 feature")
        return X.reshape(-1)

    def fit(self, X, y, sample_weight=None):
        if self.out_of_bounds not in ("nan", "clip", "raise"):
            raise InvalidParameterError("The 'out_of_bounds' parameter of IsotonicRegression must be a str among {'clip', 'nan', 'raise'}. Got %r instead." % (self.out_of_bounds,))
        X = check_array(X, input_name="X", dtype=[np.float64, np.float32], ensure_2d=False)
        y = check_array(y, input_name="y", dtype=X.dtype, ensure_2d=False)
        check_consistent_length(X, y, sample_weight)
        X = self._flat(X)
        self._type = X.dtype
        if not running():
            self.X_thresholds_ = self.y_thresholds_ = self.X_min_ = self.X_max_ = self.increasing_ = unknown("it depends on the data")
            return self
        self.increasing_ = check_increasing(X, y) if isinstance(self.increasing, str) and self.increasing == "auto" else self.increasing
        weights = _weights(sample_weight, len(X))
        X, y, weights = X[weights > 0], y[weights > 0], weights[weights > 0]
        order = np.lexsort((y, X))
        X, y, weights = _merged(X[order], y[order], weights[order])
        y = isotonic_regression(y, sample_weight=weights, y_min=self.y_min, y_max=self.y_max, increasing=self.increasing_)
        self.X_min_, self.X_max_ = np.min(X), np.max(X)
        kept = np.ones(len(y), dtype=bool)
        kept[1:-1] = (y[1:-1] != y[:-2]) | (y[1:-1] != y[2:])
        self.X_thresholds_, self.y_thresholds_ = X[kept], y[kept]
        return self

    def transform(self, T):
        T = self._flat(check_array(T, dtype=self._type if hasattr(self, "_type") else np.float64, ensure_2d=False))
        if not running():
            return settled(None, T.shape, str(T.dtype))
        if len(self.y_thresholds_) == 1:
            return self.y_thresholds_.repeat(len(T))
        if self.out_of_bounds == "clip":
            T = np.clip(T, self.X_min_, self.X_max_)
        if self.out_of_bounds == "raise":
            for beyond, side, bound, name in ((T < self.X_min_, "below", self.X_min_, "minimum"), (T > self.X_max_, "above", self.X_max_, "maximum")):
                if beyond.any():
                    raise ValueError("A value (%s) in x_new is %s the interpolation range's %s value (%s)." % (T[np.argmax(beyond)], side, name, bound))
        return np.interp(T, self.X_thresholds_, self.y_thresholds_, left=np.nan, right=np.nan).astype(T.dtype)

    def predict(self, T):
        return self.transform(T)

    def get_feature_names_out(self, input_features=None):
        return np.array(["isotonicregression0"], dtype=object)
`,
);
