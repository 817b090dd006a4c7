/** Arrays as elements of an array of objects, where their shapes differ. */

import { Unknown, type Value } from '../../python/values.ts';
import { NdArray, type Shape } from './ndarray.ts';

/** Whether arrays of different shapes are elements themselves: of each, the axes do not count among those of the whole. */
export function holdsArrays(leaves: readonly Value[], shape: Shape): boolean {
  const count = shape.reduce<number | null>(
    (all, size) => (all === null || size === null ? null : all * size),
    1,
  );
  return (
    leaves.length === count &&
    leaves.every(leaf => !(leaf instanceof Unknown)) &&
    leaves.some(leaf => leaf instanceof NdArray && leaf.rank > 0 && shape.length <= leaf.rank)
  );
}
