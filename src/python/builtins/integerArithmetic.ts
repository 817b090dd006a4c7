/** Exact integer arithmetic on numbers that may be doubles or bigints, with Python's rounding. */
import { MemoryError, OverflowError, raise, ValueError, ZeroDivisionError } from '../errors.ts';
import { normalizeInt } from '../values.ts';

export type Integer = number | bigint;

const DIVISION_BY_ZERO = 'integer division or modulo by zero';

export function addIntegers(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return normalizeInt(BigInt(a) + BigInt(b));
}

export function subtractIntegers(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return normalizeInt(BigInt(a) - BigInt(b));
}

export function multiplyIntegers(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product + 0;
  }
  return normalizeInt(BigInt(a) * BigInt(b));
}

/** `a // b`, rounding towards minus infinity. */
export function floorDivideIntegers(a: Integer, b: Integer): Integer {
  if (b === 0) throw raise(ZeroDivisionError, DIVISION_BY_ZERO);
  if (typeof a === 'number' && typeof b === 'number') return Math.round((a - moduloNumbers(a, b)) / b) + 0;
  const x = BigInt(a);
  const y = BigInt(b);
  const quotient = x / y;
  return normalizeInt(x % y !== 0n && x < 0n !== y < 0n ? quotient - 1n : quotient);
}

function moduloNumbers(a: number, b: number): number {
  const remainder = a % b;
  return remainder !== 0 && remainder < 0 !== b < 0 ? remainder + b : remainder + 0;
}

/** `a % b`, with the sign of `b`. */
export function moduloIntegers(a: Integer, b: Integer): Integer {
  if (b === 0) throw raise(ZeroDivisionError, 'integer modulo by zero');
  if (typeof a === 'number' && typeof b === 'number') return moduloNumbers(a, b) + 0;
  const y = BigInt(b);
  const remainder = BigInt(a) % y;
  return normalizeInt(remainder !== 0n && remainder < 0n !== y < 0n ? remainder + y : remainder);
}

/** `a / b` correctly rounded. */
export function divideIntegers(a: Integer, b: Integer): number {
  if (b === 0) throw raise(ZeroDivisionError, 'division by zero');
  if (typeof a === 'number' && typeof b === 'number') return a / b;
  const quotient = ratioToDouble(BigInt(a), BigInt(b));
  if (!Number.isFinite(quotient)) {
    throw raise(OverflowError, 'integer division result too large for a float');
  }
  return quotient;
}

/** The double nearest to `numerator / denominator` (ties to even); infinite when out of range. */
export function ratioToDouble(numerator: bigint, denominator: bigint): number {
  if (numerator === 0n) return 0;
  const negative = numerator < 0n !== denominator < 0n;
  let top = numerator < 0n ? -numerator : numerator;
  let bottom = denominator < 0n ? -denominator : denominator;
  // Scale so that the quotient has 66 bits or more, then let the last bit stand for everything below.
  const shift = Math.max(bitLength(bottom) - bitLength(top) + 66, -1100);
  if (shift > 0) top <<= BigInt(shift);
  else bottom <<= BigInt(-shift);
  let quotient = top / bottom;
  if (top % bottom !== 0n) quotient |= 1n;
  const magnitude = scaleExactly(quotient, -shift);
  return negative ? -magnitude : magnitude;
}

/** `mantissa * 2**exponent` rounded once, also into the subnormal range. */
function scaleExactly(mantissa: bigint, exponent: number): number {
  const length = bitLength(mantissa);
  const lowest = Math.max(length - 53, -1074 - exponent);
  if (lowest <= 0) return Number(mantissa) * 2 ** exponent;
  const cut = BigInt(lowest);
  let kept = mantissa >> cut;
  const rest = mantissa - (kept << cut);
  const half = 1n << (cut - 1n);
  if (rest > half || (rest === half && (kept & 1n) === 1n)) kept += 1n;
  const power = exponent + lowest;
  // Two factors, since 2**power alone may underflow although the product does not.
  return power < -1000 ? Number(kept) * 2 ** -1000 * 2 ** (power + 1000) : Number(kept) * 2 ** power;
}

/** Number of bits of `abs(value)`. */
export function bitLength(value: Integer): number {
  if (typeof value === 'number') {
    const magnitude = Math.abs(value);
    return magnitude < 4294967296
      ? 32 - Math.clz32(magnitude)
      : 64 - Math.clz32(Math.floor(magnitude / 4294967296));
  }
  const text = (value < 0n ? -value : value).toString(16);
  return text === '0' ? 0 : (text.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(text[0], 16)));
}

/** `a ** b` for `b >= 0`. Results of more than 2**26 bits are refused with MemoryError. */
export function powerIntegers(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const power = a ** b;
    if (Number.isSafeInteger(power)) return power + 0;
  }
  if (a === 1 || b === 0) return 1;
  if (a === 0) return 0;
  if (a === -1) return BigInt(b) % 2n === 0n ? 1 : -1;
  if (BigInt(b) * BigInt(bitLength(a)) > 67_108_864n) throw raise(MemoryError, 'the integer is too large');
  return normalizeInt(BigInt(a) ** BigInt(b));
}

/** `pow(base, exponent, modulus)`. */
export function modularPower(base: Integer, exponent: Integer, modulus: Integer): Integer {
  if (modulus === 0) throw raise(ValueError, 'pow() 3rd argument cannot be 0');
  const m = BigInt(modulus);
  const size = m < 0n ? -m : m;
  let factor = ((BigInt(base) % size) + size) % size;
  let left = BigInt(exponent);
  if (left < 0n) {
    factor = inverse(factor, size);
    left = -left;
  }
  let result = 1n % size;
  while (left > 0n) {
    if (left & 1n) result = (result * factor) % size;
    factor = (factor * factor) % size;
    left >>= 1n;
  }
  return normalizeInt(m < 0n && result !== 0n ? result + m : result);
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [r0, r1, s0, s1] = [value, modulus, 1n, 0n];
  while (r1 !== 0n) {
    const quotient = r0 / r1;
    [r0, r1] = [r1, r0 - quotient * r1];
    [s0, s1] = [s1, s0 - quotient * s1];
  }
  if (r0 !== 1n) throw raise(ValueError, 'base is not invertible for the given modulus');
  return ((s0 % modulus) + modulus) % modulus;
}

export function shiftLeft(a: Integer, b: Integer): Integer {
  if (b < 0) throw raise(ValueError, 'negative shift count');
  if (a === 0) return 0;
  if (typeof b === 'bigint' || b > 67_108_864) throw raise(MemoryError, 'the integer is too large');
  return normalizeInt(BigInt(a) << BigInt(b));
}

export function shiftRight(a: Integer, b: Integer): Integer {
  if (b < 0) throw raise(ValueError, 'negative shift count');
  if (typeof b === 'bigint') return a < 0 ? -1 : 0;
  if (typeof a === 'number' && a >= -2147483648 && a <= 2147483647) return a >> Math.min(b, 31);
  return normalizeInt(BigInt(a) >> BigInt(b));
}

/** `&`, `|` or `^` on two's complement. */
export function bitwise(operator: '&' | '|' | '^', a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number' && (a | 0) === a && (b | 0) === b) {
    return operator === '&' ? a & b : operator === '|' ? a | b : a ^ b;
  }
  const x = BigInt(a);
  const y = BigInt(b);
  return normalizeInt(operator === '&' ? x & y : operator === '|' ? x | y : x ^ y);
}

export function negateInteger(a: Integer): Integer {
  return typeof a === 'number' ? 0 - a : normalizeInt(-a);
}

export function greatestCommonDivisor(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    let [x, y] = [Math.abs(a), Math.abs(b)];
    while (y !== 0) [x, y] = [y, x % y];
    return x;
  }
  let [x, y] = [BigInt(a), BigInt(b)];
  if (x < 0n) x = -x;
  if (y < 0n) y = -y;
  while (y !== 0n) [x, y] = [y, x % y];
  return normalizeInt(x);
}

/** The largest integer whose square is not above `value >= 0`. */
export function integerSquareRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let guess = 1n << BigInt((bitLength(value) + 1) >> 1);
  for (;;) {
    const next = (guess + value / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** Compares an int with a double exactly: negative, zero, positive, or NaN. */
export function compareIntegerWithDouble(integer: Integer, double: number): number {
  if (typeof integer === 'number') return integer - double;
  if (Number.isNaN(double)) return Number.NaN;
  if (!Number.isFinite(double)) return double > 0 ? -1 : 1;
  const whole = BigInt(Math.trunc(double));
  if (integer !== whole) return integer < whole ? -1 : 1;
  return Math.trunc(double) - double;
}
