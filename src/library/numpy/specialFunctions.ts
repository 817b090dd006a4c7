/** Real functions that JavaScript lacks. */

export function gcd(a: number, b: number): number {
  let x = Math.abs(a);
  let y = Math.abs(b);
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

export function lcm(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : Math.abs(a * b) / gcd(a, b);
}

/** C's `hypot`: exact where squares are. */
export function hypot(a: number, b: number): number {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return Math.hypot(a, b);
  const direct = Math.sqrt(a * a + b * b);
  return Number.isFinite(direct) && direct > 1e-150 ? direct : Math.hypot(a, b);
}

const view = new DataView(new ArrayBuffer(8));

/** The next double from `a` towards `b`. */
export function nextAfter(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.NaN;
  if (a === b) return b;
  if (a === 0) return b > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  view.setFloat64(0, a);
  const bits = view.getBigInt64(0);
  view.setBigInt64(0, a < b === a > 0 ? bits + 1n : bits - 1n);
  return view.getFloat64(0);
}

/** The distance to the next double away from zero. */
export function spacing(a: number): number {
  if (!Number.isFinite(a)) return Number.NaN;
  const next = nextAfter(Math.abs(a), Number.POSITIVE_INFINITY) - Math.abs(a);
  return a < 0 ? -next : next;
}

/** The distance to the next number of a narrower floating type away from zero. */
export function spacingNarrow(a: number, _b: number, dtype: string): number {
  if (!Number.isFinite(a)) return Number.NaN;
  const [fraction, least] = dtype === 'float16' ? [10, -14] : [23, -126];
  const exponent = a === 0 ? least : Math.max(least, Math.floor(Math.log2(Math.abs(a))));
  return 2 ** (exponent - fraction) * (a < 0 ? -1 : 1);
}

/** The next number of a narrower floating type from `a` towards `b`. */
export function nextAfterNarrow(a: number, b: number, dtype: string): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.NaN;
  if (a === b) return b;
  const step = Math.abs(spacingNarrow(a, 0, dtype));
  if (a === 0) return b > 0 ? step : -step;
  // Below a power of two numbers lie twice as close.
  const inward = a > 0 !== b > a;
  const isPower =
    Number.isInteger(Math.log2(Math.abs(a))) && step * (dtype === 'float16' ? 1024 : 8388608) === Math.abs(a);
  const size = inward && isPower && spacingNarrow(a / 2, 0, dtype) < step ? step / 2 : step;
  return b > a ? a + size : a - size;
}

export function logAddExp(a: number, b: number): number {
  if (a === b) return a + Math.LN2;
  const difference = a - b;
  if (difference > 0) return a + Math.log1p(Math.exp(-difference));
  if (difference <= 0) return b + Math.log1p(Math.exp(difference));
  return difference;
}
