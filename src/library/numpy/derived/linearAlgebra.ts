/** The rest of `numpy.linalg`: equations of tensors. */

/** Runs in the module `numpy.linalg`, beside the functions of linearAlgebra.ts. */
export const linearAlgebraSource = `
import numpy as np


def cond(x, p=None):
    x = np.asarray(x)
    if x.size == 0 and 0 in x.shape[-2:]:
        raise LinAlgError("cond is not defined on empty arrays")
    if p is None or p == 2 or p == -2:
        s = svd(x, compute_uv=False)
        with np.errstate(all="ignore"):
            r = s[..., -1] / s[..., 0] if p == -2 else s[..., 0] / s[..., -1]
    else:
        if x.ndim < 2:
            raise LinAlgError(f"{x.ndim}-dimensional array given. Array must be at least two-dimensional")
        if x.shape[-1] != x.shape[-2]:
            raise LinAlgError("Last 2 dimensions of the array must be square")
        with np.errstate(all="ignore"):
            r = norm(x, p, axis=(-2, -1)) * norm(inv(x), p, axis=(-2, -1))
    return r


def tensorsolve(a, b, axes=None):
    a, b = np.asarray(a), np.asarray(b)
    if axes is not None:
        order = [axis for axis in range(a.ndim) if axis not in axes] + list(axes)
        a = a.transpose(order)
    shape = a.shape[b.ndim :]
    size = int(np.prod(shape))
    if a.size != size * size:
        raise LinAlgError("Input arrays must satisfy the requirement             prod(a.shape[b.ndim:]) == prod(a.shape[:b.ndim])")
    return solve(a.reshape(size, size), b.ravel()).reshape(shape)


def tensorinv(a, ind=2):
    a = np.asarray(a)
    if ind <= 0:
        raise ValueError("Invalid ind argument.")
    shape = a.shape[ind:] + a.shape[:ind]
    size = int(np.prod(a.shape[ind:]))
    return inv(a.reshape(size, -1)).reshape(shape)
`;
