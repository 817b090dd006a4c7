/**
 * Array contents: shared memory and strided views of it.
 *
 * Elements lie in typed arrays of JavaScript numbers. 64-bit integers are kept in doubles, which is exact up to 2**53
 * and many times faster than BigInt64Array; memory that must hold larger ones becomes "wide" (a BigInt64Array).
 */
import { type Mutable, PyComplex, touch, traces, type Value } from '../../python/values.ts';
import { type DTypeName, dtypeInfo, kindOf } from './dtypes.ts';
import { type Facts, factsOfNumbers, joinFacts, noFacts } from './facts.ts';
import type { ModelScores } from './modelScores.ts';
import type { RowOrder } from './rowOrder.ts';
import { makeRows, rowItems, zeroRow } from './structs/rows.ts';
import { isStruct } from './structs/types.ts';

export type NumberItems =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float32Array
  | Float64Array;
export type WideItems = BigInt64Array | BigUint64Array;
/** Numbers; 64-bit integers beyond 2**53; or Python values (text, bytes as latin-1 text, complex, objects). */
export type Items = NumberItems | WideItems | Value[];

/** Memory that arrays and their views share. */
export class Memory implements Mutable {
  /** Null under analysis when the contents are not known. */
  items: Items | null;
  /** Facts of every element while `items` is null. */
  elementFacts: Facts;
  /** Counts writes, so that what was derived from the contents is derived anew. */
  version = 0;
  writeable = true;
  /** Under analysis: how the rows came into their order. */
  rows: RowOrder | null = null;
  /** Under analysis: what it holds of a model's predictions. */
  scores: ModelScores | null = null;

  constructor(items: Items | null, elementFacts: Facts = noFacts) {
    this.items = items;
    this.elementFacts = elementFacts;
  }

  /** To be called before every write to known contents. */
  beforeWrite(): void {
    touch(this);
    this.version++;
  }

  /** Forgets the contents: from now on only these facts hold of the elements. */
  lose(elementFacts: Facts): void {
    touch(this);
    this.version++;
    this.items = null;
    this.elementFacts = elementFacts;
    this.scores = null;
  }

  capture(): { items: Items | null; elementFacts: Facts; rows: RowOrder | null; scores: ModelScores | null } {
    return {
      items: this.items === null ? null : (this.items.slice() as Items),
      elementFacts: this.elementFacts,
      rows: this.rows,
      scores: this.scores,
    };
  }

  restore(state: unknown): void {
    const saved = state as ReturnType<Memory['capture']>;
    this.version++;
    this.items = saved.items === null ? null : (saved.items.slice() as Items);
    this.elementFacts = saved.elementFacts;
    this.rows = saved.rows;
    this.scores = saved.scores;
  }

  join(state: unknown): void {
    const saved = state as ReturnType<Memory['capture']>;
    if (this.rows !== saved.rows) this.rows = null;
    if (this.scores !== saved.scores) this.scores = null;
    if (this.items !== null && saved.items !== null && sameItems(this.items, saved.items)) return;
    const mine = this.items === null ? this.elementFacts : factsOfItems(this.items);
    const other = saved.items === null ? saved.elementFacts : factsOfItems(saved.items);
    this.version++;
    this.items = null;
    this.elementFacts = joinFacts(mine, other);
  }
}

function sameItems(a: Items, b: Items): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}

function factsOfItems(items: Items): Facts {
  if (Array.isArray(items) || isWideItems(items)) return noFacts;
  return factsOfNumbers(items, null);
}

export function isWideItems(items: Items): items is WideItems {
  return items instanceof BigInt64Array || items instanceof BigUint64Array;
}

/** A strided view of memory. Strides and offset count elements. */
export class ArrayData {
  readonly memory: Memory;
  readonly dtype: DTypeName;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;

  constructor(
    memory: Memory,
    dtype: DTypeName,
    shape: readonly number[],
    strides: readonly number[] = rowMajorStrides(shape),
    offset = 0,
  ) {
    this.memory = memory;
    this.dtype = dtype;
    this.shape = shape;
    this.strides = strides;
    this.offset = offset;
  }

  get items(): Items {
    return this.memory.items!;
  }

  get size(): number {
    return sizeOf(this.shape);
  }

  get rank(): number {
    return this.shape.length;
  }

  /** True when elements lie one after another in row-major order. */
  get contiguous(): boolean {
    let expected = 1;
    for (let axis = this.shape.length - 1; axis >= 0; axis--) {
      if (this.shape[axis] !== 1 && this.strides[axis] !== expected) return this.size === 0;
      expected *= this.shape[axis];
    }
    return true;
  }

  /** True for memory of JavaScript numbers. */
  get numeric(): boolean {
    const items = this.items;
    return !Array.isArray(items) && !isWideItems(items);
  }

  /** Another view of the same memory. */
  view(shape: readonly number[], strides: readonly number[], offset = this.offset): ArrayData {
    return new ArrayData(this.memory, this.dtype, shape, strides, offset);
  }
}

export function sizeOf(shape: readonly number[]): number {
  let size = 1;
  for (const length of shape) size *= length;
  return size;
}

export function rowMajorStrides(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = step;
    step *= Math.max(1, shape[axis]);
  }
  return strides;
}

/** Thrown by {@link allocate} when an array is over the limit of the current policy. */
export class TooLarge extends Error {
  readonly shape: readonly number[];
  readonly dtype: DTypeName;
  constructor(shape: readonly number[], dtype: DTypeName) {
    const { stackTraceLimit } = traces;
    traces.stackTraceLimit = 0;
    super(memoryErrorText(shape, dtype));
    traces.stackTraceLimit = stackTraceLimit;
    this.shape = shape;
    this.dtype = dtype;
  }
}

/** NumPy's words for an allocation that failed. */
export function memoryErrorText(shape: readonly number[], dtype: DTypeName): string {
  const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];
  let amount = sizeOf(shape) * dtypeInfo(dtype).itemSize;
  let unit = 0;
  while (amount >= 1024 && unit < units.length - 1) {
    amount /= 1024;
    unit++;
  }
  // NumPy prints three significant digits, and whole numbers from 100 on.
  let text = amount >= 100 ? amount.toFixed(0) : Number(amount.toPrecision(3)).toString();
  if (unit > 0 && !text.includes('.') && amount < 100) text += '.';
  if (unit > 0 && amount < 100) text = amount >= 10 ? amount.toFixed(1) : amount.toFixed(2);
  if (unit === 0) text = String(amount);
  const shapeText = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  return `Unable to allocate ${text} ${units[unit]} for an array with shape ${shapeText} and data type ${dtype}`;
}

/** How much one array may hold under the policy in force; set around every library call. */
export interface AllocationLimit {
  readonly elements: number;
  readonly bytes: number;
  /** Takes bytes from what all arrays may have together; false when they are not to be had. */
  readonly take?: (bytes: number) => boolean;
}

let limit: AllocationLimit = { elements: Number.POSITIVE_INFINITY, bytes: 2 ** 31 };

let calls = 0;

/** How many library calls there were: tells one from the next. */
export function libraryCalls(): number {
  return calls;
}

/** Runs `body` with another allocation limit. Library calls are synchronous, so the limit is that of the caller. */
export function withAllocationLimit<T>(next: AllocationLimit, body: () => T): T {
  const before = limit;
  limit = next;
  calls++;
  try {
    return body();
  } finally {
    limit = before;
  }
}

/** Throws {@link TooLarge} when an array of this size must not be made. */
export function checkAllocation(shape: readonly number[], dtype: DTypeName): void {
  const size = sizeOf(shape);
  const bytes = size * dtypeInfo(dtype).itemSize;
  // Contents of structures are not followed before the run.
  const isHidden = limit.elements !== Number.POSITIVE_INFINITY && isStruct(dtype);
  if (isHidden || size > limit.elements || bytes > limit.bytes) throw new TooLarge(shape, dtype);
  if (limit.take !== undefined && !limit.take(bytes)) throw new TooLarge(shape, dtype);
}

/** Zeroed items for `size` elements of a type. */
export function makeItems(dtype: DTypeName, size: number): Items {
  switch (dtype) {
    case 'bool':
    case 'uint8':
      return new Uint8Array(size);
    case 'int8':
      return new Int8Array(size);
    case 'int16':
      return new Int16Array(size);
    case 'uint16':
      return new Uint16Array(size);
    case 'int32':
      return new Int32Array(size);
    case 'uint32':
      return new Uint32Array(size);
    case 'float16':
    case 'float32':
      return new Float32Array(size);
    case 'int64':
    case 'uint64':
    case 'float64':
      return new Float64Array(size);
    default:
      // Times are 64-bit integers, most of them beyond doubles.
      if ('Mm'.includes(kindOf(dtype))) return new BigInt64Array(size);
      if (isStruct(dtype)) return makeRows(dtype, size);
      return new Array<Value>(size).fill(zeroValue(dtype));
  }
}

/** What an element of a type is before anything was written: 0, '', None. */
export function zeroValue(dtype: DTypeName): Value {
  switch (kindOf(dtype)) {
    case 'U':
    case 'S':
      return '';
    case 'c':
      return new PyComplex(0, 0);
    case 'M':
    case 'm':
      return 0n;
    case 'V':
      return zeroRow(dtype);
    default:
      return 0;
  }
}

/** A new array of zeros, row-major. Throws {@link TooLarge}. */
export function allocate(shape: readonly number[], dtype: DTypeName): ArrayData {
  checkAllocation(shape, dtype);
  let items: Items;
  try {
    items = makeItems(dtype, sizeOf(shape));
  } catch (error) {
    if (error instanceof RangeError) throw new TooLarge(shape, dtype);
    throw error;
  }
  return new ArrayData(new Memory(items), dtype, shape);
}

/** An array around items that are there already, row-major. */
export function fromItems(items: Items, shape: readonly number[], dtype: DTypeName): ArrayData {
  return new ArrayData(new Memory(isStruct(dtype) ? rowItems(items, dtype) : items), dtype, shape);
}

/**
 * Calls `visit(position)` with the memory position of every element in row-major order. The workhorse of everything
 * that is not worth a loop of its own.
 */
export function forEachPosition(data: ArrayData, visit: (position: number, index: number) => void): void {
  const { shape, strides } = data;
  const size = data.size;
  if (size === 0) return;
  if (data.contiguous) {
    for (let i = 0; i < size; i++) visit(data.offset + i, i);
    return;
  }
  const last = shape.length - 1;
  const length = shape[last];
  const step = strides[last];
  const counter = new Array<number>(shape.length).fill(0);
  let start = data.offset;
  let index = 0;
  for (;;) {
    for (let i = 0, position = start; i < length; i++, position += step) visit(position, index++);
    let axis = last - 1;
    for (; axis >= 0; axis--) {
      start += strides[axis];
      if (++counter[axis] < shape[axis]) break;
      start -= strides[axis] * shape[axis];
      counter[axis] = 0;
    }
    if (axis < 0) return;
  }
}

/** The elements in row-major order, without a copy when they lie so already. Not to be written to. */
export function contiguousItems(data: ArrayData): Items {
  const { items } = data;
  const size = data.size;
  if (data.contiguous) {
    if (data.offset === 0 && items.length === size) return items;
    return Array.isArray(items)
      ? items.slice(data.offset, data.offset + size)
      : items.subarray(data.offset, data.offset + size);
  }
  checkAllocation(data.shape, data.dtype);
  const target = emptyLike(items, size);
  copyInto(data, target);
  return target;
}

function emptyLike(items: Items, size: number): Items {
  if (Array.isArray(items)) return new Array<Value>(size);
  return new (items.constructor as new (length: number) => NumberItems)(size);
}

function copyInto(data: ArrayData, target: Items): void {
  const source = data.items as NumberItems;
  const to = target as NumberItems;
  forEachPosition(data, (position, index) => {
    to[index] = source[position];
  });
}

/** A copy of its own, row-major. */
export function copyData(data: ArrayData): ArrayData {
  const items = contiguousItems(data);
  checkAllocation(data.shape, data.dtype);
  const shared = data.contiguous;
  return fromItems(shared ? (items.slice() as Items) : items, data.shape, data.dtype);
}
