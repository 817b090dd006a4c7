/** `scipy.sparse`: matrices that encoders give; kept dense inside, since a run's are small. */
import { pythonModule } from '../../python/modules.ts';

export const sparseModule = pythonModule(
  'scipy.sparse',
  String.raw`
import numpy as np

class csr_matrix:
    format = "csr"
    ndim = 2

    def __init__(self, arg1, shape=None, dtype=None, copy=False):
        if isinstance(arg1, csr_matrix):
            arg1 = arg1._dense
        if isinstance(arg1, tuple):
            if len(arg1) == 2 and not hasattr(arg1[0], "__len__"):
                arg1 = np.zeros(arg1, dtype=dtype or np.float64)
            elif len(arg1) == 2:
                arg1 = self._placed(arg1, shape)
            else:
                arg1 = self._rows(arg1, shape)
        self._dense = np.atleast_2d(np.asarray(arg1, dtype=dtype))
        self.shape = self._dense.shape
        self.dtype = self._dense.dtype

    def _placed(self, parts, shape):
        values, (rows, columns) = parts
        if shape is None:
            shape = (int(np.max(rows)) + 1, int(np.max(columns)) + 1)
        dense = np.zeros(shape, dtype=np.asarray(values).dtype)
        np.add.at(dense, (np.asarray(rows), np.asarray(columns)), np.asarray(values))
        return dense

    def _rows(self, parts, shape):
        values, columns, starts = [np.asarray(part) for part in parts]
        if shape is None:
            shape = (len(starts) - 1, int(columns.max()) + 1)
        return self._placed((values, (np.repeat(np.arange(len(starts) - 1), np.diff(starts)), columns)), shape)

    def toarray(self):
        return self._dense.copy()

    todense = toarray

    @property
    def A(self):
        return self.toarray()

    @property
    def T(self):
        return csr_matrix(self._dense.T)

    @property
    def nnz(self):
        return int(np.count_nonzero(self._dense))

    def tocsr(self):
        return self

    tocsc = tocoo = tocsr

    def astype(self, dtype):
        return csr_matrix(self._dense.astype(dtype))

    def sum(self, axis=None):
        return self._dense.sum(axis=axis)

    def mean(self, axis=None):
        return self._dense.mean(axis=axis)

    def dot(self, other):
        return self._dense.dot(other._dense if isinstance(other, csr_matrix) else other)

    def __matmul__(self, other):
        return self.dot(other)

    def __getitem__(self, key):
        part = self._dense[key]
        return part if np.ndim(part) == 0 else csr_matrix(part)

    def __repr__(self):
        return "<%dx%d sparse matrix of type '%s'\n\twith %d stored elements in Compressed Sparse Row format>" % (
            self.shape[0], self.shape[1], self.dtype.type, self.nnz,
        )

    def __str__(self):
        rows, columns = np.nonzero(self._dense)
        return "\n".join(
            "  (%s, %s)\t%s" % (row, column, self._dense[row, column]) for row, column in zip(rows, columns)
        )

    def __len__(self):
        raise TypeError("sparse matrix length is ambiguous; use getnnz() or shape[0]")

csc_matrix = coo_matrix = csr_matrix

def issparse(x):
    return isinstance(x, csr_matrix)

isspmatrix = isspmatrix_csr = issparse

def _dense_of(block):
    return block._dense if isinstance(block, csr_matrix) else np.asarray(block)

def hstack(blocks, format=None, dtype=None):
    return csr_matrix(np.hstack([_dense_of(block) for block in blocks]), dtype=dtype)

def vstack(blocks, format=None, dtype=None):
    return csr_matrix(np.vstack([_dense_of(block) for block in blocks]), dtype=dtype)
`,
);
