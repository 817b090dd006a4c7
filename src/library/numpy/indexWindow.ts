/** The part of an array that slices, integers and new axes leave, and the index arrays that select from it. */

import { IndexError, raise } from '../../python/errors.ts';
import { NotKnown, type PyComplex, PyFloat, type Value } from '../../python/values.ts';
import { isNonZero } from './complexNumbers.ts';
import { kindOf } from './dtypes.ts';
import { facts } from './facts.ts';
import type { IndexItem } from './indexParsing.ts';
import { abstractArray, concreteArray, type NdArray } from './ndarray.ts';
import { normalizeIndex, sliceRange, tooManyIndices } from './shapes.ts';
import { type ArrayData, allocate, contiguousItems, forEachPosition } from './storage.ts';

/** An axis of the view that the basic part of an index leaves. */
export interface Window {
  readonly shape: (number | null)[];
  readonly strides: number[];
  offset: number;
  /** False when some start or integer is not known: contents cannot be read. */
  certain: boolean;
  /** True while the last axis of the array is whole and last, so that rows stay rows. */
  rowsKept: boolean;
  /** Axes of the window that index arrays select from, with those arrays. */
  selected: { readonly axis: number; readonly index: NdArray; readonly place: number }[];
  /** Whether the index arrays stand side by side. */
  adjacent: boolean;
}

/** Applies slices, integers and new axes; index arrays are left for later. */
export function openWindow(array: NdArray, items: readonly IndexItem[]): Window {
  const expanded = expandMasks(array, items);
  const used = expanded.filter(item => item.kind !== 'newaxis' && item.kind !== 'ellipsis').length;
  if (used > array.rank) throw tooManyIndices(array.rank, used);
  if (items.filter(item => item.kind === 'ellipsis').length > 1) {
    throw raise(IndexError, "an index can only have a single ellipsis ('...')");
  }
  const fancy = expanded.some(item => item.kind === 'array');
  const window: Window = {
    shape: [],
    strides: [],
    offset: array.data?.offset ?? 0,
    certain: array.data !== null,
    rowsKept: true,
    selected: [],
    adjacent: true,
  };
  const hasEllipsis = expanded.some(item => item.kind === 'ellipsis');
  const sequence: IndexItem[] = hasEllipsis ? [...expanded] : [...expanded, { kind: 'ellipsis' }];
  let axis = 0;
  let lastSelected = -1;
  sequence.forEach((item, position) => {
    if (item.kind === 'array' || (fancy && item.kind === 'integer')) {
      if (lastSelected >= 0 && position !== lastSelected + 1) window.adjacent = false;
      lastSelected = position;
    }
    axis = applyItem(window, array, item, axis, array.rank - used, fancy);
  });
  return window;
}

function applyItem(
  window: Window,
  array: NdArray,
  item: IndexItem,
  axis: number,
  hidden: number,
  fancy: boolean,
): number {
  const length = array.shape[axis];
  const stride = array.data?.strides[axis] ?? 0;
  const isLast = axis === array.rank - 1;
  switch (item.kind) {
    case 'newaxis':
      window.shape.push(1);
      window.strides.push(0);
      if (axis === array.rank) window.rowsKept = false;
      return axis;
    case 'ellipsis':
      for (let i = 0; i < hidden; i++) {
        window.shape.push(array.shape[axis + i]);
        window.strides.push(array.data?.strides[axis + i] ?? 0);
      }
      return axis + hidden;
    case 'integer':
      if (item.value !== 'unknown') {
        const index = normalizeIndex(item.value, length, axis);
        if (length === null) window.certain = false;
        window.offset += index * stride;
      } else window.certain = false;
      if (isLast) window.rowsKept = false;
      if (fancy) {
        // Next to index arrays an integer is an index array of one element; its place decides the result's order.
        window.shape.push(1);
        window.strides.push(0);
        window.selected.push({
          axis: window.shape.length - 1,
          index: concreteArray(allocate([], 'int64')),
          place: axis,
        });
      }
      return axis + 1;
    case 'slice':
      openSlice(window, item, length, stride, isLast);
      return axis + 1;
    case 'array':
      window.shape.push(length);
      window.strides.push(stride);
      window.selected.push({ axis: window.shape.length - 1, index: item.array, place: axis });
      if (isLast) window.rowsKept = false;
      return axis + 1;
    case 'mask':
      throw new Error('masks are expanded before');
  }
}

function openSlice(
  window: Window,
  item: Extract<IndexItem, { kind: 'slice' }>,
  length: number | null,
  stride: number,
  isLast: boolean,
): void {
  const { start, stop, step } = item;
  const whole = start === null && stop === null && (step === null || step === 1);
  if (isLast && !whole && !(start === null && stop === null && step === -1)) window.rowsKept = false;
  if (length === null || start === 'unknown' || stop === 'unknown' || step === 'unknown') {
    window.certain = window.certain && whole;
    window.shape.push(
      length === null ? lengthOfOpenSlice(item) : whole ? length : fittingLength(item, length),
    );
    window.strides.push(stride);
    return;
  }
  const range = sliceRange(start, stop, step, length);
  if (range.length > 0) window.offset += range.start * stride;
  window.shape.push(range.length);
  window.strides.push(stride * range.step);
}

/** `a[i:i + 30]` has 30 items where no turn of the loop leaves the array. */
function fittingLength(
  { window, step }: Extract<IndexItem, { kind: 'slice' }>,
  length: number,
): number | null {
  if (window == null || window.least < 0 || window.greatest > length) return null;
  return step === null || step === 1 ? window.length : null;
}

/** `a[:0]` is empty however long `a` is; anything else depends on the length. */
function lengthOfOpenSlice(item: Extract<IndexItem, { kind: 'slice' }>): number | null {
  return item.stop === 0 && (item.step === null || item.step === 1) ? 0 : null;
}

/** Checks the index arrays; NumPy does so only after the shapes have been found to fit. */
export function checkSelected(window: Window): void {
  window.selected = window.selected.map(item => ({
    ...item,
    index: checkedIndex(item.index, window.shape[item.axis], item.place),
  }));
}

/** Wraps negative entries and refuses those outside; the check needs known contents and length. */
function checkedIndex(index: NdArray, length: number | null, axis: number): NdArray {
  if (index.data === null || length === null) return index;
  const items = contiguousItems(index.data);
  const fixed = new Float64Array(index.data.size);
  for (let i = 0; i < fixed.length; i++) fixed[i] = normalizeIndex(Number(items[i]), length, axis);
  const data = allocate(index.shape as number[], 'int64');
  (data.items as Float64Array).set(fixed);
  return concreteArray(data);
}

/** Replaces boolean arrays by the positions of their true elements, one index array per dimension. */
function expandMasks(array: NdArray, items: readonly IndexItem[]): IndexItem[] {
  const result: IndexItem[] = [];
  const masks = items.filter(item => item.kind === 'mask');
  if (masks.length === 0) return [...items];
  let axis = 0;
  const rankOf = (item: IndexItem): number =>
    item.kind === 'mask' ? item.array.rank : item.kind === 'newaxis' || item.kind === 'ellipsis' ? 0 : 1;
  const used = items.reduce((sum, item) => sum + rankOf(item), 0);
  if (used > array.rank) throw tooManyIndices(array.rank, used);
  for (const item of items) {
    if (item.kind !== 'mask') {
      result.push(item);
      axis += item.kind === 'ellipsis' ? array.rank - used : rankOf(item);
      continue;
    }
    const mask = item.array;
    for (let dimension = 0; dimension < mask.rank; dimension++) {
      const wanted = array.shape[axis + dimension];
      const own = mask.shape[dimension];
      if (wanted !== null && own !== null && wanted !== own) {
        throw raise(
          IndexError,
          `boolean index did not match indexed array along dimension ${axis + dimension}; dimension is ${wanted} but ` +
            `corresponding boolean dimension is ${own}`,
        );
      }
    }
    for (const index of truePositions(mask)) result.push({ kind: 'array', array: index });
    if (mask.rank === 0) throw new NotKnown('indexing with a single truth value is not modelled');
    axis += mask.rank;
  }
  return result;
}

/** `nonzero`: the positions of true elements, one array per dimension. */
export function truePositions(mask: NdArray): NdArray[] {
  if (mask.data === null) {
    // The dimensions share one unknown count, which the joint broadcast keeps unknown.
    return mask.shape.map(() =>
      abstractArray([null], 'int64', facts({ integers: true, finite: true, minimum: 0 })),
    );
  }
  const { data } = mask;
  const found: number[] = [];
  const items = data.items;
  const isTrue = truthTest(data);
  forEachPosition(data, (position, index) => {
    if (isTrue(items[position])) found.push(index);
  });
  const result = mask.shape.map(() => allocate([found.length], 'int64'));
  let step = data.size;
  for (let axis = 0; axis < data.rank; axis++) {
    step /= Math.max(1, data.shape[axis]);
    const to = result[axis].items as Float64Array;
    for (let i = 0; i < found.length; i++) to[i] = Math.floor(found[i] / step) % data.shape[axis];
  }
  return result.map(part => concreteArray(part));
}

/** How elements of this array count as true. */
export function truthTest(data: ArrayData): (element: Value) => boolean {
  switch (kindOf(data.dtype)) {
    case 'c':
      return element => isNonZero(element as PyComplex);
    case 'U':
    case 'S':
      return element => element !== '';
    case 'O':
      return element =>
        !(
          element === null ||
          element === 0 ||
          element === false ||
          element === '' ||
          (element instanceof PyFloat && element.value === 0)
        );
    default:
      return element => Number(element) !== 0;
  }
}
