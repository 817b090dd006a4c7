// Picking elements by index, and its transpose, adding elements up by index.
import type { DType } from '../dtypes.ts';
import {
  type Dim,
  formatShape,
  isStatic,
  normalizeAxis,
  ShapeError,
  staticShape,
  stridesOf,
} from '../shapes.ts';
import { attributesOf, constant, type Tensor } from '../tensor.ts';
import { add, equal, less, mul } from './binary.ts';
import { cast } from './leaves.ts';
import { sum } from './reduction.ts';
import { abstractValue, apply, defineOperation } from './registry.ts';
import { select } from './selection.ts';
import { broadcastTo, expandDims, moveAxis, reshape } from './shaping.ts';

defineOperation({
  name: 'gather',
  documentation: 'Entries along an axis by integer index; an index outside gives 0.',
  infer: ([x, indices], { axis }) => ({
    shape: [...x.shape.slice(0, axis), ...indices.shape, ...x.shape.slice(axis + 1)],
    dtype: x.dtype,
  }),
  gradient(output, gradient) {
    const [x, indices] = output.inputs;
    const { axis } = attributesOf(output, 'gather');
    return [scatterSum(indices, gradient, staticShape('gather', x.shape)[axis], axis), null];
  },
});

defineOperation({
  name: 'scatterSum',
  documentation: 'Adds entries along an axis into `size` places by integer index; others are dropped.',
  infer: ([indices, updates], { axis, size }) => ({
    shape: [...updates.shape.slice(0, axis), size, ...updates.shape.slice(axis + indices.shape.length)],
    dtype: updates.dtype,
  }),
  gradient(output, gradient) {
    return [null, gather(gradient, output.inputs[0], attributesOf(output, 'scatterSum').axis)];
  },
});

defineOperation({
  name: 'scatterAdd',
  documentation:
    'The first input with rows added by integer index; others are dropped. In its place where it may be.',
  infer: ([x]) => ({ shape: x.shape, dtype: x.dtype }),
  gradient: (output, gradient) => [gradient, null, gather(gradient, output.inputs[1], 0)],
});

/** x with `updates` (the axes of `indices`, then those of a row) added to its rows. */
export function scatterAdd(x: Tensor, indices: Tensor, updates: Tensor): Tensor {
  return apply('scatterAdd', [x, cast(indices, 'int32'), updates], {});
}

/** x with `axis` replaced by the axes of `indices` (numpy.take). Negative constants count from the end. */
export function gather(x: Tensor, indices: Tensor, axis = 0): Tensor {
  const along = normalizeAxis('gather', axis, x.shape.length);
  const dim = x.shape[along];
  return apply('gather', [x, wrapNegative(cast(indices, 'int32'), dim)], { axis: along });
}

function wrapNegative(indices: Tensor, dim: Dim): Tensor {
  if (indices.op !== 'constant' || dim === null) return indices;
  const { data } = attributesOf(indices, 'constant');
  for (const index of data) {
    if (index < -dim || index >= dim)
      throw new ShapeError('gather', `index ${index} is out of bounds for size ${dim}`, {
        kind: 'index',
        index,
        axis: 0,
        size: dim,
      });
  }
  if (!data.some(index => index < 0)) return indices;
  const wrapped = Int32Array.from(data, index => (index < 0 ? index + dim : index));
  return constant(wrapped, indices.shape as readonly number[], 'int32');
}

/** Adds `updates` (axes of `indices` in the place of `axis`) into a tensor with `size` there. */
export function scatterSum(indices: Tensor, updates: Tensor, size: number, axis = 0): Tensor {
  const places = updates.shape.slice(axis, axis + indices.shape.length);
  if (
    places.some((dim, index) => dim !== null && indices.shape[index] !== null && dim !== indices.shape[index])
  ) {
    throw new ShapeError(
      'scatterSum',
      `indices ${formatShape(indices.shape)} do not match updates ${formatShape(updates.shape)} at axis ${axis}`,
    );
  }
  return apply('scatterSum', [cast(indices, 'int32'), updates], { axis, size });
}

/** Sum of the rows of `x` with each segment id: (rows, ...) gives (segments, ...). */
export function segmentSum(x: Tensor, ids: Tensor, segments: number): Tensor {
  return scatterSum(ids, x, segments, 0);
}

/** For each place, the element of `x` at that index along an axis (numpy.take_along_axis). */
export function takeAlongAxis(x: Tensor, indices: Tensor, axis = -1): Tensor {
  const rank = x.shape.length;
  const along = normalizeAxis('takeAlongAxis', axis, rank);
  if (indices.shape.length !== rank) {
    throw new ShapeError(
      'takeAlongAxis',
      `${formatShape(indices.shape)} and ${formatShape(x.shape)} differ in dimensions`,
    );
  }
  const shape = x.shape.map((dim, index) =>
    index === along ? indices.shape[along] : (dim ?? indices.shape[index]),
  );
  if (!isStatic(x.shape) || !isStatic(shape))
    return abstractValue('takeAlongAxis', [x, indices], shape, x.dtype);
  const strides = stridesOf(x.shape);
  const dim = x.shape[along];
  const integers = cast(indices, 'int32');
  const wrapped =
    integers.op === 'constant'
      ? wrapNegative(integers, dim)
      : select(less(integers, 0), add(integers, dim), integers);
  let flat = mul(broadcastTo(wrapped, shape), strides[along]);
  for (let index = 0; index < rank; index++) {
    if (index === along || shape[index] === 1) continue;
    const line = Int32Array.from({ length: shape[index] }, (_, place) => place * strides[index]);
    flat = add(
      flat,
      constant(
        line,
        shape.map((_, other) => (other === index ? line.length : 1)),
        'int32',
      ),
    );
  }
  return apply('gather', [reshape(x, [-1]), flat], { axis: 0 });
}

/** Entries by index tuples: indices (..., k) pick x[i0, ..., ik-1], giving (...) + x.shape[k:]. */
export function gatherNd(x: Tensor, indices: Tensor): Tensor {
  const depth = indices.shape.at(-1);
  if (depth === undefined || depth === null || depth > x.shape.length) {
    throw new ShapeError(
      'gatherNd',
      `indices ${formatShape(indices.shape)} do not index ${formatShape(x.shape)}`,
    );
  }
  const shape = [...indices.shape.slice(0, -1), ...x.shape.slice(depth)];
  if (!isStatic(x.shape)) return abstractValue('gatherNd', [x, indices], shape, x.dtype);
  const leading = x.shape.slice(0, depth);
  const weights = constant(stridesOf(leading), [depth], 'int32');
  const flat = sum(mul(cast(indices, 'int32'), weights), [-1]);
  return apply('gather', [reshape(x, [-1, ...x.shape.slice(depth)]), flat], { axis: 0 });
}

/** 0, 1, ..., size - 1 as a constant. */
export function range(size: number, dtype: DType = 'int32'): Tensor {
  return constant(
    Array.from({ length: size }, (_, index) => index),
    [size],
    dtype,
  );
}

/** 1 at the index along a new axis, else 0; indices outside 0 .. classes - 1 give zeros. */
export function oneHot(indices: Tensor, classes: Dim, dtype: DType = 'float32', axis = -1): Tensor {
  const place = normalizeAxis('oneHot', axis, indices.shape.length + 1);
  const result = [...indices.shape];
  if (classes === null) {
    result.splice(place, 0, null);
    return abstractValue('oneHot', [indices], result, dtype);
  }
  const wide = cast(equal(expandDims(cast(indices, 'int32'), -1), range(classes)), dtype);
  return moveAxis(wide, -1, place);
}
