/** `np.matrix`: two-dimensional arrays whose product is that of matrices, in Python. */
import { pythonModule } from '../../../python/modules.ts';

const source = `
import numpy as np


def _plain(value):
    return value.view(np.ndarray) if isinstance(value, matrix) else np.asarray(value)


def _matrix(array):
    return np.atleast_2d(array).view(matrix)


def _read(text):
    rows = [row.replace(",", " ").split() for row in text.strip("[] ").split(";")]
    if len({len(row) for row in rows}) > 1:
        raise ValueError("Rows not the same size.")
    return [[float(word) if any(c in word for c in ".eE") else int(word) for word in row] for row in rows]


def _reduction(name):
    def reduce(self, axis=None, dtype=None, out=None, **options):
        array = _plain(self)
        result = getattr(np, name)(array, axis=axis, **options)
        return result if axis is None else _matrix(np.expand_dims(result, axis))
    return reduce


class matrix(np.ndarray):
    __module__ = "numpy"
    __array_priority__ = 10.0

    def __new__(cls, data, dtype=None, copy=True):
        array = np.array(_read(data) if isinstance(data, str) else _plain(data), dtype=dtype)
        if array.ndim > 2:
            raise ValueError("shape too large to be a matrix.")
        return np.atleast_2d(array).view(cls)

    def __repr__(self):
        return "matrix" + repr(_plain(self))[5:].replace("\\n", "\\n ")

    def __str__(self):
        return str(_plain(self))

    def __getitem__(self, key):
        found = _plain(self)[key]
        if np.ndim(found) == 0:
            return found
        if found.ndim == 1:
            column = isinstance(key, tuple) and len(key) > 1 and isinstance(key[1], (int, np.integer))
            found = found.reshape(-1, 1) if column else found.reshape(1, -1)
        return found.view(matrix)

    def __iter__(self):
        return (self[i] for i in range(len(self)))

    def __mul__(self, other):
        return self._product(other)

    def _product(self, other):
        if np.ndim(other) == 0:
            return _matrix(_plain(self) * other)
        return _matrix(np.dot(_plain(self), np.atleast_2d(_plain(other))))

    def __rmul__(self, other):
        if np.ndim(other) == 0:
            return _matrix(other * _plain(self))
        return _matrix(np.atleast_2d(_plain(other)) @ _plain(self))

    def __matmul__(self, other):
        return self._product(other)

    def __rmatmul__(self, other):
        return _matrix(np.atleast_2d(_plain(other)) @ _plain(self))

    def __imul__(self, other):
        self[:] = self * other
        return self

    def __pow__(self, other):
        return _matrix(np.linalg.matrix_power(_plain(self), other))

    def __add__(self, other):
        return _matrix(_plain(self) + _plain(other))

    __radd__ = __add__

    def __sub__(self, other):
        return _matrix(_plain(self) - _plain(other))

    def __rsub__(self, other):
        return _matrix(_plain(other) - _plain(self))

    def __truediv__(self, other):
        return _matrix(_plain(self) / _plain(other))

    def __rtruediv__(self, other):
        return _matrix(_plain(other) / _plain(self))

    def __floordiv__(self, other):
        return _matrix(_plain(self) // _plain(other))

    def __mod__(self, other):
        return _matrix(_plain(self) % _plain(other))

    def __neg__(self):
        return _matrix(-_plain(self))

    def __abs__(self):
        return _matrix(abs(_plain(self)))

    def __eq__(self, other):
        return _matrix(_plain(self) == _plain(other))

    def __ne__(self, other):
        return _matrix(_plain(self) != _plain(other))

    def __lt__(self, other):
        return _matrix(_plain(self) < _plain(other))

    def __le__(self, other):
        return _matrix(_plain(self) <= _plain(other))

    def __gt__(self, other):
        return _matrix(_plain(self) > _plain(other))

    def __ge__(self, other):
        return _matrix(_plain(self) >= _plain(other))

    def getA(self):
        return _plain(self)

    def getA1(self):
        return _plain(self).ravel()

    def getT(self):
        return _matrix(_plain(self).T)

    def getH(self):
        return _matrix(_plain(self).conj().T)

    def getI(self):
        rows, columns = self.shape
        return _matrix(np.linalg.inv(_plain(self)) if rows == columns else np.linalg.pinv(_plain(self)))

    A = property(getA)
    A1 = property(getA1)
    T = property(getT)
    H = property(getH)
    I = property(getI)

    def transpose(self, *axes):
        return self.getT()

    def dot(self, other):
        return self._product(other)

    def ravel(self, order="C"):
        return _matrix(_plain(self).ravel(order))

    def flatten(self, order="C"):
        return _matrix(_plain(self).flatten(order))

    def reshape(self, *shape, order="C"):
        return _matrix(_plain(self).reshape(*shape))

    def astype(self, dtype, *args, **options):
        return _matrix(_plain(self).astype(dtype))

    def round(self, decimals=0):
        return _matrix(np.round(_plain(self), decimals))

    sum = _reduction("sum")
    mean = _reduction("mean")
    std = _reduction("std")
    var = _reduction("var")
    prod = _reduction("prod")
    max = _reduction("max")
    min = _reduction("min")
    any = _reduction("any")
    all = _reduction("all")
    ptp = _reduction("ptp")
    argmax = _reduction("argmax")
    argmin = _reduction("argmin")


def asmatrix(data, dtype=None):
    return data if isinstance(data, matrix) and dtype is None else matrix(data, dtype=dtype)


mat = asmatrix


def bmat(obj, ldict=None, gdict=None):
    if isinstance(obj, np.ndarray):
        return _matrix(obj)
    if isinstance(obj[0], np.ndarray):
        return _matrix(np.concatenate([_plain(part) for part in obj], axis=-1))
    return _matrix(np.concatenate([np.concatenate([_plain(part) for part in row], axis=-1) for row in obj], axis=0))
`;

/** Names that the module lends to NumPy's top level. */
export const matrixNames = ['matrix', 'mat', 'asmatrix', 'bmat'];

export const matrixModule = pythonModule('numpy._matrix', source);
