/** `scipy.stats`: the normal distribution, entropy, z-scores and correlations. */
import { pythonModule } from '../../python/modules.ts';

export const statsModule = pythonModule(
  'scipy.stats',
  String.raw`
import math
import numpy as np
from scipy.special import erfc, rel_entr
from sklearn.utils.validation import check_random_state

class _Normal:
    def _standard(self, x, loc, scale):
        return (np.asarray(x) - loc) / scale

    def pdf(self, x, loc=0, scale=1):
        z = self._standard(x, loc, scale)
        return np.exp(-z ** 2 / 2.0) / math.sqrt(2 * math.pi) / scale

    def logpdf(self, x, loc=0, scale=1):
        z = self._standard(x, loc, scale)
        return -z ** 2 / 2.0 - math.log(math.sqrt(2 * math.pi)) - np.log(scale)

    def cdf(self, x, loc=0, scale=1):
        return 0.5 * erfc(-self._standard(x, loc, scale) / math.sqrt(2))

    def sf(self, x, loc=0, scale=1):
        return 0.5 * erfc(self._standard(x, loc, scale) / math.sqrt(2))

    def ppf(self, q, loc=0, scale=1):
        q = np.asarray(q, dtype=np.float64)
        one = lambda p: -math.inf if p == 0 else math.inf if p == 1 else math.nan if not 0 < p < 1 else _quantile(p)
        if q.ndim == 0:
            return np.float64(one(float(q))) * scale + loc
        return np.array([one(p) for p in q.ravel().tolist()]).reshape(q.shape) * scale + loc

    def isf(self, q, loc=0, scale=1):
        return self.ppf(1 - np.asarray(q), loc, scale)

    def rvs(self, loc=0, scale=1, size=1, random_state=None):
        return check_random_state(random_state).normal(loc, scale, size)

    def interval(self, confidence, loc=0, scale=1):
        return self.ppf((1 - confidence) / 2, loc, scale), self.ppf((1 + confidence) / 2, loc, scale)

    def mean(self, loc=0, scale=1):
        return float(loc)

    def std(self, loc=0, scale=1):
        return float(scale)

    def __call__(self, loc=0, scale=1):
        return _Frozen(self, loc, scale)

class _Frozen:
    def __init__(self, distribution, loc, scale):
        self._parts = distribution, loc, scale

    def __getattr__(self, name):
        distribution, loc, scale = self._parts
        method = getattr(distribution, name)
        return lambda *given, **more: method(*given, loc=loc, scale=scale, **more)

def _quantile(p):
    """Acklam's rational start, brought to full precision by Halley's steps."""
    z = _start(p)
    for turn in range(3):
        error = 0.5 * math.erfc(-z / math.sqrt(2)) - p
        step = error * math.sqrt(2 * math.pi) * math.exp(z * z / 2)
        z = z - step / (1 + z * step / 2)
    return z

def _start(p):
    a = (-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
         2.506628277459239)
    b = (-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572)
    c = (-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
         2.938163982698783)
    d = (0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416)
    if p < 0.02425 or p > 0.97575:
        q = math.sqrt(-2 * math.log(p if p < 0.5 else 1 - p))
        value = (((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5]) / (
            (((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1)
        return value if p < 0.5 else -value
    q = p - 0.5
    r = q * q
    return (((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q / (
        ((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1)

norm = _Normal()

def entropy(pk, qk=None, base=None, axis=0):
    pk = np.asarray(pk)
    pk = 1.0 * pk / np.sum(pk, axis=axis, keepdims=True)
    if qk is None:
        value = -np.sum(np.where(pk > 0, pk * np.log(np.where(pk > 0, pk, 1.0)), 0.0), axis=axis)
    else:
        qk = np.asarray(qk)
        qk = 1.0 * qk / np.sum(qk, axis=axis, keepdims=True)
        value = np.sum(rel_entr(pk, qk), axis=axis)
    return value if base is None else value / np.log(base)

def zscore(a, axis=0, ddof=0, nan_policy="propagate"):
    a = np.asarray(a)
    return (a - a.mean(axis=axis, keepdims=True)) / a.std(axis=axis, ddof=ddof, keepdims=True)

def sem(a, axis=0, ddof=1):
    a = np.asarray(a)
    return np.std(a, axis=axis, ddof=ddof) / np.sqrt(a.shape[axis])
`,
);
