/** Hyperbolic functions and the decimal logarithm by the exponential and the logarithm, in the steps in which C libraries take them. */
import { exp, log } from '../../python/builtins/elementary.ts';

/** Beyond it the smaller of two exponentials does not count. */
const FAR = 22;
const SMALL = 2 ** -28;
const LARGE = 2 ** 28;
const OVERFLOW = 709.78;

export function cosh(x: number): number {
  const size = Math.abs(x);
  if (size < Math.LN2 / 2) {
    const t = Math.expm1(size);
    const whole = 1 + t;
    return size < 2 ** -55 ? whole : 1 + (t * t) / (whole + whole);
  }
  if (size < FAR) {
    const t = exp(size);
    return 0.5 * t + 0.5 / t;
  }
  return size < OVERFLOW ? 0.5 * exp(size) : halfSquare(size);
}

export function sinh(x: number): number {
  const size = Math.abs(x);
  const half = x < 0 ? -0.5 : 0.5;
  if (size < SMALL) return x;
  if (size < FAR) {
    const t = Math.expm1(size);
    return size < 1 ? half * (2 * t - (t * t) / (t + 1)) : half * (t + t / (t + 1));
  }
  return size < OVERFLOW ? half * exp(size) : 2 * half * halfSquare(size);
}

/** Half of an exponential that is itself too large for a double. */
function halfSquare(x: number): number {
  const root = exp(x / 2);
  return 0.5 * root * root;
}

export function asinh(x: number): number {
  const size = Math.abs(x);
  if (size < SMALL || !Number.isFinite(x)) return x;
  let found: number;
  if (size > LARGE) found = log(size) + Math.LN2;
  else if (size > 2) found = log(2 * size + 1 / (Math.sqrt(x * x + 1) + size));
  else found = Math.log1p(size + (x * x) / (1 + Math.sqrt(1 + x * x)));
  return x < 0 ? -found : found;
}

export function acosh(x: number): number {
  if (x < 1 || !Number.isFinite(x)) return Math.acosh(x);
  if (x > LARGE) return log(x) + Math.LN2;
  if (x > 2) return log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
  const above = x - 1;
  return Math.log1p(above + Math.sqrt(2 * above + above * above));
}

/** The decimal logarithm of two, its first part short enough for exact products with exponents. */
const LOG10_2_HIGH = 0.30102999566361177;
const LOG10_2_LOW = 3.694239077158931e-13;
const bits = new DataView(new ArrayBuffer(8));

export function log10(x: number): number {
  if (!(x > 2.3e-308) || x === Number.POSITIVE_INFINITY) return Math.log10(x);
  bits.setFloat64(0, x);
  const head = bits.getUint32(0);
  const exponent = (head >>> 20) - 1023;
  // The mantissa from one to two, or from a half to one below one.
  const below = exponent < 0 ? 1 : 0;
  bits.setUint32(0, (head & 0xfffff) | ((1023 - below) << 20));
  const power = exponent + below;
  return power * LOG10_2_LOW + Math.LOG10E * log(bits.getFloat64(0)) + power * LOG10_2_HIGH;
}
