/** `numpy.polynomial`: polynomials by coefficients of rising powers. */
import { type LibraryModule, pythonModule } from '../../../python/modules.ts';

const functions = `
import numpy as np


def polyval(x, c, tensor=True):
    return np.polyval(np.asarray(c)[::-1] + 0.0, x)


def polyfit(x, y, deg, rcond=None, full=False, w=None):
    return np.polyfit(x, y, deg)[::-1]


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
    return np.polyder(np.asarray(c)[::-1] + 0.0, m)[::-1]


def polyint(c, m=1, k=[], lbnd=0, scl=1, axis=0):
    return np.polyint(np.asarray(c)[::-1], m)[::-1]


def polyroots(c):
    return np.sort(np.roots(np.asarray(c)[::-1]))


def polyfromroots(roots):
    return np.poly(roots)[::-1]
`;

const package_ = `
import numpy as np
from numpy.polynomial import polynomial


class Polynomial:
    def __init__(self, coef, domain=None, window=None, symbol="x"):
        self.coef = np.atleast_1d(np.asarray(coef)) + 0.0
        self.domain = np.array([-1, 1]) if domain is None else np.asarray(domain)
        self.window = np.array([-1, 1]) if window is None else np.asarray(window)

    def mapparms(self):
        old, new = self.domain, self.window
        length = old[1] - old[0]
        return (old[1] * new[0] - old[0] * new[1]) / length, (new[1] - new[0]) / length

    def __call__(self, arg):
        offset, scale = self.mapparms()
        return polynomial.polyval(offset + scale * np.asarray(arg), self.coef)

    def degree(self):
        return len(self.coef) - 1

    def __len__(self):
        return len(self.coef)

    def __iter__(self):
        return iter(self.coef)

    def _made(self, coef):
        return Polynomial(coef, self.domain, self.window)

    def __add__(self, other):
        return self._made(polynomial.polyadd(self.coef, getattr(other, "coef", other)))

    def __sub__(self, other):
        return self._made(polynomial.polysub(self.coef, getattr(other, "coef", other)))

    def __mul__(self, other):
        return self._made(polynomial.polymul(self.coef, np.atleast_1d(getattr(other, "coef", other))))

    __radd__ = __add__
    __rmul__ = __mul__

    def deriv(self, m=1):
        return self._made(polynomial.polyder(self.coef, m) * self.mapparms()[1] ** m)

    def roots(self):
        found = polynomial.polyroots(self.coef)
        offset, scale = self.mapparms()
        return (found - offset) / scale

    def convert(self, domain=None, kind=None, window=None):
        offset, scale = self.mapparms()
        result = np.zeros(1)
        for number in self.coef[::-1]:
            result = polynomial.polyadd(polynomial.polymul(result, [offset, scale]), [number])
        return Polynomial(result)

    @classmethod
    def fit(cls, x, y, deg, domain=None, rcond=None, full=False, w=None, window=None):
        x = np.asarray(x)
        domain = np.array([x.min(), x.max()]) if domain is None else np.asarray(domain)
        made = cls([0.0], domain, window)
        offset, scale = made.mapparms()
        made.coef = polynomial.polyfit(offset + scale * x, y, deg)
        return made

    @classmethod
    def fromroots(cls, roots, domain=None, window=None):
        return cls(polynomial.polyfromroots(roots))
`;

export const polynomialPackage: readonly LibraryModule[] = [
  pythonModule('numpy.polynomial', package_),
  pythonModule('numpy.polynomial.polynomial', functions),
];
