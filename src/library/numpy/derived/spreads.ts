/** Covariances, correlations and integrals, in Python on top of the other functions. */
import { pythonModule } from '../../../python/modules.ts';

const source = `
import numpy as np


def trapz(y, x=None, dx=1.0, axis=-1):
    y = np.asarray(y)
    if x is None:
        widths = dx
    else:
        x = np.asarray(x)
        if x.ndim == 1:
            widths = np.diff(x)
            shape = [1] * y.ndim
            shape[axis] = widths.shape[0]
            widths = widths.reshape(shape)
        else:
            widths = np.diff(x, axis=axis)
    later, earlier = [slice(None)] * y.ndim, [slice(None)] * y.ndim
    later[axis], earlier[axis] = slice(1, None), slice(None, -1)
    return (widths * (y[tuple(later)] + y[tuple(earlier)]) / 2.0).sum(axis)


trapezoid = trapz


def _frequencies(fweights, observations):
    weights = np.asarray(fweights, dtype=float)
    if not np.all(weights == np.around(weights)):
        raise TypeError("fweights must be integer")
    if weights.ndim > 1:
        raise RuntimeError("cannot handle multidimensional fweights")
    if weights.shape[0] != observations:
        raise RuntimeError("incompatible numbers of samples and fweights")
    if any(weights < 0):
        raise ValueError("fweights cannot be negative")
    return weights


def _reliabilities(aweights, observations):
    weights = np.asarray(aweights, dtype=float)
    if weights.ndim > 1:
        raise RuntimeError("cannot handle multidimensional aweights")
    if weights.shape[0] != observations:
        raise RuntimeError("incompatible numbers of samples and aweights")
    if any(weights < 0):
        raise ValueError("aweights cannot be negative")
    return weights


def cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None, *, dtype=None):
    if ddof is not None and ddof != int(ddof):
        raise ValueError("ddof must be integer")
    m = np.asarray(m)
    if m.ndim > 2:
        raise ValueError("m has more than 2 dimensions")
    if y is not None:
        y = np.asarray(y)
        if y.ndim > 2:
            raise ValueError("y has more than 2 dimensions")
    if dtype is None:
        dtype = np.result_type(m, np.float64) if y is None else np.result_type(m, y, np.float64)
    x = np.array(m, ndmin=2, dtype=dtype)
    if not rowvar and x.shape[0] != 1:
        x = x.T
    if x.shape[0] == 0:
        return np.array([]).reshape(0, 0)
    if y is not None:
        y = np.array(y, copy=False, ndmin=2, dtype=dtype)
        if not rowvar and y.shape[0] != 1:
            y = y.T
        x = np.concatenate((x, y), axis=0)
    if ddof is None:
        ddof = 0 if bias else 1
    weights = None
    if fweights is not None:
        weights = _frequencies(fweights, x.shape[1])
    if aweights is not None:
        reliable = _reliabilities(aweights, x.shape[1])
        weights = reliable if weights is None else weights * reliable
    if weights is None:
        factor = x.shape[1] - ddof
        x = x - np.mean(x, axis=1, keepdims=True)
        right = x.T
    else:
        average, total = np.average(x, axis=1, weights=weights, returned=True)
        total = total[0]
        if ddof == 0:
            factor = total
        elif aweights is None:
            factor = total - ddof
        else:
            factor = total - ddof * sum(weights * reliable) / total
        x = x - average[:, None]
        right = (x * weights).T
    if factor <= 0:
        factor = 0.0
    c = np.dot(x, right.conj())
    return (c * np.true_divide(1, factor)).squeeze()


def corrcoef(x, y=None, rowvar=True, bias=None, ddof=None, *, dtype=None):
    c = cov(x, y, rowvar, dtype=dtype)
    if np.ndim(c) == 0:
        return c / c
    spread = np.sqrt(np.diag(c).real)
    c = c / spread[:, None] / spread[None, :]
    return np.clip(c, -1, 1)
`;

export const spreadsModule = pythonModule('numpy._spreads', source);

/** Names that the module lends to NumPy's top level. */
export const spreadNames = ['trapz', 'trapezoid', 'cov', 'corrcoef'];
