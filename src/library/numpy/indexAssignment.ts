/** Writing `array[key] = value`. */

import { raise, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { ELLIPSIS, NotKnown, PyList, PyTuple, Unknown, type Value } from '../../python/values.ts';
import { castData } from './casting.ts';
import { toArray } from './conversion.ts';
import { isTime } from './dates/units.ts';
import { elementFacts, type Facts, joinFacts } from './facts.ts';
import { selectedOffsets, selectionOf, visitSelection } from './indexing.ts';
import { type IndexItem, parseIndex } from './indexParsing.ts';
import { checkSelected, openWindow } from './indexWindow.ts';
import { copyContents, widenFor } from './joining.ts';
import { abstractArray, concreteArray, type NdArray, type Shape } from './ndarray.ts';
import { commonRows } from './rowOrder.ts';
import { checkBroadcastInto, compactShape } from './shapes.ts';
import { type ArrayData, allocate, isWideItems } from './storage.ts';
import { isStruct } from './structs/types.ts';
import { fieldsView, fieldView, namesOf } from './structs/values.ts';
import { broadcastTo } from './views.ts';

/** `array[key] = value`. */
export function setItem(array: NdArray, key: Value, value: Value, py: Interpreter): void {
  if (!array.memory.writeable) throw raise(ValueError, 'assignment destination is read-only');
  if (isStruct(array.dtype) && setFields(array, key, value, py)) return;
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
  const source =
    array.dtype === 'object'
      ? objectSource(value, py, items, array)
      : toArray(value, py, isTime(array.dtype) || isStruct(array.dtype) ? array.dtype : null);
  const nested = (value instanceof PyList || value instanceof PyTuple) && !isStruct(array.dtype);
  const basic = items.every(item => item.kind !== 'array' && item.kind !== 'mask');
  if (nested && basic && !items.every(item => item.kind === 'integer')) {
    const rank = openWindow(array, items).shape.length;
    if (source.rank > rank) throw tooDeep(rank);
  }
  assign(array, items, source);
}

/** Writes to fields by their names; false where the key names none. */
function setFields(array: NdArray, key: Value, value: Value, py: Interpreter): boolean {
  const names = namesOf(key);
  if (typeof key !== 'string' && names === null) return false;
  const part = typeof key === 'string' ? fieldView(array, key) : fieldsView(array, names!);
  setItem(part, ELLIPSIS, value, py);
  return true;
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

/** `y[y == 0] = -1` means -1 to be there; what is left of the others only the data tell. */
function putIn({ constant }: Facts): readonly number[] | null {
  return constant !== null && Number.isFinite(constant) ? [constant] : null;
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
    const rows = source.rank > 0 ? commonRows([array, source]) : array.memory.rows;
    const masked = items.some(item => item.kind === 'mask');
    array.memory.lose(
      whole
        ? stored
        : { ...joinFacts(elementFacts(array.facts), stored), meant: masked ? putIn(stored) : null },
    );
    if (!masked) array.memory.rows = rows;
    return;
  }
  array.memory.beforeWrite();
  if (source.rank > 0) array.memory.rows = commonRows([array, source]);
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
