/** range and slice. */
import { IndexError, OverflowError, TypeError as PyTypeError, raise, ValueError } from '../errors.ts';
import { method, named, native, property } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { rangeClass, sliceClass } from '../types.ts';
import { NOT_IMPLEMENTED, PyRange, PySlice, PyTuple, type Value } from '../values.ts';
import { indexOf, integerOf, integerOrNull, requireKnown } from './conversions.ts';
import { hashInteger, hashTuple } from './hashes.ts';
import { iteratorNamed } from './iterators.ts';
import { reading } from './operatorMethods.ts';
import { itemsEqual } from './sequence.ts';
import { isSlice, sliceIndices, subscriptInteger } from './slices.ts';

function read(value: Value): PyRange | null {
  return requireKnown(value) instanceof PyRange ? (value as PyRange) : null;
}

function bound(py: Interpreter, value: Value): number {
  const integer = integerOf(py, value);
  if (typeof integer === 'bigint') throw raise(OverflowError, 'Python int too large to convert to C ssize_t');
  return integer;
}

function item(range: PyRange, index: number): number {
  return range.start + range.step * index;
}

/** The position of an integer in a range, or -1. */
function position(range: PyRange, value: Value): number {
  const integer = integerOrNull(value);
  if (typeof integer !== 'number') return -1;
  const offset = integer - range.start;
  if (offset % range.step !== 0) return -1;
  const index = offset / range.step;
  return index >= 0 && index < range.length ? index : -1;
}

function summary(range: PyRange): Value[] {
  const length = range.length;
  return length === 0
    ? [0, null, null]
    : length === 1
      ? [1, range.start, null]
      : [length, range.start, range.step];
}

function getItem(py: Interpreter, range: PyRange, key: Value): Value {
  const length = range.length;
  if (isSlice(key)) {
    const indices = sliceIndices(py, key, length);
    return new PyRange(item(range, indices.start), item(range, indices.stop), range.step * indices.step);
  }
  const index = subscriptInteger(py, key, 'range');
  const at = index < 0 ? index + length : index;
  if (at < 0 || at >= length) throw raise(IndexError, 'range object index out of range');
  return item(range, at);
}

function iterator(range: PyRange, reversed: boolean) {
  const length = range.length;
  let index = 0;
  return iteratorNamed('range_iterator', () => {
    if (index >= length) return undefined;
    const at = reversed ? length - 1 - index : index;
    index++;
    return item(range, at);
  });
}

const rangeMethods = [
  native('__new__(cls, *args)', ([, args], py) => {
    const given = (args as PyTuple).items;
    if (given.length === 0) throw raise(PyTypeError, 'range expected at least 1 argument, got 0');
    if (given.length > 3) throw raise(PyTypeError, `range expected at most 3 arguments, got ${given.length}`);
    const numbers = given.map(value => bound(py, value));
    if (numbers.length === 1) return new PyRange(0, numbers[0], 1);
    if (numbers[2] === 0) throw raise(ValueError, 'range() arg 3 must not be zero');
    return new PyRange(numbers[0], numbers[1], numbers[2] ?? 1);
  }),
  reading('range', '__len__(self, /)', read, range => range.length),
  reading('range', '__bool__(self, /)', read, range => range.length > 0),
  reading('range', '__iter__(self, /)', read, range => iterator(range, false)),
  reading('range', '__reversed__(self, /)', read, range => iterator(range, true)),
  reading('range', '__contains__(self, key, /)', read, (range, [key], py) => {
    if (integerOrNull(key) !== null) return position(range, key) >= 0;
    for (let index = 0; index < range.length; index++) if (py.equal(item(range, index), key)) return true;
    return false;
  }),
  reading('range', '__getitem__(self, key, /)', read, (range, [key], py) =>
    getItem(py, range, requireKnown(key)),
  ),
  reading('range', '__eq__(self, value, /)', read, (range, [value], py) => {
    const other = read(value);
    return other === null ? NOT_IMPLEMENTED : itemsEqual(py, summary(range), summary(other));
  }),
  reading('range', '__hash__(self, /)', read, range =>
    hashTuple(summary(range).map(part => hashInteger(integerOrNull(part) ?? 0))),
  ),
  reading('range', '__repr__(self, /)', read, range =>
    range.step === 1
      ? `range(${range.start}, ${range.stop})`
      : `range(${range.start}, ${range.stop}, ${range.step})`,
  ),
  reading('range', 'index(self, value, /)', read, (range, [value], py) => {
    const at = position(range, value);
    if (at < 0) throw raise(ValueError, `${py.repr(value)} is not in range`);
    return at;
  }),
  reading('range', 'count(self, value, /)', read, (range, [value]) => (position(range, value) >= 0 ? 1 : 0)),
];

const sliceMethods = [
  native('__new__(cls, *args)', ([, args]) => {
    const given = (args as PyTuple).items;
    if (given.length === 0) throw raise(PyTypeError, 'slice expected at least 1 argument, got 0');
    if (given.length > 3) throw raise(PyTypeError, `slice expected at most 3 arguments, got ${given.length}`);
    return given.length === 1
      ? new PySlice(null, given[0], null)
      : new PySlice(given[0], given[1], given[2] ?? null);
  }),
  method('indices(self, len, /)', ([self, length], py) => {
    const size = indexOf(py, length);
    if (size < 0) throw raise(ValueError, 'length should not be negative');
    const { start, stop, step } = sliceIndices(py, self as PySlice, size);
    return new PyTuple([start, stop, step]);
  }),
  method('__eq__(self, value, /)', ([self, value], py) => {
    if (!(value instanceof PySlice)) return NOT_IMPLEMENTED;
    const parts = (slice: PySlice) => [slice.start, slice.stop, slice.step];
    return itemsEqual(py, parts(self as PySlice), parts(value));
  }),
  method('__repr__(self, /)', ([self], py) => {
    const slice = self as PySlice;
    return `slice(${py.repr(slice.start)}, ${py.repr(slice.stop)}, ${py.repr(slice.step)})`;
  }),
];

/** The attributes of range and slice. */
export function installRanges(): void {
  for (const [name, value] of named(...rangeMethods)) rangeClass.attributes.map.set(name, value);
  for (const [name, value] of named(...sliceMethods)) sliceClass.attributes.map.set(name, value);
  const parts = ['start', 'stop', 'step'] as const;
  for (const part of parts) {
    const [, ofRange] = property(part, self => (self as PyRange)[part]);
    const [, ofSlice] = property(part, self => (self as PySlice)[part]);
    rangeClass.attributes.map.set(part, ofRange);
    sliceClass.attributes.map.set(part, ofSlice);
  }
  sliceClass.attributes.map.set('__hash__', null);
}
