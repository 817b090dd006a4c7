// Sorting along an axis.
import { normalizeAxis, ShapeError } from '../shapes.ts';
import type { Tensor } from '../tensor.ts';
import { takeAlongAxis } from './gathering.ts';
import { apply, defineOperation, requireRank } from './registry.ts';
import { moveAxis } from './shaping.ts';
import { split } from './slicing.ts';

defineOperation({
  name: 'argSort',
  documentation: 'Indices that sort along the last axis; equal elements keep their order.',
  infer: ([x]) => ({ shape: x.shape, dtype: 'int32' }),
  gradient: 'none',
});

export function argSort(x: Tensor, axis = -1, descending = false): Tensor {
  requireRank('argSort', x, 1);
  const along = normalizeAxis('argSort', axis, x.shape.length);
  return moveAxis(apply('argSort', [moveAxis(x, along, -1)], { descending }), -1, along);
}

export function sort(x: Tensor, axis = -1, descending = false): Tensor {
  return takeAlongAxis(x, argSort(x, axis, descending), axis);
}

/** The k largest elements of the last axis in descending order, and their indices. */
export function topK(x: Tensor, k: number): { values: Tensor; indices: Tensor } {
  requireRank('topK', x, 1);
  const dim = x.shape.at(-1) as number | null;
  if (dim !== null && k > dim)
    throw new ShapeError('topK', `the last axis has only ${dim} elements, not ${k}`);
  const order = argSort(x, -1, true);
  const indices = dim === null || dim === k ? order : split(order, [k, dim - k], -1)[0];
  return { values: takeAlongAxis(x, indices, -1), indices };
}
