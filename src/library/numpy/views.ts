/** Views and rearrangements: reshape, transpose, broadcasting, flipping. Shape rule and run rule in one. */
import { raise, ValueError } from '../../python/errors.ts';
import { elementFacts, type Facts } from './facts.ts';
import { broadcastStrides } from './iteration.ts';
import { keepScores } from './modelScores.ts';
import {
  abstractArray,
  abstractView,
  concreteArray,
  likeIn,
  type NdArray,
  type Shape,
  viewOf,
} from './ndarray.ts';
import { keepRows } from './rowOrder.ts';
import { broadcastShapes, compactShape, normalizeAxis, reshapedShape, transposeAxes } from './shapes.ts';
import { type ArrayData, contiguousItems, copyData, fromItems, rowMajorStrides } from './storage.ts';

/** Facts after a change that keeps every row along the last axis whole. */
function factsIfRowsKept(array: NdArray, shape: Shape): Facts {
  const before = array.shape[array.rank - 1];
  const after = shape[shape.length - 1];
  const kept =
    array.rank > 0 && shape.length > 0 && before !== null && before !== undefined && before === after;
  return kept ? array.facts : elementFacts(array.facts);
}

/** `reshape`: a view where strides allow, else a copy. */
export function reshape(array: NdArray, wanted: readonly number[], order = 'C'): NdArray {
  if (order === 'F') {
    const reversed = reshape(transpose(array), [...wanted].reverse());
    return transpose(reversed);
  }
  const shape = reshapedShape(array.shape, wanted);
  const { data } = array;
  const known = factsIfRowsKept(array, shape);
  if (data === null) return abstractView(array, shape, known);
  const strides = stridesForReshape(data, shape as number[]);
  if (strides) return viewOf(array, data.view(shape as number[], strides));
  return likeIn(concreteArray(fromItems(contiguousItems(data), shape as number[], data.dtype)), array);
}

/** Strides under which the same memory has another shape, or null when it must be copied. */
function stridesForReshape(data: ArrayData, shape: readonly number[]): number[] | null {
  if (data.contiguous) return rowMajorStrides(shape);
  const lengths: number[] = [];
  const steps: number[] = [];
  for (let axis = 0; axis < data.shape.length; axis++) {
    if (data.shape[axis] !== 1) {
      lengths.push(data.shape[axis]);
      steps.push(data.strides[axis]);
    }
  }
  const result = new Array<number>(shape.length).fill(1);
  let from = 0;
  let to = 0;
  while (from < lengths.length && to < shape.length) {
    let product = lengths[from];
    let wanted = shape[to];
    let fromEnd = from + 1;
    let toEnd = to + 1;
    while (product !== wanted) {
      if (product < wanted) product *= lengths[fromEnd++];
      else wanted *= shape[toEnd++];
    }
    for (let axis = from; axis < fromEnd - 1; axis++) {
      if (steps[axis] !== lengths[axis + 1] * steps[axis + 1]) return null;
    }
    result[toEnd - 1] = steps[fromEnd - 1];
    for (let axis = toEnd - 1; axis > to; axis--) result[axis - 1] = result[axis] * shape[axis];
    from = fromEnd;
    to = toEnd;
  }
  return result;
}

/** `transpose`: a view with axes in another order (reversed when null). */
export function transpose(array: NdArray, axes: readonly number[] | null = null): NdArray {
  const order = transposeAxes(array.rank, axes);
  const shape = order.map(axis => array.shape[axis]);
  const { data } = array;
  const lastKept = order[order.length - 1] === array.rank - 1;
  if (data === null) return abstractView(array, shape, lastKept ? array.facts : elementFacts(array.facts));
  return viewOf(
    array,
    data.view(
      shape as number[],
      order.map(axis => data.strides[axis]),
    ),
  );
}

/** `ravel`: one axis, a view where possible. */
export function ravel(array: NdArray, order = 'C'): NdArray {
  if (array.size === null) return abstractView(array, [null]);
  return reshape(array, [array.size], order);
}

/** A copy of its own. */
export function copyArray(array: NdArray): NdArray {
  if (array.data === null)
    return keepScores(
      keepRows(likeIn(abstractArray(array.shape, array.dtype, array.facts), array), array),
      array,
    );
  return keepRows(likeIn(concreteArray(copyData(array.data), null), array), array);
}

/** `broadcast_to`: a view that repeats without copying. */
export function broadcastTo(array: NdArray, shape: readonly (number | null)[]): NdArray {
  const target = broadcastShapes([array.shape, shape], () => remappedText(array.shape, shape));
  const grown = shape.some(
    (length, axis) => length !== null && target[axis] !== null && target[axis] !== length,
  );
  if (target.length > shape.length || grown) {
    throw raise(ValueError, remappedText(array.shape, shape));
  }
  if (array.data === null || target.includes(null))
    return abstractView(array, shape, factsIfRowsKept(array, shape));
  return viewOf(array, array.data.view(target as number[], broadcastStrides(array.data, target as number[])));
}

function remappedText(from: Shape, to: Shape): string {
  if (from.length > to.length) {
    return 'input operand has more dimensions than allowed by the axis remapping';
  }
  return (
    'operands could not be broadcast together with remapped shapes [original->remapped]: ' +
    `${compactShape(from)}  and requested shape ${compactShape(to)}`
  );
}

/** `expand_dims`: new axes of length one at these places of the result. */
export function expandDimensions(array: NdArray, axes: readonly number[]): NdArray {
  const rank = array.rank + axes.length;
  const places = axes.map(axis => normalizeAxis(axis, rank));
  if (new Set(places).size !== places.length) throw raise(ValueError, 'repeated axis');
  const shape: (number | null)[] = [];
  const strides: number[] = [];
  let next = 0;
  for (let axis = 0; axis < rank; axis++) {
    const isNew = places.includes(axis);
    shape.push(isNew ? 1 : array.shape[next]);
    strides.push(isNew || array.data === null ? 0 : array.data.strides[next]);
    if (!isNew) next++;
  }
  if (array.data === null) return abstractView(array, shape, factsIfRowsKept(array, shape));
  return viewOf(array, array.data.view(shape as number[], strides));
}

/** `squeeze`: without axes of length one (all of them, or those named). */
export function squeeze(array: NdArray, axes: readonly number[] | null): NdArray {
  const places = axes?.map(axis => normalizeAxis(axis, array.rank)) ?? null;
  for (const axis of places ?? []) {
    if (array.shape[axis] !== 1 && array.shape[axis] !== null) {
      throw raise(ValueError, 'cannot select an axis to squeeze out which has size not equal to one');
    }
  }
  const drops = (axis: number): boolean => (places ? places.includes(axis) : array.shape[axis] === 1);
  const kept = array.shape.map((_, axis) => axis).filter(axis => !drops(axis));
  const shape = kept.map(axis => array.shape[axis]);
  if (array.data === null) return abstractView(array, shape, factsIfRowsKept(array, shape));
  return viewOf(
    array,
    array.data.view(
      shape as number[],
      kept.map(axis => array.data!.strides[axis]),
    ),
  );
}

/** `flip`: axes walked backwards. */
export function flip(array: NdArray, axes: readonly number[] | null): NdArray {
  const places = axes?.map(axis => normalizeAxis(axis, array.rank)) ?? array.shape.map((_, axis) => axis);
  const { data } = array;
  // Flipping the classes keeps rows one-hot.
  if (data === null) return abstractView(array, array.shape, array.facts);
  let { offset } = data;
  const strides = [...data.strides];
  for (const axis of places) {
    if (data.shape[axis] > 0) offset += (data.shape[axis] - 1) * strides[axis];
    strides[axis] = -strides[axis];
  }
  return viewOf(array, data.view(data.shape, strides, offset));
}

/** `moveaxis`. */
export function moveAxes(array: NdArray, source: readonly number[], destination: readonly number[]): NdArray {
  const from = source.map(axis => normalizeAxis(axis, array.rank, 'source: '));
  const to = destination.map(axis => normalizeAxis(axis, array.rank, 'destination: '));
  if (from.length !== to.length) {
    throw raise(ValueError, '`source` and `destination` arguments must have the same number of elements');
  }
  const order = array.shape.map((_, axis) => axis).filter(axis => !from.includes(axis));
  const pairs = to.map((axis, index) => [axis, from[index]] as const).sort((a, b) => a[0] - b[0]);
  for (const [axis, original] of pairs) order.splice(axis, 0, original);
  return transpose(array, order);
}

/** `swapaxes`. */
export function swapAxes(array: NdArray, first: number, second: number): NdArray {
  const a = normalizeAxis(first, array.rank);
  const b = normalizeAxis(second, array.rank);
  const order = array.shape.map((_, axis) => (axis === a ? b : axis === b ? a : axis));
  return transpose(array, order);
}

/** `diagonal`: a view along two axes. */
export function diagonal(array: NdArray, offset = 0, axis1 = 0, axis2 = 1): NdArray {
  if (array.rank < 2) throw raise(ValueError, 'diag requires an array of at least two dimensions');
  const first = normalizeAxis(axis1, array.rank, 'axis1: ');
  const second = normalizeAxis(axis2, array.rank, 'axis2: ');
  if (first === second) throw raise(ValueError, 'axis1 and axis2 cannot be the same');
  const rows = array.shape[first];
  const columns = array.shape[second];
  const length =
    rows === null || columns === null
      ? null
      : Math.max(0, Math.min(rows - Math.max(0, -offset), columns - Math.max(0, offset)));
  const rest = array.shape.map((_, axis) => axis).filter(axis => axis !== first && axis !== second);
  const shape = [...rest.map(axis => array.shape[axis]), length];
  const { data } = array;
  if (data === null) return abstractView(array, shape, { ...elementFacts(array.facts), occurrence: null });
  const start =
    data.offset + Math.max(0, -offset) * data.strides[first] + Math.max(0, offset) * data.strides[second];
  const strides = [...rest.map(axis => data.strides[axis]), data.strides[first] + data.strides[second]];
  return viewOf(array, data.view(shape as number[], strides, length === 0 ? data.offset : start));
}

/** Makes an array at least `rank`-dimensional as `atleast_1d`, `atleast_2d` and `atleast_3d` do. */
export function atLeast(array: NdArray, rank: 1 | 2 | 3): NdArray {
  if (array.rank >= rank) return array;
  if (rank === 1) return expandDimensions(array, [0]);
  if (rank === 2) return expandDimensions(array, array.rank === 0 ? [0, 1] : [0]);
  if (array.rank === 0) return expandDimensions(array, [0, 1, 2]);
  return expandDimensions(array, array.rank === 1 ? [0, 2] : [2]);
}
