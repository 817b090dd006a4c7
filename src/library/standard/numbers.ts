/** The module numbers: the abstract classes of numbers, in Python. */
import { pythonModule } from '../../python/modules.ts';

export const module = pythonModule(
  'numbers',
  String.raw`
from abc import ABCMeta as _ABCMeta


class Number(metaclass=_ABCMeta):
    __hash__ = None


class Complex(Number):
    pass


class Real(Complex):
    pass


class Rational(Real):
    pass


class Integral(Rational):
    pass


Complex.register(complex)
Real.register(float)
Integral.register(int)
`,
);
