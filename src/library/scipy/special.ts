/** `scipy.special`: the functions around probabilities, and the error and gamma functions. */
import { pythonModule } from '../../python/modules.ts';

export const specialModule = pythonModule(
  'scipy.special',
  String.raw`
import math
import numpy as np
import scipy.special._precise as _precise

def _whole(x):
    x = np.asarray(x)
    return x if x.dtype.kind == "f" else x.astype(np.float64)

def _result(x):
    return x[()] if isinstance(x, np.ndarray) and x.ndim == 0 else x

def logsumexp(a, axis=None, b=None, keepdims=False, return_sign=False):
    a = _whole(a)
    top = np.amax(a, axis=axis, keepdims=True)
    top = np.where(np.isfinite(top), top, 0)
    terms = np.exp(a - top)
    if b is not None:
        terms = np.asarray(b) * terms
    total = np.sum(terms, axis=axis, keepdims=keepdims)
    sign = np.sign(total)
    if return_sign:
        total = total * sign
    with np.errstate(divide="ignore"):
        result = np.log(total)
    result = result + (top if keepdims else np.squeeze(top, axis=axis))
    return (result, sign) if return_sign else result

def softmax(x, axis=None):
    x = _whole(x)
    shifted = np.exp(x - np.amax(x, axis=axis, keepdims=True))
    return shifted / np.sum(shifted, axis=axis, keepdims=True)

def log_softmax(x, axis=None):
    x = _whole(x)
    shifted = x - np.amax(x, axis=axis, keepdims=True)
    return shifted - np.log(np.sum(np.exp(shifted), axis=axis, keepdims=True))

def expit(x):
    x = _whole(x)
    with np.errstate(over="ignore"):
        return _result(1 / (1 + _precise.exp(-x)))

def log_expit(x):
    x = _whole(x)
    return _result(-np.logaddexp(0, -x))

def logit(x):
    x = _whole(x)
    with np.errstate(divide="ignore", invalid="ignore"):
        return _result(_precise.log(x / (1 - x)))

def xlogy(x, y):
    x, y = _whole(x), _whole(y)
    return _result(np.where(x == 0, 0.0, x * np.log(np.where(x == 0, 1.0, y))))

def xlog1py(x, y):
    return xlogy(x, 1 + np.asarray(y))

def entr(x):
    x = _whole(x)
    return _result(np.where(x == 0, 0.0, np.where(x < 0, -np.inf, -x * np.log(np.where(x > 0, x, 1.0)))))

def rel_entr(x, y):
    x, y = _whole(x), _whole(y)
    inside = (x > 0) & (y > 0)
    value = x * np.log(np.where(inside, x, 1.0) / np.where(inside, y, 1.0))
    return _result(np.where(inside, value, np.where((x == 0) & (y >= 0), 0.0, np.inf)))

kl_div = lambda x, y: rel_entr(x, y) - np.asarray(x) + np.asarray(y)

def _each(function, x):
    x = _whole(x)
    if x.ndim == 0:
        return np.float64(function(float(x)))
    return np.array([function(value) for value in x.ravel().tolist()], dtype=x.dtype).reshape(x.shape)

def erf(x):
    return _each(math.erf, x)

def erfc(x):
    return _each(math.erfc, x)

def gamma(x):
    return _each(math.gamma, x)

def gammaln(x):
    return _each(math.lgamma, x)

def factorial(n, exact=False):
    return math.factorial(n) if exact else gamma(np.asarray(n) + 1.0)

def comb(N, k, *, exact=False, repetition=False):
    return math.comb(N, k) if exact else np.float64(math.comb(N, k))

def kl_div(x, y):
    return rel_entr(x, y) - _whole(x) + _whole(y)

def ndtr(x):
    return 0.5 * erfc(-_whole(x) / math.sqrt(2))

def beta(a, b):
    return np.exp(gammaln(a) + gammaln(b) - gammaln(_whole(a) + _whole(b)))

def binom(n, k):
    return comb(n, k)

def softplus(x):
    return _result(np.logaddexp(0, _whole(x)))

def betainc(a, b, x):
    """The regularised incomplete beta function of plain numbers, by its continued fraction."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1.0 - betainc(b, a, 1 - x)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)) / a
    small = 1e-300
    c, d = 1.0, 1.0 - (a + b) * x / (a + 1)
    d = 1.0 / (d if abs(d) > small else small)
    value = d
    for m in range(1, 500):
        for term in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)), -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            d = 1.0 + term * d
            c = 1.0 + term / c
            d = 1.0 / (d if abs(d) > small else small)
            c = c if abs(c) > small else small
            value *= d * c
        if abs(d * c - 1) < 1e-15:
            break
    return front * value
`,
);
