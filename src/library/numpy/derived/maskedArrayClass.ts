/** The class `numpy.ma.MaskedArray`, a part of the source of that module. */

export const maskedArrayClass = `class MaskedArray:
    __array_priority__ = 15

    def __init__(self, data=None, mask=nomask, dtype=None, copy=False, fill_value=None, keep_mask=True, shrink=True):
        own = data.mask if isinstance(data, MaskedArray) else False
        self._explicit = mask is not nomask or (isinstance(data, MaskedArray) and data._explicit)
        self.data = np.array(data.data if isinstance(data, MaskedArray) else data, dtype=dtype)
        given = np.asarray(mask, dtype=bool)
        if given.size not in (1, self.data.size) or (given.size == 1 and given.ndim > self.data.ndim):
            raise MaskError(f"Mask and data not compatible: data size is {self.data.size}, mask size is {given.size}.")
        if given.size == self.data.size and given.shape != self.data.shape:
            given = given.reshape(self.data.shape)
        self._mask = np.broadcast_to(given | np.asarray(own), self.data.shape).copy()
        self._fill = fill_value

    shape = property(lambda self: self.data.shape)
    ndim = property(lambda self: self.data.ndim)
    size = property(lambda self: self.data.size)
    dtype = property(lambda self: self.data.dtype)
    T = property(lambda self: MaskedArray(self.data.T, self.mask.T))
    _hard = False
    hardmask = property(lambda self: self._hard)
    recordmask = property(lambda self: self.mask)

    def harden_mask(self):
        self._hard = True
        return self

    def soften_mask(self):
        self._hard = False
        return self

    @property
    def mask(self):
        return self._mask

    @mask.setter
    def mask(self, value):
        self._explicit = self._explicit or value is not nomask
        self._mask = np.broadcast_to(np.asarray(value, dtype=bool), self.data.shape).copy()

    @property
    def fill_value(self):
        value = _default_fill(self.dtype) if self._fill is None else self._fill
        return self.dtype.type(value) if self.dtype.kind in "biufc" else value

    @fill_value.setter
    def fill_value(self, value):
        self._fill = value

    def _implied(self):
        return _plain(self.dtype) and not (self._explicit and self.mask.all())

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
            if not self._implied():
                shown[-1] += ","
                shown.append(f"  dtype={_short(self.dtype)}")
            return "\\n".join(["masked_array(", *shown]) + ")"
        rows = [f"masked_array(data={np.array2string(_shown(self), separator=', ', prefix=' ' * 18)},"]
        if self._explicit:
            rows.append(f"             mask={np.array2string(self.mask, separator=', ', prefix=' ' * 18)},")
        else:
            rows.append("             mask=False,")
        last = f"       fill_value={self.fill_value!r}"
        if self._implied():
            return "\\n".join([*rows, last + ")"])
        return "\\n".join([*rows, last + ",", f"            dtype={_short(self.dtype)})"])

    def __getitem__(self, key):
        values, hidden = self.data[key], self.mask[key]
        if np.ndim(hidden) == 0:
            return masked if hidden else values
        return MaskedArray(values, hidden)

    def __setitem__(self, key, value):
        key = key.filled(False) if isinstance(key, MaskedArray) else key
        if value is masked:
            self.mask[key] = True
        elif self._hard:
            hidden = self.mask[key]
            self.data[key] = np.where(hidden, self.data[key], getdata(value))
            self._mask[key] = hidden | getmask(value)
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
        if result.dtype == bool:
            same = np.broadcast_to(self.mask == getmaskarray(other), result.shape)
            agree = {np.equal: same, np.not_equal: ~same}
            kept = np.where(hidden, agree[operation], result) if operation in agree else result
        else:
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

    def sort(self, axis=-1):
        ordered = np.ma.sort(self, axis)
        self.data[...], self._mask[...] = ordered.data, ordered.mask

    def argsort(self, axis=None):
        return np.ma.argsort(self.ravel() if axis is None else self, -1 if axis is None else axis)

    def item(self, *args):
        return self.data.item(*args)

    def trace(self, offset=0):
        return self.diagonal(offset).astype(float).filled(0).sum()

    def view(self):
        return self.copy()

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
        if hasattr(np.ndarray, name) or name in ("anom", "baseclass", "get_fill_value", "get_imag", "get_real", "hardmask", "harden_mask", "ids", "iscontiguous", "recordmask", "sharedmask", "shrink_mask", "soften_mask", "toflex", "torecords", "unshare_mask"):
            raise NotImplementedError(f"numpy.ma.MaskedArray.{name} is not supported by Kerascope yet")
        raise AttributeError(f"'MaskedArray' object has no attribute '{name}'")

    def flatten(self, order="C"):
        return self.ravel().copy()

    def tolist(self):
        return [None if item is masked else item.tolist() for item in self]
`;
