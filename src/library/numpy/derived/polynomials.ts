/** Polynomials of one variable, highest power first: `np.poly1d`, `np.roots` and arithmetic on coefficients. */
import { pythonModule } from '../../../python/modules.ts';

const source = `
import numpy as np


def _trimmed(p):
    p = np.atleast_1d(np.asarray(p))
    if p.ndim > 1:
        raise ValueError("Polynomial must be 1d only.")
    p = np.trim_zeros(p, trim="f")
    return p if len(p) > 0 else np.array([0], dtype=p.dtype)


def poly(seq_of_zeros):
    zeros = np.atleast_1d(np.asarray(seq_of_zeros))
    if zeros.ndim == 2:
        if zeros.shape[0] != zeros.shape[1]:
            raise ValueError("input must be 1d or non-empty square 2d array.")
        zeros = np.linalg.eigvals(zeros)
    elif zeros.ndim != 1:
        raise ValueError("input must be 1d or non-empty square 2d array.")
    if len(zeros) == 0:
        return 1.0
    result = np.ones(1, dtype=complex if np.iscomplexobj(zeros) else float)
    for zero in zeros:
        result = np.convolve(result, np.array([1, -zero], dtype=result.dtype))
    if np.iscomplexobj(result) and np.allclose(result.imag, 0):
        result = result.real
    return result


def roots(p):
    p = np.atleast_1d(np.asarray(p))
    if p.ndim != 1:
        raise ValueError("Input must be a rank-1 array.")
    filled = np.nonzero(p)[0]
    if len(filled) == 0:
        return np.array([])
    at_zero = len(p) - filled[-1] - 1
    p = p[int(filled[0]) : int(filled[-1]) + 1].astype(float)
    count = len(p)
    if count < 2:
        return np.zeros(at_zero) if at_zero else np.array([])
    companion = np.diag(np.ones(count - 2), -1)
    companion[0, :] = -p[1:] / p[0]
    found = np.linalg.eigvals(companion)
    return np.concatenate([found, np.zeros(at_zero, found.dtype)])


def _aligned(a, b):
    wrap = isinstance(a, poly1d) or isinstance(b, poly1d)
    a, b = np.atleast_1d(np.asarray(a)), np.atleast_1d(np.asarray(b))
    longest = max(len(a), len(b))
    a = np.concatenate([np.zeros(longest - len(a), a.dtype), a])
    b = np.concatenate([np.zeros(longest - len(b), b.dtype), b])
    return wrap, a, b


def polyadd(a1, a2):
    wrap, a, b = _aligned(a1, a2)
    return poly1d(a + b) if wrap else a + b


def polysub(a1, a2):
    wrap, a, b = _aligned(a1, a2)
    return poly1d(a - b) if wrap else a - b


def polydiv(u, v):
    wrap = isinstance(u, poly1d) or isinstance(v, poly1d)
    u = np.atleast_1d(np.asarray(u)) + 0.0
    v = np.atleast_1d(np.asarray(v)) + 0.0
    m, n = len(u) - 1, len(v) - 1
    scale = 1.0 / v[0]
    quotient = np.zeros(max(m - n + 1, 1), u.dtype)
    rest = u.astype(u.dtype)
    for k in range(0, m - n + 1):
        factor = scale * rest[k]
        quotient[k] = factor
        rest[k : k + n + 1] -= factor * v
    while len(rest) > 1 and np.allclose(rest[0], 0, rtol=1e-14):
        rest = rest[1:]
    if wrap:
        return poly1d(quotient), poly1d(rest)
    return quotient, rest


def _polyfit(x, y, deg, rcond, full, w, cov):
    order = int(deg) + 1
    x, y = np.asarray(x) + 0.0, np.asarray(y) + 0.0
    if deg < 0:
        raise ValueError("expected deg >= 0")
    if y.ndim < 1 or y.ndim > 2:
        raise TypeError("expected 1D or 2D array for y")
    if rcond is not None:
        raise NotImplementedError("the cutoff rcond of polyfit is not supported by Kerascope")
    left, right = np.vander(x, order), y
    if w is not None:
        w = np.asarray(w) + 0.0
        if w.ndim != 1:
            raise TypeError("expected a 1-d array for weights")
        if w.shape[0] != y.shape[0]:
            raise TypeError("expected w and y to have the same length")
        left = left * w[:, np.newaxis]
        right = right * (w[:, np.newaxis] if right.ndim == 2 else w)
    scale = np.sqrt((left * left).sum(axis=0))
    left = left / scale
    c, residuals, rank, s = np.linalg.lstsq(left, right, None)
    c = (c.T / scale).T
    if full:
        return c, residuals, rank, s, len(x) * np.finfo(x.dtype).eps
    if cov:
        base = np.linalg.inv(np.dot(left.T, left))
        base = base / np.outer(scale, scale)
        factor = 1
        if cov != "unscaled":
            if len(x) <= order:
                raise ValueError("the number of data points must exceed order to scale the covariance matrix")
            factor = residuals / (len(x) - order)
        if y.ndim == 1:
            return c, base * factor
        return c, base[:, :, np.newaxis] * factor
    return c


class poly1d:
    __array_priority__ = 1000

    def __init__(self, c_or_r, r=False, variable=None):
        if isinstance(c_or_r, poly1d):
            self.variable = c_or_r.variable
            self.coeffs = c_or_r.coeffs
        else:
            if r:
                c_or_r = poly(c_or_r)
            self.coeffs = _trimmed(c_or_r)
            self.variable = "x"
        if variable is not None:
            self.variable = variable

    coef = property(lambda self: self.coeffs)
    coefficients = property(lambda self: self.coeffs)
    c = property(lambda self: self.coeffs)
    order = property(lambda self: len(self.coeffs) - 1)
    o = property(lambda self: len(self.coeffs) - 1)
    roots = property(lambda self: roots(self.coeffs))
    r = property(lambda self: roots(self.coeffs))

    def __array__(self, t=None):
        return self.coeffs if t is None else self.coeffs.astype(t)

    def __repr__(self):
        return f"poly1d({repr(self.coeffs)[6:-1]})"

    def __len__(self):
        return self.order

    def __str__(self):
        # Powers stand on a line of their own above the terms.
        upper, lower = " ", ""
        last = len(self.coeffs) - 1
        started = False
        for index, number in enumerate(self.coeffs):
            power = last - index
            text = "%.4g" % number
            if text == "0" and not (power == 0 and index == 0):
                continue
            term = text if power == 0 else f"{text} {self.variable}"
            if started:
                term = f" - {term[1:]}" if term.startswith("-") else f" + {term}"
            started = True
            lower += term
            if power > 1:
                upper = upper.ljust(len(lower)) + str(power)
                lower = lower.ljust(len(upper) - 1)
        return f"{upper}\\n{lower}"

    def __call__(self, val):
        return np.polyval(self.coeffs, val)

    def __neg__(self):
        return poly1d(-self.coeffs)

    def __pos__(self):
        return self

    def __add__(self, other):
        return poly1d(polyadd(self.coeffs, np.asarray(other)))

    __radd__ = __add__

    def __sub__(self, other):
        return poly1d(polysub(self.coeffs, np.asarray(other)))

    def __rsub__(self, other):
        return poly1d(polysub(np.asarray(other), self.coeffs))

    def __mul__(self, other):
        if np.isscalar(other):
            return poly1d(self.coeffs * other)
        return poly1d(np.polymul(self.coeffs, np.asarray(other)))

    __rmul__ = __mul__

    def __pow__(self, val):
        if not np.isscalar(val) or int(val) != val or val < 0:
            raise ValueError("Power to non-negative integers only.")
        result = poly1d([1])
        for _ in range(val):
            result = result * self
        return result

    def __truediv__(self, other):
        if np.isscalar(other):
            return poly1d(self.coeffs / other)
        return polydiv(self, poly1d(other))

    def __eq__(self, other):
        if not isinstance(other, poly1d):
            return NotImplemented
        return self.coeffs.shape == other.coeffs.shape and bool((self.coeffs == other.coeffs).all())

    def __ne__(self, other):
        return not self == other

    def __getitem__(self, val):
        if val > self.order or val < 0:
            return self.coeffs.dtype.type(0)
        return self.coeffs[self.order - val]

    def __setitem__(self, key, val):
        if key < 0:
            raise ValueError("Does not support negative powers.")
        if key > self.order:
            self.coeffs = np.concatenate([np.zeros(key - self.order, self.coeffs.dtype), self.coeffs])
        self.coeffs[self.order - key] = val

    def __iter__(self):
        return iter(self.coeffs)

    def integ(self, m=1, k=0):
        return poly1d(np.polyint(self.coeffs, m, k))

    def deriv(self, m=1):
        return poly1d(np.polyder(self.coeffs, m))
`;

export const polynomialModule = pythonModule('numpy.lib.polynomial', source);

/** What of it stands at the top level. */
export const polynomialNames = ['poly', 'poly1d', 'polyadd', 'polydiv', 'polysub', 'roots'];
