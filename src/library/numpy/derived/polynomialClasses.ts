/** The classes of `numpy.polynomial`: series with their domain and window. */

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
