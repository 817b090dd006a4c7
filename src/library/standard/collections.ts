/** The collections module: deque, Counter, defaultdict, OrderedDict, namedtuple, ChainMap. */

import {
  indexOf,
  integerOf,
  isCallable,
  knownDict,
  requireKnown,
  stringOf,
  stringOrNull,
} from '../../python/builtins/conversions.ts';
import { dictText, missingKey, updateDict } from '../../python/builtins/dict.ts';
import { iteratorNamed } from '../../python/builtins/iterators.ts';
import { sortedItems } from '../../python/builtins/sequence.ts';
import { isIdentifier } from '../../python/builtins/strTests.ts';
import { PyClass } from '../../python/classes.ts';
import { PyDict } from '../../python/collections.ts';
import {
  KeyError,
  makeException,
  TypeError as PyTypeError,
  PythonError,
  raise,
  ValueError,
} from '../../python/errors.ts';
import { method, type NativeFunction, named, native, property } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { startNow } from '../../python/operations/calls.ts';
import { classOf, dictClass, objectClass } from '../../python/types.ts';
import { NOT_IMPLEMENTED, type PyInstance, PyList, PyTuple, type Value } from '../../python/values.ts';
import { USER_CLASSES } from './collectionsSource.ts';
import { dequeClass } from './deque.ts';
import { keywordNames } from './keyword.ts';
import { namedTuple } from './namedTuples.ts';

const MODULE = { module: 'collections' };

const factories = new WeakMap<PyDict, Value>();

const defaultdictClass = new PyClass(
  'defaultdict',
  [dictClass],
  [
    ...named(
      method(
        '__init__(self, default_factory=None, iterable=(), /, **kwargs)',
        ([self, factory, iterable, keywords], py) => {
          if (factory !== null && !isCallable(factory))
            throw raise(PyTypeError, 'first argument must be callable or None');
          factories.set(self as PyDict, factory);
          updateDict(py, self as PyDict, iterable, keywords as PyDict);
          return null;
        },
      ),
      method('__missing__(self, key)', ([self, key], py) => {
        const factory = factories.get(self as PyDict) ?? null;
        if (factory === null) throw missingKey(key);
        const value = py.call(factory, []);
        (self as PyDict).set(key, value, py.keyRules);
        return value;
      }),
      method('__repr__(self)', ([self], py) => {
        const factory = factories.get(self as PyDict) ?? null;
        return `${classOf(self).name}(${py.repr(factory)}, ${dictText(py, self as PyDict)})`;
      }),
      method('copy(self)', ([self], py) => {
        const copy = defaultdictClass.allocate() as PyDict;
        factories.set(copy, factories.get(self as PyDict) ?? null);
        updateDict(py, copy, self, null);
        return copy;
      }),
    ),
    property(
      'default_factory',
      self => factories.get(self as PyDict) ?? null,
      (self, value) => factories.set(self as PyDict, value),
    ),
  ],
  MODULE,
);

const dict = (value: Value): PyDict => knownDict(value as PyDict);

const orderedDictClass = new PyClass(
  'OrderedDict',
  [dictClass],
  named(
    method('popitem(self, last=True)', ([self, last], py) => {
      const entries = [...dict(self).entries()];
      const entry = py.truth(last) ? entries.at(-1) : entries[0];
      if (entry === undefined) throw missingKey('dictionary is empty');
      dict(self).delete(entry[0], py.keyRules);
      return new PyTuple(entry);
    }),
    method('move_to_end(self, key, last=True)', ([self, key, last], py) => {
      const target = dict(self);
      const value = target.get(key, py.keyRules);
      if (value === undefined) throw missingKey(key);
      target.delete(key, py.keyRules);
      const rest = [...target.entries()];
      if (!py.truth(last)) target.clear();
      target.set(key, value, py.keyRules);
      if (!py.truth(last)) for (const [name, item] of rest) target.set(name, item, py.keyRules);
      return null;
    }),
    method('__eq__(self, other)', ([self, other], py) => {
      if (!(other instanceof PyDict)) return NOT_IMPLEMENTED;
      if (!other.cls.isSubclassOf(orderedDictClass))
        return py.call(dictClass.lookup('__eq__')!, [self, other]);
      const [mine, theirs] = [[...dict(self).entries()], [...dict(other).entries()]];
      return (
        mine.length === theirs.length &&
        mine.every(
          ([key, value], index) => py.equal(key, theirs[index][0]) && py.equal(value, theirs[index][1]),
        )
      );
    }),
    method('__repr__(self)', ([self], py) => {
      const pairs = [...dict(self).entries()].map(entry => py.repr(new PyTuple(entry)));
      return `${classOf(self).name}(${pairs.length === 0 ? '' : `[${pairs.join(', ')}]`})`;
    }),
    method('copy(self)', ([self], py) => {
      const copy = classOf(self).allocate() as PyDict;
      updateDict(py, copy, self, null);
      return copy;
    }),
  ),
  MODULE,
);

/** Adds counts of an iterable or a mapping. */
function tally(py: Interpreter, counter: PyDict, source: Value, keywords: PyDict, sign: 'Add' | 'Sub'): void {
  const change = (key: Value, amount: Value) => {
    const before = counter.get(key, py.keyRules) ?? 0;
    counter.set(key, py.binary(sign, before, amount), py.keyRules);
  };
  if (source instanceof PyDict)
    for (const [key, amount] of [...knownDict(source).entries()]) change(key, amount);
  else if (source !== null) for (const key of py.iterate(source)) change(requireKnown(key), 1);
  for (const [key, amount] of keywords.entries()) change(key, amount);
}

function mostCommon(py: Interpreter, counter: PyDict): [Value, Value][] {
  const entries = [...counter.entries()].map(entry => new PyTuple(entry));
  const byCount = native('count(pair)', ([pair]) => (pair as PyTuple).items[1]);
  const sorted = py.settleNow(startNow(sortedItems(py, entries, byCount, true)));
  return sorted.map(pair => (pair as PyTuple).items as [Value, Value]);
}

/** `+`, `-`, `|` and `&` of counters: only positive counts remain. */
function counterOperator(
  name: string,
  combine: (py: Interpreter, a: Value, b: Value) => Value,
): NativeFunction {
  return method(`${name}(self, other)`, ([self, other], py) => {
    if (!(other instanceof PyDict) || !other.cls.isSubclassOf(counterClass)) return NOT_IMPLEMENTED;
    const result = counterClass.allocate() as PyDict;
    const keys = [
      ...dict(self).keys(),
      ...[...dict(other).keys()].filter(key => !dict(self).has(key, py.keyRules)),
    ];
    for (const key of keys) {
      const count = combine(
        py,
        dict(self).get(key, py.keyRules) ?? 0,
        dict(other).get(key, py.keyRules) ?? 0,
      );
      if (py.truth(py.compare('Gt', count, 0))) result.set(key, count, py.keyRules);
    }
    return result;
  });
}

const smaller = (py: Interpreter, a: Value, b: Value) => (py.truth(py.compare('Lt', a, b)) ? a : b);

const counterClass: PyClass = new PyClass(
  'Counter',
  [dictClass],
  named(
    method('__init__(self, iterable=None, /, **kwds)', ([self, iterable, keywords], py) => {
      tally(py, self as PyDict, iterable, keywords as PyDict, 'Add');
      return null;
    }),
    method('__missing__(self, key)', () => 0),
    method('most_common(self, n=None)', ([self, n], py) => {
      const sorted = mostCommon(py, dict(self)).map(entry => new PyTuple(entry));
      return new PyList(n === null ? sorted : sorted.slice(0, Math.max(0, indexOf(py, n))));
    }),
    method('elements(self)', ([self], py) => {
      const all: Value[] = [];
      for (const [key, count] of dict(self).entries())
        for (let i = 0; i < Number(integerOf(py, count)); i++) all.push(key);
      let at = 0;
      return iteratorNamed('chain', () => all[at++]);
    }),
    method('update(self, iterable=None, /, **kwds)', ([self, iterable, keywords], py) => {
      tally(py, self as PyDict, iterable, keywords as PyDict, 'Add');
      return null;
    }),
    method('subtract(self, iterable=None, /, **kwds)', ([self, iterable, keywords], py) => {
      tally(py, self as PyDict, iterable, keywords as PyDict, 'Sub');
      return null;
    }),
    method('total(self)', ([self], py) =>
      [...dict(self).values()].reduce<Value>((sum, count) => py.binary('Add', sum, count), 0),
    ),
    method('copy(self)', ([self], py) => {
      const copy = counterClass.allocate() as PyDict;
      updateDict(py, copy, self, null);
      return copy;
    }),
    method('__delitem__(self, key)', ([self, key], py) => {
      dict(self).delete(key, py.keyRules);
      return null;
    }),
    counterOperator('__add__', (py, a, b) => py.binary('Add', a, b)),
    counterOperator('__sub__', (py, a, b) => py.binary('Sub', a, b)),
    counterOperator('__or__', (py, a, b) => (smaller(py, a, b) === a ? b : a)),
    counterOperator('__and__', smaller),
    method('__pos__(self)', ([self], py) => py.binary('Add', self, counterClass.allocate())),
    method('__neg__(self)', ([self], py) => py.binary('Sub', counterClass.allocate(), self)),
    method('__repr__(self)', ([self], py) => {
      if (dict(self).size === 0) return `${classOf(self).name}()`;
      const parts = mostCommon(py, dict(self)).map(([key, count]) => `${py.repr(key)}: ${py.repr(count)}`);
      return `${classOf(self).name}({${parts.join(', ')}})`;
    }),
  ),
  MODULE,
);

/** The maps of a ChainMap, first one first. */
const maps = (self: Value): readonly Value[] =>
  ((self as PyInstance).attributes!.get('maps') as PyList | undefined)?.items ?? [];

function chainKeys(py: Interpreter, self: Value): Value[] {
  const keys = new PyDict();
  for (const map of [...maps(self)].reverse())
    for (const key of py.iterate(map)) keys.set(key, null, py.keyRules);
  return [...keys.keys()];
}

function chainGet(py: Interpreter, self: Value, key: Value): Value | undefined {
  for (const map of maps(self)) if (py.truth(py.contains(map, key))) return py.getItem(map, key);
  return undefined;
}

function makeChain(values: readonly Value[]): PyInstance {
  const chain = chainMapClass.allocate() as PyInstance;
  chain.attributes!.map.set('maps', new PyList([...values]));
  return chain;
}

const chainMapClass: PyClass = new PyClass(
  'ChainMap',
  [objectClass],
  [
    ...named(
      method('__init__(self, *maps)', ([self, given]) => {
        const items = (given as PyTuple).items;
        (self as PyInstance).attributes!.set(
          'maps',
          new PyList(items.length === 0 ? [new PyDict()] : [...items]),
        );
        return null;
      }),
      method('__getitem__(self, key)', ([self, key], py) => {
        const value = chainGet(py, self, key);
        if (value === undefined) throw new PythonError(makeException(KeyError, key));
        return value;
      }),
      method('get(self, key, default=None)', ([self, key, fallback], py) => {
        const value = chainGet(py, self, key);
        return value === undefined ? fallback : value;
      }),
      method('__setitem__(self, key, value)', ([self, key, value], py) => {
        py.setItem(maps(self)[0], key, value);
        return null;
      }),
      method('__contains__(self, key)', ([self, key], py) => chainGet(py, self, key) !== undefined),
      method('__len__(self)', ([self], py) => chainKeys(py, self).length),
      method('__iter__(self)', ([self], py) => {
        const keys = chainKeys(py, self);
        let at = 0;
        return iteratorNamed('ChainMap_iterator', () => keys[at++]);
      }),
      method('keys(self)', ([self], py) => new PyList(chainKeys(py, self))),
      method(
        'values(self)',
        ([self], py) => new PyList(chainKeys(py, self).map(key => chainGet(py, self, key)!)),
      ),
      method(
        'items(self)',
        ([self], py) =>
          new PyList(chainKeys(py, self).map(key => new PyTuple([key, chainGet(py, self, key)!]))),
      ),
      method('new_child(self, m=None)', ([self, map]) => makeChain([map ?? new PyDict(), ...maps(self)])),
      method(
        '__repr__(self)',
        ([self], py) =>
          `ChainMap(${maps(self)
            .map(map => py.repr(map))
            .join(', ')})`,
      ),
    ),
    property('parents', self => makeChain(maps(self).slice(1))),
  ],
  MODULE,
);

/** The field names of `namedtuple`, checked. */
function fieldNames(py: Interpreter, value: Value, rename: boolean): string[] {
  const text = stringOrNull(value);
  const names =
    text === null
      ? py.collect(value).map(item => py.str(item))
      : text.replaceAll(',', ' ').split(/\s+/).filter(Boolean);
  const seen = new Set<string>();
  return names.map((name, index) => {
    const bad = !isIdentifier(name) || keywordNames.includes(name) || name.startsWith('_') || seen.has(name);
    if (bad && rename) return `_${index}`;
    if (!isIdentifier(name))
      throw raise(ValueError, `Type names and field names must be valid identifiers: ${py.repr(name)}`);
    if (keywordNames.includes(name))
      throw raise(ValueError, `Type names and field names cannot be a keyword: ${py.repr(name)}`);
    if (name.startsWith('_'))
      throw raise(ValueError, `Field names cannot start with an underscore: ${py.repr(name)}`);
    if (seen.has(name)) throw raise(ValueError, `Encountered duplicate field name: ${py.repr(name)}`);
    seen.add(name);
    return name;
  });
}

const namedtuple = native(
  'namedtuple(typename, field_names, *, rename=False, defaults=None, module=None)',
  ([typename, names, rename, defaults, module], py) => {
    const fields = fieldNames(py, names, py.truth(rename));
    const values = defaults === null ? [] : py.collect(defaults);
    if (values.length > fields.length) throw raise(PyTypeError, 'Got more default values than field names');
    const owner = module ?? py.frame?.globals.get('__name__') ?? '__main__';
    return namedTuple(stringOf(typename, 'typename'), fields, stringOf(owner, 'module'), values);
  },
);

/** Base classes for users' own containers: thin subclasses of the built-in ones. */
const userDict = new PyClass('UserDict', [dictClass], [property('data', self => self)], MODULE);

export const module: LibraryModule = {
  name: 'collections',
  entries: () => [
    ['namedtuple', namedtuple],
    ...[defaultdictClass, orderedDictClass, counterClass, chainMapClass, dequeClass, userDict].map(
      (cls): [string, Value] => [cls.name, cls],
    ),
  ],
  source: USER_CLASSES,
};
