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

/** The classes, in the module `numpy.polynomial`. */
export const polynomialClasses = `
import numpy as np
from numpy.polynomial import polynomial, chebyshev, legendre, hermite, hermite_e, laguerre

_SUPER = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SUB = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


class ABCPolyBase:
    __array_priority__ = 1000
    maxpower = 100

    def __init__(self, coef, domain=None, window=None, symbol="x"):
        coef = np.atleast_1d(np.asarray(coef))
        self.coef = coef + 0.0
        self.domain = np.array(type(self)._domain) if domain is None else np.asarray(domain) + 0.0
        self.window = np.array(type(self)._domain) if window is None else np.asarray(window) + 0.0
        if len(self.domain) != 2:
            raise ValueError("Domain has wrong number of elements.")
        if len(self.window) != 2:
            raise ValueError("Window has wrong number of elements.")
        self._symbol = symbol

    symbol = property(lambda self: self._symbol)

    def _f(self, name):
        return getattr(type(self)._module, type(self)._prefix + name)

    def mapparms(self):
        old, new = self.domain, self.window
        length = old[1] - old[0]
        return (old[1] * new[0] - old[0] * new[1]) / length, (new[1] - new[0]) / length

    def __call__(self, arg):
        offset, scale = self.mapparms()
        arg = np.asarray(arg) if isinstance(arg, (list, tuple)) else arg
        return self._f("val")(offset + scale * arg, self.coef)

    def degree(self):
        return len(self.coef) - 1

    def __len__(self):
        return len(self.coef)

    def __iter__(self):
        return iter(self.coef)

    def __repr__(self):
        parts = [repr(part)[6:-1] for part in (self.coef, self.domain, self.window)]
        return f"{type(self).__name__}({parts[0]}, domain={parts[1]}, window={parts[2]}, symbol='{self._symbol}')"

    def _term(self, power):
        if type(self)._prefix == "poly":
            return "x" if power == "1" else "x" + power.translate(_SUPER)
        return f"{type(self)._name}{power.translate(_SUB)}(x)"

    def __str__(self):
        text = str(self.coef[0])
        for power, number in enumerate(self.coef[1:], 1):
            sign = "-" if number < 0 else "+"
            text += f" {sign} {abs(number)}·{self._term(str(power))}"
        return text.replace("x", self._symbol)

    def _made(self, coef):
        return type(self)(coef, self.domain, self.window, self._symbol)

    def _other(self, other):
        if isinstance(other, ABCPolyBase):
            if type(other) is not type(self):
                raise TypeError("Polynomial types differ")
            if not np.all(self.domain == other.domain):
                raise TypeError("Domains differ")
            if not np.all(self.window == other.window):
                raise TypeError("Windows differ")
            return other.coef
        return np.atleast_1d(np.asarray(other))

    def __neg__(self):
        return self._made(-self.coef)

    def __pos__(self):
        return self

    def __add__(self, other):
        return self._made(self._f("add")(self.coef, self._other(other)))

    __radd__ = __add__

    def __sub__(self, other):
        return self._made(self._f("sub")(self.coef, self._other(other)))

    def __rsub__(self, other):
        return self._made(self._f("sub")(self._other(other), self.coef))

    def __mul__(self, other):
        return self._made(self._f("mul")(self.coef, self._other(other)))

    __rmul__ = __mul__

    def __truediv__(self, other):
        if not np.isscalar(other):
            raise TypeError(f"unsupported types for true division: '{type(self)}', '{type(other)}'")
        return self._made(self.coef / other)

    def __divmod__(self, other):
        quotient, remainder = self._f("div")(self.coef, self._other(other))
        return self._made(quotient), self._made(remainder)

    def __floordiv__(self, other):
        return self.__divmod__(other)[0]

    def __mod__(self, other):
        return self.__divmod__(other)[1]

    def __pow__(self, other):
        return self._made(self._f("pow")(self.coef, other))

    def __eq__(self, other):
        return type(other) is type(self) and self.coef.shape == other.coef.shape and bool(np.all(self.coef == other.coef) and np.all(self.domain == other.domain) and np.all(self.window == other.window))

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def copy(self):
        return self._made(self.coef.copy())

    def has_samecoef(self, other):
        return len(self.coef) == len(other.coef) and bool(np.all(self.coef == other.coef))

    def has_samedomain(self, other):
        return bool(np.all(self.domain == other.domain))

    def has_samewindow(self, other):
        return bool(np.all(self.window == other.window))

    def has_sametype(self, other):
        return isinstance(other, type(self))

    def cutdeg(self, deg):
        return self.truncate(deg + 1)

    def trim(self, tol=0):
        return self._made(polynomial.polytrim(self.coef, tol))

    def truncate(self, size):
        if int(size) != size or size < 1:
            raise ValueError("size must be a positive integer")
        return self._made(self.coef[: int(size)])

    def deriv(self, m=1):
        offset, scale = self.mapparms()
        return self._made(self._f("der")(self.coef, m, scale))

    def integ(self, m=1, k=[], lbnd=None):
        offset, scale = self.mapparms()
        start = 0 if lbnd is None else offset + scale * lbnd
        return self._made(self._f("int")(self.coef, m, k, start, 1.0 / scale))

    def roots(self):
        found = self._f("roots")(self.coef)
        offset, scale = self.mapparms()
        return (found - offset) / scale

    def linspace(self, n=100, domain=None):
        start, stop = self.domain if domain is None else domain
        x = np.linspace(start, stop, n)
        return x, self(x)

    def _powers(self):
        module, prefix = type(self)._module, type(self)._prefix
        plain = self.coef if prefix == "poly" else getattr(module, prefix + "2poly")(self.coef)
        offset, scale = self.mapparms()
        result = np.zeros(1)
        for number in plain[::-1]:
            result = polynomial.polyadd(polynomial.polymul(result, [offset, scale]), [number])
        return result

    def convert(self, domain=None, kind=None, window=None):
        kind = type(self) if kind is None else kind
        made = kind([0.0], domain, window)
        offset, scale = made.mapparms()
        result = np.zeros(1)
        for number in self._powers()[::-1]:
            result = polynomial.polyadd(polynomial.polymul(result, [-offset / scale, 1 / scale]), [number])
        made.coef = result if kind._prefix == "poly" else getattr(kind._module, "poly2" + kind._prefix)(result)
        return made

    @classmethod
    def cast(cls, series, domain=None, window=None):
        return series.convert(domain, cls, window)

    @classmethod
    def fit(cls, x, y, deg, domain=None, rcond=None, full=False, w=None, window=None, symbol="x"):
        x = np.asarray(x)
        domain = np.array([x.min(), x.max()]) + 0.0 if domain is None else np.asarray(domain)
        made = cls([0.0], domain, window, symbol)
        offset, scale = made.mapparms()
        made.coef = made._f("fit")(offset + scale * x, y, deg, w=w)
        return made

    @classmethod
    def fromroots(cls, roots, domain=[], window=None, symbol="x"):
        roots = np.asarray(roots) + 0.0
        if domain is None:
            domain = [roots.min(), roots.max()]
            if domain[0] == domain[1]:
                domain = [domain[0] - 1, domain[1] + 1]
        elif len(domain) == 0:
            domain = None
        made = cls([1.0], domain, window, symbol)
        offset, scale = made.mapparms()
        made.coef = made._f("fromroots")(offset + scale * roots) / scale ** len(roots)
        return made

    @classmethod
    def identity(cls, domain=None, window=None, symbol="x"):
        made = cls([0.0], domain, window, symbol)
        offset, scale = made.mapparms()
        made.coef = np.asarray(made._f("line")(-offset / scale, 1 / scale))
        return made

    @classmethod
    def basis(cls, deg, domain=None, window=None, symbol="x"):
        if int(deg) != deg or deg < 0:
            raise ValueError("deg must be non-negative integer")
        return cls([0] * int(deg) + [1], domain, window, symbol)


class Polynomial(ABCPolyBase):
    _module, _prefix, _name, _domain, basis_name = polynomial, "poly", "x", [-1, 1], None


class Chebyshev(ABCPolyBase):
    _module, _prefix, _name, _domain, basis_name = chebyshev, "cheb", "T", [-1, 1], "T"

    @classmethod
    def interpolate(cls, func, deg, domain=None, args=()):
        x = np.sin(0.5 * np.pi / (deg + 1) * np.arange(-deg, deg + 1, 2))
        made = cls([0.0], domain)
        offset, scale = made.mapparms()
        y = func((x - offset) / scale, *args)
        vander = chebyshev.chebvander(x, deg)
        coef = vander.T @ y
        coef[0] /= deg + 1
        coef[1:] /= 0.5 * (deg + 1)
        made.coef = coef
        return made


class Legendre(ABCPolyBase):
    _module, _prefix, _name, _domain, basis_name = legendre, "leg", "P", [-1, 1], "P"


class Hermite(ABCPolyBase):
    _module, _prefix, _name, _domain, basis_name = hermite, "herm", "H", [-1, 1], "H"


class HermiteE(ABCPolyBase):
    _module, _prefix, _name, _domain, basis_name = hermite_e, "herme", "He", [-1, 1], "He"


class Laguerre(ABCPolyBase):
    _module, _prefix, _name, _domain, basis_name = laguerre, "lag", "L", [0, 1], "L"


def set_default_printstyle(style):
    if style not in ("unicode", "ascii"):
        raise ValueError(f"Unsupported format string '{style}'. Valid options are 'ascii' and 'unicode'")
`;
