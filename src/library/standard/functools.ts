/** The functools module. */

import { integerOf, isCallable, typeName } from '../../python/builtins/conversions.ts';
import { PyClass } from '../../python/classes.ts';
import { PyDict } from '../../python/collections.ts';
import { TypeError as PyTypeError, raise, ValueError } from '../../python/errors.ts';
import {
  BoundMethod,
  method,
  type NativeFunction,
  named,
  native,
  property,
  suspendableMethod,
} from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { classOf, objectClass } from '../../python/types.ts';
import { AttributeMap, NOT_IMPLEMENTED, PyObject, PyTuple, type Value } from '../../python/values.ts';
import { METHODS } from './functoolsSource.ts';
import { namedTuple } from './namedTuples.ts';

/** `partial(func, *args, **keywords)`. */
class Partial extends PyObject {
  cls: PyClass = partialClass;
  readonly func: Value;
  readonly args: readonly Value[];
  readonly keywords: PyDict;
  constructor(func: Value, args: readonly Value[], keywords: PyDict) {
    super();
    this.func = func;
    this.args = args;
    this.keywords = keywords;
    this.attributes = new AttributeMap();
  }
}

function merged(py: Interpreter, first: PyDict, second: PyDict): PyDict {
  const result = new PyDict();
  for (const [key, value] of first.entries()) result.set(key, value, py.keyRules);
  for (const [key, value] of second.entries()) result.set(key, value, py.keyRules);
  return result;
}

const partialClass = new PyClass(
  'partial',
  [objectClass],
  [
    ...named(
      native('__new__(cls, func, /, *args, **keywords)', ([, func, args, keywords], py) => {
        if (!isCallable(func)) throw raise(PyTypeError, 'the first argument must be callable');
        const given = (args as PyTuple).items;
        if (func instanceof Partial) {
          return new Partial(
            func.func,
            [...func.args, ...given],
            merged(py, func.keywords, keywords as PyDict),
          );
        }
        return new Partial(func, given, keywords as PyDict);
      }),
      suspendableMethod('__call__(self, /, *args, **keywords)', function* ([self, args, keywords], py) {
        const partial = self as Partial;
        const all = [...partial.args, ...(args as PyTuple).items];
        return yield* py.callAndWait(partial.func, all, merged(py, partial.keywords, keywords as PyDict));
      }),
      method('__repr__(self)', ([self], py) => {
        const partial = self as Partial;
        const parts = [partial.func, ...partial.args].map(value => py.repr(value));
        for (const [key, value] of partial.keywords.entries())
          parts.push(`${key as string}=${py.repr(value)}`);
        return `functools.partial(${parts.join(', ')})`;
      }),
    ),
    property('func', self => (self as Partial).func),
    property('args', self => new PyTuple((self as Partial).args)),
    property('keywords', self => (self as Partial).keywords),
  ],
  { module: 'functools' },
);

const WRAPPED = ['__module__', '__name__', '__qualname__', '__doc__'];

/** Copies a function's name and documentation to its wrapper. */
function updateWrapper(py: Interpreter, wrapper: Value, wrapped: Value): Value {
  for (const name of WRAPPED) {
    const value = py.getAttributeOrUndefined(wrapped, name);
    if (value !== undefined && wrapper instanceof PyObject && wrapper.attributes !== null) {
      wrapper.attributes.set(name, value);
    }
  }
  if (wrapped instanceof PyObject && wrapped.attributes !== null && wrapper instanceof PyObject) {
    for (const [name, value] of wrapped.attributes.map) {
      if (!WRAPPED.includes(name)) wrapper.attributes?.set(name, value);
    }
  }
  if (wrapper instanceof PyObject) wrapper.attributes?.set('__wrapped__', wrapped);
  return wrapper;
}

const cacheInfo = namedTuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'], 'functools');

/** A function that remembers its results. */
class Cached extends PyObject {
  cls: PyClass = cachedClass;
  readonly func: Value;
  readonly maximum: number | null;
  readonly typed: boolean;
  results = new PyDict();
  hits = 0;
  misses = 0;
  constructor(func: Value, maximum: number | null, typed: boolean) {
    super();
    this.func = func;
    this.maximum = maximum;
    this.typed = typed;
    this.attributes = new AttributeMap();
  }

  key(args: readonly Value[], keywords: PyDict): Value {
    const parts = [...args];
    for (const [name, value] of keywords.entries()) parts.push(new PyTuple([name, value]));
    if (this.typed) for (const value of args) parts.push(classOf(value));
    return new PyTuple([args.length, ...parts]);
  }
}

const cachedClass = new PyClass(
  '_lru_cache_wrapper',
  [objectClass],
  named(
    suspendableMethod('__call__(self, /, *args, **kwargs)', function* ([self, args, keywords], py) {
      const cached = self as Cached;
      const given = (args as PyTuple).items;
      const key = cached.key(given, keywords as PyDict);
      const known = cached.results.get(key, py.keyRules);
      if (known !== undefined) {
        cached.hits++;
        if (cached.maximum !== null) {
          cached.results.delete(key, py.keyRules);
          cached.results.set(key, known, py.keyRules);
        }
        return known;
      }
      cached.misses++;
      const result = yield* py.callAndWait(cached.func, given, keywords as PyDict);
      if (cached.maximum === 0) return result;
      if (cached.maximum !== null && cached.results.size >= cached.maximum) {
        const oldest = cached.results.keys().next().value;
        if (oldest !== undefined) cached.results.delete(oldest, py.keyRules);
      }
      cached.results.set(key, result, py.keyRules);
      return result;
    }),
    method('cache_info(self)', ([self], py) => {
      const cached = self as Cached;
      return py.call(cacheInfo, [cached.hits, cached.misses, cached.maximum, cached.results.size]);
    }),
    method('cache_clear(self)', ([self]) => {
      const cached = self as Cached;
      cached.results = new PyDict();
      cached.hits = cached.misses = 0;
      return null;
    }),
    method('__get__(self, instance, owner=None, /)', ([self, instance]) =>
      instance === null ? self : new BoundMethod(instance, self),
    ),
  ),
  { module: 'functools' },
);

function cache(py: Interpreter, func: Value, maximum: number | null, typed: boolean): Value {
  return updateWrapper(py, new Cached(func, maximum, typed), func);
}

/** A key that compares by an old-style comparison function. */
class ComparisonKey extends PyObject {
  cls: PyClass = comparisonKeyClass;
  readonly compare: Value;
  readonly value: Value;
  constructor(compare: Value, value: Value) {
    super();
    this.compare = compare;
    this.value = value;
  }
}

const comparisonKeyClass: PyClass = new PyClass(
  'KeyWrapper',
  [objectClass],
  (
    [
      ['__lt__', 'Lt'],
      ['__gt__', 'Gt'],
      ['__le__', 'LtE'],
      ['__ge__', 'GtE'],
      ['__eq__', 'Eq'],
    ] as const
  ).map(([name, operator]) => [
    name,
    method(`${name}(self, other)`, ([self, other], py) => {
      const key = self as ComparisonKey;
      return py.compare(operator, py.call(key.compare, [key.value, (other as ComparisonKey).value]), 0);
    }),
  ]),
  { module: 'functools' },
);

/** What `total_ordering` derives each comparison from, in CPython's order of preference. */
function totalOrdering(py: Interpreter, cls: Value): Value {
  if (!(cls instanceof PyClass))
    throw raise(PyTypeError, `total_ordering expects a class, not ${typeName(cls)}`);
  const given = ['__lt__', '__le__', '__gt__', '__ge__'].filter(
    name => cls.lookup(name) !== undefined && cls.lookup(name) !== objectClass.attributes.get(name),
  );
  if (given.length === 0) throw raise(ValueError, 'must define at least one ordering operation: < > <= >=');
  const root = given.includes('__lt__')
    ? '__lt__'
    : given.includes('__le__')
      ? '__le__'
      : given.includes('__gt__')
        ? '__gt__'
        : '__ge__';
  const derive = (name: string) =>
    method(`${name}(self, other)`, ([self, other], py) => {
      const base = py.call(cls.lookup(root)!, [self, other]);
      if (base === NOT_IMPLEMENTED) return base;
      const holds = py.truth(base);
      const equal = () => py.equal(self, other);
      const less =
        root === '__lt__'
          ? holds
          : root === '__le__'
            ? holds && !equal()
            : root === '__gt__'
              ? !holds && !equal()
              : !holds;
      if (name === '__lt__') return less;
      if (name === '__le__') return root === '__gt__' ? !holds : less || equal();
      if (name === '__gt__') return root === '__le__' ? !holds : !less && !equal();
      return root === '__lt__' ? !holds : !less || equal();
    });
  for (const name of ['__lt__', '__le__', '__gt__', '__ge__']) {
    if (!given.includes(name)) cls.attributes.set(name, derive(name));
  }
  void py;
  return cls;
}

/** A function that picks its implementation by the class of the first argument. */
class Dispatcher extends PyObject {
  cls: PyClass = dispatcherClass;
  readonly fallback: Value;
  readonly implementations = new Map<PyClass, Value>();
  constructor(fallback: Value) {
    super();
    this.fallback = fallback;
    this.attributes = new AttributeMap();
  }

  find(cls: PyClass): Value {
    for (const base of cls.mro) {
      const found = this.implementations.get(base);
      if (found !== undefined) return found;
    }
    return this.fallback;
  }
}

const dispatcherClass = new PyClass(
  'singledispatch',
  [objectClass],
  named(
    suspendableMethod('__call__(self, /, *args, **kwargs)', function* ([self, args, keywords], py) {
      const given = (args as PyTuple).items;
      if (given.length === 0)
        throw raise(
          PyTypeError,
          `${py.str(py.getAttribute(self, '__name__'))} requires at least 1 positional argument`,
        );
      const chosen = (self as Dispatcher).find(classOf(given[0]));
      return yield* py.callAndWait(chosen, given, keywords as PyDict);
    }),
    method('register(self, cls, func=None)', ([self, cls, func], py) => {
      const dispatcher = self as Dispatcher;
      if (cls instanceof PyClass && func === null) {
        return native('register(func)', ([implementation]) => {
          dispatcher.implementations.set(cls, implementation);
          return implementation;
        });
      }
      const implementation = cls instanceof PyClass ? func : cls;
      const annotations = cls instanceof PyClass ? null : py.getAttributeOrUndefined(cls, '__annotations__');
      const target =
        cls instanceof PyClass
          ? cls
          : annotations instanceof PyDict
            ? annotations.values().next().value
            : undefined;
      if (!(target instanceof PyClass))
        throw raise(
          PyTypeError,
          'Invalid first argument to `register()`. Use either `@register(some_class)` or plain `@register` on an annotated function.',
        );
      dispatcher.implementations.set(target, implementation);
      return implementation;
    }),
    method('dispatch(self, cls)', ([self, cls]) => (self as Dispatcher).find(cls as PyClass)),
  ),
  { module: 'functools' },
);

/** `cached_property`: computes once, then the instance's own attribute hides it. */
class CachedProperty extends PyObject {
  cls: PyClass = cachedPropertyClass;
  readonly func: Value;
  constructor(func: Value) {
    super();
    this.func = func;
    this.attributes = new AttributeMap();
  }
}

const cachedPropertyClass = new PyClass(
  'cached_property',
  [objectClass],
  named(
    native('__new__(cls, func)', ([, func]) => new CachedProperty(func)),
    method('__get__(self, instance, owner=None)', ([self, instance], py) => {
      if (instance === null) return self;
      const cached = self as CachedProperty;
      const value = py.call(cached.func, [instance]);
      (instance as PyObject).attributes?.set(py.str(py.getAttribute(cached.func, '__name__')), value);
      return value;
    }),
  ),
  { module: 'functools', subclassable: true },
);

const functions: NativeFunction[] = [
  native('reduce(function, sequence, *initial)', ([func, sequence, initial], py) => {
    const values = py.collect(sequence);
    const start = (initial as PyTuple).items;
    const all = [...start, ...values];
    if (all.length === 0) throw raise(PyTypeError, 'reduce() of empty iterable with no initial value');
    return all.slice(1).reduce<Value>((total, value) => py.call(func, [total, value]), all[0]);
  }),
  native('lru_cache(maxsize=128, typed=False)', ([maxsize, typed], py) => {
    if (isCallable(maxsize)) return cache(py, maxsize, 128, false);
    const maximum = maxsize === null ? null : Math.max(0, Number(integerOf(py, maxsize)));
    return native('decorating_function(user_function)', ([func]) =>
      cache(py, func, maximum, py.truth(typed)),
    );
  }),
  native('cache(user_function, /)', ([func], py) => cache(py, func, null, false)),
  native('wraps(wrapped, assigned=None, updated=None)', ([wrapped], py) =>
    native('update(wrapper)', ([wrapper]) => updateWrapper(py, wrapper, wrapped)),
  ),
  native('update_wrapper(wrapper, wrapped, assigned=None, updated=None)', ([wrapper, wrapped], py) =>
    updateWrapper(py, wrapper, wrapped),
  ),
  native('cmp_to_key(mycmp)', ([compare]) =>
    native('K(obj)', ([value]) => new ComparisonKey(compare, value)),
  ),
  native('total_ordering(cls)', ([cls], py) => totalOrdering(py, cls)),
  native('singledispatch(func)', ([func], py) => updateWrapper(py, new Dispatcher(func), func)),
];

export const module: LibraryModule = {
  name: 'functools',
  entries: () => [
    ...named(...functions),
    ['partial', partialClass],
    ['cached_property', cachedPropertyClass],
  ],
  source: METHODS,
};
