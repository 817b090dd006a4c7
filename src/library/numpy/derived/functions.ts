/** Functions of NumPy's top level that scripts use now and then, in Python on top of the others. */
import { pythonModule } from '../../../python/modules.ts';

const source = `
import math

import numpy as np


class ComplexWarning(RuntimeWarning):
    pass


class VisibleDeprecationWarning(UserWarning):
    pass


class ModuleDeprecationWarning(DeprecationWarning):
    pass


class RankWarning(UserWarning):
    pass


class TooHardError(RuntimeError):
    pass


True_ = np.bool_(True)
False_ = np.bool_(False)
typecodes = {
    "Character": "c",
    "Integer": "bhilqp",
    "UnsignedInteger": "BHILQP",
    "Float": "efdg",
    "Complex": "FDG",
    "AllInteger": "bBhHiIlLqQpP",
    "AllFloat": "efdgFDG",
    "Datetime": "Mm",
    "All": "?bhilqpBHILQPefdgFDGSUVOMm",
}


def unwrap(p, discont=None, axis=-1, *, period=2 * math.pi):
    p = np.asarray(p)
    steps = np.diff(p, axis=axis)
    if discont is None:
        discont = period / 2
    half = period / 2
    wrapped = np.mod(steps + half, period) - half
    wrapped = np.where((wrapped == -half) & (steps > 0), half, wrapped)
    correction = np.where(np.abs(steps) < discont, 0, wrapped - steps)
    first = np.take(p, [0], axis=axis) * 0
    return p + np.concatenate([first, np.cumsum(correction, axis=axis)], axis=axis)


def place(arr, mask, vals):
    mask = np.asarray(mask, dtype=bool)
    values = np.ravel(np.asarray(vals))
    count = int(np.count_nonzero(mask))
    if count > 0 and values.size == 0:
        raise ValueError("Cannot insert from an empty array!")
    arr[mask] = np.resize(values, count)


def sort_complex(a):
    b = np.sort(np.asarray(a))
    return b if np.iscomplexobj(b) else b.astype(complex)


def real_if_close(a, tol=100):
    a = np.asanyarray(a)
    if not np.iscomplexobj(a):
        return a
    limit = tol * np.finfo(float).eps if tol > 1 else tol
    return a.real if np.all(np.absolute(a.imag) < limit) else a


def asfarray(a, dtype=np.float64):
    if not np.issubdtype(dtype, np.inexact):
        dtype = np.float64
    return np.asarray(a, dtype=dtype)


def isfortran(a):
    return a.ndim > 1 and a.flags.f_contiguous and not a.flags.c_contiguous


def alltrue(*args, **kwargs):
    return np.all(*args, **kwargs)


def sometrue(*args, **kwargs):
    return np.any(*args, **kwargs)


def cumproduct(*args, **kwargs):
    return np.cumprod(*args, **kwargs)


def require(a, dtype=None, requirements=None, *, like=None):
    return np.asarray(a, dtype=dtype)


def disp(mesg, device=None, linefeed=True):
    print(mesg, end="\\n" if linefeed else "")


def mask_indices(n, mask_func, k=0):
    return np.nonzero(mask_func(np.ones((n, n), int), k) != 0)


def _square(arr):
    if arr.ndim != 2:
        raise ValueError("input array must be 2-d")


def tril_indices_from(arr, k=0):
    _square(arr)
    return np.tril_indices(arr.shape[-2], k, arr.shape[-1])


def triu_indices_from(arr, k=0):
    _square(arr)
    return np.triu_indices(arr.shape[-2], k, arr.shape[-1])


def diag_indices_from(arr):
    if not arr.ndim >= 2:
        raise ValueError("input array must be at least 2-d")
    if not np.all(np.diff(arr.shape) == 0):
        raise ValueError("All dimensions of input must be of equal length")
    return np.diag_indices(arr.shape[0], arr.ndim)


def packbits(a, axis=None, bitorder="big"):
    bits = (np.asarray(a) != 0).astype(np.uint8)
    if axis is None:
        bits, axis = bits.ravel(), 0
    lines = np.moveaxis(bits, axis, -1)
    missing = -lines.shape[-1] % 8
    if missing:
        lines = np.concatenate([lines, np.zeros(lines.shape[:-1] + (missing,), np.uint8)], axis=-1)
    groups = lines.reshape(lines.shape[:-1] + (-1, 8))
    weights = 1 << np.arange(8)
    if bitorder == "big":
        weights = weights[::-1]
    return np.moveaxis((groups * weights).sum(axis=-1).astype(np.uint8), -1, axis)


def unpackbits(a, axis=None, count=None, bitorder="big"):
    a = np.asarray(a)
    if a.dtype != np.uint8:
        raise TypeError("Expected an input array of unsigned byte data type")
    if axis is None:
        a, axis = a.ravel(), 0
    lines = np.moveaxis(a, axis, -1)
    shifts = np.arange(8)
    if bitorder == "big":
        shifts = shifts[::-1]
    bits = ((lines[..., None].astype(int) >> shifts) & 1).astype(np.uint8)
    bits = bits.reshape(lines.shape[:-1] + (-1,))
    if count is not None:
        bits = bits[..., :count]
    return np.moveaxis(bits, -1, axis)


def frexp(x):
    x = np.asarray(x, dtype=float)
    pairs = [math.frexp(float(value)) for value in x.ravel()]
    shape = x.shape
    mantissa = np.array([pair[0] for pair in pairs]).reshape(shape)
    exponent = np.array([pair[1] for pair in pairs], dtype=np.int32).reshape(shape)
    return mantissa[()], exponent[()]


def ldexp(x1, x2):
    return np.asarray(x1, dtype=float)[()] * 2.0 ** np.asarray(x2)[()]


def _gradient_along(f, spacing, axis, edge_order):
    f = np.moveaxis(f, axis, -1)
    count = f.shape[-1]
    if count < edge_order + 1:
        raise ValueError(
            "Shape of array too small to calculate a numerical gradient, "
            "at least (edge_order + 1) elements are required."
        )
    out = np.empty(f.shape, dtype=f.dtype)
    if np.ndim(spacing) == 0:
        h = spacing
        out[..., 1:-1] = (f[..., 2:] - f[..., :-2]) / (2.0 * h)
        if edge_order == 1:
            out[..., 0] = (f[..., 1] - f[..., 0]) / h
            out[..., -1] = (f[..., -1] - f[..., -2]) / h
        else:
            out[..., 0] = -1.5 / h * f[..., 0] + 2.0 / h * f[..., 1] + -0.5 / h * f[..., 2]
            out[..., -1] = 0.5 / h * f[..., -3] + -2.0 / h * f[..., -2] + 1.5 / h * f[..., -1]
        return np.moveaxis(out, -1, axis)
    left, right = spacing[:-1], spacing[1:]
    a = -right / (left * (left + right))
    b = (right - left) / (left * right)
    c = left / (right * (left + right))
    out[..., 1:-1] = a * f[..., :-2] + b * f[..., 1:-1] + c * f[..., 2:]
    if edge_order == 1:
        out[..., 0] = (f[..., 1] - f[..., 0]) / spacing[0]
        out[..., -1] = (f[..., -1] - f[..., -2]) / spacing[-1]
    else:
        h, k = spacing[0], spacing[1]
        out[..., 0] = -(2.0 * h + k) / (h * (h + k)) * f[..., 0] + (h + k) / (h * k) * f[..., 1] - h / (k * (h + k)) * f[..., 2]
        h, k = spacing[-2], spacing[-1]
        out[..., -1] = k / (h * (h + k)) * f[..., -3] - (k + h) / (h * k) * f[..., -2] + (2.0 * k + h) / (k * (h + k)) * f[..., -1]
    return np.moveaxis(out, -1, axis)


def gradient(f, *varargs, axis=None, edge_order=1):
    f = np.asanyarray(f)
    if f.dtype.kind not in "fc":
        f = f.astype(np.float64)
    count = f.ndim
    if axis is None:
        axes = tuple(range(count))
    else:
        axes = (axis,) if np.ndim(axis) == 0 else tuple(axis)
        axes = tuple(a + count if a < 0 else a for a in axes)
    if len(varargs) == 0:
        spacings = [1.0] * len(axes)
    elif len(varargs) == 1 and np.ndim(varargs[0]) == 0:
        spacings = list(varargs) * len(axes)
    elif len(varargs) == len(axes):
        spacings = list(varargs)
        for i, distances in enumerate(spacings):
            distances = np.asanyarray(distances)
            if distances.ndim == 0:
                continue
            if distances.ndim != 1:
                raise ValueError("distances must be either scalars or 1d")
            if len(distances) != f.shape[axes[i]]:
                raise ValueError("when 1d, distances must match the length of the corresponding dimension")
            steps = np.diff(distances)
            spacings[i] = steps[0] if (steps == steps[0]).all() else steps
    else:
        raise TypeError("invalid number of arguments")
    if edge_order > 2:
        raise ValueError("'edge_order' greater than 2 not supported")
    results = [_gradient_along(f, spacing, a, edge_order) for spacing, a in zip(spacings, axes)]
    return results[0] if len(axes) == 1 else results


class broadcast:
    def __init__(self, *args):
        self._arrays = np.broadcast_arrays(*args)
        self.shape = self._arrays[0].shape
        self.ndim = self.nd = len(self.shape)
        self.size = self._arrays[0].size
        self.numiter = len(args)

    def __iter__(self):
        return zip(*[array.ravel() for array in self._arrays])

`;

export const derivedFunctionsModule = pythonModule('numpy.lib.function_base', source);

/** What of it stands at the top level. */
export const derivedFunctionNames = [
  'ComplexWarning',
  'VisibleDeprecationWarning',
  'ModuleDeprecationWarning',
  'RankWarning',
  'TooHardError',
  'True_',
  'False_',
  'typecodes',
  'unwrap',
  'place',
  'sort_complex',
  'real_if_close',
  'asfarray',
  'isfortran',
  'alltrue',
  'sometrue',
  'cumproduct',
  'require',
  'disp',
  'mask_indices',
  'tril_indices_from',
  'triu_indices_from',
  'diag_indices_from',
  'packbits',
  'unpackbits',
  'frexp',
  'ldexp',
  'broadcast',
  'gradient',
];
