/** `numpy.ma`: arrays some of whose elements do not count. */
import { type LibraryModule, pythonModule } from '../../../python/modules.ts';
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


masked = _Masked()


def _plain(dtype):
    return dtype.type in (np.float64, np.int64, np.bool_)


def _short(dtype):
    return dtype.name if dtype.kind in "biufc" else dtype


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


class MaskedArray:
    __array_priority__ = 15

    def __init__(self, data=None, mask=nomask, dtype=None, copy=False, fill_value=None, keep_mask=True, shrink=True):
        own = data.mask if isinstance(data, MaskedArray) else False
        self._explicit = mask is not nomask or (isinstance(data, MaskedArray) and data._explicit)
        self.data = np.array(data.data if isinstance(data, MaskedArray) else data, dtype=dtype)
        self.mask = np.broadcast_to(np.asarray(mask, dtype=bool) | np.asarray(own), self.data.shape).copy()
        self._fill = fill_value

    shape = property(lambda self: self.data.shape)
    ndim = property(lambda self: self.data.ndim)
    size = property(lambda self: self.data.size)
    dtype = property(lambda self: self.data.dtype)
    T = property(lambda self: MaskedArray(self.data.T, self.mask.T))
    fill_value = property(lambda self: _default_fill(self.dtype) if self._fill is None else self._fill)

    def __array__(self, dtype=None):
        return self.data if dtype is None else self.data.astype(dtype)

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        return (self[i] for i in range(len(self.data)))

    def __str__(self):
        return str(_shown(self))

    def __repr__(self):
        if any(length != 1 for length in self.data.shape[:-1]):
            shown = [f"  data={np.array2string(_shown(self), separator=', ', prefix=' ' * 7)},"]
            mask = np.array2string(self.mask, separator=", ", prefix=" " * 7) if self._explicit else "False"
            shown += [f"  mask={mask},", f"  fill_value={self.fill_value!r}"]
            if not _plain(self.dtype):
                shown[-1] += ","
                shown.append(f"  dtype={_short(self.dtype)}")
            return "\\n".join(["masked_array(", *shown]) + ")"
        rows = [f"masked_array(data={np.array2string(_shown(self), separator=', ', prefix=' ' * 18)},"]
        if self._explicit:
            rows.append(f"             mask={np.array2string(self.mask, separator=', ', prefix=' ' * 18)},")
        else:
            rows.append("             mask=False,")
        last = f"       fill_value={self.fill_value!r}"
        if _plain(self.dtype):
            return "\\n".join([*rows, last + ")"])
        return "\\n".join([*rows, last + ",", f"            dtype={_short(self.dtype)})"])

    def __getitem__(self, key):
        values, hidden = self.data[key], self.mask[key]
        if np.ndim(hidden) == 0:
            return masked if hidden else values
        return MaskedArray(values, hidden)

    def __setitem__(self, key, value):
        if value is masked:
            self.mask[key] = True
        else:
            self.data[key] = value.data if isinstance(value, MaskedArray) else value
            self.mask[key] = value.mask if isinstance(value, MaskedArray) else False

    def _apply(self, operation, other, reverse=False):
        mine, theirs = self.data, getattr(other, "data", other) if isinstance(other, MaskedArray) else other
        with np.errstate(all="ignore"):
            result = operation(theirs, mine) if reverse else operation(mine, theirs)
        hidden = self.mask | other.mask if isinstance(other, MaskedArray) else self.mask
        if operation in (np.divide, np.floor_divide, np.remainder):
            hidden = hidden | (np.asarray(mine if reverse else theirs) == 0)
        told = self._explicit or (isinstance(other, MaskedArray) and other._explicit) or np.any(hidden)
        kept = np.where(hidden, np.broadcast_to(mine, result.shape), result).astype(result.dtype)
        return MaskedArray(kept, hidden if told else nomask)

    def __add__(self, other):
        return self._apply(np.add, other)

    __radd__ = __add__

    def __sub__(self, other):
        return self._apply(np.subtract, other)

    def __rsub__(self, other):
        return self._apply(np.subtract, other, True)

    def __mul__(self, other):
        return self._apply(np.multiply, other)

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self._apply(np.divide, other)

    def __rtruediv__(self, other):
        return self._apply(np.divide, other, True)

    def __pow__(self, other):
        return self._apply(np.power, other)

    def __neg__(self):
        return MaskedArray(-self.data, self.mask)

    def __eq__(self, other):
        return self._apply(np.equal, other)

    def __ne__(self, other):
        return self._apply(np.not_equal, other)

    def __lt__(self, other):
        return self._apply(np.less, other)

    def __le__(self, other):
        return self._apply(np.less_equal, other)

    def __gt__(self, other):
        return self._apply(np.greater, other)

    def __ge__(self, other):
        return self._apply(np.greater_equal, other)

    def filled(self, fill_value=None):
        return np.where(self.mask, self.fill_value if fill_value is None else fill_value, self.data).astype(self.dtype)

    def compressed(self):
        return self.data[~self.mask]

    def count(self, axis=None):
        return np.sum(~self.mask, axis=axis)

    def _reduced(self, values, axis):
        hidden = np.all(self.mask, axis=axis)
        if np.ndim(hidden) == 0:
            return masked if hidden else values
        return MaskedArray(values, hidden)

    def sum(self, axis=None):
        return self._reduced(np.sum(np.where(self.mask, 0, self.data).astype(self.dtype), axis=axis), axis)

    def prod(self, axis=None):
        return self._reduced(np.prod(np.where(self.mask, 1, self.data).astype(self.dtype), axis=axis), axis)

    def mean(self, axis=None):
        count = self.count(axis)
        total = np.sum(np.where(self.mask, 0, self.data), axis=axis)
        return self._reduced(total / np.maximum(count, 1), axis)

    def var(self, axis=None, ddof=0):
        count = np.sum(~self.mask, axis=axis, keepdims=True)
        center = np.sum(np.where(self.mask, 0, self.data), axis=axis, keepdims=True) / np.maximum(count, 1)
        squares = np.where(self.mask, 0, (self.data - center) ** 2)
        return self._reduced(np.sum(squares, axis=axis) / np.maximum(self.count(axis) - ddof, 1), axis)

    def std(self, axis=None, ddof=0):
        found = self.var(axis, ddof)
        return found if found is masked else MaskedArray(np.sqrt(found.data), found.mask) if isinstance(found, MaskedArray) else np.sqrt(found)

    def _extreme(self, function, filler, axis):
        return self._reduced(function(np.where(self.mask, filler, self.data).astype(self.dtype), axis=axis), axis)

    def max(self, axis=None):
        least = np.iinfo(self.dtype).min if self.dtype.kind in "iu" else -np.inf
        return self._extreme(np.max, least, axis)

    def min(self, axis=None):
        most = np.iinfo(self.dtype).max if self.dtype.kind in "iu" else np.inf
        return self._extreme(np.min, most, axis)

    def argmax(self, axis=None):
        least = np.iinfo(self.dtype).min if self.dtype.kind in "iu" else -np.inf
        return np.argmax(np.where(self.mask, least, self.data), axis=axis)

    def argmin(self, axis=None):
        most = np.iinfo(self.dtype).max if self.dtype.kind in "iu" else np.inf
        return np.argmin(np.where(self.mask, most, self.data), axis=axis)

    def any(self, axis=None):
        return self._reduced(np.any(np.where(self.mask, False, self.data), axis=axis), axis)

    def all(self, axis=None):
        return self._reduced(np.all(np.where(self.mask, True, self.data), axis=axis), axis)

    def reshape(self, *shape):
        return MaskedArray(self.data.reshape(*shape), self.mask.reshape(*shape))

    def ravel(self):
        return MaskedArray(self.data.ravel(), self.mask.ravel())

    def copy(self):
        return MaskedArray(self.data.copy(), self.mask.copy())

    def astype(self, dtype):
        return MaskedArray(self.data.astype(dtype), self.mask)

    def __abs__(self):
        return MaskedArray(abs(self.data), self.mask)

    def __floordiv__(self, other):
        return self._apply(np.floor_divide, other)

    def __mod__(self, other):
        return self._apply(np.remainder, other)

    def __getattr__(self, name):
        if name in _FUNCTIONS:
            return lambda *args, **options: getattr(np.ma, name)(self, *args, **options)
        raise AttributeError(f"'MaskedArray' object has no attribute '{name}'")

    def flatten(self, order="C"):
        return self.ravel().copy()

    def tolist(self):
        return [None if item is masked else item.tolist() for item in self]


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
