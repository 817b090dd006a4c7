/** The fractions module, in Python: exact rational numbers. */
import { pythonModule } from '../../python/modules.ts';

export const module = pythonModule(
  'fractions',
  String.raw`
import math as _math
import re as _re

_TEXT = _re.compile(r'\s*([-+]?)(\d[\d_]*|(?=\.\d))(?:/(\d+)|(?:\.(\d*))?(?:[eE]([-+]?\d+))?)\s*$')


def _from_text(text):
    found = _TEXT.match(text)
    if found is None:
        raise ValueError('Invalid literal for Fraction: %r' % text)
    sign, whole, bottom, decimals, exponent = found.groups()
    numerator = int(whole or '0')
    denominator = 1
    if bottom:
        denominator = int(bottom)
    else:
        if decimals:
            numerator = numerator * 10 ** len(decimals) + int(decimals)
            denominator = 10 ** len(decimals)
        if exponent:
            power = int(exponent)
            if power >= 0:
                numerator *= 10 ** power
            else:
                denominator *= 10 ** -power
    return (-numerator if sign == '-' else numerator), denominator


class Fraction:
    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            if isinstance(numerator, Fraction):
                return numerator if cls is Fraction else cls._reduced(numerator._numerator, numerator._denominator)
            if isinstance(numerator, str):
                top, bottom = _from_text(numerator)
            elif isinstance(numerator, (int, float)):
                top, bottom = numerator.as_integer_ratio()
            elif hasattr(numerator, 'as_integer_ratio'):
                top, bottom = numerator.as_integer_ratio()
            else:
                raise TypeError('argument should be a string or a Rational instance')
        elif isinstance(numerator, (int, Fraction)) and isinstance(denominator, (int, Fraction)):
            top = numerator.numerator * denominator.denominator
            bottom = denominator.numerator * numerator.denominator
        else:
            raise TypeError('both arguments should be Rational instances')
        if bottom == 0:
            raise ZeroDivisionError('Fraction(%s, 0)' % top)
        return cls._reduced(top, bottom)

    @classmethod
    def _reduced(cls, top, bottom):
        divisor = _math.gcd(top, bottom)
        if bottom < 0:
            divisor = -divisor
        self = object.__new__(cls)
        self._numerator = top // divisor
        self._denominator = bottom // divisor
        return self

    numerator = property(lambda self: self._numerator)
    denominator = property(lambda self: self._denominator)
    real = property(lambda self: +self)
    imag = property(lambda self: 0)

    @classmethod
    def from_float(cls, value):
        return cls(*value.as_integer_ratio())

    @classmethod
    def from_decimal(cls, value):
        return cls(*value.as_integer_ratio())

    def as_integer_ratio(self):
        return (self._numerator, self._denominator)

    def is_integer(self):
        return self._denominator == 1

    def conjugate(self):
        return +self

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        before, current = (0, 1), (1, 0)
        top, bottom = self._numerator, self._denominator
        while True:
            digit = top // bottom
            size = before[1] + digit * current[1]
            if size > max_denominator:
                break
            before, current = current, (before[0] + digit * current[0], size)
            top, bottom = bottom, top - digit * bottom
        steps = (max_denominator - before[1]) // current[1]
        first = Fraction(before[0] + steps * current[0], before[1] + steps * current[1])
        second = Fraction(current[0], current[1])
        return second if abs(second - self) <= abs(first - self) else first

    def __repr__(self):
        return '%s(%s, %s)' % (type(self).__name__, self._numerator, self._denominator)

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else '%s/%s' % (self._numerator, self._denominator)

    def __add__(self, other):
        if isinstance(other, (int, Fraction)):
            return Fraction._reduced(self._numerator * other.denominator + other.numerator * self._denominator,
                                     self._denominator * other.denominator)
        return _with_float(self, other, lambda a, b: a + b)

    def __radd__(self, other):
        if isinstance(other, int):
            return self + other
        return _with_float(self, other, lambda a, b: b + a)

    def __sub__(self, other):
        if isinstance(other, (int, Fraction)):
            return self + -other
        return _with_float(self, other, lambda a, b: a - b)

    def __rsub__(self, other):
        if isinstance(other, int):
            return -self + other
        return _with_float(self, other, lambda a, b: b - a)

    def __mul__(self, other):
        if isinstance(other, (int, Fraction)):
            return Fraction._reduced(self._numerator * other.numerator, self._denominator * other.denominator)
        return _with_float(self, other, lambda a, b: a * b)

    def __rmul__(self, other):
        if isinstance(other, int):
            return self * other
        return _with_float(self, other, lambda a, b: b * a)

    def __truediv__(self, other):
        if isinstance(other, (int, Fraction)):
            return Fraction(self._numerator * other.denominator, self._denominator * other.numerator)
        return _with_float(self, other, lambda a, b: a / b)

    def __rtruediv__(self, other):
        if isinstance(other, int):
            return Fraction(other * self._denominator, self._numerator)
        return _with_float(self, other, lambda a, b: b / a)

    def __floordiv__(self, other):
        if isinstance(other, (int, Fraction)):
            return (self._numerator * other.denominator) // (self._denominator * other.numerator)
        return _with_float(self, other, lambda a, b: a // b)

    def __rfloordiv__(self, other):
        if isinstance(other, int):
            return (other * self._denominator) // self._numerator
        return _with_float(self, other, lambda a, b: b // a)

    def __mod__(self, other):
        if isinstance(other, (int, Fraction)):
            bottom = self._denominator * other.denominator
            return Fraction((self._numerator * other.denominator) % (other.numerator * self._denominator), bottom)
        return _with_float(self, other, lambda a, b: a % b)

    def __rmod__(self, other):
        if isinstance(other, int):
            return Fraction(other) % self
        return _with_float(self, other, lambda a, b: b % a)

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __pow__(self, other):
        if isinstance(other, (int, Fraction)):
            if other.denominator != 1:
                return float(self) ** float(other)
            power = other.numerator
            if power >= 0:
                return Fraction._reduced(self._numerator ** power, self._denominator ** power)
            if self._numerator == 0:
                raise ZeroDivisionError('Fraction(%s, 0)' % (self._denominator ** -power))
            return Fraction._reduced(self._denominator ** -power, self._numerator ** -power)
        return float(self) ** other

    def __rpow__(self, other):
        if self._denominator == 1:
            return other ** self._numerator
        return other ** float(self)

    def __neg__(self):
        return Fraction._reduced(-self._numerator, self._denominator)

    def __pos__(self):
        return Fraction._reduced(self._numerator, self._denominator)

    def __abs__(self):
        return Fraction._reduced(abs(self._numerator), self._denominator)

    def __bool__(self):
        return self._numerator != 0

    def __float__(self):
        return self._numerator / self._denominator

    def __int__(self):
        return self.__trunc__()

    def __trunc__(self):
        whole = abs(self._numerator) // self._denominator
        return -whole if self._numerator < 0 else whole

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self._numerator, self._denominator)
            if rest * 2 > self._denominator or (rest * 2 == self._denominator and whole % 2 == 1):
                whole += 1
            return whole
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        if self._denominator == 1:
            return hash(self._numerator)
        value = float(self)
        if Fraction.from_float(value) == self:
            return hash(value)
        modulus = 2 ** 61 - 1
        inverse = pow(self._denominator, -1, modulus) if self._denominator % modulus else 314159
        result = abs(self._numerator) * inverse % modulus
        result = result if self._numerator >= 0 else -result
        return -2 if result == -1 else result

    def __eq__(self, other):
        if isinstance(other, (int, Fraction)):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, float):
            return _math.isfinite(other) and self == Fraction(other)
        return NotImplemented

    def _order(self, other, test):
        if isinstance(other, (int, Fraction)):
            return test(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if not _math.isfinite(other):
                return test(0.0, other)
            return self._order(Fraction(other), test)
        return NotImplemented

    def __lt__(self, other):
        return self._order(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._order(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._order(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._order(other, lambda a, b: a >= b)


def _with_float(fraction, other, operate):
    if isinstance(other, (float, complex)):
        return operate(float(fraction), other)
    return NotImplemented
`,
);
