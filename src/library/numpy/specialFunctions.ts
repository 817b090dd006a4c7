/** Real functions that JavaScript lacks. */

export function gcd(a: number, b: number): number {
  let x = Math.abs(a);
  let y = Math.abs(b);
  while (y !== 0) [x, y] = [y, x % y];
  return x;
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

export function logAddExp(a: number, b: number): number {
  if (a === b) return a + Math.LN2;
  const difference = a - b;
  if (difference > 0) return a + Math.log1p(Math.exp(-difference));
  if (difference <= 0) return b + Math.log1p(Math.exp(difference));
  return difference;
}
