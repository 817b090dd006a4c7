/** `numpy.polynomial`: polynomials by coefficients of rising powers. */
import { type LibraryModule, pythonModule } from '../../../python/modules.ts';
import { polynomialClasses } from './polynomialClasses.ts';
import { polynomialFamilies } from './polynomialFamilies.ts';

const functions = `
import numpy as np


def polyval(x, c, tensor=True):
    return np.polyval(np.asarray(c)[::-1] + 0.0, x)


def polyfit(x, y, deg, rcond=None, full=False, w=None):
    return np.polyfit(x, y, deg, w=w)[::-1] if w is not None else np.polyfit(x, y, deg)[::-1]


def polyadd(c1, c2):
    return polytrim(np.polyadd(np.asarray(c1)[::-1], np.asarray(c2)[::-1])[::-1] + 0.0)


def polysub(c1, c2):
    return polytrim(np.polysub(np.asarray(c1)[::-1], np.asarray(c2)[::-1])[::-1] + 0.0)


def polymul(c1, c2):
    return polytrim(np.convolve(np.asarray(c1) + 0.0, np.asarray(c2)))


def polytrim(c, tol=0):
    c = np.atleast_1d(np.asarray(c))
    kept = np.nonzero(np.abs(c) > tol)[0]
    return c[:1] * 0 if len(kept) == 0 else c[: int(kept[-1]) + 1].copy()


def polyder(c, m=1, scl=1, axis=0):
    c = np.asarray(c) + 0.0
    for _ in range(m):
        c = np.polyder(c[::-1])[::-1] * scl if len(c) > 1 else c * 0
    return c


def polyint(c, m=1, k=[], lbnd=0, scl=1, axis=0):
    constants = list(k) if isinstance(k, (list, tuple)) else [k]
    c = np.asarray(c) + 0.0
    for i in range(m):
        c = np.concatenate([[0.0], c * scl / np.arange(1, len(c) + 1)])
        c[0] += (constants[i] if i < len(constants) else 0) - polyval(lbnd, c)
    return c


polydomain = np.array([-1, 1])
polyzero = np.array([0])
polyone = np.array([1])
polyx = np.array([0, 1])


def polyline(off, scl):
    return np.array([off, scl]) if scl != 0 else np.array([off])


def polymulx(c):
    return np.concatenate([[0.0], np.asarray(c) + 0.0])


def polydiv(c1, c2):
    quotient, remainder = np.polydiv(np.asarray(c1)[::-1], np.asarray(c2)[::-1])
    return quotient[::-1], polytrim(remainder[::-1])


def polypow(c, pow, maxpower=None):
    result = np.array([1.0])
    for _ in range(pow):
        result = polymul(result, c)
    return result


def polyvander(x, deg):
    x = np.atleast_1d(np.asarray(x)) + 0.0
    return np.stack([x ** n for n in range(deg + 1)], axis=-1)


def polyvander2d(x, y, deg):
    columns = polyvander(x, deg[0])[..., :, None] * polyvander(y, deg[1])[..., None, :]
    return columns.reshape(columns.shape[:-2] + (-1,))


def polyval2d(x, y, c):
    c = np.asarray(c)
    return np.sum(polyvander(x, c.shape[0] - 1)[..., :, None] * polyvander(y, c.shape[1] - 1)[..., None, :] * c, axis=(-2, -1)).reshape(np.shape(x))[()]


def polygrid2d(x, y, c):
    c = np.asarray(c)
    return polyvander(x, c.shape[0] - 1) @ c @ polyvander(y, c.shape[1] - 1).T


def polyvalfromroots(x, r, tensor=True):
    return np.prod(np.asarray(x)[..., None] - np.asarray(r), axis=-1)


def polyroots(c):
    return np.sort(np.roots(np.asarray(c)[::-1]))


def polyfromroots(roots):
    return np.poly(roots)[::-1]
`;

export const polynomialPackage: readonly LibraryModule[] = [
  pythonModule('numpy.polynomial', polynomialClasses),
  pythonModule('numpy.polynomial.polynomial', functions),
  ...polynomialFamilies,
];
