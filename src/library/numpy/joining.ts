/** Concatenating, stacking, splitting, repeating. */

import { raise, ValueError } from '../../python/errors.ts';
import { NotKnown } from '../../python/values.ts';
import { asType } from './casting.ts';
import { type DTypeName, promoteTypes } from './dtypes.ts';
import { elementFacts, type Facts, joinFacts, partFacts } from './facts.ts';
import { broadcastStrides, forEachRun } from './iteration.ts';
import {
  abstractArray,
  abstractView,
  concreteArray,
  likeIn,
  type NdArray,
  type Shape,
  viewOf,
} from './ndarray.ts';
import { commonRows } from './rowOrder.ts';
import { checkShape, concatenatedShape, countOf, normalizeAxis, stackedShape } from './shapes.ts';
import {
  type ArrayData,
  allocate,
  checkAllocation,
  fromItems,
  isWideItems,
  type NumberItems,
  TooLarge,
} from './storage.ts';
import { expandDimensions, ravel } from './views.ts';

/** The common type of arrays in a concatenation (no value-based rule there). */
export function commonType(arrays: readonly NdArray[]): DTypeName {
  return arrays.map(array => array.dtype).reduce(promoteTypes);
}

/** Copies contents into a place of a target, shapes broadcasting. The types must be equal. */
export function copyContents(source: ArrayData, target: ArrayData): void {
  widenFor(source, target);
  const from = source.items as NumberItems;
  const to = target.items as NumberItems;
  const wide = isWideItems(target.items);
  forEachRun(
    target.shape,
    [target.strides, broadcastStrides(source, target.shape)],
    [target.offset, source.offset],
    ([at, position], length, [step, fromStep]) => {
      if (wide) {
        const big = target.items as BigInt64Array;
        for (let i = 0; i < length; i++, at += step, position += fromStep)
          big[at] = BigInt(source.items[position] as number);
      } else if (step === 1 && fromStep === 1 && !Array.isArray(to)) {
        to.set(from.subarray(position, position + length), at);
      } else for (let i = 0; i < length; i++, at += step, position += fromStep) to[at] = from[position];
    },
  );
}

/** Makes the target's memory able to hold 64-bit integers beyond doubles when the source has such. */
export function widenFor(source: ArrayData, target: ArrayData): void {
  if (!isWideItems(source.items) || isWideItems(target.items)) return;
  const big = Array.from(target.items as NumberItems, BigInt);
  target.memory.items = target.dtype === 'uint64' ? BigUint64Array.from(big) : BigInt64Array.from(big);
}

/** `concatenate`; axis null flattens first. */
export function concatenate(
  arrays: readonly NdArray[],
  axis: number | null,
  dtype: DTypeName | null = null,
): NdArray {
  if (arrays.length === 0) throw raise(ValueError, 'need at least one array to concatenate');
  const parts = axis === null ? arrays.map(array => ravel(array)) : arrays;
  const shape = concatenatedShape(
    parts.map(part => part.shape),
    axis ?? 0,
  );
  const along = normalizeAxis(axis ?? 0, shape.length);
  const type = dtype ?? commonType(parts);
  const known = concatenatedFacts(parts, along === shape.length - 1);
  if (parts.some(part => part.data === null)) {
    const joined = abstractArray(shape, type, known);
    if (along > 0) joined.memory.rows = commonRows(parts);
    return joined;
  }
  const target = allocate(shape as number[], type);
  let start = 0;
  for (const part of parts) {
    const data = asType(part, type).data!;
    const window = target.view(data.shape, target.strides, target.offset + start * target.strides[along]);
    copyContents(data, window);
    start += data.shape[along];
  }
  return concreteArray(target);
}

function concatenatedFacts(parts: readonly NdArray[], lastAxis: boolean): Facts {
  const known = parts
    .filter(part => countOf(part.shape) !== 0)
    .map(part => (lastAxis && parts.length > 1 ? elementFacts(part.facts) : part.facts));
  return known.length === 0 ? parts[0].facts : known.reduce(joinFacts);
}

/** `stack` along a new axis. */
export function stack(arrays: readonly NdArray[], axis: number, dtype: DTypeName | null = null): NdArray {
  const shape = stackedShape(
    arrays.map(array => array.shape),
    axis,
  );
  const at = normalizeAxis(axis, shape.length);
  return concatenate(
    arrays.map(array => expandDimensions(array, [at])),
    at,
    dtype,
  );
}

/** A part of an array along an axis, as a view. */
export function sliceAxis(array: NdArray, axis: number, start: number | null, stop: number | null): NdArray {
  const length = start === null || stop === null ? null : Math.max(0, stop - start);
  const shape = array.shape.map((own, index) => (index === axis ? length : own));
  if (array.data === null || start === null || length === null) {
    const kept = axis === array.rank - 1 ? elementFacts(array.facts) : array.facts;
    const known = shape.includes(null) ? null : shape.reduce<number>((a, b) => a * b!, 1);
    return abstractView(array, shape, partFacts(kept, known, false));
  }
  const { data } = array;
  return viewOf(
    array,
    data.view(
      shape as number[],
      data.strides,
      length === 0 ? data.offset : data.offset + start * data.strides[axis],
    ),
  );
}

/** No script has more parts than that; a list of them would not fit. */
const mostParts = 4e6;

/** `array_split` and `split`: into equal sections, or at indices. */
export function split(
  array: NdArray,
  sections: number | readonly number[],
  axis: number,
  equal: boolean,
): NdArray[] {
  const along = normalizeAxis(axis, array.rank);
  const length = array.shape[along];
  if (typeof sections !== 'number') {
    const bounded = (index: number): number => {
      const limit = length ?? Number.POSITIVE_INFINITY;
      return index < 0 ? Math.max(0, index + limit) : Math.min(index, limit);
    };
    const starts = [0, ...sections.map(bounded)];
    return starts.map((start, index) => {
      const stop = index === sections.length ? length : starts[index + 1];
      return sliceAxis(array, along, start, stop === null ? null : stop);
    });
  }
  if (sections <= 0) throw raise(ValueError, 'number sections must be larger than 0.');
  if (length === null && sections > mostParts)
    throw new NotKnown('how long the parts are is not known before it runs');
  if (length === null) return Array.from({ length: sections }, () => sliceAxis(array, along, null, null));
  if (equal && length % sections !== 0) {
    throw raise(ValueError, 'array split does not result in an equal division');
  }
  if (sections > mostParts) throw new TooLarge([sections], 'object');
  const each = Math.floor(length / sections);
  const extra = length % sections;
  let start = 0;
  return Array.from({ length: sections }, (_, index) => {
    const stop = start + each + (index < extra ? 1 : 0);
    const part = sliceAxis(array, along, start, stop);
    start = stop;
    return part;
  });
}

/** `repeat`: each element along an axis a number of times. */
export function repeat(array: NdArray, counts: readonly number[], axis: number | null): NdArray {
  const flat = axis === null ? ravel(array) : array;
  const along = normalizeAxis(axis ?? 0, flat.rank);
  const length = flat.shape[along];
  if (counts.some(count => count < 0)) throw raise(ValueError, 'repeats may not contain negative values.');
  if (counts.length !== 1 && length !== null && counts.length !== length) {
    throw raise(
      ValueError,
      `operands could not be broadcast together with shape (${length},) (${counts.length},)`,
    );
  }
  const total =
    length === null ? null : counts.length === 1 ? length * counts[0] : counts.reduce((a, b) => a + b, 0);
  const shape: Shape = flat.shape.map((own, index) => (index === along ? total : own));
  const known = along === flat.rank - 1 ? elementFacts(flat.facts) : flat.facts;
  if (flat.data === null || length === null) {
    const leavesOut = counts.includes(0);
    return likeIn(
      abstractArray(shape, array.dtype, leavesOut ? { ...known, occurrence: null } : known),
      array,
    );
  }
  checkAllocation(shape as number[], array.dtype);
  const positions: number[] = [];
  for (let i = 0; i < length; i++) {
    const count = counts.length === 1 ? counts[0] : counts[i];
    for (let k = 0; k < count; k++) positions.push(i);
  }
  return likeIn(concreteArray(pickAlong(flat.data, along, positions)), array);
}

/** Elements at positions along an axis, as a copy. */
export function pickAlong(data: ArrayData, axis: number, positions: ArrayLike<number>): ArrayData {
  const shape = data.shape.map((own, index) => (index === axis ? positions.length : own));
  const target = allocate(shape, data.dtype);
  if (isWideItems(data.items)) widenFor(data, target);
  const row = data.shape.map((own, index) => (index === axis ? 1 : own));
  for (let i = 0; i < positions.length; i++) {
    copyContents(
      data.view(row, data.strides, data.offset + positions[i] * data.strides[axis]),
      target.view(row, target.strides, i * target.strides[axis]),
    );
  }
  return target;
}

/** `tile`. */
export function tile(array: NdArray, repetitions: readonly number[]): NdArray {
  const rank = Math.max(array.rank, repetitions.length);
  const counts = [...new Array<number>(rank - repetitions.length).fill(1), ...repetitions];
  const lifted = expandDimensions(
    array,
    Array.from({ length: rank - array.rank }, (_, axis) => axis),
  );
  const shape = lifted.shape.map((length, axis) => (length === null ? null : length * counts[axis]));
  checkShape(shape.map(length => length ?? 0));
  if (lifted.data === null) {
    const known = counts[rank - 1] === 1 ? array.facts : elementFacts(array.facts);
    return abstractArray(shape, array.dtype, known);
  }
  const { data } = lifted;
  // Repetition is broadcasting over an axis put before each of the array's own.
  const outShape = data.shape.flatMap((length, axis) => [counts[axis], length]);
  const strides = data.strides.flatMap(stride => [0, stride]);
  const target = allocate(shape as number[], data.dtype);
  const wide = fromItems(target.items, outShape, data.dtype);
  if (target.size > 0) copyContents(data.view(outShape, strides), wide);
  return concreteArray(fromItems(wide.items, shape as number[], data.dtype));
}
