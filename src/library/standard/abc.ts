/** The abc module and collections.abc: abstract classes, checked when instances are made. */
import { PyClass } from '../../python/classes.ts';
import type { PyDict } from '../../python/collections.ts';
import { TypeError as PyTypeError, raise } from '../../python/errors.ts';
import {
  BoundMethod,
  ClassMethod,
  method,
  named,
  native,
  PyModule,
  PyProperty,
  property,
  StaticMethod,
  suspendableMethod,
} from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { construct } from '../../python/operations/calls.ts';
import { Pending } from '../../python/suspension.ts';
import { classOf, frozensetClass, objectClass, typeClass } from '../../python/types.ts';
import { PyObject, PyTuple, type Value } from '../../python/values.ts';
import { COLLECTIONS_ABC } from './collectionsAbcSource.ts';
import { SETS_AND_MAPPINGS } from './setsAndMappingsSource.ts';

const abstractMethods = new WeakSet<object>();

/** Whether an attribute of a class is abstract. */
function isAbstract(value: Value): boolean {
  if (value instanceof PyProperty) return [value.getter, value.setter].some(isAbstract);
  if (value instanceof ClassMethod || value instanceof StaticMethod) return isAbstract(value.func);
  return value instanceof PyObject && abstractMethods.has(value);
}

/** Names of the abstract methods that a class leaves open, sorted. */
function openMethods(cls: PyClass): string[] {
  const names = new Set<string>();
  for (const base of cls.mro)
    for (const [name, value] of base.attributes.map) if (isAbstract(value)) names.add(name);
  return [...names].filter(name => isAbstract(cls.lookup(name) ?? null)).sort();
}

function checkConcrete(cls: PyClass): void {
  const open = openMethods(cls);
  if (open.length === 0) return;
  const plural = open.length === 1 ? '' : 's';
  throw raise(
    PyTypeError,
    `Can't instantiate abstract class ${cls.name} with abstract method${plural} ${open.join(', ')}`,
  );
}

const registered = new WeakMap<PyClass, Set<PyClass>>();

function isRegistered(cls: PyClass, subject: PyClass): boolean {
  const known = registered.get(cls);
  return known !== undefined && [...known].some(item => subject.isSubclassOf(item));
}

/** The metaclass of abstract classes. */
export const abcMetaClass = new PyClass(
  'ABCMeta',
  [typeClass],
  [
    property('__abstractmethods__', (self, py) =>
      py.call(frozensetClass, [new PyTuple(openMethods(self as PyClass))]),
    ),
    ...named(
      suspendableMethod('__call__(cls, *args, **kwargs)', function* ([cls, args, keywords], py) {
        checkConcrete(cls as PyClass);
        const made = construct(py, cls as PyClass, {
          positional: (args as PyTuple).items,
          keywords: keywords as PyDict,
        });
        return made instanceof Pending ? yield* made.rest : made;
      }),
      method('register(cls, subclass)', ([cls, subclass]) => {
        // What is registered with a class counts for its bases too.
        for (const base of (cls as PyClass).mro) {
          const known = registered.get(base) ?? new Set();
          known.add(subclass as PyClass);
          registered.set(base, known);
        }
        return subclass;
      }),
      method('__instancecheck__(cls, instance)', ([cls, instance], py) =>
        includes(py, cls as PyClass, classOf(instance)),
      ),
      method('__subclasscheck__(cls, subclass)', ([cls, subclass], py) =>
        includes(py, cls as PyClass, subclass as PyClass),
      ),
    ),
  ],
  { module: 'abc' },
);

function includes(py: Interpreter, cls: PyClass, subject: PyClass): boolean {
  if (subject.isSubclassOf(cls) || isRegistered(cls, subject)) return true;
  const needed = protocols.get(cls);
  if (needed !== undefined) return needed(subject);
  const hook = cls.lookup('__subclasshook__');
  return hook instanceof ClassMethod && py.call(new BoundMethod(cls, hook.func), [subject]) === true;
}

function abstractClass(name: string, module: string): PyClass {
  const cls = new PyClass(name, [objectClass], [], { module });
  cls.cls = abcMetaClass;
  return cls;
}

export const abcClass = abstractClass('ABC', 'abc');

const protocols = new WeakMap<PyClass, (subject: PyClass) => boolean>();

const has =
  (...names: string[]) =>
  (cls: PyClass) =>
    names.every(name => (cls.lookup(name) ?? null) !== null);
const named_ =
  (...names: string[]) =>
  (cls: PyClass) =>
    cls.mro.some(base => names.includes(base.name));

const PROTOCOLS: Readonly<Record<string, (cls: PyClass) => boolean>> = {
  Hashable: has('__hash__'),
  Iterable: has('__iter__'),
  Iterator: has('__iter__', '__next__'),
  Reversible: has('__iter__', '__reversed__'),
  Generator: has('__iter__', '__next__', 'send', 'throw', 'close'),
  Sized: has('__len__'),
  Container: has('__contains__'),
  Collection: has('__len__', '__iter__', '__contains__'),
  Callable: has('__call__'),
  Sequence: named_('list', 'tuple', 'str', 'bytes', 'range', 'bytearray', 'deque'),
  MutableSequence: named_('list', 'bytearray', 'deque'),
  Set: named_('set', 'frozenset', 'dict_keys', 'dict_items'),
  MutableSet: named_('set'),
  Mapping: named_('dict', 'ChainMap'),
  MutableMapping: named_('dict', 'ChainMap'),
  MappingView: named_('dict_keys', 'dict_values', 'dict_items'),
  KeysView: named_('dict_keys'),
  ValuesView: named_('dict_values'),
  ItemsView: named_('dict_items'),
  Awaitable: has('__await__'),
  Coroutine: has('__await__', 'send', 'throw', 'close'),
  AsyncIterable: has('__aiter__'),
  AsyncIterator: has('__anext__', '__aiter__'),
  AsyncGenerator: has('__aiter__', '__anext__', 'asend', 'athrow', 'aclose'),
  ByteString: named_('bytes', 'bytearray'),
};

/** The classes of collections.abc, by name. */
export function protocolClasses(py: Interpreter): [string, Value][] {
  const module = py.importModule('collections.abc');
  if (!(module instanceof PyModule)) return [];
  return [...module.attributes.map].filter(([name]) => Object.hasOwn(PROTOCOLS, name));
}

const abstractmethod = native('abstractmethod(funcobj)', ([func]) => {
  if (func instanceof PyObject) abstractMethods.add(func);
  return func;
});

export const abcModule: LibraryModule = {
  name: 'abc',
  entries: () => [
    ['ABC', abcClass],
    ['ABCMeta', abcMetaClass],
    ['abstractmethod', abstractmethod],
    ...named(
      native('abstractproperty(fget)', ([func]) => {
        if (func instanceof PyObject) abstractMethods.add(func);
        return new PyProperty(func);
      }),
    ),
  ],
};

export const collectionsAbcModule: LibraryModule = {
  name: 'collections.abc',
  aliases: ['_collections_abc'],
  entries: () =>
    named(
      native('_protocol(cls)', ([cls]) => {
        const { name } = cls as PyClass;
        if (Object.hasOwn(PROTOCOLS, name)) protocols.set(cls as PyClass, PROTOCOLS[name]!);
        return null;
      }),
    ),
  source: COLLECTIONS_ABC + SETS_AND_MAPPINGS,
};
