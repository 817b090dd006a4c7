/** Decimal text of doubles: digits rounded exactly (ties to even) as CPython's `format` does. */
import { ratioToDouble } from './integerArithmetic.ts';

/** `m * 2**e` of a finite double, with m an integer. */
export function decompose(value: number): { mantissa: bigint; exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(value));
  const bits = view.getBigUint64(0);
  const stored = Number(bits >> 52n);
  const fraction = bits & 0xfffffffffffffn;
  return stored === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | 0x10000000000000n, exponent: stored - 1075 };
}

/** The integer nearest to `abs(value) * 10**places`, ties to even. */
export function scaledInteger(value: number, places: number): bigint {
  const { mantissa, exponent } = decompose(value);
  let numerator = mantissa;
  let denominator = 1n;
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  if (places >= 0) numerator *= 10n ** BigInt(places);
  else denominator *= 10n ** BigInt(-places);
  return divideHalfEven(numerator, denominator);
}

/** `numerator / denominator` rounded to the nearest integer, ties to even; both must be positive. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const twice = (numerator - quotient * denominator) * 2n;
  if (twice > denominator || (twice === denominator && (quotient & 1n) === 1n)) return quotient + 1n;
  return quotient;
}

/** Digits of `abs(value)` with `places` decimals: `12.50`. */
export function fixedDigits(value: number, places: number): string {
  const digits = scaledInteger(value, places).toString();
  if (places === 0) return digits;
  const padded = digits.padStart(places + 1, '0');
  return `${padded.slice(0, -places)}.${padded.slice(-places)}`;
}

export interface ScientificDigits {
  /** The significant digits, without a point. */
  readonly digits: string;
  /** The power of ten of the first digit. */
  readonly exponent: number;
}

/** `abs(value)` rounded to `count` significant digits. */
export function significantDigits(value: number, count: number): ScientificDigits {
  if (value === 0) return { digits: '0'.repeat(count), exponent: 0 };
  let exponent = Number(Math.abs(value).toExponential().split('e')[1]);
  let digits = scaledInteger(value, count - 1 - exponent).toString();
  if (digits.length > count) {
    exponent++;
    digits = scaledInteger(value, count - 1 - exponent).toString();
  }
  return { digits, exponent };
}

/** `e+05`: sign and at least two digits. */
export function exponentText(exponent: number, letter: string): string {
  const digits = String(Math.abs(exponent)).padStart(2, '0');
  return `${letter}${exponent < 0 ? '-' : '+'}${digits}`;
}

/** `round(value, places)` correctly rounded, as a double. */
export function roundToPlaces(value: number, places: number): number {
  if (!Number.isFinite(value) || places > 323 || value === 0) return value;
  if (places < -308) return value < 0 ? -0 : 0;
  const scaled = scaledInteger(value, places);
  const magnitude =
    places >= 0 ? ratioToDouble(scaled, 10n ** BigInt(places)) : Number(scaled * 10n ** BigInt(-places));
  return value < 0 ? -magnitude : magnitude;
}

/** The nearest integer to a finite double, ties to even. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const difference = value - floor;
  if (difference < 0.5) return floor;
  if (difference > 0.5) return floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}
