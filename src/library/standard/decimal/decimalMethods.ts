/** The methods of `decimal.Decimal`. */
import { OverflowError, raise, ValueError } from '../../../python/errors.ts';
import { method } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { normalizeInt, PyFloat, PyTuple } from '../../../python/values.ts';
import {
  add,
  multiply,
  negated,
  normalized,
  type Operation,
  quantize,
  remainderNear,
  squareRoot,
  toWhole,
} from './arithmetic.ts';
import type { Context } from './context.ts';
import { contextOf, roundingOf } from './contextClass.ts';
import { hashOf, integerOf } from './decimalComparison.ts';
import { demandOperand, made, ofInteger, type PyDecimal, read } from './decimalValue.ts';
import { formatDecimal } from './format.ts';
import {
  adjusted,
  compareNumbers,
  type DecimalNumber,
  finite,
  infinity,
  isNaN,
  isZero,
  numberText,
  powerOfTen,
} from './number.ts';
import { decimalLogarithm, exponential, naturalLogarithm } from './transcendental.ts';

export const conversions = [
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
  method(
    '__reduce__(self)',
    ([self]) => new PyTuple([(self as PyDecimal).cls, new PyTuple([numberText(read(self))])]),
  ),
  method('__copy__(self)', ([self]) => self),
  method('__deepcopy__(self, memo, /)', ([self]) => self),
];

export const signs = [
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

export const tests = [
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

export const methods = [
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
