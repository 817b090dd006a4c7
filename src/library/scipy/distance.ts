/** `scipy.spatial.distance`: distances between vectors, and between the rows of two matrices. */
import { pythonModule } from '../../python/modules.ts';

export const distanceModule = pythonModule(
  'scipy.spatial.distance',
  String.raw`
import numpy as np

def _vector(u):
    return np.asarray(u, dtype=np.float64)

def euclidean(u, v): return np.sqrt(((_vector(u) - _vector(v)) ** 2).sum())
def sqeuclidean(u, v): return ((_vector(u) - _vector(v)) ** 2).sum()
def cityblock(u, v): return np.abs(_vector(u) - _vector(v)).sum()
def chebyshev(u, v): return np.abs(_vector(u) - _vector(v)).max()
def minkowski(u, v, p=2): return (np.abs(_vector(u) - _vector(v)) ** p).sum() ** (1 / p)
def hamming(u, v): return (np.asarray(u) != np.asarray(v)).mean()

def cosine(u, v):
    u, v = _vector(u), _vector(v)
    return 1 - (u * v).sum() / np.sqrt((u * u).sum() * (v * v).sum())

def correlation(u, v):
    return cosine(_vector(u) - np.mean(u), _vector(v) - np.mean(v))

def jensenshannon(p, q, base=None):
    p, q = _vector(p) / np.sum(p), _vector(q) / np.sum(q)
    m = (p + q) / 2
    part = lambda a: np.where(a > 0, a * np.log(np.where(a > 0, a, 1.0) / np.where(m > 0, m, 1.0)), 0.0).sum()
    value = (part(p) + part(q)) / 2
    return np.sqrt(value if base is None else value / np.log(base))

def cdist(XA, XB, metric="euclidean"):
    a, b = _vector(XA)[:, np.newaxis, :], _vector(XB)[np.newaxis, :, :]
    if metric == "euclidean":
        return np.sqrt(((a - b) ** 2).sum(axis=2))
    if metric == "sqeuclidean":
        return ((a - b) ** 2).sum(axis=2)
    if metric == "cityblock":
        return np.abs(a - b).sum(axis=2)
    if metric == "cosine":
        return 1 - (a * b).sum(axis=2) / np.sqrt((a * a).sum(axis=2) * (b * b).sum(axis=2))
    raise NotImplementedError("cdist with metric=%r is not supported by Kerascope yet" % metric)

def squareform(X):
    X = np.asarray(X)
    if X.ndim == 2:
        return X[np.triu_indices(len(X), 1)]
    size = int((1 + (1 + 8 * len(X)) ** 0.5) / 2)
    result = np.zeros((size, size))
    result[np.triu_indices(size, 1)] = X
    return result + result.T

def pdist(X, metric="euclidean"):
    return cdist(X, X, metric)[np.triu_indices(len(X), 1)]
`,
);
