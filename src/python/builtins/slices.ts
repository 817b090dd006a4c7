/** Slices and indexes of sequences. */
import { IndexError, TypeError as PyTypeError, raise, ValueError } from '../errors.ts';
import type { Interpreter } from '../interpreter.ts';
import { classOf } from '../types.ts';
import { PySlice, type Value } from '../values.ts';
import { integerOf, requireKnown, typeName } from './conversions.ts';

export interface SliceIndices {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  /** How many items the slice selects. */
  readonly count: number;
}

/** `slice.indices(length)` with the number of items. */
export function sliceIndices(py: Interpreter, slice: PySlice, length: number): SliceIndices {
  const step = slice.step === null ? 1 : sliceInteger(py, slice.step);
  if (step === 0) throw raise(ValueError, 'slice step cannot be zero');
  const lower = step < 0 ? -1 : 0;
  const upper = step < 0 ? length - 1 : length;
  const start = bound(py, slice.start, length, lower, upper, step < 0 ? upper : lower);
  const stop = bound(py, slice.stop, length, lower, upper, step < 0 ? lower : upper);
  const span = step < 0 ? start - stop : stop - start;
  return { start, stop, step, count: span <= 0 ? 0 : Math.floor((span - 1) / Math.abs(step)) + 1 };
}

function sliceInteger(py: Interpreter, value: Value): number {
  return Number(integerOf(py, value, 'slice indices must be integers or None or have an __index__ method'));
}

function bound(
  py: Interpreter,
  value: Value,
  length: number,
  lower: number,
  upper: number,
  fallback: number,
): number {
  if (value === null) return fallback;
  const index = sliceInteger(py, value);
  return index < 0 ? Math.max(index + length, lower) : Math.min(index, upper);
}

/** The selected items of an array-like. */
export function takeSlice<T>(items: ArrayLike<T>, indices: SliceIndices): T[] {
  const taken: T[] = new Array(indices.count);
  for (let i = 0, at = indices.start; i < indices.count; i++, at += indices.step) taken[i] = items[at];
  return taken;
}

/**
 * A subscript of a sequence as a position in `0..length-1`. `kind` is how messages call the sequence:
 * "list index out of range", "list indices must be integers or slices, not str".
 */
export function itemIndex(py: Interpreter, key: Value, length: number, kind: string): number {
  const index = subscriptInteger(py, key, kind);
  const position = index < 0 ? index + length : index;
  if (position < 0 || position >= length) {
    throw raise(IndexError, `${kind === 'str' ? 'string' : kind} index out of range`);
  }
  return position;
}

/** The integer of a subscript, before any range check. */
export function subscriptInteger(py: Interpreter, key: Value, kind: string): number {
  if (typeof key === 'number') return key;
  requireKnown(key);
  if (typeof key !== 'bigint' && typeof key !== 'boolean' && classOf(key).lookup('__index__') === undefined) {
    const noun = kind === 'str' ? 'string' : kind;
    const description = kind === 'str' ? `, not '${typeName(key)}'` : ` or slices, not ${typeName(key)}`;
    throw raise(PyTypeError, `${noun} indices must be integers${description}`);
  }
  const index = integerOf(py, key);
  if (typeof index === 'bigint') {
    throw raise(IndexError, "cannot fit 'int' into an index-sized integer");
  }
  return index;
}

/** True for a slice subscript. */
export function isSlice(key: Value): key is PySlice {
  return key instanceof PySlice;
}
