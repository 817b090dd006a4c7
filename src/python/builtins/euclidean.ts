/** The length of a vector, correctly rounded: `math.hypot` and `abs(complex)`. */
import { exactSum } from './exactSum.ts';

/** Euclidean length, scaled against overflow and summed exactly enough to round as CPython does. */
export function euclidean(values: readonly number[]): number {
  const magnitudes = values.map(Math.abs);
  if (magnitudes.some(value => value === Number.POSITIVE_INFINITY)) return Number.POSITIVE_INFINITY;
  if (magnitudes.some(Number.isNaN)) return Number.NaN;
  const largest = Math.max(0, ...magnitudes);
  if (largest === 0 || magnitudes.length <= 1) return largest;
  const exponent = Math.max(-1000, Math.min(1000, Math.floor(Math.log2(largest))));
  const scaled = magnitudes.map(value => value * 2 ** -exponent);
  const parts = scaled.flatMap(value => squareParts(value));
  const sum = exactSum(parts);
  const root = Math.sqrt(sum);
  // One Newton step on the exact remainder makes the root correctly rounded.
  const [high, low] = squareParts(root);
  const remainder = exactSum([...parts, -high, -low]);
  return (root + remainder / (2 * root)) * 2 ** exponent;
}

function squareParts(value: number): [number, number] {
  const split = value * 134217729;
  const high = split - (split - value);
  const low = value - high;
  const square = value * value;
  return [square, high * high - square + 2 * high * low + low * low];
}
