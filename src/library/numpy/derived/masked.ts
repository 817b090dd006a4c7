/** `numpy.ma`: arrays some of whose elements do not count. */
import { type LibraryModule, pythonModule } from '../../../python/modules.ts';
import { maskedArrayClass } from './maskedArrayClass.ts';
import { maskedElsewhere } from './maskedFunctions.ts';

const source = `
import numpy as np

nomask = np.bool_(False)


class MaskError(Exception):
    pass


class _Masked:
    def __repr__(self):
        return "masked"

    def __str__(self):
        return "--"

    def __float__(self):
        return float("nan")

    def __bool__(self):
        return False

    def _same(self, *others):
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _same
    __pow__ = __rpow__ = __floordiv__ = __mod__ = __neg__ = __abs__ = _same


masked = _Masked()


def _plain(dtype):
    return dtype.type in (np.float64, np.int64, np.bool_, np.complex128)


def _short(dtype):
    return dtype.name if dtype.kind in "biufc" else repr(str(dtype)) if dtype.kind in "US" else dtype


def _default_fill(dtype):
    kind = np.dtype(dtype).kind
    return {"b": True, "i": 999999, "u": 999999, "f": 1e20, "c": 1e20 + 0j, "S": b"N/A", "U": "N/A"}.get(kind, "?")


def _shown(array):
    if not array._explicit:
        return array.data
    result = np.empty(array.data.size, dtype=object)
    for i, (value, hidden) in enumerate(zip(array.data.ravel().tolist(), array.mask.ravel().tolist())):
        result[i] = _HIDDEN if hidden else value
    return result.reshape(array.data.shape)


class _Hidden:
    def __repr__(self):
        return "--"


_HIDDEN = _Hidden()


_FUNCTIONS = {"anom", "argsort", "clip", "cumsum", "cumprod", "diagonal", "dot", "nonzero", "ptp", "repeat", "round", "squeeze", "swapaxes", "take", "transpose"}


${maskedArrayClass}


masked_array = MaskedArray


def array(data, dtype=None, copy=False, order=None, mask=nomask, fill_value=None, keep_mask=True):
    return MaskedArray(data, mask=mask, dtype=dtype, fill_value=fill_value)


def asarray(a, dtype=None):
    return a if isinstance(a, MaskedArray) else MaskedArray(a, dtype=dtype)


def isMaskedArray(x):
    return isinstance(x, MaskedArray)


isMA = isarray = isMaskedArray


def is_masked(x):
    return isinstance(x, MaskedArray) and bool(x.mask.any())


def getmask(a):
    return a.mask if isinstance(a, MaskedArray) else nomask


def getmaskarray(arr):
    return arr.mask if isinstance(arr, MaskedArray) else np.zeros(np.shape(arr), dtype=bool)


def getdata(a):
    return a.data if isinstance(a, MaskedArray) else np.asarray(a)


def masked_where(condition, a, copy=True):
    return MaskedArray(a, mask=getdata(condition))


def masked_equal(x, value, copy=True):
    return MaskedArray(x, mask=np.equal(getdata(x), value), fill_value=value)


def masked_not_equal(x, value, copy=True):
    return MaskedArray(x, mask=np.not_equal(getdata(x), value))


def masked_greater(x, value, copy=True):
    return MaskedArray(x, mask=np.greater(getdata(x), value))


def masked_greater_equal(x, value, copy=True):
    return MaskedArray(x, mask=np.greater_equal(getdata(x), value))


def masked_less(x, value, copy=True):
    return MaskedArray(x, mask=np.less(getdata(x), value))


def masked_less_equal(x, value, copy=True):
    return MaskedArray(x, mask=np.less_equal(getdata(x), value))


def masked_inside(x, v1, v2, copy=True):
    low, high = min(v1, v2), max(v1, v2)
    return MaskedArray(x, mask=(getdata(x) >= low) & (getdata(x) <= high))


def masked_outside(x, v1, v2, copy=True):
    low, high = min(v1, v2), max(v1, v2)
    return MaskedArray(x, mask=(getdata(x) < low) | (getdata(x) > high))


def masked_invalid(a, copy=True):
    return MaskedArray(a, mask=~np.isfinite(getdata(a)))


def filled(a, fill_value=None):
    return a.filled(fill_value) if isinstance(a, MaskedArray) else np.asarray(a)


def count(obj, axis=None):
    return asarray(obj).count(axis)


def compressed(x):
    return asarray(x).compressed()


def mean(a, axis=None):
    return asarray(a).mean(axis)


def sum(a, axis=None):
    return asarray(a).sum(axis)


def std(a, axis=None, ddof=0):
    return asarray(a).std(axis, ddof)


def var(a, axis=None, ddof=0):
    return asarray(a).var(axis, ddof)
`;

export const maskedModule: LibraryModule = {
  ...pythonModule('numpy.ma', source),
  elsewhere: maskedElsewhere,
};
