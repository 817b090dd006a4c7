/** `np.nditer` and its neighbours, in Python: several arrays walked together. */
import { pythonModule } from '../../../python/modules.ts';

const source = `
import numpy as np


class nditer:
    def __init__(self, op, flags=None, op_flags=None, op_dtypes=None, order="K", casting="safe", op_axes=None, itershape=None, buffersize=0):
        single = not isinstance(op, (list, tuple))
        given = [op] if single else list(op)
        self._single = single
        self._flags = list(flags or [])
        modes = list(op_flags or [])
        if modes and isinstance(modes[0], str):
            modes = [modes] * len(given)
        while len(modes) < len(given):
            modes.append(["readonly"] if given[len(modes)] is not None else ["writeonly", "allocate"])
        known = [np.asarray(item) for item in given if item is not None]
        shape = np.broadcast_shapes(*[array.shape for array in known])
        kinds = op_dtypes if isinstance(op_dtypes, (list, tuple)) else [op_dtypes] * len(given)
        common = np.result_type(*known) if known else float
        self.operands = tuple(
            np.zeros(shape, dtype=kind or common) if item is None else np.asarray(item) for item, kind in zip(given, kinds)
        )
        self._writes = ["readwrite" in mode or "writeonly" in mode for mode in modes]
        self._views = [array if array.shape == shape else np.broadcast_to(array, shape) for array in self.operands]
        self.shape = shape
        self.ndim = len(shape)
        self.itersize = int(np.prod(shape))
        if order == "F" or (order == "K" and len(known) == 1 and known[0].ndim > 1 and known[0].flags.f_contiguous and not known[0].flags.c_contiguous):
            self._places = [place[::-1] for place in np.ndindex(*shape[::-1])]
        else:
            self._places = list(np.ndindex(*shape))
        self._kinds = kinds
        self.iterindex = 0

    finished = property(lambda self: self.iterindex >= self.itersize)
    nop = property(lambda self: len(self.operands))

    @property
    def multi_index(self):
        if "multi_index" not in self._flags:
            raise ValueError("Iterator is not tracking a multi-index")
        return self._places[self.iterindex]

    @property
    def index(self):
        if "c_index" in self._flags:
            return int(np.ravel_multi_index(self._places[self.iterindex], self.shape)) if self.ndim else 0
        if "f_index" in self._flags:
            return int(np.ravel_multi_index(self._places[self.iterindex][::-1], self.shape[::-1])) if self.ndim else 0
        raise ValueError("Iterator does not have an index")

    def _element(self, which, place):
        view = self._views[which]
        kind = self._kinds[which]
        element = view[tuple(slice(i, i + 1) for i in place)].reshape(()) if self.ndim else view[...]
        if kind is not None and not self._writes[which] and element.dtype != np.dtype(kind):
            return element.astype(kind)
        return element

    @property
    def value(self):
        place = self._places[self.iterindex]
        values = tuple(self._element(which, place) for which in range(len(self._views)))
        return values[0] if self._single else values

    def __getitem__(self, which):
        return self._element(which, self._places[self.iterindex])

    def __setitem__(self, which, value):
        self._views[which][self._places[self.iterindex]] = value

    def __len__(self):
        return len(self.operands)

    def iternext(self):
        self.iterindex += 1
        return not self.finished

    def reset(self):
        self.iterindex = 0

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *args):
        return None

    def __iter__(self):
        if "external_loop" in self._flags:
            flat = tuple(view.ravel() for view in self._views)
            yield flat[0] if self._single else flat
            return
        while not self.finished:
            yield self.value
            self.iterindex += 1


nditer.__module__ = "numpy"


class flatiter:
    def __init__(self, array):
        self.base = array
        self.index = 0

    coords = property(lambda self: tuple(int(i) for i in np.unravel_index(self.index, self.base.shape)))

    def __len__(self):
        return self.base.size

    def __iter__(self):
        return iter(self.base.ravel()) if self.index == 0 else self

    def __next__(self):
        if self.index >= self.base.size:
            raise StopIteration
        self.index += 1
        return self.base.ravel()[self.index - 1]

    def __getitem__(self, key):
        if isinstance(key, (int, np.integer)) and not -self.base.size <= key < self.base.size:
            raise IndexError(f"index {key} is out of bounds for axis 0 with size {self.base.size}")
        found = self.base.ravel()[key]
        return found.copy() if isinstance(found, np.ndarray) else found

    def __setitem__(self, key, value):
        if isinstance(key, (int, np.integer)) and not -self.base.size <= key < self.base.size:
            raise IndexError(f"index {key} is out of bounds for size {self.base.size}")
        places = np.arange(self.base.size)[key]
        values = np.asarray(value, self.base.dtype if self.base.dtype.names else None)
        self.base[np.unravel_index(places, self.base.shape)] = np.resize(values, np.shape(places)) if values.ndim else value

    def __array__(self, dtype=None):
        return self.base.ravel() if dtype is None else self.base.ravel().astype(dtype)

    def __eq__(self, other):
        return self.base.ravel() == np.asarray(other)

    def __ne__(self, other):
        return self.base.ravel() != np.asarray(other)

    def copy(self):
        return self.base.flatten()


def einsum_path(subscripts, *operands, optimize="greedy", einsum_call=False):
    path = ["einsum_path"]
    left = len(operands)
    while left > 2:
        path.append((0, 1))
        left -= 1
    path.append(tuple(range(left)))
    return path, ""


def format_float_scientific(x, precision=None, unique=True, trim="k", sign=False, pad_left=None, exp_digits=None, min_digits=None):
    digits = precision
    text = f"{float(x):.{digits}e}" if digits is not None else None
    if text is None or unique:
        short = repr(float(x))
        mantissa, exponent = f"{float(short):.17e}".split("e")
        for count in range(18):
            tried = f"{float(x):.{count}e}"
            if float(tried) == float(x):
                break
        if text is None or count < digits:
            text = tried
    mantissa, exponent = text.split("e")
    if "." not in mantissa:
        mantissa += "."
    if trim == "-":
        mantissa = mantissa.rstrip("0").rstrip(".")
    if exp_digits is not None:
        exponent = exponent[0] + exponent[1:].lstrip("0").rjust(exp_digits, "0")
    return ("+" if sign and float(x) >= 0 else "") + mantissa + "e" + exponent


def find_common_type(array_types, scalar_types):
    if not array_types:
        return np.result_type(*scalar_types)
    if len(array_types) == 1 and not scalar_types:
        return np.dtype(array_types[0])
    arrays = np.result_type(*array_types)
    if not scalar_types:
        return arrays
    scalars = np.result_type(*scalar_types)
    ranks = {"b": 0, "i": 1, "u": 1, "f": 2, "c": 3}
    if ranks.get(scalars.kind, 4) > ranks.get(arrays.kind, 4):
        return np.promote_types(scalars, arrays)
    return arrays


def typename(char):
    return {"?": "bool", "b": "signed char", "B": "unsigned char", "h": "short", "H": "unsigned short", "i": "integer", "I": "unsigned integer", "l": "long integer", "L": "unsigned long integer", "q": "long long integer", "f": "single precision", "d": "double precision", "F": "complex single precision", "D": "complex double precision", "S": "string", "U": "unicode", "V": "void", "O": "object"}[char]


def mintypecode(typechars, typeset="GDFgdf", default="d"):
    codes = [item if isinstance(item, str) else np.asarray(item).dtype.char for item in typechars]
    kept = [code for code in codes if code in typeset]
    if not kept:
        return default
    if "F" in kept and "d" in kept:
        return "D"
    return min(kept, key="GDFgdf".index)


def issctype(rep):
    return isinstance(rep, (type, np.dtype)) and np.issubdtype(np.dtype(rep), np.generic) and rep is not object


def obj2sctype(rep, default=None):
    try:
        return np.dtype(rep).type
    except TypeError:
        return default


def sctype2char(sctype):
    return np.dtype(sctype).char


def maximum_sctype(t):
    return {"i": np.int64, "u": np.uint64, "f": np.float64, "c": np.complex128}.get(np.dtype(t).kind, np.dtype(t).type)


def issubclass_(arg1, arg2):
    return isinstance(arg1, type) and issubclass(arg1, arg2)


sctypes = {
    "int": [np.int8, np.int16, np.int32, np.int64],
    "uint": [np.uint8, np.uint16, np.uint32, np.uint64],
    "float": [np.float16, np.float32, np.float64],
    "complex": [np.complex64, np.complex128],
    "others": [bool, object, bytes, str, np.void],
}
ScalarType = (int, float, complex, bool, bytes, str) + tuple(np.dtype(code).type for code in "?bBhHiIlLefdFDSUO")
little_endian = True
MAXDIMS = 32
CLIP, WRAP, RAISE = 0, 1, 2


def getbufsize():
    return 8192


def setbufsize(size):
    return 8192


def geterrcall():
    return None


def seterrcall(func):
    return None
`;

/** Names that the module lends to NumPy's top level. */
export const iteratorNames = [
  'nditer',
  'flatiter',
  'einsum_path',
  'format_float_scientific',
  'find_common_type',
  'typename',
  'mintypecode',
  'issctype',
  'obj2sctype',
  'sctype2char',
  'maximum_sctype',
  'issubclass_',
  'sctypes',
  'ScalarType',
  'little_endian',
  'MAXDIMS',
  'CLIP',
  'WRAP',
  'RAISE',
  'getbufsize',
  'setbufsize',
  'geterrcall',
  'seterrcall',
];

export const iteratorsModule = pythonModule('numpy._iterators', source);
