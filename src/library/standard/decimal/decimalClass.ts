/** `decimal.Decimal`. */
import { hashInteger } from '../../../python/builtins/hashes.ts';
import { PyClass } from '../../../python/classes.ts';
import { OverflowError, TypeError as PyTypeError, raise, ValueError } from '../../../python/errors.ts';
import { ClassMethod, method, named, native, property } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { classOf, objectClass } from '../../../python/types.ts';
import {
  isInt,
  NOT_IMPLEMENTED,
  NotKnown,
  normalizeInt,
  PyFloat,
  PyObject,
  PyTuple,
  Unknown,
  type Value,
} from '../../../python/values.ts';
import {
  add,
  divide,
  divideWhole,
  multiply,
  negated,
  normalized,
  type Operation,
  quantize,
  remainder,
  remainderNear,
  squareRoot,
  subtract,
  toWhole,
} from './arithmetic.ts';
import {
  type Context,
  ConversionSyntax,
  FloatOperation,
  InvalidOperation,
  type Rounding,
} from './context.ts';
import { contextOf, roundingOf } from './contextClass.ts';
import { formatDecimal } from './format.ts';
import {
  adjusted,
  compareNumbers,
  type DecimalNumber,
  finite,
  infinity,
  isNaN,
  isZero,
  numberOfDouble,
  numberText,
  parseNumber,
  powerOfTen,
} from './number.ts';
import { decimalLogarithm, exponential, naturalLogarithm, power } from './transcendental.ts';

export class PyDecimal extends PyObject {
  cls: PyClass;
  readonly number: DecimalNumber;
  constructor(number: DecimalNumber, cls: PyClass = decimalClass) {
    super();
    this.number = number;
    this.cls = cls;
  }
}

const read = (self: Value): DecimalNumber => (self as PyDecimal).number;

function ofInteger(value: number | bigint): DecimalNumber {
  const digits = BigInt(value);
  return finite(digits < 0n, digits < 0n ? -digits : digits, 0);
}

/** A number that takes part in arithmetic with decimals: a decimal or an int; null for others. */
function operandOf(value: Value): DecimalNumber | null {
  if (value instanceof PyDecimal) return value.number;
  if (isInt(value)) return ofInteger(value);
  if (typeof value === 'boolean') return ofInteger(value ? 1 : 0);
  return null;
}

/** The other operand of a method; raises TypeError for what is none. */
function demandOperand(value: Value): DecimalNumber {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  const number = operandOf(value);
  if (number !== null) return number;
  throw raise(PyTypeError, `conversion from ${classOf(value).name} to Decimal is not supported`);
}

/** What `Decimal(value)` gives. */
export function convert(py: Interpreter, value: Value, context: Context): DecimalNumber {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  const known = operandOf(value);
  if (known !== null) return known;
  if (typeof value === 'string') return parseNumber(value) ?? context.invalid(py, ConversionSyntax);
  if (value instanceof PyFloat) {
    context.signal(py, FloatOperation);
    return numberOfDouble(value.value);
  }
  if (value instanceof PyTuple || classOf(value).name === 'list') return ofParts(py, py.collect(value));
  throw raise(PyTypeError, `conversion from ${classOf(value).name} to Decimal is not supported`);
}

/** `Decimal((sign, digits, exponent))`. */
function ofParts(py: Interpreter, parts: readonly Value[]): DecimalNumber {
  if (parts.length !== 3) throw raise(ValueError, 'argument must be a sequence of length 3');
  const [sign, digits, exponent] = parts;
  if (sign !== 0 && sign !== 1) throw raise(ValueError, 'sign must be an integer with the value 0 or 1');
  const text = py.collect(digits).map(String).join('') || '0';
  if (!/^\d+$/.test(text)) throw raise(ValueError, 'coefficient must be a tuple of digits');
  if (exponent === 'F') return infinity(sign === 1);
  if (exponent === 'n' || exponent === 'N') {
    return {
      negative: sign === 1,
      digits: BigInt(text),
      exponent: 0,
      special: exponent === 'n' ? 'nan' : 'signalling',
    };
  }
  if (typeof exponent !== 'number')
    throw raise(ValueError, "string argument in the third position must be 'F', 'n' or 'N'");
  return finite(sign === 1, BigInt(text), exponent);
}

const made = (number: DecimalNumber): PyDecimal => new PyDecimal(number);

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

/** The exact number that a comparison is made with; null for what cannot be compared. */
function comparable(py: Interpreter, value: Value): DecimalNumber | null {
  if (value instanceof PyFloat) {
    contextOf(py, null).signal(py, FloatOperation);
    return numberOfDouble(value.value);
  }
  return operandOf(value);
}

function ordering(name: string, accept: (order: number) => boolean): Value {
  return method(`__${name}__(self, value, /)`, ([self, value], py) => {
    const other = comparable(py, value);
    if (other === null) return NOT_IMPLEMENTED;
    if (isNaN(read(self)) || isNaN(other)) {
      contextOf(py, null).signal(py, InvalidOperation);
      return false;
    }
    return accept(compareNumbers(read(self), other));
  });
}

function equality(name: string, wanted: boolean): Value {
  return method(`__${name}__(self, value, /)`, ([self, value], py) => {
    const other = comparable(py, value);
    if (other === null) return NOT_IMPLEMENTED;
    if (isNaN(read(self)) || isNaN(other)) {
      contextOf(py, null).nanOf(py, read(self), other);
      return !wanted;
    }
    return (compareNumbers(read(self), other) === 0) === wanted;
  });
}

const PRIME = (1n << 61n) - 1n;

/** The hash that an int or a float of the same value has. */
function hashOf(number: DecimalNumber): number | bigint {
  if (number.special === 'signalling') throw raise(PyTypeError, 'Cannot hash a signaling NaN value');
  if (number.special === 'nan') return 0;
  if (number.special === 'infinity') return number.negative ? -314159 : 314159;
  const factor =
    number.exponent >= 0
      ? modularPower(10n, number.exponent)
      : modularPower(INVERSE_OF_TEN, -number.exponent);
  const magnitude = (number.digits * factor) % PRIME;
  const hash = number.negative ? -magnitude : magnitude;
  return hashInteger(normalizeInt(hash));
}

function modularPower(base: bigint, exponent: number | bigint): bigint {
  let [result, square, left] = [1n, base % PRIME, BigInt(exponent)];
  for (; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}
/** By Fermat: what ten is multiplied with to give one. */
const INVERSE_OF_TEN = modularPower(10n, PRIME - 2n);

/** A whole number as an int. */
function integerOf(number: DecimalNumber, rounding: Rounding): number | bigint {
  if (isNaN(number)) throw raise(ValueError, 'cannot convert NaN to integer');
  if (number.special === 'infinity') throw raise(OverflowError, 'cannot convert Infinity to integer');
  const { digits, exponent, negative } = toWhole(number, rounding);
  const value = digits * powerOfTen(exponent);
  return normalizeInt(negative ? -value : value);
}

const conversions = [
  method('__int__(self)', ([self]) => integerOf(read(self), 'ROUND_DOWN')),
  method('__trunc__(self)', ([self]) => integerOf(read(self), 'ROUND_DOWN')),
  method('__floor__(self)', ([self]) => integerOf(read(self), 'ROUND_FLOOR')),
  method('__ceil__(self)', ([self]) => integerOf(read(self), 'ROUND_CEILING')),
  method('__float__(self)', ([self]) => {
    const number = read(self);
    if (number.special === 'signalling') throw raise(ValueError, 'cannot convert signaling NaN to float');
    if (number.special === 'nan') return new PyFloat(Number.NaN);
    const text = numberText({ ...number, digits: number.digits });
    return new PyFloat(Number(text));
  }),
  method('__bool__(self)', ([self]) => !isZero(read(self))),
  method('__hash__(self)', ([self]) => hashOf(read(self))),
  method('__str__(self)', ([self], py) => numberText(read(self), contextOf(py, null).capitals === 1)),
  method(
    '__repr__(self)',
    ([self], py) => `Decimal('${numberText(read(self), contextOf(py, null).capitals === 1)}')`,
  ),
  method('__format__(self, specification, /)', ([self, specification], py) =>
    formatDecimal(read(self), specification as string, contextOf(py, null)),
  ),
  method('__round__(self, ndigits=None, /)', ([self, places], py) => {
    if (places === null) return integerOf(read(self), 'ROUND_HALF_EVEN');
    const pattern = finite(false, 1n, -Number(places));
    const context = contextOf(py, null);
    return made(quantize(py, context, read(self), pattern, 'ROUND_HALF_EVEN'));
  }),
  method('__reduce__(self)', ([self]) => new PyTuple([decimalClass, new PyTuple([numberText(read(self))])])),
  method('__copy__(self)', ([self]) => self),
  method('__deepcopy__(self, memo, /)', ([self]) => self),
];

const signs = [
  method('__neg__(self)', ([self], py) => {
    const context = contextOf(py, null);
    const number = read(self);
    const nan = context.nanOf(py, number);
    if (nan !== null) return made(nan);
    // The negative of zero is zero, but where it is rounded down.
    const result =
      isZero(number) && context.rounding !== 'ROUND_FLOOR' ? { ...number, negative: false } : negated(number);
    return made(context.fix(py, result));
  }),
  method('__pos__(self)', ([self], py) => {
    const context = contextOf(py, null);
    const number = read(self);
    const positive =
      isZero(number) && context.rounding !== 'ROUND_FLOOR' ? { ...number, negative: false } : number;
    return made(context.nanOf(py, number) ?? context.fix(py, positive));
  }),
  method('__abs__(self)', ([self], py) => {
    const context = contextOf(py, null);
    const number = read(self);
    return made(context.nanOf(py, number) ?? context.fix(py, { ...number, negative: false }));
  }),
  method('copy_abs(self)', ([self]) => made({ ...read(self), negative: false })),
  method('copy_negate(self)', ([self]) => made(negated(read(self)))),
  method('copy_sign(self, other, context=None)', ([self, other]) =>
    made({ ...read(self), negative: demandOperand(other).negative }),
  ),
];

const tests = [
  method('is_nan(self)', ([self]) => isNaN(read(self))),
  method('is_qnan(self)', ([self]) => read(self).special === 'nan'),
  method('is_snan(self)', ([self]) => read(self).special === 'signalling'),
  method('is_infinite(self)', ([self]) => read(self).special === 'infinity'),
  method('is_finite(self)', ([self]) => read(self).special === ''),
  method('is_zero(self)', ([self]) => isZero(read(self))),
  method('is_signed(self)', ([self]) => read(self).negative),
  method('is_canonical(self)', () => true),
  method('is_normal(self, context=None)', ([self, context], py) => {
    const number = read(self);
    return number.special === '' && !isZero(number) && adjusted(number) >= contextOf(py, context).lowest;
  }),
  method('is_subnormal(self, context=None)', ([self, context], py) => {
    const number = read(self);
    return number.special === '' && !isZero(number) && adjusted(number) < contextOf(py, context).lowest;
  }),
];

/** Methods of one number and a context. */
function ofOne(
  name: string,
  operation: (py: Interpreter, context: Context, a: DecimalNumber) => DecimalNumber,
) {
  return method(`${name}(self, context=None)`, ([self, context], py) =>
    made(operation(py, contextOf(py, context), read(self))),
  );
}

/** Methods of two numbers and a context. */
function ofTwo(name: string, operation: Operation) {
  return method(`${name}(self, other, context=None)`, ([self, other, context], py) =>
    made(operation(py, contextOf(py, context), read(self), demandOperand(other))),
  );
}

/** The greater or the smaller one; a NaN gives way to a number. */
function extreme(largest: boolean): Operation {
  return (py, context, a, b) => {
    if (isNaN(a) !== isNaN(b) && a.special !== 'signalling' && b.special !== 'signalling') {
      return context.fix(py, isNaN(a) ? b : a);
    }
    const nan = context.nanOf(py, a, b);
    if (nan !== null) return nan;
    const order = compareNumbers(a, b) || compareTotal(a, b);
    return context.fix(py, order > 0 === largest ? a : b);
  };
}

/** Numbers of one value by their sign and exponent. */
function compareTotal(a: DecimalNumber, b: DecimalNumber): number {
  if (a.negative !== b.negative) return a.negative ? -1 : 1;
  const order = Math.sign(a.exponent - b.exponent);
  return a.negative ? -order : order;
}

const compare: Operation = (py, context, a, b) => {
  const nan = context.nanOf(py, a, b);
  if (nan !== null) return nan;
  const order = compareNumbers(a, b);
  return finite(order < 0, order === 0 ? 0n : 1n, 0);
};

export const operations = {
  one: {
    sqrt: squareRoot,
    exp: exponential,
    ln: naturalLogarithm,
    log10: decimalLogarithm,
    normalize: normalized,
    logb: (py: Interpreter, context: Context, a: DecimalNumber) =>
      context.nanOf(py, a) ?? (a.special === 'infinity' ? infinity(false) : ofInteger(adjusted(a))),
  },
  two: {
    compare,
    max: extreme(true),
    min: extreme(false),
    remainder_near: remainderNear,
  } as Record<string, Operation>,
} as const;

const methods = [
  ...Object.entries(operations.one).map(([name, operation]) => ofOne(name, operation)),
  ...Object.entries(operations.two).map(([name, operation]) => ofTwo(name, operation)),
  method('quantize(self, exp, rounding=None, context=None)', ([self, exp, rounding, given], py) => {
    const context = contextOf(py, given);
    return made(
      quantize(py, context, read(self), demandOperand(exp), roundingOf(rounding) ?? context.rounding),
    );
  }),
  ...['to_integral', 'to_integral_value', 'to_integral_exact'].map(name =>
    method(`${name}(self, rounding=None, context=None)`, ([self, rounding, given], py) => {
      const context = contextOf(py, given);
      return made(
        context.nanOf(py, read(self)) ?? toWhole(read(self), roundingOf(rounding) ?? context.rounding),
      );
    }),
  ),
  method('fma(self, other, third, context=None)', ([self, other, third, given], py) => {
    const context = contextOf(py, given);
    const [a, b] = [read(self), demandOperand(other)];
    if (a.special !== '' || b.special !== '') {
      return made(add(py, context, multiply(py, context, a, b), demandOperand(third)));
    }
    const product = finite(a.negative !== b.negative, a.digits * b.digits, a.exponent + b.exponent);
    return made(add(py, context, product, demandOperand(third)));
  }),
  method('scaleb(self, other, context=None)', ([self, other, given], py) => {
    const context = contextOf(py, given);
    const number = read(self);
    const nan = context.nanOf(py, number);
    if (nan !== null) return made(nan);
    const steps = Number(integerOf(demandOperand(other), 'ROUND_DOWN'));
    return made(context.fix(py, { ...number, exponent: number.exponent + steps }));
  }),
  method('same_quantum(self, other, context=None)', ([self, other]) => {
    const [a, b] = [read(self), demandOperand(other)];
    return a.special === '' && b.special === '' ? a.exponent === b.exponent : a.special === b.special;
  }),
  method('adjusted(self)', ([self]) => (read(self).special === '' ? adjusted(read(self)) : 0)),
  method('as_tuple(self)', ([self], py) => {
    const { negative, digits, exponent, special } = read(self);
    const list = special === 'infinity' ? [0] : [...digits.toString()].map(Number);
    const last =
      special === 'infinity' ? 'F' : special === 'nan' ? 'n' : special === 'signalling' ? 'N' : exponent;
    const shown = isNaN(read(self)) && digits === 0n ? [] : list;
    return py.call(py.getAttribute(py.importModule('decimal'), 'DecimalTuple'), [
      negative ? 1 : 0,
      new PyTuple(shown),
      last,
    ]);
  }),
  method('as_integer_ratio(self)', ([self]) => {
    const number = read(self);
    if (isNaN(number)) throw raise(ValueError, 'cannot convert NaN to integer ratio');
    if (number.special !== '') throw raise(OverflowError, 'cannot convert Infinity to integer ratio');
    let top = number.digits * (number.exponent > 0 ? powerOfTen(number.exponent) : 1n);
    let bottom = number.exponent < 0 ? powerOfTen(-number.exponent) : 1n;
    let [a, b] = [top, bottom];
    while (b > 0n) [a, b] = [b, a % b];
    if (a > 0n) [top, bottom] = [top / a, bottom / a];
    return new PyTuple([normalizeInt(number.negative ? -top : top), normalizeInt(bottom)]);
  }),
  method('to_eng_string(self, context=None)', ([self]) => numberText(read(self), true, true)),
  method('number_class(self, context=None)', ([self, given], py) =>
    classText(read(self), contextOf(py, given)),
  ),
  method('canonical(self)', ([self]) => self),
  method('conjugate(self)', ([self]) => self),
  method('radix(self)', () => made(ofInteger(10))),
];

function classText(number: DecimalNumber, context: Context): string {
  if (number.special === 'nan') return 'NaN';
  if (number.special === 'signalling') return 'sNaN';
  const sign = number.negative ? '-' : '+';
  if (number.special === 'infinity') return `${sign}Infinity`;
  if (isZero(number)) return `${sign}Zero`;
  return sign + (adjusted(number) < context.lowest ? 'Subnormal' : 'Normal');
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

/** A number rounded to a context. */
export function fitted(py: Interpreter, context: Context, number: DecimalNumber): PyDecimal {
  return new PyDecimal(context.fix(py, number));
}
