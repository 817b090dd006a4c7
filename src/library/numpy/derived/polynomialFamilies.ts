/** The orthogonal families of `numpy.polynomial`: one source for all, told apart by their recurrence. */
import { type LibraryModule, pythonModule } from '../../../python/modules.ts';

interface Family {
  readonly module: string;
  /** What the functions' names begin with. */
  readonly prefix: string;
  readonly domain: string;
  /** The polynomial of degree one by its coefficients of rising powers. */
  readonly first: string;
  /** `P[n+1] = (a * x + b) * P[n] - c * P[n-1]`, as a Python tuple in n. */
  readonly recurrence: string;
}

const families: readonly Family[] = [
  {
    module: 'chebyshev',
    prefix: 'cheb',
    domain: '[-1, 1]',
    first: '[0.0, 1.0]',
    recurrence: '2.0, 0.0, 1.0',
  },
  {
    module: 'legendre',
    prefix: 'leg',
    domain: '[-1, 1]',
    first: '[0.0, 1.0]',
    recurrence: '(2 * n + 1) / (n + 1), 0.0, n / (n + 1)',
  },
  {
    module: 'hermite',
    prefix: 'herm',
    domain: '[-1, 1]',
    first: '[0.0, 2.0]',
    recurrence: '2.0, 0.0, 2.0 * n',
  },
  {
    module: 'hermite_e',
    prefix: 'herme',
    domain: '[-1, 1]',
    first: '[0.0, 1.0]',
    recurrence: '1.0, 0.0, 1.0 * n',
  },
  {
    module: 'laguerre',
    prefix: 'lag',
    domain: '[0, 1]',
    first: '[1.0, -1.0]',
    recurrence: '-1 / (n + 1), (2 * n + 1) / (n + 1), n / (n + 1)',
  },
];

const template = `
import numpy as np
from numpy.polynomial import polynomial as _power

PREFIXdomain = np.array(DOMAIN)
PREFIXzero = np.array([0])
PREFIXone = np.array([1])


def _recurrence(n):
    return RECURRENCE


def _series(c):
    return np.atleast_1d(np.asarray(c)) + 0.0


def PREFIXtrim(c, tol=0):
    return _power.polytrim(c, tol)


def PREFIXvander(x, deg):
    if deg < 0:
        raise ValueError("deg must be non-negative")
    x = np.atleast_1d(np.asarray(x)) + 0.0
    columns = [x * 0 + 1]
    if deg > 0:
        columns.append(FIRST[0] + FIRST[1] * x)
    for n in range(1, deg):
        a, b, c = _recurrence(n)
        columns.append((a * x + b) * columns[n] - c * columns[n - 1])
    return np.stack(columns, axis=-1)


def PREFIXval(x, c, tensor=True):
    c = _series(c)
    x = np.asarray(x) if isinstance(x, (list, tuple)) else x
    if len(c) == 1:
        return c[0] + x * 0
    if len(c) == 2:
        return c[0] + c[1] * (FIRST[0] + FIRST[1] * x)
    high, higher = c[-1] + 0 * x, 0 * x
    for n in range(len(c) - 2, 0, -1):
        a, b, _ = _recurrence(n)
        high, higher = c[n] + (a * x + b) * high - _recurrence(n + 1)[2] * higher, high
    return c[0] + (FIRST[0] + FIRST[1] * x) * high - _recurrence(1)[2] * higher


def PREFIXval2d(x, y, c):
    c = np.asarray(c)
    return np.sum(PREFIXvander(x, c.shape[0] - 1)[..., :, None] * PREFIXvander(y, c.shape[1] - 1)[..., None, :] * c, axis=(-2, -1)).reshape(np.shape(x))[()]


def PREFIXgrid2d(x, y, c):
    c = np.asarray(c)
    return PREFIXvander(x, c.shape[0] - 1) @ c @ PREFIXvander(y, c.shape[1] - 1).T


def _basis(deg):
    rows = [np.array([1.0]), np.array(FIRST)]
    for n in range(1, deg):
        a, b, c = _recurrence(n)
        grown = _power.polyadd(np.concatenate([[0.0], a * rows[n]]), b * rows[n])
        rows.append(np.concatenate([grown, np.zeros(n + 2 - len(grown))]) - c * np.concatenate([rows[n - 1], np.zeros(3)])[: n + 2])
    return rows[: deg + 1]


def PREFIX2poly(c):
    c = _series(c)
    result = np.zeros(len(c))
    for weight, row in zip(c, _basis(len(c) - 1)):
        result[: len(row)] += weight * row
    return result


def poly2PREFIX(pol):
    rest = _series(pol).copy()
    rows = _basis(len(rest) - 1)
    result = np.zeros(len(rest))
    for n in range(len(rest) - 1, -1, -1):
        result[n] = rest[n] / rows[n][n]
        rest[: n + 1] -= result[n] * rows[n]
    return result


PREFIXx = poly2PREFIX([0, 1])


def PREFIXline(off, scl):
    return poly2PREFIX([off, scl]) if scl != 0 else np.array([off])


def PREFIXadd(c1, c2):
    return _power.polyadd(c1, c2)


def PREFIXsub(c1, c2):
    return _power.polysub(c1, c2)


def PREFIXmul(c1, c2):
    return PREFIXtrim(poly2PREFIX(_power.polymul(PREFIX2poly(c1), PREFIX2poly(c2))))


def PREFIXmulx(c):
    return PREFIXtrim(poly2PREFIX(np.concatenate([[0.0], PREFIX2poly(c)])))


def PREFIXdiv(c1, c2):
    quotient, remainder = _power.polydiv(PREFIX2poly(c1), PREFIX2poly(c2))
    return PREFIXtrim(poly2PREFIX(quotient)), PREFIXtrim(poly2PREFIX(remainder))


def PREFIXpow(c, pow, maxpower=16):
    result = np.array([1.0])
    for _ in range(pow):
        result = PREFIXmul(result, c)
    return result


def PREFIXder(c, m=1, scl=1, axis=0):
    c = _series(c)
    if m == 0:
        return c
    if m >= len(c):
        return c[:1] * 0
    found = _power.polyder(PREFIX2poly(c), m) * scl ** m
    return poly2PREFIX(found)


def PREFIXint(c, m=1, k=[], lbnd=0, scl=1, axis=0):
    constants = list(k) if isinstance(k, (list, tuple)) else [k]
    c = _series(c)
    for i in range(m):
        c = poly2PREFIX(np.concatenate([[0.0], PREFIX2poly(c) * scl / np.arange(1, len(c) + 1)]))
        c[0] += (constants[i] if i < len(constants) else 0) - PREFIXval(lbnd, c)
    return c


def PREFIXroots(c):
    c = PREFIXtrim(_series(c))
    if len(c) < 2:
        return np.array([])
    return np.sort(np.roots(PREFIX2poly(c)[::-1]))


def PREFIXfromroots(roots):
    return poly2PREFIX(_power.polyfromroots(roots))


def PREFIXfit(x, y, deg, rcond=None, full=False, w=None):
    x, y = np.asarray(x) + 0.0, np.asarray(y) + 0.0
    design = PREFIXvander(x, deg)
    if w is not None:
        design = design * np.asarray(w)[:, None]
        y = y * np.asarray(w)
    scale = np.sqrt((design ** 2).sum(axis=0))
    scale[scale == 0] = 1
    return np.linalg.lstsq(design / scale, y, rcond=len(x) * np.finfo(float).eps if rcond is None else rcond)[0] / scale


def PREFIXgauss(deg):
    if deg < 1:
        raise ValueError("deg must be a positive integer")
    diagonal, beside = np.zeros(deg), np.zeros(max(deg - 1, 0))
    for n in range(deg):
        a, b, _ = _recurrence(n) if n > 0 else (FIRST[1], FIRST[0], 0)
        diagonal[n] = -b / a
        if n > 0:
            previous = FIRST[1] if n == 1 else _recurrence(n - 1)[0]
            beside[n - 1] = np.sqrt(_recurrence(n)[2] / (a * previous))
    matrix = np.diag(diagonal) + np.diag(beside, 1) + np.diag(beside, -1)
    x = np.linalg.eigvalsh(matrix)
    top = np.zeros(deg + 1)
    top[deg] = 1
    x = x - PREFIXval(x, top) / PREFIXval(x, PREFIXder(top))
    vander = PREFIXvander(x, deg - 1)
    norms = np.ones(deg)
    for n in range(1, deg):
        a = FIRST[1] if n == 1 else _recurrence(n - 1)[0]
        norms[n] = norms[n - 1] * _recurrence(n)[2] / _recurrence(n)[0] * a
    total = {"cheb": np.pi, "leg": 2.0, "herm": np.sqrt(np.pi), "herme": np.sqrt(2 * np.pi), "lag": 1.0}["PREFIX"]
    weights = 1 / (vander ** 2 / norms).sum(axis=1)
    if "PREFIX" not in ("lag",):
        x = (x - x[::-1]) / 2
        weights = (weights + weights[::-1]) / 2
    return x, weights * total / weights.sum()
`;

/** The modules of the families. */
export const polynomialFamilies: readonly LibraryModule[] = families.map(family =>
  pythonModule(
    `numpy.polynomial.${family.module}`,
    template
      .replaceAll('PREFIX', family.prefix)
      .replaceAll('DOMAIN', family.domain)
      .replaceAll('FIRST', family.first)
      .replaceAll('RECURRENCE', family.recurrence),
  ),
);
