/** set and frozenset. */
import type { PyClass } from '../classes.ts';
import { PyDict, PySet } from '../collections.ts';
import { RuntimeError, raise } from '../errors.ts';
import { method, type NativeFunction, named, suspendable, suspendableMethod } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { collectDistinct } from '../operations/iteration.ts';
import { containerRepr } from '../operations/text.ts';
import { frozensetClass, setClass } from '../types.ts';
import { NOT_IMPLEMENTED, NotKnown, type PyTuple, touch, Unknown, type Value } from '../values.ts';
import { knownSet, requireKnown } from './conversions.ts';
import { missingKey } from './dict.ts';
import { hashUnordered } from './hashes.ts';
import { hashOf } from './hashing.ts';
import { iteratorNamed } from './iterators.ts';
import { reading } from './operatorMethods.ts';

function read(value: Value): PySet | null {
  return requireKnown(value) instanceof PySet ? knownSet(value as PySet) : null;
}

function make(py: Interpreter, cls: PyClass, items: Iterable<Value>): PySet {
  const set = cls.adopt(new PySet());
  for (const item of items) set.add(requireKnown(item), py.keyRules);
  return set;
}

/** The class of results: the plain set or frozenset of the left operand. */
function resultClass(set: PySet): PyClass {
  return set.cls.isSubclassOf(frozensetClass) ? frozensetClass : setClass;
}

/** An operand of a method (any iterable) as a set. */
function operand(py: Interpreter, value: Value): PySet {
  return read(value) ?? make(py, setClass, value instanceof PyDict ? value.keys() : py.collect(value));
}

type Combination = (py: Interpreter, left: PySet, right: PySet) => Value[];

const COMBINATIONS: Readonly<Record<'or' | 'and' | 'sub' | 'xor', Combination>> = {
  or: (py, left, right) => [...left.keys(), ...[...right.keys()].filter(key => !left.has(key, py.keyRules))],
  // CPython walks over the smaller set.
  and: (py, left, right) => {
    const [smaller, larger] = right.size > left.size ? [left, right] : [right, left];
    return [...smaller.keys()].filter(key => larger.has(key, py.keyRules));
  },
  sub: (py, left, right) => [...left.keys()].filter(key => !right.has(key, py.keyRules)),
  xor: (py, left, right) => [
    ...[...left.keys()].filter(key => !right.has(key, py.keyRules)),
    ...[...right.keys()].filter(key => !left.has(key, py.keyRules)),
  ],
};

function assign(py: Interpreter, set: PySet, items: Value[]): void {
  set.clear();
  for (const item of items) set.add(item, py.keyRules);
}

function operator(name: keyof typeof COMBINATIONS): NativeFunction[] {
  const combine = COMBINATIONS[name];
  return [
    reading('set', `__${name}__(self, value, /)`, read, (self, [value], py) => {
      const other = read(value);
      return other === null ? NOT_IMPLEMENTED : make(py, resultClass(self), combine(py, self, other));
    }),
    reading('set', `__r${name}__(self, value, /)`, read, (self, [value], py) => {
      const other = read(value);
      return other === null ? NOT_IMPLEMENTED : make(py, resultClass(other), combine(py, other, self));
    }),
  ];
}

function inPlace(name: keyof typeof COMBINATIONS): NativeFunction {
  return reading('set', `__i${name}__(self, value, /)`, read, (self, [value], py) => {
    const other = read(value);
    if (other === null) return NOT_IMPLEMENTED;
    assign(py, self, COMBINATIONS[name](py, self, other));
    return self;
  });
}

function combined(method_: string, name: keyof typeof COMBINATIONS): NativeFunction {
  return reading('set', `${method_}(self, *others)`, read, (self, [others], py) => {
    let result = make(py, resultClass(self), self.keys());
    for (const other of (others as PyTuple).items) {
      result = make(py, resultClass(self), COMBINATIONS[name](py, result, operand(py, other)));
    }
    return result;
  });
}

function updated(method_: string, name: keyof typeof COMBINATIONS): NativeFunction {
  return method(`${method_}(self, *others)`, ([self, others], py) => {
    const set = self as PySet;
    try {
      for (const other of (others as PyTuple).items) {
        assign(py, set, COMBINATIONS[name](py, knownSet(set), operand(py, other)));
      }
    } catch (error) {
      lose(set, error);
    }
    return null;
  });
}

/** A change with something unknown loses the contents; other errors travel on. */
function lose(set: PySet, error: unknown): void {
  if (!(error instanceof NotKnown)) throw error;
  touch(set);
  set.lost = new Unknown(error.reason);
}

const isSubset = (py: Interpreter, left: PySet, right: PySet) =>
  left.size <= right.size && [...left.keys()].every(key => right.has(key, py.keyRules));

function comparison(
  name: string,
  test: (py: Interpreter, left: PySet, right: PySet) => boolean,
): NativeFunction {
  return reading('set', `${name}(self, value, /)`, read, (self, [value], py) => {
    const other = read(value);
    return other === null ? NOT_IMPLEMENTED : test(py, self, other);
  });
}

const shared = [
  ...(['or', 'and', 'sub', 'xor'] as const).flatMap(operator),
  comparison('__eq__', (py, a, b) => a.size === b.size && isSubset(py, a, b)),
  comparison('__ne__', (py, a, b) => !(a.size === b.size && isSubset(py, a, b))),
  comparison('__le__', isSubset),
  comparison('__lt__', (py, a, b) => a.size < b.size && isSubset(py, a, b)),
  comparison('__ge__', (py, a, b) => isSubset(py, b, a)),
  comparison('__gt__', (py, a, b) => b.size < a.size && isSubset(py, b, a)),
  reading('set', '__contains__(self, key, /)', read, (self, [key], py) => {
    requireKnown(key);
    if (key instanceof PySet && key.cls === setClass)
      return self.has(make(py, frozensetClass, key.keys()), py.keyRules);
    return self.has(key, py.keyRules);
  }),
  reading('set', '__len__(self, /)', read, self => self.size),
  reading('set', '__iter__(self, /)', read, self => {
    const size = self.size;
    const keys = self.keys();
    return iteratorNamed('set_iterator', () => {
      if (self.size !== size) throw raise(RuntimeError, 'Set changed size during iteration');
      const step = keys.next();
      return step.done ? undefined : step.value;
    });
  }),
  reading('set', '__repr__(self, /)', read, (self, _args, py) => containerRepr(py, self)),
  combined('union', 'or'),
  combined('intersection', 'and'),
  combined('difference', 'sub'),
  reading('set', 'symmetric_difference(self, other, /)', read, (self, [other], py) =>
    make(py, resultClass(self), COMBINATIONS.xor(py, self, operand(py, other))),
  ),
  reading('set', 'issubset(self, other, /)', read, (self, [other], py) =>
    isSubset(py, self, operand(py, other)),
  ),
  reading('set', 'issuperset(self, other, /)', read, (self, [other], py) =>
    isSubset(py, operand(py, other), self),
  ),
  reading('set', 'isdisjoint(self, other, /)', read, (self, [other], py) =>
    [...operand(py, other).keys()].every(key => !self.has(key, py.keyRules)),
  ),
  reading('set', 'copy(self, /)', read, (self, _args, py) => make(py, resultClass(self), self.keys())),
];

const mutating = [
  suspendableMethod('__init__(self, iterable=(), /)', function* ([self, iterable], py) {
    const set = self as PySet;
    try {
      assign(py, set, (yield* collectDistinct(py, iterable)).map(requireKnown));
      set.lost = null;
    } catch (error) {
      lose(set, error);
    }
    return null;
  }),
  ...(['or', 'and', 'sub', 'xor'] as const).map(inPlace),
  updated('update', 'or'),
  updated('intersection_update', 'and'),
  updated('difference_update', 'sub'),
  method('symmetric_difference_update(self, other, /)', ([self, other], py) => {
    const set = knownSet(self as PySet);
    assign(py, set, COMBINATIONS.xor(py, set, operand(py, other)));
    return null;
  }),
  method('add(self, object, /)', ([self, object], py) => {
    const set = self as PySet;
    try {
      if (set.lost === null) set.add(requireKnown(object), py.keyRules);
    } catch (error) {
      lose(set, error);
    }
    return null;
  }),
  reading('set', 'discard(self, object, /)', read, (self, [object], py) => {
    self.delete(requireKnown(object), py.keyRules);
    return null;
  }),
  reading('set', 'remove(self, object, /)', read, (self, [object], py) => {
    if (!self.delete(requireKnown(object), py.keyRules)) throw missingKey(object);
    return null;
  }),
  reading('set', 'pop(self, /)', read, (self, _args, py) => {
    const first = self.keys().next();
    if (first.done) throw missingKey('pop from an empty set');
    self.delete(first.value, py.keyRules);
    return first.value;
  }),
  reading('set', 'clear(self, /)', read, self => {
    self.clear();
    return null;
  }),
];

const frozen = [
  suspendable('__new__(cls, iterable=(), /)', function* ([cls, iterable], py) {
    if (cls === frozensetClass && iterable instanceof PySet && iterable.cls === frozensetClass)
      return iterable;
    return make(py, cls as PyClass, yield* collectDistinct(py, iterable));
  }),
  reading('frozenset', '__hash__(self, /)', read, (self, _args, py) =>
    hashUnordered([...self.keys()].map(key => hashOf(py, key))),
  ),
];

/** The attributes of set and frozenset. */
export function installSets(): void {
  for (const [name, value] of named(...shared, ...mutating)) setClass.attributes.map.set(name, value);
  setClass.attributes.map.set('__hash__', null);
  for (const [name, value] of named(...shared, ...frozen)) frozensetClass.attributes.map.set(name, value);
}
