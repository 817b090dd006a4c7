/** The operations of decimal arithmetic under a context. */
import type { Interpreter } from '../../../python/interpreter.ts';
import {
  type Context,
  DivisionByZero,
  DivisionImpossible,
  DivisionUndefined,
  Inexact,
  InvalidOperation,
  Rounded,
  type Rounding,
  roundTo,
} from './context.ts';
import {
  adjusted,
  compareNumbers,
  type DecimalNumber,
  digitCount,
  finite,
  infinity,
  isZero,
  powerOfTen,
} from './number.ts';

/** An operation on two numbers. */
export type Operation = (
  py: Interpreter,
  context: Context,
  a: DecimalNumber,
  b: DecimalNumber,
) => DecimalNumber;

export function negated(number: DecimalNumber): DecimalNumber {
  return { ...number, negative: !number.negative };
}

export const add: Operation = (py, context, a, b) => {
  const nan = context.nanOf(py, a, b);
  if (nan !== null) return nan;
  if (a.special === 'infinity') {
    if (b.special === 'infinity' && a.negative !== b.negative) return context.invalid(py);
    return a;
  }
  if (b.special === 'infinity') return b;
  const [left, right] = aligned(a, b, context.precision);
  const low = Math.min(left.exponent, right.exponent);
  const first = signed(left, low);
  const second = signed(right, low);
  const sum = first + second;
  if (sum === 0n) {
    const bothNegative = a.negative && b.negative;
    const negative = bothNegative || (a.negative !== b.negative && context.rounding === 'ROUND_FLOOR');
    return context.fix(py, finite(negative, 0n, Math.min(a.exponent, b.exponent)));
  }
  return context.fix(py, finite(sum < 0n, sum < 0n ? -sum : sum, low));
};

function signed({ negative, digits, exponent }: DecimalNumber, low: number): bigint {
  const value = digits * powerOfTen(exponent - low);
  return negative ? -value : value;
}

/** A number far below what the precision reaches matters only by being there: it is brought near. */
function aligned(a: DecimalNumber, b: DecimalNumber, precision: number): [DecimalNumber, DecimalNumber] {
  const [high, low] = a.exponent >= b.exponent ? [a, b] : [b, a];
  if (isZero(high) || isZero(low)) return withZero(a, b, precision);
  const floor = high.exponent + Math.min(-1, digitCount(high.digits) - precision - 2);
  if (adjusted(low) >= floor) return [a, b];
  const tiny = finite(low.negative, 1n, floor);
  return low === b ? [a, tiny] : [tiny, b];
}

/** A zero brings its exponent, but not further than the precision reaches. */
function withZero(a: DecimalNumber, b: DecimalNumber, precision: number): [DecimalNumber, DecimalNumber] {
  if (isZero(a) && isZero(b)) return [a, b];
  const [zero, other] = isZero(a) ? [a, b] : [b, a];
  const exponent = Math.max(zero.exponent, adjusted(other) - precision - 1);
  const moved = finite(zero.negative, 0n, exponent);
  return isZero(a) ? [moved, b] : [a, moved];
}

export const subtract: Operation = (py, context, a, b) => {
  const nan = context.nanOf(py, a, b);
  return nan ?? add(py, context, a, negated(b));
};

export const multiply: Operation = (py, context, a, b) => {
  const nan = context.nanOf(py, a, b);
  if (nan !== null) return nan;
  const negative = a.negative !== b.negative;
  if (a.special === 'infinity' || b.special === 'infinity') {
    return isZero(a) || isZero(b) ? context.invalid(py) : infinity(negative);
  }
  return context.fix(py, finite(negative, a.digits * b.digits, a.exponent + b.exponent));
};

export const divide: Operation = (py, context, a, b) => {
  const nan = context.nanOf(py, a, b);
  if (nan !== null) return nan;
  const negative = a.negative !== b.negative;
  if (a.special === 'infinity') return b.special === 'infinity' ? context.invalid(py) : infinity(negative);
  if (b.special === 'infinity') {
    return context.fix(py, finite(negative, 0n, context.lowest - context.precision + 1));
  }
  if (b.digits === 0n) {
    if (a.digits === 0n) return context.invalid(py, DivisionUndefined);
    context.signal(py, DivisionByZero);
    return infinity(negative);
  }
  const ideal = a.exponent - b.exponent;
  if (a.digits === 0n) return context.fix(py, finite(negative, 0n, ideal));
  const shift = Math.max(0, digitCount(b.digits) - digitCount(a.digits) + context.precision + 1);
  const dividend = a.digits * powerOfTen(shift);
  let quotient = dividend / b.digits;
  let exponent = ideal - shift;
  if (quotient * b.digits !== dividend) {
    // A last digit that no rounding takes for a half.
    if (quotient % 5n === 0n) quotient += 1n;
  } else {
    while (exponent < ideal && quotient % 10n === 0n) {
      quotient /= 10n;
      exponent++;
    }
  }
  return context.fix(py, finite(negative, quotient, exponent));
};

/** The whole part of a quotient, towards zero, and what remains. */
function wholeDivision(
  py: Interpreter,
  context: Context,
  a: DecimalNumber,
  b: DecimalNumber,
): [DecimalNumber, DecimalNumber] {
  const negative = a.negative !== b.negative;
  const ideal = b.special === 'infinity' ? a.exponent : Math.min(a.exponent, b.exponent);
  if (isZero(a) || b.special === 'infinity' || adjusted(a) - adjusted(b) <= -2) {
    return [finite(negative, 0n, 0), roundTo(a, ideal, context.rounding)];
  }
  if (adjusted(a) - adjusted(b) <= context.precision) {
    const left = a.digits * powerOfTen(Math.max(0, a.exponent - b.exponent));
    const right = b.digits * powerOfTen(Math.max(0, b.exponent - a.exponent));
    const quotient = left / right;
    if (quotient < powerOfTen(context.precision)) {
      return [finite(negative, quotient, 0), finite(a.negative, left % right, ideal)];
    }
  }
  const invalid = context.invalid(py, DivisionImpossible);
  return [invalid, invalid];
}

export const divideWhole: Operation = (py, context, a, b) => {
  const nan = context.nanOf(py, a, b);
  if (nan !== null) return nan;
  const negative = a.negative !== b.negative;
  if (a.special === 'infinity') return b.special === 'infinity' ? context.invalid(py) : infinity(negative);
  if (isZero(b)) {
    if (isZero(a)) return context.invalid(py, DivisionUndefined);
    context.signal(py, DivisionByZero);
    return infinity(negative);
  }
  return wholeDivision(py, context, a, b)[0];
};

export const remainder: Operation = (py, context, a, b) => {
  const nan = context.nanOf(py, a, b);
  if (nan !== null) return nan;
  if (a.special === 'infinity') return context.invalid(py);
  if (isZero(b)) return isZero(a) ? context.invalid(py, DivisionUndefined) : context.invalid(py);
  return context.fix(py, wholeDivision(py, context, a, b)[1]);
};

export const remainderNear: Operation = (py, context, a, b) => {
  const nan = context.nanOf(py, a, b);
  if (nan !== null) return nan;
  if (a.special === 'infinity') return context.invalid(py);
  if (isZero(b)) return isZero(a) ? context.invalid(py, DivisionUndefined) : context.invalid(py);
  if (b.special === 'infinity') return context.fix(py, a);
  const low = Math.min(a.exponent, b.exponent);
  const left = a.digits * powerOfTen(a.exponent - low);
  const right = b.digits * powerOfTen(b.exponent - low);
  let [quotient, rest] = [left / right, left % right];
  if (2n * rest + (quotient % 2n) > right) {
    rest -= right;
    quotient += 1n;
  }
  if (quotient >= powerOfTen(context.precision)) return context.invalid(py, DivisionImpossible);
  const negative = rest < 0n ? !a.negative : a.negative;
  return context.fix(py, finite(negative, rest < 0n ? -rest : rest, low));
};

/** `quantize`: the number with another exponent. */
export function quantize(
  py: Interpreter,
  context: Context,
  number: DecimalNumber,
  pattern: DecimalNumber,
  rounding: Rounding,
): DecimalNumber {
  const nan = context.nanOf(py, number, pattern);
  if (nan !== null) return nan;
  if (number.special === 'infinity' || pattern.special === 'infinity') {
    return number.special === pattern.special ? number : context.invalid(py);
  }
  const { exponent } = pattern;
  const tiny = context.lowest - context.precision + 1;
  if (exponent < tiny || exponent > context.highest) return context.invalid(py);
  if (isZero(number)) return finite(number.negative, 0n, exponent);
  if (adjusted(number) > context.highest || adjusted(number) - exponent + 1 > context.precision) {
    return context.invalid(py);
  }
  const result = roundTo(number, exponent, rounding);
  if (adjusted(result) > context.highest || digitCount(result.digits) > context.precision) {
    return context.invalid(py);
  }
  if (exponent > number.exponent) {
    context.signal(py, Rounded);
    if (compareNumbers(result, number) !== 0) context.signal(py, Inexact);
  }
  return result;
}

/** Rounded to a whole number. */
export function toWhole(number: DecimalNumber, rounding: Rounding): DecimalNumber {
  return number.special !== '' || number.exponent >= 0 ? number : roundTo(number, 0, rounding);
}

/** Without zeros at the end. */
export function normalized(py: Interpreter, context: Context, number: DecimalNumber): DecimalNumber {
  const nan = context.nanOf(py, number);
  if (nan !== null) return nan;
  const fixed = context.fix(py, number);
  if (fixed.special !== '') return fixed;
  if (fixed.digits === 0n) return finite(fixed.negative, 0n, 0);
  let { digits, exponent } = fixed;
  while (digits % 10n === 0n && exponent < context.highest) {
    digits /= 10n;
    exponent++;
  }
  return finite(fixed.negative, digits, exponent);
}

export function squareRoot(py: Interpreter, context: Context, number: DecimalNumber): DecimalNumber {
  const nan = context.nanOf(py, number);
  if (nan !== null) return nan;
  if (isZero(number)) return context.fix(py, finite(number.negative, 0n, Math.floor(number.exponent / 2)));
  if (number.negative) return context.invalid(py, InvalidOperation);
  if (number.special === 'infinity') return number;
  const precision = context.precision + 1;
  let exponent = Math.floor(number.exponent / 2);
  const isOdd = Math.abs(number.exponent % 2) === 1;
  let digits = isOdd ? number.digits * 10n : number.digits;
  const length = isOdd ? (digitCount(number.digits) >> 1) + 1 : (digitCount(number.digits) + 1) >> 1;
  const shift = precision - length;
  let exact = true;
  if (shift >= 0) digits *= powerOfTen(2 * shift);
  else {
    const unit = powerOfTen(-2 * shift);
    exact = digits % unit === 0n;
    digits /= unit;
  }
  const ideal = exponent;
  exponent -= shift;
  let root = wholeRoot(digits);
  exact &&= root * root === digits;
  if (exact) {
    while (exponent < ideal && root % 10n === 0n) {
      root /= 10n;
      exponent++;
    }
  } else if (root % 5n === 0n) root += 1n;
  const result = finite(false, root, exponent);
  const { rounding } = context;
  context.rounding = 'ROUND_HALF_EVEN';
  try {
    return context.fix(py, result);
  } finally {
    context.rounding = rounding;
  }
}

/** The whole part of a square root. */
export function wholeRoot(square: bigint): bigint {
  if (square < 2n) return square;
  let root = 1n << BigInt((square.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + square / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
