/** `scipy.stats`: the normal distribution, entropy, z-scores and correlations. */
import { pythonModule } from '../../python/modules.ts';

export const statsModule = pythonModule(
  'scipy.stats',
  String.raw`
import math
import numpy as np
from scipy.special import erfc, rel_entr
from pandas._support import certainly
from sklearn._support import running, unknown
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

def pearsonr(x, y):
    x, y = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    if certainly(len(x) != len(y)):
        raise ValueError("x and y must have the same length.")
    if certainly(len(x) < 2):
        raise ValueError("x and y must have length at least 2.")
    a, b = x - x.mean(), y - y.mean()
    r = np.dot(a / np.linalg.norm(a), b / np.linalg.norm(b))
    if not running():
        return Result(("statistic", "pvalue"), (r, unknown("it is found when the script runs")))
    r = max(min(float(r), 1.0), -1.0)
    return Result(("statistic", "pvalue"), (np.float64(r), _t_tails(r, len(x))))

def _t_tails(r, count):
    """The chance of a correlation at least this far from zero among this many unrelated pairs."""
    from scipy.special import betainc
    if count == 2:
        return 1.0
    return betainc(count / 2 - 1, 0.5, max(0.0, 1 - r * r))

def _ranks(values):
    order = np.sort(values)
    return (np.searchsorted(order, values, side="left") + np.searchsorted(order, values, side="right") + 1) / 2

def rankdata(a, method="average"):
    a = np.asarray(a).ravel()
    order = np.sort(a)
    if method == "min":
        return np.searchsorted(order, a, side="left") + 1
    if method == "max":
        return np.searchsorted(order, a, side="right")
    if method == "dense":
        return np.searchsorted(np.unique(a), a) + 1
    return _ranks(a)

def spearmanr(a, b=None):
    found = pearsonr(_ranks(np.asarray(a)), _ranks(np.asarray(b)))
    return Result(("statistic", "pvalue"), tuple(found), "SignificanceResult")

class Result(tuple):
    def __new__(cls, names, values, title=""):
        return tuple.__new__(cls, values)

    def __init__(self, names, values, title="PearsonRResult"):
        self._names, self._title = tuple(names), title

    @property
    def count(self):
        return self[self._names.index("count")]

    def __getattr__(self, name):
        if name.startswith("_") or name not in self._names:
            raise AttributeError(name)
        return self[self._names.index(name)]

    def __repr__(self):
        return "%s(%s)" % (self._title, ", ".join("%s=%r" % pair for pair in zip(self._names, self)))

def linregress(x, y=None):
    x, y = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    count = len(x)
    a, b = x - x.mean(), y - y.mean()
    sxx, syy, sxy = (a * a).mean(), (b * b).mean(), (a * b).mean()
    r = sxy / np.sqrt(sxx * syy)
    slope = sxy / sxx
    error = np.sqrt((1 - r ** 2) * syy / sxx / (count - 2))
    chance = _t_tails(float(r), count) if running() else unknown("it is found when the script runs")
    return Result(("slope", "intercept", "rvalue", "pvalue", "stderr"), (slope, y.mean() - slope * x.mean(), r, chance, error), "LinregressResult")

def mode(a, axis=0, nan_policy="propagate", keepdims=False):
    a = np.asarray(a)
    if axis is None or a.ndim == 1:
        names, counts = np.unique(a, return_counts=True)
        place = counts.argmax()
        return Result(("mode", "count"), (names[place:place + 1], counts[place:place + 1]) if keepdims else (names[place], counts[place]), "ModeResult")
    lines = np.moveaxis(a, axis, -1).reshape(-1, a.shape[axis])
    found = [np.unique(line, return_counts=True) for line in lines]
    shape = a.shape[:axis] + a.shape[axis + 1:] if axis >= 0 else a.shape[:axis % a.ndim]
    return Result(("mode", "count"), (np.array([names[counts.argmax()] for names, counts in found]).reshape(shape),
                                      np.array([counts.max() for names, counts in found]).reshape(shape)), "ModeResult")

def skew(a, axis=0, bias=True):
    a = np.asarray(a, dtype=np.float64)
    apart = a - a.mean(axis=axis, keepdims=True)
    return (apart ** 3).mean(axis=axis) / (apart ** 2).mean(axis=axis) ** 1.5

def kurtosis(a, axis=0, fisher=True, bias=True):
    a = np.asarray(a, dtype=np.float64)
    apart = a - a.mean(axis=axis, keepdims=True)
    return (apart ** 4).mean(axis=axis) / (apart ** 2).mean(axis=axis) ** 2 - (3 if fisher else 0)

def gmean(a, axis=0):
    return np.exp(np.log(np.asarray(a, dtype=np.float64)).mean(axis=axis))

def hmean(a, axis=0):
    return 1 / (1 / np.asarray(a, dtype=np.float64)).mean(axis=axis)

def iqr(x, axis=None):
    high, low = np.percentile(np.asarray(x), [75, 25], axis=axis)
    return high - low

def trim_mean(a, proportiontocut, axis=0):
    a = np.sort(np.asarray(a), axis=axis)
    cut = int(proportiontocut * a.shape[axis])
    return a[cut:a.shape[axis] - cut].mean(axis=axis)

class _Uniform(_Normal):
    def pdf(self, x, loc=0, scale=1):
        z = self._standard(x, loc, scale)
        return np.where((z >= 0) & (z <= 1), 1.0 / scale, 0.0)

    def cdf(self, x, loc=0, scale=1):
        return np.clip(self._standard(x, loc, scale), 0, 1)

    def ppf(self, q, loc=0, scale=1):
        return np.asarray(q) * scale + loc

    def rvs(self, loc=0, scale=1, size=1, random_state=None):
        return check_random_state(random_state).uniform(loc, loc + scale, size)

uniform = _Uniform()

def sem(a, axis=0, ddof=1):
    a = np.asarray(a)
    return np.std(a, axis=axis, ddof=ddof) / np.sqrt(a.shape[axis])
`,
);
