/** tuple: methods, operators and subscription. */
import type { PyClass } from '../classes.ts';
import { TypeError as PyTypeError, raise } from '../errors.ts';
import { type NativeFunction, named, suspendable } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { collectWaiting } from '../operations/iteration.ts';
import { reprOf } from '../operations/text.ts';
import { classOf, tupleClass } from '../types.ts';
import { isInt, NOT_IMPLEMENTED, PyTuple, type Value } from '../values.ts';
import { requireKnown, typeName } from './conversions.ts';
import { hashTuple } from './hashes.ts';
import { hashOf } from './hashing.ts';
import { builtinIterator } from './iterators.ts';
import { reading } from './operatorMethods.ts';
import { repeatCount } from './repetition.ts';
import { compareItems, containsItem, countItems, findItem, itemsEqual } from './sequence.ts';
import { isSlice, itemIndex, sliceIndices, takeSlice } from './slices.ts';

function read(value: Value): PyTuple | null {
  return requireKnown(value) instanceof PyTuple ? (value as PyTuple) : null;
}

/** A tuple of a subclass. */
export function makeTuple(cls: PyClass, items: readonly Value[]): PyTuple {
  return cls.adopt(new PyTuple(items));
}

function comparison(name: string, operator: 'Lt' | 'LtE' | 'Gt' | 'GtE'): NativeFunction {
  return reading('tuple', `${name}(self, value, /)`, read, (self, [value], py) => {
    const other = read(value);
    return other === null ? NOT_IMPLEMENTED : compareItems(py, operator, self.items, other.items);
  });
}

function repr(py: Interpreter, tuple: PyTuple): string {
  const items = tuple.items.map(item => reprOf(py, item));
  return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
}

const methods = [
  suspendable('__new__(cls, iterable=(), /)', function* ([cls, iterable], py) {
    if (cls === tupleClass && iterable instanceof PyTuple && iterable.cls === tupleClass) return iterable;
    return makeTuple(cls as PyClass, yield* collectWaiting(py, iterable));
  }),
  reading('tuple', '__add__(self, value, /)', read, (self, [value]) => {
    const other = read(value);
    if (other !== null) return new PyTuple(self.items.concat(other.items));
    if (classOf(value).lookup('__radd__') !== undefined) return NOT_IMPLEMENTED;
    throw raise(PyTypeError, `can only concatenate tuple (not "${typeName(value)}") to tuple`);
  }),
  ...['__mul__', '__rmul__'].map(name =>
    reading('tuple', `${name}(self, value, /)`, read, (self, [value], py) => {
      const count = repeatCount(py, value, self.items.length);
      if (count === null) return NOT_IMPLEMENTED;
      const items: Value[] = [];
      for (let i = 0; i < count; i++) items.push(...self.items);
      return new PyTuple(items);
    }),
  ),
  reading('tuple', '__eq__(self, value, /)', read, (self, [value], py) => {
    const other = read(value);
    return other === null ? NOT_IMPLEMENTED : itemsEqual(py, self.items, other.items);
  }),
  reading('tuple', '__ne__(self, value, /)', read, (self, [value], py) => {
    const other = read(value);
    return other === null ? NOT_IMPLEMENTED : !itemsEqual(py, self.items, other.items);
  }),
  comparison('__lt__', 'Lt'),
  comparison('__le__', 'LtE'),
  comparison('__gt__', 'Gt'),
  comparison('__ge__', 'GtE'),
  reading('tuple', '__contains__(self, key, /)', read, (self, [key], py) =>
    containsItem(py, self.items, key),
  ),
  reading('tuple', '__len__(self, /)', read, self => self.items.length),
  reading('tuple', '__iter__(self, /)', read, self => builtinIterator(self)),
  reading('tuple', '__getitem__(self, key, /)', read, (self, [key], py) => {
    requireKnown(key);
    if (isSlice(key)) return new PyTuple(takeSlice(self.items, sliceIndices(py, key, self.items.length)));
    return self.items[itemIndex(py, key, self.items.length, 'tuple')];
  }),
  reading('tuple', '__hash__(self, /)', read, (self, _args, py) =>
    hashTuple(
      self.items.map(item => {
        const hash = hashOf(py, item);
        return isInt(hash) ? hash : 0;
      }),
    ),
  ),
  reading('tuple', '__repr__(self, /)', read, (self, _args, py) => repr(py, self)),
  reading('tuple', '__getnewargs__(self, /)', read, self => new PyTuple([new PyTuple(self.items)])),
  reading('tuple', 'index(self, value, start=None, stop=None, /)', read, (self, [value, start, stop], py) =>
    findItem(py, self.items, value, start, stop, () => 'tuple.index(x): x not in tuple'),
  ),
  reading('tuple', 'count(self, value, /)', read, (self, [value], py) => countItems(py, self.items, value)),
];

/** The attributes of tuple. */
export function installTuple(): void {
  for (const [name, value] of named(...methods)) tupleClass.attributes.map.set(name, value);
}
