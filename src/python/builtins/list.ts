/** list: methods, operators and subscription. */
import { IndexError, TypeError as PyTypeError, raise, ValueError } from '../errors.ts';
import { type NativeFunction, named, suspendableMethod } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { collectWaiting } from '../operations/iteration.ts';
import { containerRepr } from '../operations/text.ts';
import type { Suspendable } from '../suspension.ts';
import { classOf, listClass } from '../types.ts';
import { NOT_IMPLEMENTED, NotKnown, PyList, type PySlice, touch, Unknown, type Value } from '../values.ts';
import { indexOf, listItems, requireKnown, typeName } from './conversions.ts';
import { builtinIterator } from './iterators.ts';
import { reading, wrongReceiver } from './operatorMethods.ts';
import { repeatCount } from './repetition.ts';
import {
  compareItems,
  containsItem,
  countItems,
  findItem,
  itemsEqual,
  sameItem,
  sortedItems,
} from './sequence.ts';
import { isSlice, itemIndex, sliceIndices, subscriptInteger, takeSlice } from './slices.ts';

function read(value: Value): PyList | null {
  return requireKnown(value) instanceof PyList ? (value as PyList) : null;
}

function receiverOf(name: string, value: Value): PyList {
  const self = read(value);
  if (self === null) throw wrongReceiver('list', name, value);
  return self;
}

const list = (items: Value[]): PyList => new PyList(items);

/** The items to be put into a list; what cannot be known loses the list's contents. */
function changeItems(target: PyList, change: (items: Value[]) => void): void {
  target.loseItems();
  const items = listItems(target);
  touch(target);
  change(items);
}

/** Collects an iterable, or loses the list when it is not known. */
function* extend(py: Interpreter, target: PyList, iterable: Value): Suspendable<void> {
  let added: Value[];
  try {
    added = yield* collectWaiting(py, iterable);
  } catch (error) {
    if (!(error instanceof NotKnown)) throw error;
    touch(target);
    target.lost = new Unknown(error.reason);
    return;
  }
  for (const item of added) target.addItem(item, (a, b) => py.policy.join(a, b));
}

function setItem(py: Interpreter, target: PyList, key: Value, value: Value): void {
  target.loseItems();
  const items = listItems(target);
  if (isSlice(key)) {
    setSlice(py, target, key, value);
    return;
  }
  const index = assignedIndex(py, key, items.length, 'assignment');
  touch(target);
  items[index] = value;
}

function assignedIndex(py: Interpreter, key: Value, length: number, what: string): number {
  const index = subscriptInteger(py, key, 'list');
  const position = index < 0 ? index + length : index;
  if (position < 0 || position >= length) throw raise(IndexError, `list ${what} index out of range`);
  return position;
}

function setSlice(py: Interpreter, target: PyList, slice: PySlice, value: Value): void {
  const items = listItems(target);
  if (classOf(value).lookup('__iter__') === undefined && classOf(value).lookup('__getitem__') === undefined) {
    throw raise(
      PyTypeError,
      slice.step === null || slice.step === 1
        ? 'can only assign an iterable'
        : 'must assign iterable to extended slice',
    );
  }
  const added = py.collect(value);
  const { start, step, count, stop } = sliceIndices(py, slice, items.length);
  if (step === 1) {
    touch(target);
    items.splice(start, Math.max(0, stop - start), ...added);
    return;
  }
  if (added.length !== count) {
    throw raise(
      ValueError,
      `attempt to assign sequence of size ${added.length} to extended slice of size ${count}`,
    );
  }
  touch(target);
  added.forEach((item, index) => {
    items[start + index * step] = item;
  });
}

function deleteItem(py: Interpreter, target: PyList, key: Value): void {
  const items = listItems(target);
  if (!isSlice(key)) {
    const index = assignedIndex(py, key, items.length, 'assignment');
    touch(target);
    items.splice(index, 1);
    return;
  }
  const { start, step, count } = sliceIndices(py, key, items.length);
  touch(target);
  if (step === 1) {
    items.splice(start, count);
    return;
  }
  const removed = new Set(Array.from({ length: count }, (_, index) => start + index * step));
  target.items = items.filter((_, index) => !removed.has(index));
}

function comparison(name: string, operator: 'Lt' | 'LtE' | 'Gt' | 'GtE'): NativeFunction {
  return reading('list', `${name}(self, value, /)`, read, (self, [value], py) => {
    const other = read(value);
    return other === null ? NOT_IMPLEMENTED : compareItems(py, operator, listItems(self), listItems(other));
  });
}

const operators = [
  suspendableMethod('__init__(self, iterable=(), /)', function* ([receiver, iterable], py) {
    const self = receiverOf('__init__', receiver);
    const items = yield* collectWaiting(py, iterable);
    touch(self);
    self.items = items;
    self.lost = null;
    return null;
  }),
  reading('list', '__add__(self, value, /)', read, (self, [value]) => {
    const other = read(value);
    if (other !== null) return list(listItems(self).concat(listItems(other)));
    if (classOf(value).lookup('__radd__') !== undefined) return NOT_IMPLEMENTED;
    throw raise(PyTypeError, `can only concatenate list (not "${typeName(value)}") to list`);
  }),
  suspendableMethod('__iadd__(self, value, /)', function* ([self, value], py) {
    yield* extend(py, receiverOf('__iadd__', self), value);
    return self;
  }),
  ...['__mul__', '__rmul__'].map(name =>
    reading('list', `${name}(self, value, /)`, read, (self, [value], py) => {
      const items = listItems(self);
      const count = repeatCount(py, value, items.length);
      return count === null ? NOT_IMPLEMENTED : list(repeated(items, count));
    }),
  ),
  reading('list', '__imul__(self, value, /)', read, (self, [value], py) => {
    const count = repeatCount(py, value, listItems(self).length);
    if (count === null) return NOT_IMPLEMENTED;
    touch(self);
    self.items = repeated(listItems(self), count);
    return self;
  }),
  reading('list', '__eq__(self, value, /)', read, (self, [value], py) => {
    const other = read(value);
    return other === null ? NOT_IMPLEMENTED : itemsEqual(py, listItems(self), listItems(other));
  }),
  reading('list', '__ne__(self, value, /)', read, (self, [value], py) => {
    const other = read(value);
    return other === null ? NOT_IMPLEMENTED : !itemsEqual(py, listItems(self), listItems(other));
  }),
  comparison('__lt__', 'Lt'),
  comparison('__le__', 'LtE'),
  comparison('__gt__', 'Gt'),
  comparison('__ge__', 'GtE'),
  reading('list', '__contains__(self, key, /)', read, (self, [key], py) =>
    containsItem(py, listItems(self), key),
  ),
  reading('list', '__len__(self, /)', read, self => listItems(self).length),
  reading('list', '__iter__(self, /)', read, self => builtinIterator(self)),
  reading('list', '__reversed__(self, /)', read, self => {
    let index = listItems(self).length - 1;
    return builtinIterator(
      self,
      () => (index >= 0 ? self.items[index--] : undefined),
      'list_reverseiterator',
    );
  }),
  reading('list', '__getitem__(self, index, /)', read, (self, [key], py) => {
    const items = listItems(self);
    if (isSlice(key)) return list(takeSlice(items, sliceIndices(py, key, items.length)));
    return items[itemIndex(py, key, items.length, 'list')];
  }),
  reading('list', '__setitem__(self, key, value, /)', read, (self, [key, value], py) => {
    setItem(py, self, requireKnown(key), value);
    return null;
  }),
  reading('list', '__delitem__(self, key, /)', read, (self, [key], py) => {
    deleteItem(py, self, requireKnown(key));
    return null;
  }),
  reading('list', '__repr__(self, /)', read, (self, _args, py) => containerRepr(py, self)),
];

function repeated(items: readonly Value[], count: number): Value[] {
  const result: Value[] = [];
  for (let i = 0; i < count; i++) for (const item of items) result.push(item);
  return result;
}

const methods = [
  reading('list', 'append(self, object, /)', read, (self, [object], py) => {
    self.addItem(object, (a, b) => py.policy.join(a, b));
    return null;
  }),
  suspendableMethod('extend(self, iterable, /)', function* ([self, iterable], py) {
    yield* extend(py, receiverOf('extend', self), iterable);
    return null;
  }),
  reading('list', 'insert(self, index, object, /)', read, (self, [index, object], py) => {
    const position = indexOf(py, index);
    changeItems(self, items => {
      items.splice(position < 0 ? Math.max(0, position + items.length) : position, 0, object);
    });
    return null;
  }),
  reading('list', 'pop(self, index=-1, /)', read, (self, [index], py) => {
    const items = listItems(self);
    if (items.length === 0) throw raise(IndexError, 'pop from empty list');
    const given = indexOf(py, index);
    const position = given < 0 ? given + items.length : given;
    if (position < 0 || position >= items.length) throw raise(IndexError, 'pop index out of range');
    touch(self);
    return position === items.length - 1 ? items.pop()! : items.splice(position, 1)[0];
  }),
  reading('list', 'remove(self, value, /)', read, (self, [value], py) => {
    const items = listItems(self);
    const position = items.findIndex(item => sameItem(py, item, value));
    if (position < 0) throw raise(ValueError, 'list.remove(x): x not in list');
    touch(self);
    items.splice(position, 1);
    return null;
  }),
  reading('list', 'clear(self, /)', read, self => {
    touch(self);
    self.items = [];
    self.lost = null;
    return null;
  }),
  reading('list', 'index(self, value, start=None, stop=None, /)', read, (self, [value, start, stop], py) =>
    findItem(py, listItems(self), value, start, stop, () => `${py.repr(value)} is not in list`),
  ),
  reading('list', 'count(self, value, /)', read, (self, [value], py) =>
    countItems(py, listItems(self), value),
  ),
  reading('list', 'reverse(self, /)', read, self => {
    changeItems(self, items => items.reverse());
    return null;
  }),
  reading('list', 'copy(self, /)', read, self => list(listItems(self).slice())),
  suspendableMethod('sort(self, /, *, key=None, reverse=False)', function* ([self, key, reverse], py) {
    const target = receiverOf('sort', self);
    if (target.lost !== null) return null;
    try {
      const sorted = yield* sortedItems(py, target.items, key, py.truth(reverse));
      touch(target);
      target.items = sorted;
    } catch (error) {
      if (!(error instanceof NotKnown)) throw error;
      touch(target);
      target.lost = new Unknown(error.reason);
    }
    return null;
  }),
];

/** The attributes of list. */
export function installList(): void {
  for (const [name, value] of named(...operators, ...methods)) listClass.attributes.map.set(name, value);
  listClass.attributes.map.set('__hash__', null);
}
