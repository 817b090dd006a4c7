/** The module cmath: mathematics of complex numbers, through real ones, in Python. */
import { pythonModule } from '../../python/modules.ts';

export const module = pythonModule(
  'cmath',
  String.raw`
import math as _math

pi, e, tau, inf, nan = _math.pi, _math.e, _math.tau, _math.inf, _math.nan
infj, nanj = complex(0.0, _math.inf), complex(0.0, _math.nan)


def phase(z, /):
    z = complex(z)
    return _math.atan2(z.imag, z.real)


def polar(z, /):
    return abs(complex(z)), phase(z)


def rect(r, phi, /):
    if phi == 0.0:
        return complex(r, r * phi)
    return complex(r * _math.cos(phi), r * _math.sin(phi))


def isnan(z, /):
    z = complex(z)
    return _math.isnan(z.real) or _math.isnan(z.imag)


def isinf(z, /):
    z = complex(z)
    return _math.isinf(z.real) or _math.isinf(z.imag)


def isfinite(z, /):
    z = complex(z)
    return _math.isfinite(z.real) and _math.isfinite(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError('tolerances must be non-negative')
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = abs(a - b)
    return difference <= rel_tol * abs(b) or difference <= rel_tol * abs(a) or difference <= abs_tol


def exp(z, /):
    z = complex(z)
    length = _math.exp(z.real)
    return complex(length * _math.cos(z.imag), length * _math.sin(z.imag))


def log(x, base=None, /):
    z = complex(x)
    if z == 0:
        raise ValueError('math domain error')
    x, y = abs(z.real), abs(z.imag)
    h = _math.hypot(x, y)
    if 0.71 <= h <= 1.73:
        larger, smaller = max(x, y), min(x, y)
        real = _math.log1p((larger - 1) * (larger + 1) + smaller * smaller) / 2.0
    else:
        real = _math.log(h)
    result = complex(real, _math.atan2(z.imag, z.real))
    return result if base is None else result / log(base)


def log10(z, /):
    value = log(z)
    return complex(value.real / _math.log(10), value.imag / _math.log(10))


def sqrt(z, /):
    z = complex(z)
    if z.real == 0 and z.imag == 0:
        return complex(0.0, z.imag)
    x, y = abs(z.real) / 8.0, abs(z.imag)
    s = 2.0 * _math.sqrt(x + _math.hypot(x, y / 8.0))
    d = y / (2.0 * s)
    if z.real >= 0:
        return complex(s, _math.copysign(d, z.imag))
    return complex(d, _math.copysign(s, z.imag))


def sinh(z, /):
    z = complex(z)
    return complex(_math.cos(z.imag) * _math.sinh(z.real), _math.sin(z.imag) * _math.cosh(z.real))


def cosh(z, /):
    z = complex(z)
    return complex(_math.cos(z.imag) * _math.cosh(z.real), _math.sin(z.imag) * _math.sinh(z.real))


def tanh(z, /):
    z = complex(z)
    tx, ty = _math.tanh(z.real), _math.tan(z.imag)
    cx = 1.0 / _math.cosh(z.real)
    txty = tx * ty
    bottom = 1.0 + txty * txty
    return complex(tx * (1.0 + ty * ty) / bottom, ((ty / bottom) * cx) * cx)


def _turned(function, z):
    """A circular function as the hyperbolic one of i times z."""
    z = complex(z)
    s = function(complex(-z.imag, z.real))
    return complex(s.imag, -s.real)


def sin(z, /):
    return _turned(sinh, z)


def cos(z, /):
    z = complex(z)
    return cosh(complex(-z.imag, z.real))


def tan(z, /):
    return _turned(tanh, z)


def asinh(z, /):
    z = complex(z)
    s1 = sqrt(complex(1.0 + z.imag, -z.real))
    s2 = sqrt(complex(1.0 - z.imag, z.real))
    return complex(_math.asinh(s1.real * s2.imag - s2.real * s1.imag),
                   _math.atan2(z.imag, s1.real * s2.real - s1.imag * s2.imag))


def acosh(z, /):
    z = complex(z)
    s1 = sqrt(complex(z.real - 1.0, z.imag))
    s2 = sqrt(complex(z.real + 1.0, z.imag))
    return complex(_math.asinh(s1.real * s2.real + s1.imag * s2.imag), 2.0 * _math.atan2(s1.imag, s2.real))


def acos(z, /):
    z = complex(z)
    s1 = sqrt(complex(1.0 - z.real, -z.imag))
    s2 = sqrt(complex(1.0 + z.real, z.imag))
    return complex(2.0 * _math.atan2(s1.real, s2.real), _math.asinh(s2.real * s1.imag - s2.imag * s1.real))


def asin(z, /):
    return _turned(asinh, z)


def atanh(z, /):
    z = complex(z)
    if z.real < 0.0 or (z.real == 0.0 and _math.copysign(1.0, z.real) < 0.0):
        return -atanh(-z)
    ay = abs(z.imag)
    if z.real == 1.0 and ay == 0.0:
        raise ValueError('math domain error')
    return complex(_math.log1p(4.0 * z.real / ((1 - z.real) * (1 - z.real) + ay * ay)) / 4.0,
                   -_math.atan2(-2.0 * z.imag, (1 - z.real) * (1 + z.real) - ay * ay) / 2.0)


def atan(z, /):
    return _turned(atanh, z)
`,
);
