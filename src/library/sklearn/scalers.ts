/** `sklearn.preprocessing._data`: scalers of features. */
import { pythonModule } from '../../python/modules.ts';

export const scalersModule = pythonModule(
  'sklearn.preprocessing._data',
  String.raw`
import numpy as np
from sklearn._support import known, running
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_array, check_is_fitted

_FLOATS = (np.float64, np.float32, np.float16)

def _without_zeros(scale, constant=None):
    if np.ndim(scale) == 0:
        return 1.0 if scale == 0.0 else scale
    if constant is None:
        constant = scale < 10 * np.finfo(scale.dtype).eps
    return np.where(constant, scale.dtype.type(1.0), scale)

class _Scaler(TransformerMixin, BaseEstimator):
    def _input(self, X, reset=False, copy=False):
        return self._checked(X, reset=reset, dtype=_FLOATS, force_all_finite="allow-nan", copy=copy)

    def get_feature_names_out(self, input_features=None):
        if input_features is not None:
            return np.asarray(input_features, dtype=object)
        names = getattr(self, "feature_names_in_", None)
        if names is None:
            names = [f"x{index}" for index in range(self.n_features_in_)]
        return np.asarray(names, dtype=object)

    def _forget(self):
        for name in [name for name in vars(self) if name.endswith("_")]:
            delattr(self, name)

    def fit(self, X, y=None, **options):
        self._forget()
        return self.partial_fit(X, y, **options)

class StandardScaler(_Scaler):
    _defaults = {"copy": True, "with_mean": True, "with_std": True}

    def __init__(self, *, copy=True, with_mean=True, with_std=True):
        self.with_mean = with_mean
        self.with_std = with_std
        self.copy = copy

    def partial_fit(self, X, y=None, sample_weight=None):
        if sample_weight is not None:
            raise NotImplementedError("StandardScaler with sample_weight is not supported by Kerascope yet")
        first = not hasattr(self, "n_samples_seen_")
        X = self._input(X, reset=first)
        values = X.astype(np.float64)
        missing = np.isnan(values)
        has_missing = running() and bool(missing.any())
        count = np.sum(~missing, axis=0) if has_missing else X.shape[0]
        total = np.nansum(values, axis=0) if has_missing else values.sum(axis=0)
        mean = total / count
        centred = values - mean
        correction = np.nansum(centred, axis=0) if has_missing else centred.sum(axis=0)
        squares = centred ** 2
        spread = np.nansum(squares, axis=0) if has_missing else squares.sum(axis=0)
        spread = spread - correction ** 2 / count
        if not first:
            old_count = self.n_samples_seen_
            old_total = self.mean_ * old_count
            old_spread = self.var_ * old_count if self.var_ is not None else 0.0
            both = old_count + count
            ratio = old_count / count
            spread = old_spread + spread + ratio / both * (old_total / ratio - total) ** 2
            mean = (old_total + total) / both
            count = both
        if not self.with_mean and not self.with_std:
            self.mean_ = None
            self.var_ = None
        else:
            self.mean_ = mean
            self.var_ = spread / count if self.with_std else None
        self.n_samples_seen_ = count
        if self.with_std:
            bound = count * np.finfo(np.float64).eps * self.var_ + (count * mean * np.finfo(np.float64).eps) ** 2
            self.scale_ = _without_zeros(np.sqrt(self.var_), self.var_ <= bound)
        else:
            self.scale_ = None
        return self

    def transform(self, X, copy=None):
        check_is_fitted(self)
        X = self._input(X, copy=self.copy if copy is None else copy)
        if self.with_mean:
            X -= self.mean_
        if self.with_std:
            X /= self.scale_
        return X

    def inverse_transform(self, X, copy=None):
        check_is_fitted(self)
        X = check_array(X, dtype=_FLOATS, force_all_finite="allow-nan", copy=self.copy if copy is None else copy)
        if self.with_std:
            X *= self.scale_
        if self.with_mean:
            X += self.mean_
        return X

class MinMaxScaler(_Scaler):
    _defaults = {"feature_range": (0, 1), "copy": True, "clip": False}

    def __init__(self, feature_range=(0, 1), *, copy=True, clip=False):
        self.feature_range = feature_range
        self.copy = copy
        self.clip = clip

    def partial_fit(self, X, y=None):
        low, high = self.feature_range
        if low >= high:
            raise ValueError(
                "Minimum of desired feature range must be smaller than maximum. Got %s." % str(self.feature_range)
            )
        first = not hasattr(self, "n_samples_seen_")
        X = self._input(X, reset=first)
        data_min = np.nanmin(X, axis=0)
        data_max = np.nanmax(X, axis=0)
        if first:
            self.n_samples_seen_ = X.shape[0]
        else:
            data_min = np.minimum(self.data_min_, data_min)
            data_max = np.maximum(self.data_max_, data_max)
            self.n_samples_seen_ += X.shape[0]
        data_range = data_max - data_min
        self.scale_ = (high - low) / _without_zeros(data_range)
        self.min_ = low - data_min * self.scale_
        self.data_min_ = data_min
        self.data_max_ = data_max
        self.data_range_ = data_range
        return self

    def transform(self, X):
        check_is_fitted(self)
        X = self._input(X, copy=self.copy)
        X *= self.scale_
        X += self.min_
        if self.clip:
            X = np.clip(X, self.feature_range[0], self.feature_range[1])
        return X

    def inverse_transform(self, X):
        check_is_fitted(self)
        X = check_array(X, dtype=_FLOATS, force_all_finite="allow-nan", copy=self.copy)
        X -= self.min_
        X /= self.scale_
        return X

class MaxAbsScaler(_Scaler):
    _defaults = {"copy": True}

    def __init__(self, *, copy=True):
        self.copy = copy

    def partial_fit(self, X, y=None):
        first = not hasattr(self, "n_samples_seen_")
        X = self._input(X, reset=first)
        largest = np.nanmax(np.abs(X), axis=0)
        if first:
            self.n_samples_seen_ = X.shape[0]
        else:
            largest = np.maximum(self.max_abs_, largest)
            self.n_samples_seen_ += X.shape[0]
        self.max_abs_ = largest
        self.scale_ = _without_zeros(largest)
        return self

    def transform(self, X):
        check_is_fitted(self)
        X = self._input(X, copy=self.copy)
        X /= self.scale_
        return X

    def inverse_transform(self, X):
        check_is_fitted(self)
        X = check_array(X, dtype=_FLOATS, force_all_finite="allow-nan", copy=self.copy)
        X *= self.scale_
        return X

class RobustScaler(_Scaler):
    _defaults = {
        "with_centering": True, "with_scaling": True, "quantile_range": (25.0, 75.0), "copy": True,
        "unit_variance": False,
    }

    def __init__(self, *, with_centering=True, with_scaling=True, quantile_range=(25.0, 75.0), copy=True,
                 unit_variance=False):
        self.with_centering = with_centering
        self.with_scaling = with_scaling
        self.quantile_range = quantile_range
        self.unit_variance = unit_variance
        self.copy = copy

    def fit(self, X, y=None):
        X = self._input(X, reset=True)
        low, high = self.quantile_range
        if not 0 <= low <= high <= 100:
            raise ValueError("Invalid quantile range: %s" % str(self.quantile_range))
        self.center_ = np.median(X, axis=0) if self.with_centering else None
        if self.with_scaling:
            quantiles = np.transpose(
                [np.percentile(X[:, index].astype(np.float64), self.quantile_range) for index in range(X.shape[1])]
            )
            self.scale_ = _without_zeros(quantiles[1] - quantiles[0])
            if self.unit_variance:
                from scipy.stats import norm
                self.scale_ = self.scale_ / (norm.ppf(high / 100.0) - norm.ppf(low / 100.0))
        else:
            self.scale_ = None
        return self

    def transform(self, X):
        check_is_fitted(self)
        X = self._input(X, copy=self.copy)
        if self.with_centering:
            X -= self.center_
        if self.with_scaling:
            X /= self.scale_
        return X

    def inverse_transform(self, X):
        check_is_fitted(self)
        X = check_array(X, dtype=_FLOATS, force_all_finite="allow-nan", copy=self.copy)
        if self.with_scaling:
            X *= self.scale_
        if self.with_centering:
            X += self.center_
        return X

def normalize(X, norm="l2", *, axis=1, copy=True, return_norm=False):
    if norm not in ("l1", "l2", "max"):
        raise ValueError("'%s' is not a supported norm" % norm)
    if axis not in (0, 1):
        raise ValueError("'%d' is not a supported axis" % axis)
    X = check_array(X, dtype=_FLOATS, copy=copy, estimator="the normalize function")
    if axis == 0:
        X = X.T
    if norm == "l1":
        norms = np.abs(X).sum(axis=1)
    elif norm == "l2":
        norms = np.sqrt(np.einsum("ij,ij->i", X, X))
    else:
        norms = np.max(np.abs(X), axis=1)
    norms = _without_zeros(norms)
    X /= norms[:, np.newaxis]
    if axis == 0:
        X = X.T
    return (X, norms) if return_norm else X

class Normalizer(_Scaler):
    _defaults = {"norm": "l2", "copy": True}

    def __init__(self, norm="l2", *, copy=True):
        self.norm = norm
        self.copy = copy

    def fit(self, X, y=None):
        self._input(X, reset=True)
        return self

    def transform(self, X, copy=None):
        X = check_array(X, dtype=_FLOATS, estimator="Normalizer")
        return normalize(X, norm=self.norm, axis=1, copy=self.copy if copy is None else copy)

def scale(X, *, axis=0, with_mean=True, with_std=True, copy=True):
    X = check_array(X, dtype=_FLOATS, ensure_2d=False, force_all_finite="allow-nan", copy=copy,
                    estimator="the scale function")
    mean = X.mean(axis=axis, keepdims=True)
    spread = X.std(axis=axis, keepdims=True)
    if with_mean:
        X = X - mean
    if with_std:
        X = X / _without_zeros(spread)
    return X

def _with_scaler(make, X, axis):
    X = np.asarray(X)
    flat = X.ndim == 1
    if flat:
        X = X.reshape(-1, 1)
    scaler = make()
    result = scaler.fit_transform(X) if axis == 0 else scaler.fit_transform(X.T).T
    return result.ravel() if flat else result

def minmax_scale(X, feature_range=(0, 1), *, axis=0, copy=True):
    return _with_scaler(lambda: MinMaxScaler(feature_range=feature_range), X, axis)

def maxabs_scale(X, *, axis=0, copy=True):
    return _with_scaler(MaxAbsScaler, X, axis)

def robust_scale(X, *, axis=0, with_centering=True, with_scaling=True, quantile_range=(25.0, 75.0), copy=True,
                 unit_variance=False):
    return _with_scaler(
        lambda: RobustScaler(with_centering=with_centering, with_scaling=with_scaling,
                             quantile_range=quantile_range, unit_variance=unit_variance), X, axis)

def binarize(X, *, threshold=0.0, copy=True):
    X = check_array(X, copy=copy)
    return np.where(X > threshold, X.dtype.type(1), X.dtype.type(0))

class Binarizer(_Scaler):
    _defaults = {"threshold": 0.0, "copy": True}

    def __init__(self, *, threshold=0.0, copy=True):
        self.threshold = threshold
        self.copy = copy

    def fit(self, X, y=None):
        self._checked(X, reset=True)
        return self

    def transform(self, X, copy=None):
        return binarize(X, threshold=self.threshold)
`,
);
