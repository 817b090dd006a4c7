/** object, type, None and the other singletons. */
import { PyClass } from '../classes.ts';
import { pathOfClassKey } from '../classPaths.ts';
import { identityOf, PyDict } from '../collections.ts';
import { TypeError as PyTypeError, raise } from '../errors.ts';
import { buildClass } from '../evaluate/classDefinition.ts';
import { ClassMethod, method, NativeFunction, named, native, type PyModule, property } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import {
  assignAttribute,
  missingAttribute,
  plainAttribute,
  removeAttribute,
} from '../operations/attributes.ts';
import { construct } from '../operations/calls.ts';
import { addressOf } from '../operations/text.ts';
import {
  classOf,
  ellipsisClass,
  isInstance,
  moduleClass,
  noneClass,
  notImplementedClass,
  objectClass,
  typeClass,
} from '../types.ts';
import { NOT_IMPLEMENTED, PyList, type PyObject, PyTuple, type Value } from '../values.ts';
import { requireKnown, stringOf, stringOrNull, typeName } from './conversions.ts';
import { directoryOf } from './directory.ts';
import { unsupportedSpecification } from './format.ts';
import { UnionType } from './union.ts';

/** `<__main__.Point object at 0x7f…>`. */
export function defaultRepr(value: Value): string {
  const cls = classOf(value);
  const module = cls.module === 'builtins' ? '' : `${cls.module}.`;
  return `<${module}${cls.qualifiedName} object at ${addressOf(value as PyObject)}>`;
}

const objectMethods = [
  native('__new__(cls, *args, **kwargs)', ([cls]) => {
    if (!(cls instanceof PyClass))
      throw raise(PyTypeError, `object.__new__(X): X is not a type object (${typeName(cls)})`);
    return cls.allocate();
  }),
  method('__init__(self, *args, **kwargs)', ([self, args], _py) => {
    if (
      (args as PyTuple).items.length > 0 &&
      classOf(self).lookup('__init__') !== objectClass.attributes.get('__init__')
    ) {
      throw raise(PyTypeError, 'object.__init__() takes exactly one argument (the instance to initialize)');
    }
    return null;
  }),
  method('__repr__(self, /)', ([self]) => defaultRepr(self)),
  method('__str__(self, /)', ([self], py) => py.repr(self)),
  method('__format__(self, format_spec, /)', ([self, specification], py) => {
    if (stringOf(specification, '__format__() argument') !== '')
      throw unsupportedSpecification(typeName(self));
    return py.str(self);
  }),
  method('__eq__(self, value, /)', ([self, value]) => (self === value ? true : NOT_IMPLEMENTED)),
  method('__ne__(self, value, /)', ([self, value], py) => {
    const equal = classOf(self).lookup('__eq__');
    if (equal === undefined || equal === null) return NOT_IMPLEMENTED;
    const result = py.call(equal, [self, value]);
    return result === NOT_IMPLEMENTED ? result : !py.truth(result);
  }),
  ...['__lt__', '__le__', '__gt__', '__ge__'].map(name =>
    method(`${name}(self, value, /)`, () => NOT_IMPLEMENTED),
  ),
  method('__hash__(self, /)', ([self]) => identityOf(self as PyObject)),
  method('__getattribute__(self, name, /)', ([self, name], py) => {
    const value = plainAttribute(py, self, stringOf(name, 'attribute name'));
    if (value === undefined) throw missingAttribute(self, stringOf(name, 'attribute name'));
    return value;
  }),
  method('__setattr__(self, name, value, /)', ([self, name, value], py) => {
    assignAttribute(py, self, stringOf(name, 'attribute name'), value);
    return null;
  }),
  method('__delattr__(self, name, /)', ([self, name], py) => {
    removeAttribute(py, self, stringOf(name, 'attribute name'));
    return null;
  }),
  method('__dir__(self, /)', ([self]) => new PyList(directoryOf(self))),
  method('__sizeof__(self, /)', () => 48),
  method('__reduce_ex__(self, protocol, /)', ([self]) => {
    throw raise(PyTypeError, `cannot pickle '${typeName(self)}' object`);
  }),
];

const initSubclass = new ClassMethod(
  native('__init_subclass__(cls, **kwargs)', ([cls, keywords]) => {
    if ((keywords as PyDict).size > 0) {
      throw raise(PyTypeError, `${(cls as PyClass).name}.__init_subclass__() takes no keyword arguments`);
    }
    return null;
  }),
);

/** `<class '__main__.Point'>`. */
export function classRepr(cls: PyClass, py: Interpreter): string {
  const path = py.state(pathOfClassKey).of(cls);
  if (path !== null) return `<class '${path}'>`;
  return cls.module === 'builtins'
    ? `<class '${cls.qualifiedName}'>`
    : `<class '${cls.module}.${cls.qualifiedName}'>`;
}

function makeType(py: Interpreter, metaclass: Value, args: readonly Value[], keywords: PyDict): Value {
  if (args.length === 1 && metaclass === typeClass) return classOf(requireKnown(args[0]));
  if (args.length !== 3) throw raise(PyTypeError, 'type() takes 1 or 3 arguments');
  const [name, bases, namespace] = args;
  if (!(bases instanceof PyTuple)) {
    throw raise(PyTypeError, `type.__new__() argument 2 must be tuple, not ${typeName(bases)}`);
  }
  if (!(namespace instanceof PyDict)) {
    throw raise(PyTypeError, `type.__new__() argument 3 must be dict, not ${typeName(namespace)}`);
  }
  const entries = new Map([...namespace.entries()].map(([key, value]) => [stringOf(key, 'name'), value]));
  if (!entries.has('__module__'))
    entries.set('__module__', py.frame?.globals.map.get('__name__') ?? '__main__');
  const options = new PyDict();
  for (const [key, value] of keywords.entries()) options.set(key, value, py.keyRules);
  const text = stringOrNull(name);
  if (text === null) throw raise(PyTypeError, `type.__new__() argument 1 must be str, not ${typeName(name)}`);
  return buildClass(py, text, bases.items, entries, options, [], metaclass as PyClass);
}

const typeMethods = [
  native('__new__(cls, *args, **kwargs)', ([cls, args, keywords], py) =>
    makeType(py, cls, (args as PyTuple).items, keywords as PyDict),
  ),
  method('__init__(self, *args, **kwargs)', () => null),
  new NativeFunction({
    name: '__call__',
    signature: native('__call__(cls, *args, **kwargs)', () => null).signature,
    isMethod: true,
    suspendableBody: function* ([cls, args, keywords], py) {
      const made = construct(py, cls as PyClass, {
        positional: (args as PyTuple).items,
        keywords: keywords as PyDict,
      });
      return made instanceof Object && 'rest' in made ? yield* made.rest : (made as Value);
    },
  }),
  method('__repr__(self, /)', ([self], py) => classRepr(self as PyClass, py)),
  method('mro(self, /)', ([self]) => new PyList([...(self as PyClass).mro])),
  method('__subclasses__(self, /)', () => new PyList([])),
  method('__instancecheck__(self, instance, /)', ([self, instance]) => isInstance(instance, self as PyClass)),
  method('__subclasscheck__(self, subclass, /)', ([self, subclass]) =>
    (subclass as PyClass).isSubclassOf(self as PyClass),
  ),
  method('__or__(self, value, /)', ([self, value]) => new UnionType([self, value])),
  method('__ror__(self, value, /)', ([self, value]) => new UnionType([value, self])),
  method('__dir__(self, /)', ([self]) => new PyList(directoryOf(self))),
];

function singleton(cls: PyClass, repr: string, truth: boolean | null): void {
  const methods = [
    method('__repr__(self=None, /)', () => repr),
    native('__new__(cls)', () => (cls === noneClass ? null : (repr as Value))),
    ...(truth === null ? [] : [method('__bool__(self=None, /)', () => truth)]),
  ];
  for (const [name, value] of named(...methods)) cls.attributes.map.set(name, value);
}

/** The attributes of object, type and the singletons' classes. */
export function installObject(): void {
  for (const [name, value] of named(...objectMethods)) objectClass.attributes.map.set(name, value);
  objectClass.attributes.map.set('__init_subclass__', initSubclass);
  for (const [name, value] of named(...typeMethods)) typeClass.attributes.map.set(name, value);
  const parts: [string, Value][] = [
    property('__mro__', self => new PyTuple((self as PyClass).mro)),
    property('__bases__', self => new PyTuple((self as PyClass).bases)),
    property('__base__', self => (self as PyClass).bases[0] ?? null),
  ];
  for (const [name, value] of parts) typeClass.attributes.map.set(name, value);
  singleton(noneClass, 'None', false);
  singleton(ellipsisClass, 'Ellipsis', null);
  singleton(notImplementedClass, 'NotImplemented', null);
  moduleClass.attributes.map.set(
    '__repr__',
    method('__repr__(self, /)', ([self]) => `<module '${(self as PyModule).name}'>`),
  );
}
