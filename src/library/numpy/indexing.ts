/** Indexing in all its forms: integers, slices, new axes, ellipsis, boolean and integer arrays; reading and writing. */
import { IndexError, raise, TypeError, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { classOf } from '../../python/types.ts';
import {
  ELLIPSIS,
  NotKnown,
  type PyComplex,
  PyFloat,
  PyList,
  PySlice,
  PyTuple,
  Unknown,
  type Value,
} from '../../python/values.ts';
import { castData } from './casting.ts';
import { isNonZero } from './complexNumbers.ts';
import { arrayOrScalar, toArray } from './conversion.ts';
import { kindOf } from './dtypes.ts';
import { elementFacts, type Facts, facts, joinFacts, partFacts } from './facts.ts';
import { broadcastStrides, forEachRun } from './iteration.ts';
import { copyContents, widenFor } from './joining.ts';
import { abstractArray, abstractView, concreteArray, NdArray, type Shape, viewOf } from './ndarray.ts';
import { NumpyFloat64, NumpyScalar, plainValue } from './scalars.ts';
import {
  broadcastShapes,
  checkBroadcastInto,
  compactShape,
  normalizeIndex,
  sliceRange,
  tooManyIndices,
} from './shapes.ts';
import {
  type ArrayData,
  allocate,
  contiguousItems,
  forEachPosition,
  isWideItems,
  type NumberItems,
  sizeOf,
} from './storage.ts';
import { broadcastTo } from './views.ts';

/** A number that analysis may not know. */
type MaybeNumber = number | null | 'unknown';

/** One entry of an index expression. */
export type IndexItem =
  | { readonly kind: 'integer'; readonly value: number | 'unknown' }
  | {
      readonly kind: 'slice';
      readonly start: MaybeNumber;
      readonly stop: MaybeNumber;
      readonly step: MaybeNumber;
    }
  | { readonly kind: 'newaxis' }
  | { readonly kind: 'ellipsis' }
  | { readonly kind: 'array'; readonly array: NdArray }
  | { readonly kind: 'mask'; readonly array: NdArray };

function invalidIndex(): Error {
  return raise(
    IndexError,
    'only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices',
  );
}

/** Reads `a[key]`'s key. */
export function parseIndex(key: Value, py: Interpreter): IndexItem[] {
  const parts = key instanceof PyTuple ? key.items : [key];
  return parts.map(part => parseItem(part, py));
}

function parseItem(part: Value, py: Interpreter): IndexItem {
  if (typeof part === 'number') return { kind: 'integer', value: part };
  if (part === null) return { kind: 'newaxis' };
  if (part === ELLIPSIS) return { kind: 'ellipsis' };
  if (part instanceof PySlice) {
    return {
      kind: 'slice',
      start: sliceEnd(part.start, py),
      stop: sliceEnd(part.stop, py),
      step: sliceEnd(part.step, py),
    };
  }
  if (typeof part === 'boolean') return { kind: 'mask', array: toArray(part) };
  if (part instanceof NumpyScalar && part.dtype !== 'bool' && 'iu'.includes(kindOf(part.dtype))) {
    return { kind: 'integer', value: part.value === null ? 'unknown' : Number(plainValue(part)) };
  }
  if (part instanceof Unknown) {
    if (part.kind === 'int') return { kind: 'integer', value: 'unknown' };
    throw new NotKnown(part.reason);
  }
  if (part instanceof PyFloat || part instanceof NumpyFloat64 || typeof part === 'string')
    throw invalidIndex();
  if (part instanceof PyList && part.items.length === 0 && part.lost === null) {
    return { kind: 'array', array: concreteArray(allocate([0], 'int64')) };
  }
  const index = indexNumber(part, py);
  if (index !== null) return { kind: 'integer', value: index };
  const array = toArray(part, py);
  const kind = kindOf(array.dtype);
  if (kind === 'b') return { kind: 'mask', array };
  if (kind === 'i' || kind === 'u') {
    if (array.rank > 0) return { kind: 'array', array };
    return {
      kind: 'integer',
      value: array.data === null ? 'unknown' : Number(array.data.items[array.data.offset]),
    };
  }
  if (part instanceof NdArray || part instanceof PyList) {
    if (part instanceof PyList && (kind === 'U' || kind === 'O')) throw invalidIndex();
    throw raise(IndexError, 'arrays used as indices must be of integer (or boolean) type');
  }
  throw invalidIndex();
}

/** What `__index__` of an object other than an array gives, or null. */
function indexNumber(part: Value, py: Interpreter): number | null {
  if (typeof part !== 'object' || part === null || part instanceof NdArray || part instanceof PyList)
    return null;
  const method = classOf(part).lookup('__index__');
  if (method === undefined || method === null) return null;
  return Number(py.call(method, [part]));
}

function sliceEnd(value: Value, py: Interpreter): MaybeNumber {
  if (value === null || typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Unknown) return 'unknown';
  if (value instanceof NumpyScalar && value.value === null) return 'unknown';
  if (value instanceof NdArray && value.rank === 0 && 'iu'.includes(kindOf(value.dtype))) {
    return value.data === null ? 'unknown' : Number(value.data.items[value.data.offset]);
  }
  const method = typeof value === 'object' ? classOf(value).lookup('__index__') : undefined;
  if (method === undefined || method === null || value instanceof PyFloat) {
    throw raise(TypeError, 'slice indices must be integers or None or have an __index__ method');
  }
  return Number(py.call(method, [value]));
}

/** An axis of the view that the basic part of an index leaves. */
interface Window {
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
function openWindow(array: NdArray, items: readonly IndexItem[]): Window {
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
    window.shape.push(length === null ? lengthOfOpenSlice(item) : whole ? length : null);
    window.strides.push(stride);
    return;
  }
  const range = sliceRange(start, stop, step, length);
  if (range.length > 0) window.offset += range.start * stride;
  window.shape.push(range.length);
  window.strides.push(stride * range.step);
}

/** `a[:0]` is empty however long `a` is; anything else depends on the length. */
function lengthOfOpenSlice(item: Extract<IndexItem, { kind: 'slice' }>): number | null {
  return item.stop === 0 && (item.step === null || item.step === 1) ? 0 : null;
}

/** Checks the index arrays; NumPy does so only after the shapes have been found to fit. */
function checkSelected(window: Window): void {
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

/** `array[key]`. */
export function getItem(array: NdArray, key: Value, py: Interpreter): Value {
  if (typeof key === 'number' && array.rank === 1 && array.data !== null) {
    const { data } = array;
    const index = normalizeIndex(key, data.shape[0], 0);
    return arrayOrScalar(concreteArray(data.view([], [], data.offset + index * data.strides[0])));
  }
  const items = parseIndex(key, py);
  const result = indexArray(array, items);
  const scalar = result.rank === 0 && !items.some(item => item.kind === 'ellipsis');
  return scalar ? arrayOrScalar(result) : result;
}

function sizeOfShape(shape: Shape): number | null {
  return shape.reduce<number | null>(
    (size, length) => (size === null || length === null ? null : size * length),
    1,
  );
}

function isDrawnByChance(known: Facts): boolean {
  return known.occurrence !== null && known.occurrence.draws !== Number.POSITIVE_INFINITY;
}

/** Indexing that always gives an array. */
export function indexArray(array: NdArray, items: readonly IndexItem[]): NdArray {
  const window = openWindow(array, items);
  const kept = window.rowsKept ? array.facts : elementFacts(array.facts);
  // A mask may leave out just the least and the greatest.
  const isMasked = items.some(item => item.kind === 'mask' && item.array.data === null);
  const partOf = (size: number | null, byChance: boolean): Facts =>
    partFacts(isMasked ? { ...kept, minimum: null, maximum: null, occurrence: null } : kept, size, byChance);
  if (window.selected.length === 0) {
    if (!window.certain) {
      const known = partOf(sizeOfShape(window.shape), false);
      return abstractView(array, window.shape, window.shape.length === 0 ? elementFacts(known) : known);
    }
    return viewOf(array, array.data!.view(window.shape as number[], window.strides, window.offset));
  }
  const selection = selectionOf(window);
  checkSelected(window);
  const certain = window.certain && !window.selected.some(item => item.index.data === null);
  if (!certain) {
    // Rows at positions that were drawn by chance hold the same share of everything; other positions may avoid it.
    const byChance = window.selected.every(item => isDrawnByChance(item.index.facts));
    const known = partOf(sizeOfShape(selection.shape), byChance);
    return abstractArray(selection.shape, array.dtype, byChance ? known : { ...known, occurrence: null });
  }
  return concreteArray(gather(array.data!, window, selection));
}

interface Selection {
  /** The index arrays' joint shape. */
  readonly joint: Shape;
  /** Axes of the window before and after the place where the joint axes go. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly shape: Shape;
}

function selectionOf(window: Window): Selection {
  const joint = broadcastShapes(
    window.selected.map(item => item.index.shape),
    shapes =>
      `shape mismatch: indexing arrays could not be broadcast together with shapes ${shapes.map(compactShape).join(' ')} `,
  );
  const axes = window.selected.map(item => item.axis);
  const rest = window.shape.map((_, axis) => axis).filter(axis => !axes.includes(axis));
  const place = window.adjacent ? axes[0] : 0;
  const before = rest.filter(axis => axis < place);
  const after = rest.filter(axis => axis >= place);
  const shape = [
    ...before.map(axis => window.shape[axis]),
    ...joint,
    ...after.map(axis => window.shape[axis]),
  ];
  return { joint, before, after, shape };
}

/** Memory offsets that the index arrays select, in row-major order of their joint shape. */
function selectedOffsets(window: Window, joint: readonly number[]): Float64Array {
  const offsets = new Float64Array(sizeOf(joint));
  for (const { axis, index } of window.selected) {
    const data = index.data!;
    const stride = window.strides[axis];
    const items = data.items as NumberItems;
    let next = 0;
    const view = data.view(joint, broadcastStrides(data, joint));
    forEachPosition(view, position => {
      offsets[next++] += items[position] * stride;
    });
  }
  return offsets;
}

function gather(data: ArrayData, window: Window, selection: Selection): ArrayData {
  const joint = selection.joint as number[];
  const offsets = selectedOffsets(window, joint);
  const target = allocate(selection.shape as number[], data.dtype);
  if (isWideItems(data.items)) widenFor(data, target);
  visitSelection(
    window,
    selection,
    offsets,
    target,
    (source, at) => copyContents(data.view(source.shape, source.strides, source.offset), at),
    (from, to) => {
      (target.items as NumberItems)[to] = (data.items as NumberItems)[from];
    },
  );
  return target;
}

interface Block {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
}

/** Pairs every selected block with its place in an array of the selection's shape. */
function visitSelection(
  window: Window,
  selection: Selection,
  offsets: Float64Array,
  other: ArrayData,
  block: (inWindow: Block, inOther: ArrayData) => void,
  single: (inWindow: number, inOther: number) => void,
): void {
  const beforeShape = selection.before.map(axis => window.shape[axis] as number);
  const afterShape = selection.after.map(axis => window.shape[axis] as number);
  const beforeStrides = selection.before.map(axis => window.strides[axis]);
  const afterStrides = selection.after.map(axis => window.strides[axis]);
  const depth = beforeShape.length;
  const jointRank = selection.joint.length;
  const jointShape = selection.joint as number[];
  const otherAfter = other.strides.slice(depth + jointRank);
  const jointView = other.view(jointShape, other.strides.slice(depth, depth + jointRank), 0);
  const places: number[] = [];
  forEachPosition(jointView, position => places.push(position));
  forEachRun(
    beforeShape,
    [beforeStrides, other.strides.slice(0, depth)],
    [window.offset, other.offset],
    ([from, to], length, [fromStep, toStep]) => {
      for (let i = 0; i < length; i++) {
        for (let k = 0; k < offsets.length; k++) {
          const start = from + i * fromStep + offsets[k];
          const place = to + i * toStep + places[k];
          if (afterShape.length === 0) single(start, place);
          else
            block(
              { shape: afterShape, strides: afterStrides, offset: start },
              other.view(afterShape, otherAfter, place),
            );
        }
      }
    },
  );
}

/** `array[key] = value`. */
export function setItem(array: NdArray, key: Value, value: Value, py: Interpreter): void {
  if (!array.memory.writeable) throw raise(ValueError, 'assignment destination is read-only');
  let items: IndexItem[];
  try {
    items = parseIndex(key, py);
  } catch (error) {
    if (error instanceof NotKnown) loseContents(array, value, py);
    throw error;
  }
  if (value instanceof Unknown && value.kind === null) {
    array.memory.lose({ ...elementFacts(abstractArray([], array.dtype).facts) });
    return;
  }
  const source = array.dtype === 'object' ? objectSource(value, py, items, array) : toArray(value, py);
  const nested = value instanceof PyList || value instanceof PyTuple;
  const basic = items.every(item => item.kind !== 'array' && item.kind !== 'mask');
  if (nested && basic && !items.every(item => item.kind === 'integer')) {
    const rank = openWindow(array, items).shape.length;
    if (source.rank > rank) throw tooDeep(rank);
  }
  assign(array, items, source);
}

/** A list that is nested deeper than what it is written into has dimensions. */
function tooDeep(rank: number): Error {
  return raise(
    ValueError,
    'setting an array element with a sequence. The requested array would exceed the maximum number of dimension of ' +
      `${rank}.`,
  );
}

function objectSource(value: Value, py: Interpreter, items: readonly IndexItem[], array: NdArray): NdArray {
  const single = items.every(item => item.kind === 'integer') && items.length === array.rank;
  if (!single) return toArray(value, py, 'object');
  const data = allocate([], 'object');
  (data.items as Value[])[0] = value;
  return concreteArray(data);
}

function loseContents(array: NdArray, value: Value, py: Interpreter): void {
  let known: Facts;
  try {
    known = castedFacts(toArray(value, py), array);
  } catch {
    known = abstractArray([], array.dtype).facts;
  }
  array.memory.lose(joinFacts(elementFacts(array.facts), known));
}

/** Facts of what is stored when an array is written into one of another type. */
function castedFacts(source: NdArray, target: NdArray): Facts {
  const cast = source.dtype === target.dtype ? source.facts : null;
  return elementFacts(cast ?? abstractArray([], target.dtype).facts);
}

/** Writes an array into a part of another, broadcasting. */
export function assign(array: NdArray, items: readonly IndexItem[], source: NdArray): void {
  const window = openWindow(array, items);
  const fancy = window.selected.length > 0;
  const selection = fancy ? selectionOf(window) : null;
  const shape = selection?.shape ?? window.shape;
  if (fancy)
    checkSelectionFits(
      source.shape,
      shape,
      items.length === 1 && items[0].kind === 'mask' && items[0].array.rank === array.rank,
    );
  else if (
    shape.length === 0 &&
    source.rank > 0 &&
    source.size !== 1 &&
    source.size !== null &&
    items.every(item => item.kind === 'integer')
  ) {
    throw raise(ValueError, 'setting an array element with a sequence.');
  } else checkBroadcastInto(source.shape, shape);
  checkSelected(window);
  const known =
    window.certain && source.data !== null && !window.selected.some(item => item.index.data === null);
  if (!known || array.data === null) {
    const whole =
      array.base === null &&
      !fancy &&
      window.shape.length === array.rank &&
      window.shape.every((length, axis) => length === array.shape[axis]);
    const stored = castedFacts(source, array);
    array.memory.lose(whole ? stored : joinFacts(elementFacts(array.facts), stored));
    return;
  }
  array.memory.beforeWrite();
  const target = array.data;
  const cast = source.dtype === array.dtype ? source.data! : castData(source.data!, array.dtype);
  const trimmed = trimLeading(concreteArray(cast), shape.length).data!;
  // Reading and writing the same memory in different orders needs a copy in between.
  const separate = trimmed.memory === target.memory ? castCopy(trimmed) : trimmed;
  widenFor(separate, target);
  if (selection === null) {
    copyContents(separate, target.view(window.shape as number[], window.strides, window.offset));
    return;
  }
  const offsets = selectedOffsets(window, selection.joint as number[]);
  const full = broadcastTo(concreteArray(separate), selection.shape as number[]).data!;
  visitSelection(
    window,
    selection,
    offsets,
    full,
    (inWindow, inOther) =>
      copyContents(inOther, target.view(inWindow.shape, inWindow.strides, inWindow.offset)),
    (inWindow, inOther) => writeElement(target, inWindow, full.items[inOther]),
  );
}

function writeElement(target: ArrayData, at: number, element: Value): void {
  if (isWideItems(target.items)) (target.items as BigInt64Array)[at] = BigInt(element as number);
  else (target.items as Value[])[at] = element;
}

function castCopy(data: ArrayData): ArrayData {
  return castData(data, data.dtype);
}

/** Drops leading axes of length one that assignment forgives. */
function trimLeading(array: NdArray, rank: number): NdArray {
  if (array.rank <= rank) return array;
  const { data } = array;
  const extra = array.rank - rank;
  return concreteArray(data!.view(data!.shape.slice(extra), data!.strides.slice(extra)));
}

function checkSelectionFits(source: Shape, shape: Shape, byMask: boolean): void {
  const fits = source.every((length, index) => {
    const wanted = shape[shape.length - source.length + index];
    if (shape.length - source.length + index < 0) return length === 1 || length === null;
    return length === 1 || length === null || wanted === null || length === wanted;
  });
  if (fits) return;
  if (byMask && source.length === 1) {
    throw raise(
      ValueError,
      `NumPy boolean array indexing assignment cannot assign ${source[0]} input values to the ${shape[0]} output values where the mask is true`,
    );
  }
  throw raise(
    ValueError,
    `shape mismatch: value array of shape ${compactShape(source)} could not be broadcast to indexing result of shape ${compactShape(shape)}`,
  );
}
