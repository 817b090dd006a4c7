/** `collections.deque`. */

import { indexOf, requireKnown, typeName } from '../../python/builtins/conversions.ts';
import { iteratorNamed } from '../../python/builtins/iterators.ts';
import {
  compareItems,
  containsItem,
  countItems,
  findItem,
  itemsEqual,
  sameItem,
} from '../../python/builtins/sequence.ts';
import { itemIndex } from '../../python/builtins/slices.ts';
import { PyClass } from '../../python/classes.ts';
import {
  IndexError,
  TypeError as PyTypeError,
  RuntimeError,
  raise,
  ValueError,
} from '../../python/errors.ts';
import { method, type NativeFunction, named, property } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { objectClass } from '../../python/types.ts';
import {
  type Mutable,
  NOT_IMPLEMENTED,
  NotKnown,
  PyObject,
  touch,
  Unknown,
  type Value,
} from '../../python/values.ts';

/** A double-ended queue; `maximum` bounds its length. */
class Deque extends PyObject implements Mutable {
  cls: PyClass;
  private contents: Value[] = [];
  lost: Unknown | null = null;
  maximum: number | null = null;
  constructor(cls: PyClass) {
    super();
    this.cls = cls;
  }

  get items(): Value[] {
    if (this.lost !== null) throw new NotKnown(this.lost.reason);
    return this.contents;
  }

  set items(items: Value[]) {
    touch(this);
    this.contents = items;
  }

  add(value: Value, left: boolean): void {
    const items = this.items;
    touch(this);
    if (left) items.unshift(value);
    else items.push(value);
    if (this.maximum !== null && items.length > this.maximum) {
      if (left) items.pop();
      else items.shift();
    }
  }

  capture(): { contents: Value[]; lost: Unknown | null } {
    return { contents: this.contents.slice(), lost: this.lost };
  }

  restore(state: unknown): void {
    const saved = state as ReturnType<Deque['capture']>;
    this.contents = saved.contents.slice();
    this.lost = saved.lost;
  }

  join(state: unknown, joinValues: (a: Value, b: Value) => Value): void {
    const saved = state as ReturnType<Deque['capture']>;
    if (this.lost !== null) return;
    if (saved.lost !== null || saved.contents.length !== this.contents.length) {
      this.lost = saved.lost ?? new Unknown('its length depends on a branch');
    } else this.contents = this.contents.map((item, index) => joinValues(item, saved.contents[index]));
  }
}

const self = (value: Value): Deque => requireKnown(value) as Deque;

function made(maximum: number | null, items: Value[]): Deque {
  const deque = new Deque(dequeClass);
  deque.maximum = maximum;
  deque.items = maximum === null ? items : items.slice(Math.max(0, items.length - maximum));
  return deque;
}

function iterator(deque: Deque, reversed: boolean) {
  const size = deque.items.length;
  let at = 0;
  return iteratorNamed('_deque_iterator', () => {
    if (deque.items.length !== size) throw raise(RuntimeError, 'deque mutated during iteration');
    if (at >= size) return undefined;
    const index = reversed ? size - 1 - at : at;
    at++;
    return deque.items[index];
  });
}

function comparison(name: string, operator: 'Lt' | 'LtE' | 'Gt' | 'GtE'): NativeFunction {
  return method(`${name}(self, other)`, ([deque, other], py) =>
    other instanceof Deque ? compareItems(py, operator, self(deque).items, other.items) : NOT_IMPLEMENTED,
  );
}

function rotate(py: Interpreter, deque: Deque, steps: Value): void {
  const items = deque.items;
  if (items.length === 0) return;
  const turns = ((indexOf(py, steps) % items.length) + items.length) % items.length;
  deque.items = [...items.slice(items.length - turns), ...items.slice(0, items.length - turns)];
}

/** What is not known leaves the whole unknown. */
function extend(py: Interpreter, deque: Deque, iterable: Value, left: boolean): void {
  let items: Value[];
  try {
    items = py.collect(iterable);
  } catch (error) {
    if (error instanceof NotKnown) {
      touch(deque);
      deque.lost = new Unknown(error.reason);
    }
    throw error;
  }
  for (const value of items) deque.add(value, left);
}

function take(deque: Deque, left: boolean): Value {
  const items = deque.items;
  touch(deque);
  const value = left ? items.shift() : items.pop();
  if (value === undefined) throw raise(IndexError, 'pop from an empty deque');
  return value;
}

const methods: NativeFunction[] = [
  method('__init__(self, iterable=(), maxlen=None)', ([deque, iterable, maxlen], py) => {
    const maximum = maxlen === null ? null : indexOf(py, maxlen);
    if (maximum !== null && maximum < 0) throw raise(ValueError, 'maxlen must be non-negative');
    self(deque).maximum = maximum;
    const items = py.collect(iterable);
    self(deque).items = maximum === null ? items : items.slice(Math.max(0, items.length - maximum));
    return null;
  }),
  method('append(self, x, /)', ([deque, value]) => {
    self(deque).add(value, false);
    return null;
  }),
  method('appendleft(self, x, /)', ([deque, value]) => {
    self(deque).add(value, true);
    return null;
  }),
  method('extend(self, iterable, /)', ([deque, iterable], py) => {
    extend(py, self(deque), iterable, false);
    return null;
  }),
  method('extendleft(self, iterable, /)', ([deque, iterable], py) => {
    extend(py, self(deque), iterable, true);
    return null;
  }),
  method('pop(self, /)', ([deque]) => take(self(deque), false)),
  method('popleft(self, /)', ([deque]) => take(self(deque), true)),
  method('clear(self, /)', ([deque]) => {
    self(deque).items = [];
    return null;
  }),
  method('copy(self, /)', ([deque]) => made(self(deque).maximum, self(deque).items.slice())),
  method('count(self, x, /)', ([deque, value], py) => countItems(py, self(deque).items, value)),
  method('index(self, x, start=None, stop=None, /)', ([deque, value, start, stop], py) =>
    findItem(py, self(deque).items, value, start, stop, () => `${py.repr(value)} is not in deque`),
  ),
  method('insert(self, i, x, /)', ([deque, index, value], py) => {
    const items = self(deque).items;
    if (items.length === self(deque).maximum) throw raise(IndexError, 'deque already at its maximum size');
    const at = indexOf(py, index);
    touch(self(deque));
    items.splice(at < 0 ? Math.max(0, at + items.length) : at, 0, value);
    return null;
  }),
  method('remove(self, value, /)', ([deque, value], py) => {
    const at = self(deque).items.findIndex(item => sameItem(py, item, value));
    if (at < 0) throw raise(ValueError, `${py.repr(value)} is not in deque`);
    touch(self(deque));
    self(deque).items.splice(at, 1);
    return null;
  }),
  method('reverse(self, /)', ([deque]) => {
    self(deque).items = self(deque).items.slice().reverse();
    return null;
  }),
  method('rotate(self, n=1, /)', ([deque, steps], py) => {
    rotate(py, self(deque), steps);
    return null;
  }),
  method('__len__(self)', ([deque]) => self(deque).items.length),
  method('__iter__(self)', ([deque]) => iterator(self(deque), false)),
  method('__reversed__(self)', ([deque]) => iterator(self(deque), true)),
  method('__contains__(self, x)', ([deque, value], py) => containsItem(py, self(deque).items, value)),
  method('__getitem__(self, i)', ([deque, key], py) => {
    const { items } = self(deque);
    if (typeof key === 'object' && py.getAttributeOrUndefined(key, '__index__') === undefined)
      throw raise(PyTypeError, `sequence index must be integer, not '${typeName(key)}'`);
    return items[itemIndex(py, key, items.length, 'deque')];
  }),
  method('__setitem__(self, i, value)', ([deque, key, value], py) => {
    const { items } = self(deque);
    const at = itemIndex(py, key, items.length, 'deque');
    touch(self(deque));
    items[at] = value;
    return null;
  }),
  method('__delitem__(self, i)', ([deque, key], py) => {
    const { items } = self(deque);
    const at = itemIndex(py, key, items.length, 'deque');
    touch(self(deque));
    items.splice(at, 1);
    return null;
  }),
  method('__add__(self, other)', ([deque, other]) => {
    if (!(other instanceof Deque))
      throw raise(PyTypeError, `can only concatenate deque (not "${typeName(other)}") to deque`);
    return made(self(deque).maximum, [...self(deque).items, ...other.items]);
  }),
  method('__mul__(self, n)', ([deque, count], py) => {
    const times = Math.max(0, indexOf(py, count));
    return made(self(deque).maximum, Array.from({ length: times }, () => self(deque).items).flat());
  }),
  method('__iadd__(self, iterable)', ([deque, iterable], py) => {
    for (const value of py.collect(iterable)) self(deque).add(value, false);
    return deque;
  }),
  method('__eq__(self, other)', ([deque, other], py) =>
    other instanceof Deque ? itemsEqual(py, self(deque).items, other.items) : NOT_IMPLEMENTED,
  ),
  comparison('__lt__', 'Lt'),
  comparison('__le__', 'LtE'),
  comparison('__gt__', 'Gt'),
  comparison('__ge__', 'GtE'),
  method('__repr__(self)', ([deque], py) => {
    const { cls, items, maximum } = self(deque);
    return `${cls.name}([${items.map(item => py.repr(item)).join(', ')}]${maximum === null ? '' : `, maxlen=${maximum}`})`;
  }),
];

export const dequeClass: PyClass = new PyClass(
  'deque',
  [objectClass],
  [...named(...methods), property('maxlen', deque => self(deque).maximum), ['__hash__', null]],
  { module: 'collections', allocate: cls => new Deque(cls) },
);
