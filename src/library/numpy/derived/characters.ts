/** `numpy.char`: string methods for every element of an array of text. */
import { pythonModule } from '../../../python/modules.ts';

const source = `
import numpy as np


def _each(method, a, *args, dtype=None):
    arrays = np.broadcast_arrays(np.asarray(a), *[np.asarray(arg) for arg in args])
    rows = zip(*[array.ravel().tolist() for array in arrays])
    results = [method(*row) for row in rows]
    return np.array(results, dtype=dtype if results else "<U1").reshape(arrays[0].shape)


def _width(a):
    a = np.asarray(a)
    return a.dtype if a.dtype.kind in "US" else None


def _method(name, a, *args, dtype=None):
    return _each(lambda text, *rest: getattr(text, name)(*rest), a, *args, dtype=dtype)


def add(x1, x2):
    return _each(lambda a, b: a + b, x1, x2)


def multiply(a, i):
    return _each(lambda text, count: text * max(count, 0), a, i)


def mod(a, values):
    return _each(lambda text, value: text % value, a, values)


def capitalize(a):
    return _method("capitalize", a, dtype=_width(a))


def lower(a):
    return _method("lower", a, dtype=_width(a))


def upper(a):
    return _method("upper", a, dtype=_width(a))


def title(a):
    return _method("title", a, dtype=_width(a))


def swapcase(a):
    return _method("swapcase", a, dtype=_width(a))


def center(a, width, fillchar=" "):
    return _method("center", a, width, fillchar)


def ljust(a, width, fillchar=" "):
    return _method("ljust", a, width, fillchar)


def rjust(a, width, fillchar=" "):
    return _method("rjust", a, width, fillchar)


def zfill(a, width):
    return _method("zfill", a, width)


def expandtabs(a, tabsize=8):
    return _method("expandtabs", a, tabsize)


def strip(a, chars=None):
    return _method("strip", a, *([] if chars is None else [chars]), dtype=_width(a))


def lstrip(a, chars=None):
    return _method("lstrip", a, *([] if chars is None else [chars]), dtype=_width(a))


def rstrip(a, chars=None):
    return _method("rstrip", a, *([] if chars is None else [chars]), dtype=_width(a))


def replace(a, old, new, count=None):
    return _method("replace", a, old, new) if count is None else _method("replace", a, old, new, count)


def join(sep, seq):
    return _each(lambda separator, text: separator.join(text), sep, seq)


def _lists(name, a, *args):
    a = np.asarray(a)
    result = np.empty(a.size, dtype=object)
    for i, text in enumerate(a.ravel().tolist()):
        result[i] = getattr(text, name)(*args)
    return result.reshape(a.shape)


def split(a, sep=None, maxsplit=None):
    return _lists("split", a, sep, -1 if maxsplit is None else maxsplit)


def rsplit(a, sep=None, maxsplit=None):
    return _lists("rsplit", a, sep, -1 if maxsplit is None else maxsplit)


def splitlines(a, keepends=None):
    return _lists("splitlines", a, bool(keepends))


def partition(a, sep):
    a = np.asarray(a)
    return np.array([text.partition(sep) for text in a.ravel().tolist()]).reshape(a.shape + (3,))


def rpartition(a, sep):
    a = np.asarray(a)
    return np.array([text.rpartition(sep) for text in a.ravel().tolist()]).reshape(a.shape + (3,))


def encode(a, encoding="utf-8", errors="strict"):
    return _each(lambda text: text.encode(encoding, errors), a)


def decode(a, encoding="utf-8", errors="strict"):
    return _each(lambda text: text.decode(encoding, errors), a)


def count(a, sub, start=0, end=None):
    return _each(lambda text, part: text[:end].count(part, start), a, sub, dtype=int)


def find(a, sub, start=0, end=None):
    return _each(lambda text, part: text[:end].find(part, start), a, sub, dtype=int)


def rfind(a, sub, start=0, end=None):
    return _each(lambda text, part: text[:end].rfind(part, start), a, sub, dtype=int)


def index(a, sub, start=0, end=None):
    return _each(lambda text, part: text[:end].index(part, start), a, sub, dtype=int)


def rindex(a, sub, start=0, end=None):
    return _each(lambda text, part: text[:end].rindex(part, start), a, sub, dtype=int)


def startswith(a, prefix, start=0, end=None):
    return _each(lambda text, part: text[:end].startswith(part, start), a, prefix, dtype=bool)


def endswith(a, suffix, start=0, end=None):
    return _each(lambda text, part: text[start:end].endswith(part), a, suffix, dtype=bool)


def str_len(a):
    return _each(len, a, dtype=int)


def isalnum(a):
    return _method("isalnum", a, dtype=bool)


def isalpha(a):
    return _method("isalpha", a, dtype=bool)


def isdecimal(a):
    return _method("isdecimal", a, dtype=bool)


def isdigit(a):
    return _method("isdigit", a, dtype=bool)


def islower(a):
    return _method("islower", a, dtype=bool)


def isnumeric(a):
    return _method("isnumeric", a, dtype=bool)


def isspace(a):
    return _method("isspace", a, dtype=bool)


def istitle(a):
    return _method("istitle", a, dtype=bool)


def isupper(a):
    return _method("isupper", a, dtype=bool)


def _compared(name):
    def compare(x1, x2):
        a, b = np.asarray(x1), np.asarray(x2)
        return getattr(np, name)(rstrip(a), rstrip(b))

    return compare


equal, not_equal, greater, greater_equal, less, less_equal = [
    _compared(name) for name in ("equal", "not_equal", "greater", "greater_equal", "less", "less_equal")
]
`;

export const charactersModule = pythonModule('numpy.char', source, { aliases: ['numpy.core.defchararray'] });
