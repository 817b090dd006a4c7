/** dict: methods, operators, subscription; what subclasses such as defaultdict share. */
import type { PyClass } from '../classes.ts';
import { PyDict } from '../collections.ts';
import {
  KeyError,
  makeException,
  TypeError as PyTypeError,
  PythonError,
  raise,
  ValueError,
} from '../errors.ts';
import { ClassMethod, method, named, native, PyIterator, suspendableMethod } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { collectWaiting } from '../operations/iteration.ts';
import { reprOf } from '../operations/text.ts';
import type { Suspendable } from '../suspension.ts';
import { classOf, dictClass } from '../types.ts';
import { NOT_IMPLEMENTED, NotKnown, PyTuple, touch, Unknown, type Value } from '../values.ts';
import { knownDict, requireKnown } from './conversions.ts';
import { DictView, dictIterator } from './dictViews.ts';
import { reading } from './operatorMethods.ts';
import { sameItem } from './sequence.ts';

function read(value: Value): PyDict | null {
  return requireKnown(value) instanceof PyDict ? (value as PyDict) : null;
}

/** `KeyError(key)`. */
export function missingKey(key: Value): PythonError {
  return new PythonError(makeException(KeyError, key));
}

/** Stores an item; an unknown key loses the dict's contents. */
export function putItem(py: Interpreter, dict: PyDict, key: Value, value: Value): void {
  if (key instanceof Unknown) {
    touch(dict);
    dict.lost = new Unknown(key.reason);
    return;
  }
  dict.set(key, value, py.keyRules);
}

/** `dict.update(source, **keywords)`. */
export function updateDict(
  py: Interpreter,
  dict: PyDict,
  source: Value | undefined,
  keywords: PyDict | null,
): void {
  try {
    if (source !== undefined) updateFrom(py, dict, requireKnown(source));
  } catch (error) {
    if (!(error instanceof NotKnown)) throw error;
    touch(dict);
    dict.lost = new Unknown(error.reason);
  }
  if (keywords !== null) for (const [key, value] of keywords.entries()) putItem(py, dict, key, value);
}

function updateFrom(py: Interpreter, dict: PyDict, source: Value): void {
  if (source instanceof PyDict && !overridesItems(source.cls)) {
    for (const [key, value] of [...knownDict(source).entries()]) putItem(py, dict, key, value);
    return;
  }
  if (py.getAttributeOrUndefined(source, 'keys') !== undefined) {
    for (const key of py.collect(py.callMethod(source, 'keys')))
      putItem(py, dict, key, py.getItem(source, key));
    return;
  }
  py.collect(source).forEach((pair, index) => {
    requireKnown(pair);
    if (classOf(pair).lookup('__iter__') === undefined && classOf(pair).lookup('__getitem__') === undefined) {
      throw raise(PyTypeError, `cannot convert dictionary update sequence element #${index} to a sequence`);
    }
    const items = py.collect(pair);
    if (items.length !== 2) {
      throw raise(
        ValueError,
        `dictionary update sequence element #${index} has length ${items.length}; 2 is required`,
      );
    }
    putItem(py, dict, items[0], items[1]);
  });
}

function overridesItems(cls: PyClass): boolean {
  return cls.userDefined && cls.lookup('keys') !== dictClass.attributes.get('keys');
}

/** `dict[key]` with `__missing__` of subclasses. */
export function getDictItem(py: Interpreter, dict: PyDict, key: Value): Value {
  if (key instanceof Unknown && dict.cls !== dictClass && dict.cls.name !== 'Counter') {
    // `__missing__` may have added it.
    if (dict.cls.lookup('__missing__') !== undefined) {
      touch(dict);
      dict.lost ??= new Unknown(key.reason);
    }
  }
  requireKnown(key);
  const value = knownDict(dict).get(key, py.keyRules);
  if (value !== undefined) return value;
  const named = dict.synonym?.(key);
  if (named !== undefined) return named;
  if (dict.cls !== dictClass) {
    const missing = dict.cls.lookup('__missing__');
    if (missing !== undefined) return py.call(missing, [dict, key]);
  }
  throw missingKey(key);
}

/** Equality of the contents. */
export function dictsEqual(py: Interpreter, left: PyDict, right: PyDict): boolean {
  if (knownDict(left).size !== knownDict(right).size) return false;
  for (const [key, value] of left.entries()) {
    const other = right.get(key, py.keyRules);
    if (other === undefined || !sameItem(py, value, other)) return false;
  }
  return true;
}

const open = new WeakSet<PyDict>();

/** `{key: value, …}`. */
export function dictText(py: Interpreter, dict: PyDict): string {
  if (open.has(dict)) return '{...}';
  open.add(dict);
  try {
    return `{${[...knownDict(dict).entries()].map(([key, value]) => `${reprOf(py, key)}: ${reprOf(py, value)}`).join(', ')}}`;
  } finally {
    open.delete(dict);
  }
}

function copyOf(dict: PyDict): PyDict {
  const copy = new PyDict();
  copy.restore(knownDict(dict).capture());
  return copy;
}

function merge(py: Interpreter, left: PyDict, right: PyDict): PyDict {
  const result = copyOf(left);
  updateDict(py, result, right, null);
  return result;
}

/** An iterator's items as a tuple, waited for; anything else as it is. */
function* settled(py: Interpreter, iterable: Value): Suspendable<Value> {
  return iterable instanceof PyIterator ? new PyTuple(yield* collectWaiting(py, iterable)) : iterable;
}

const operators = [
  suspendableMethod('__init__(self, iterable=(), /, **kwargs)', function* ([self, iterable, keywords], py) {
    updateDict(py, self as PyDict, yield* settled(py, iterable), keywords as PyDict);
    return null;
  }),
  reading('dict', '__or__(self, value, /)', read, (self, [value], py) => {
    const other = read(value);
    return other === null ? NOT_IMPLEMENTED : merge(py, self, other);
  }),
  reading('dict', '__ror__(self, value, /)', read, (self, [value], py) => {
    const other = read(value);
    return other === null ? NOT_IMPLEMENTED : merge(py, other, self);
  }),
  reading('dict', '__ior__(self, value, /)', read, (self, [value], py) => {
    updateDict(py, self, value, null);
    return self;
  }),
  reading('dict', '__eq__(self, value, /)', read, (self, [value], py) => {
    const other = read(value);
    return other === null ? NOT_IMPLEMENTED : dictsEqual(py, self, other);
  }),
  reading('dict', '__ne__(self, value, /)', read, (self, [value], py) => {
    const other = read(value);
    return other === null ? NOT_IMPLEMENTED : !dictsEqual(py, self, other);
  }),
  reading(
    'dict',
    '__contains__(self, key, /)',
    read,
    (self, [key], py) =>
      knownDict(self).has(requireKnown(key), py.keyRules) || (self.synonym?.(key) ?? null) !== null,
  ),
  reading('dict', '__len__(self, /)', read, self => knownDict(self).size),
  reading('dict', '__iter__(self, /)', read, self => dictIterator(self, 'keys')),
  reading('dict', '__reversed__(self, /)', read, self => dictIterator(self, 'keys', true)),
  reading('dict', '__getitem__(self, key, /)', read, (self, [key], py) => getDictItem(py, self, key)),
  reading('dict', '__setitem__(self, key, value, /)', read, (self, [key, value], py) => {
    putItem(py, self, key, value);
    return null;
  }),
  reading('dict', '__delitem__(self, key, /)', read, (self, [key], py) => {
    if (!knownDict(self).delete(requireKnown(key), py.keyRules)) throw missingKey(key);
    return null;
  }),
  reading('dict', '__repr__(self, /)', read, (self, _args, py) => dictText(py, self)),
];

const methods = [
  reading(
    'dict',
    'get(self, key, default=None, /)',
    read,
    (self, [key, fallback], py) =>
      knownDict(self).get(requireKnown(key), py.keyRules) ?? fallbackOf(self, key, fallback, py),
  ),
  reading('dict', 'setdefault(self, key, default=None, /)', read, (self, [key, fallback], py) => {
    const value = knownDict(self).get(requireKnown(key), py.keyRules);
    if (value !== undefined) return value;
    self.set(key, fallback, py.keyRules);
    return fallback;
  }),
  method('pop(self, *key_and_default)', ([self, given], py) => {
    const dict = knownDict(self as PyDict);
    const [key, ...fallback] = (given as PyTuple).items;
    if (key === undefined) throw raise(PyTypeError, 'pop expected at least 1 argument, got 0');
    if (fallback.length > 1)
      throw raise(PyTypeError, `pop expected at most 2 arguments, got ${fallback.length + 1}`);
    const value = dict.get(requireKnown(key), py.keyRules);
    if (value === undefined) {
      if (fallback.length === 1) return fallback[0];
      throw missingKey(key);
    }
    dict.delete(key, py.keyRules);
    return value;
  }),
  reading('dict', 'popitem(self, /)', read, (self, _args, py) => {
    const last = [...knownDict(self).entries()].at(-1);
    if (last === undefined) throw missingKey('popitem(): dictionary is empty');
    self.delete(last[0], py.keyRules);
    return new PyTuple(last);
  }),
  reading('dict', 'clear(self, /)', read, self => {
    self.clear();
    self.lost = null;
    return null;
  }),
  reading('dict', 'copy(self, /)', read, copyOf),
  suspendableMethod('update(self, iterable=(), /, **kwargs)', function* ([self, iterable, keywords], py) {
    updateDict(py, self as PyDict, yield* settled(py, iterable), keywords as PyDict);
    return null;
  }),
  reading('dict', 'keys(self, /)', read, self => new DictView(self, 'keys')),
  reading('dict', 'values(self, /)', read, self => new DictView(self, 'values')),
  reading('dict', 'items(self, /)', read, self => new DictView(self, 'items')),
];

function fallbackOf(dict: PyDict, key: Value, fallback: Value, py: Interpreter): Value {
  // A stored None is also nullish.
  return dict.has(key, py.keyRules) ? null : (dict.synonym?.(key) ?? fallback);
}

const fromKeys = native('fromkeys(cls, iterable, value=None, /)', ([cls, iterable, value], py) => {
  const dict = py.call(cls, []);
  for (const key of py.collect(iterable)) py.setItem(dict, key, value);
  return dict;
});

/** The attributes of dict. */
export function installDict(): void {
  for (const [name, value] of named(...operators, ...methods)) dictClass.attributes.map.set(name, value);
  dictClass.attributes.map.set('fromkeys', new ClassMethod(fromKeys));
  dictClass.attributes.map.set('__hash__', null);
}
