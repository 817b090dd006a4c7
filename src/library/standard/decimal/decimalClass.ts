/** `decimal.Decimal`. */
import { PyClass } from '../../../python/classes.ts';
import { TypeError as PyTypeError, raise } from '../../../python/errors.ts';
import { ClassMethod, method, named, native, property } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { objectClass } from '../../../python/types.ts';
import {
  isInt,
  NOT_IMPLEMENTED,
  NotKnown,
  PyFloat,
  PyTuple,
  Unknown,
  type Value,
} from '../../../python/values.ts';
import { add, divide, divideWhole, multiply, type Operation, remainder, subtract } from './arithmetic.ts';
import type { Context } from './context.ts';
import { contextOf } from './contextClass.ts';
import { equality, ordering } from './decimalComparison.ts';
import { conversions, methods, signs, tests } from './decimalMethods.ts';
import { convert, made, ofInteger, operandOf, PyDecimal, read } from './decimalValue.ts';
import { type DecimalNumber, numberOfDouble } from './number.ts';
import { power } from './transcendental.ts';

/** `__add__` and `__radd__` of an operation. */
function operators(name: string, operation: Operation): [string, Value][] {
  const both = (flipped: boolean) =>
    method(`__${flipped ? 'r' : ''}${name}__(self, value, /)`, ([self, value], py) => {
      const other = operandOf(value);
      if (other === null) return NOT_IMPLEMENTED;
      const [a, b] = flipped ? [other, read(self)] : [read(self), other];
      return made(operation(py, contextOf(py, null), a, b));
    });
  return named(both(false), both(true));
}

/** Both parts of `divmod`. */
function quotientAndRest(py: Interpreter, a: DecimalNumber, b: DecimalNumber): PyTuple {
  const context = contextOf(py, null);
  return new PyTuple([made(divideWhole(py, context, a, b)), made(remainder(py, context, a, b))]);
}

export const decimalClass: PyClass = new PyClass(
  'Decimal',
  [objectClass],
  [
    ...named(
      native(
        "__new__(cls, value='0', context=None)",
        ([cls, value, context], py) =>
          new PyDecimal(convert(py, value, contextOf(py, context)), cls as PyClass),
      ),
      ...conversions,
      ...signs,
      ...tests,
      ...methods,
      method('__divmod__(self, value, /)', ([self, value], py) => {
        const other = operandOf(value);
        return other === null ? NOT_IMPLEMENTED : quotientAndRest(py, read(self), other);
      }),
      method('__rdivmod__(self, value, /)', ([self, value], py) => {
        const other = operandOf(value);
        return other === null ? NOT_IMPLEMENTED : quotientAndRest(py, other, read(self));
      }),
    ),
    ...operators('add', add),
    ...operators('sub', subtract),
    ...operators('mul', multiply),
    ...operators('truediv', divide),
    ...operators('floordiv', divideWhole),
    ...operators('mod', remainder),
    ...operators('pow', power),
    ['__lt__', ordering('lt', order => order < 0)],
    ['__le__', ordering('le', order => order <= 0)],
    ['__gt__', ordering('gt', order => order > 0)],
    ['__ge__', ordering('ge', order => order >= 0)],
    ['__eq__', equality('eq', true)],
    ['__ne__', equality('ne', false)],
    property('real', self => self),
    property('imag', () => new PyDecimal(ofInteger(0))),
    [
      'from_float',
      new ClassMethod(
        native('from_float(cls, f, /)', ([cls, value]) => {
          if (value instanceof Unknown) throw new NotKnown(value.reason);
          if (isInt(value)) return new PyDecimal(ofInteger(value), cls as PyClass);
          if (value instanceof PyFloat) return new PyDecimal(numberOfDouble(value.value), cls as PyClass);
          throw raise(PyTypeError, 'argument must be int or float');
        }),
      ),
    ],
  ],
  { module: 'decimal', errorName: 'decimal.Decimal' },
);
decimalClass.unmodelled = new Set([
  'compare_signal',
  'compare_total',
  'compare_total_mag',
  'logical_and',
  'logical_invert',
  'logical_or',
  'logical_xor',
  'max_mag',
  'min_mag',
  'next_minus',
  'next_plus',
  'next_toward',
  'rotate',
  'shift',
]);

PyDecimal.prototype.cls = decimalClass;

/** A number rounded to a context. */
export function fitted(py: Interpreter, context: Context, number: DecimalNumber): PyDecimal {
  return new PyDecimal(context.fix(py, number));
}
