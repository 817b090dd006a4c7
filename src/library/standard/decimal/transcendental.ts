/** Exponentials, logarithms and powers of decimals, correctly rounded: computed with whole numbers until it is certain. */
import type { Interpreter } from '../../../python/interpreter.ts';
import { divide, multiply } from './arithmetic.ts';
import { type Context, Inexact, InvalidOperation, Rounded, roundTo } from './context.ts';
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

const ONE = finite(false, 1n, 0);

/** The number times `10**places`, cut to a whole number. */
function scaled({ negative, digits, exponent }: DecimalNumber, places: number): bigint {
  const shift = exponent + places;
  const value = shift >= 0 ? digits * powerOfTen(shift) : digits / powerOfTen(-shift);
  return negative ? -value : value;
}

/** `exp(x)` for a small scaled x, by halving it and squaring back. */
function exponentialOf(x: bigint, places: number): bigint {
  const guard = 12;
  const unit = powerOfTen(places + guard);
  const halvings = BigInt(Math.max(4, Math.ceil(Math.sqrt(places))));
  const small = (x * powerOfTen(guard)) >> halvings;
  let sum = unit;
  let term = unit;
  for (let n = 1n; term !== 0n; n++) {
    term = (term * small) / (unit * n);
    sum += term;
  }
  for (let left = halvings; left > 0n; left--) sum = (sum * sum) / unit;
  return sum / powerOfTen(guard);
}

/** `log(x)` for a scaled x of about one, by Newton's steps on the exponential. */
function logarithmOf(x: bigint, places: number): bigint {
  const unit = powerOfTen(places);
  let result = BigInt(Math.round(Math.log(Number(x) / Number(unit) || 1) * 2 ** 52));
  result = (result * unit) >> 52n;
  for (let digits = 12; digits < 2 * places + 12; digits *= 3) {
    const power = exponentialOf(result, places);
    result += (2n * unit * (x - power)) / (x + power);
  }
  return result;
}

const tens = new Map<number, bigint>();

/** `log(10)` times `10**places`. */
function logarithmOfTen(places: number): bigint {
  let known = tens.get(places);
  if (known === undefined) {
    const more = places + 8;
    // log 10 = 3 log 2 + log 1.25, both near enough to one.
    const two = 2n * atanhOfInverse(3n, more);
    const rest = 2n * atanhOfInverse(9n, more);
    known = (3n * two + rest) / powerOfTen(8);
    tens.set(places, known);
  }
  return known;
}

/** `atanh(1/n)` times `10**places`. */
function atanhOfInverse(n: bigint, places: number): bigint {
  let term = powerOfTen(places) / n;
  let sum = term;
  for (let k = 3n; term !== 0n; k += 2n) {
    term /= n * n;
    sum += term / k;
  }
  return sum;
}

/** A value with so many significant digits and an error of less than 10 in the last place. */
type Approximation = (digits: number) => DecimalNumber;

/** Computes with more and more digits until all of them round to the same. */
function roundCertainly(py: Interpreter, context: Context, approximate: Approximation): DecimalNumber {
  for (let extra = 6; ; extra += 10) {
    const value = approximate(context.precision + extra);
    const spare = digitCount(value.digits) - context.precision;
    const half = spare > 1 ? powerOfTen(spare) / 2n : 1n;
    const rest = value.digits % (half * 2n);
    const distance = rest > half ? rest - half : half - rest;
    if (extra < 200 && (distance <= 20n || rest <= 20n || 2n * half - rest <= 20n)) continue;
    const { rounding } = context;
    context.rounding = 'ROUND_HALF_EVEN';
    try {
      const inexact =
        value.digits % 10n === 0n ? finite(value.negative, value.digits + 1n, value.exponent) : value;
      return context.fix(py, inexact);
    } finally {
      context.rounding = rounding;
    }
  }
}

function positive(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** `exp(x)` to some digits. */
function approximateExponential(x: DecimalNumber): Approximation {
  return digits => {
    const places = digits + Math.max(0, adjusted(x)) + 4;
    const ten = logarithmOfTen(places);
    const value = scaled(x, places);
    let tensIn = value / ten;
    if (value < 0n && tensIn * ten !== value) tensIn -= 1n;
    const result = exponentialOf(value - tensIn * ten, places);
    return finite(false, result, Number(tensIn) - places);
  };
}

/** `log(x)` to some digits, for a positive x that is not one. */
function approximateLogarithm(x: DecimalNumber): Approximation {
  return digits => {
    const height = adjusted(x);
    // Near one the logarithm is small, and its first digits lie far behind the point.
    const distance =
      scaled({ ...x, negative: false }, 40 - Math.min(height, 0)) - powerOfTen(40 - Math.min(height, 0));
    const close = height === 0 || height === -1 ? 40 - digitCount(positive(distance) || 1n) : 0;
    const places = digits + Math.max(0, close) + 12;
    const mantissa = scaled(finite(false, x.digits, x.exponent - height), places);
    const value = logarithmOf(mantissa, places) + BigInt(height) * logarithmOfTen(places);
    return finite(value < 0n, positive(value), -places);
  };
}

export function exponential(py: Interpreter, context: Context, x: DecimalNumber): DecimalNumber {
  const nan = context.nanOf(py, x);
  if (nan !== null) return nan;
  if (x.special === 'infinity') return x.negative ? finite(false, 0n, 0) : x;
  if (isZero(x)) return ONE;
  if (adjusted(x) > 7) {
    return context.fix(
      py,
      finite(false, 1n, x.negative ? context.lowest - 2 * context.precision : context.highest + 1),
    );
  }
  if (adjusted(x) < -context.precision - 1) {
    const places = context.precision + 1;
    const digits = powerOfTen(places) + (x.negative ? -1n : 1n);
    return context.fix(py, finite(false, digits, -places));
  }
  return roundCertainly(py, context, approximateExponential(x));
}

export function naturalLogarithm(py: Interpreter, context: Context, x: DecimalNumber): DecimalNumber {
  const special = logarithmOfSpecial(py, context, x);
  if (special !== null) return special;
  if (compareNumbers(x, ONE) === 0) return finite(false, 0n, 0);
  return roundCertainly(py, context, approximateLogarithm(x));
}

export function decimalLogarithm(py: Interpreter, context: Context, x: DecimalNumber): DecimalNumber {
  const special = logarithmOfSpecial(py, context, x);
  if (special !== null) return special;
  const height = adjusted(x);
  if (x.digits === powerOfTen(digitCount(x.digits) - 1)) {
    return context.fix(py, finite(height < 0, BigInt(Math.abs(height)), 0));
  }
  return roundCertainly(py, context, digits => {
    const more = digits + 8;
    const natural = approximateLogarithm(x)(more);
    const places = -natural.exponent;
    const value = (natural.digits * powerOfTen(places)) / logarithmOfTen(places);
    return finite(natural.negative, value, -places);
  });
}

function logarithmOfSpecial(py: Interpreter, context: Context, x: DecimalNumber): DecimalNumber | null {
  const nan = context.nanOf(py, x);
  if (nan !== null) return nan;
  if (isZero(x)) return infinity(true);
  if (x.negative) return context.invalid(py, InvalidOperation);
  return x.special === 'infinity' ? x : null;
}

function isWhole({ special, digits, exponent }: DecimalNumber): boolean {
  if (special !== '') return false;
  return exponent >= 0 || digits === 0n || (-exponent < 2000 && digits % powerOfTen(-exponent) === 0n);
}

function isOdd({ digits, exponent }: DecimalNumber): boolean {
  if (exponent > 0) return false;
  return (digits / powerOfTen(-exponent)) % 2n === 1n;
}

export function power(py: Interpreter, context: Context, a: DecimalNumber, b: DecimalNumber): DecimalNumber {
  const nan = context.nanOf(py, a, b);
  if (nan !== null) return nan;
  if (isZero(b)) return isZero(a) ? context.invalid(py) : ONE;
  const whole = isWhole(b);
  const negative = a.negative && whole && isOdd(b);
  if (a.negative && !isZero(a) && !whole && b.special === '') return context.invalid(py);
  if (isZero(a)) {
    return b.negative ? infinity(negative) : finite(negative, 0n, 0);
  }
  if (a.special === 'infinity') return b.negative ? finite(negative, 0n, 0) : infinity(negative);
  const size = compareNumbers({ ...a, negative: false }, ONE);
  if (b.special === 'infinity') {
    if (a.negative) return context.invalid(py);
    if (size === 0) return oneInFull(py, context);
    return size > 0 === b.negative ? finite(false, 0n, 0) : infinity(false);
  }
  if (whole && adjusted(b) < 8) return wholePower(py, context, a, b);
  if (size === 0) return oneInFull(py, context);
  return roundedPower(py, context, a, b);
}

function oneInFull(py: Interpreter, context: Context): DecimalNumber {
  context.signal(py, Inexact);
  context.signal(py, Rounded);
  return finite(false, powerOfTen(context.precision - 1), 1 - context.precision);
}

/** By squaring, with some digits more. */
function wholePower(py: Interpreter, context: Context, a: DecimalNumber, b: DecimalNumber): DecimalNumber {
  const count = b.exponent >= 0 ? b.digits * powerOfTen(b.exponent) : b.digits / powerOfTen(-b.exponent);
  const work = context.copy(py);
  for (const key of [...work.traps.keys()]) work.traps.set(key, false, py.keyRules);
  work.precision += 4 + digitCount(count);
  work.rounding = 'ROUND_HALF_EVEN';
  let base = b.negative ? divide(py, work, ONE, a) : a;
  let result = ONE;
  for (let left = count; left > 0n; left >>= 1n) {
    if (left & 1n) result = multiply(py, work, result, base);
    if (left > 1n) base = multiply(py, work, base, base);
  }
  return context.fix(py, result);
}

function roundedPower(py: Interpreter, context: Context, a: DecimalNumber, b: DecimalNumber): DecimalNumber {
  const exact = (digits: number): DecimalNumber => {
    const more = digits + Math.max(0, adjusted(b)) + 10;
    const logarithm = approximateLogarithm({ ...a, negative: false })(more);
    const product = finite(
      logarithm.negative !== b.negative,
      logarithm.digits * b.digits,
      logarithm.exponent + b.exponent,
    );
    return approximateExponential(product)(digits);
  };
  const result = exact(context.precision + 12);
  const spare = digitCount(result.digits) - context.precision - 4;
  return context.fix(py, roundTo(result, result.exponent + spare, 'ROUND_HALF_EVEN'));
}
