/** Functions, bound methods, property, classmethod and staticmethod as Python objects. */

import { PyClass } from '../classes.ts';
import { NamespaceDict, PyDict } from '../collections.ts';
import { AttributeError, raise, ValueError } from '../errors.ts';
import type { Cell } from '../evaluate/frame.ts';
import { PyFunction } from '../evaluate/function.ts';
import {
  BoundMethod,
  ClassMethod,
  method,
  NativeFunction,
  named,
  native,
  PyProperty,
  property,
  StaticMethod,
  suspendableMethod,
} from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { addressOf } from '../operations/text.ts';
import {
  boundMethodClass,
  classmethodClass,
  classOf,
  functionClass,
  nativeFunctionClass,
  propertyClass,
  staticmethodClass,
} from '../types.ts';
import { AttributeMap, PyInstance, PyTuple, type Value } from '../values.ts';

function install(cls: PyClass, entries: Iterable<readonly [string, Value]>): void {
  for (const [name, value] of entries) cls.attributes.map.set(name, value);
}

/** `__call__` of everything callable goes through the interpreter; its presence makes `callable(x)` true. */
function callMethod() {
  return suspendableMethod('__call__(self, *args, **kwargs)', function* ([self, args, keywords], py) {
    return yield* py.callAndWait(self, (args as PyTuple).items, keywords as PyDict);
  });
}

function bindMethod() {
  return method('__get__(self, instance, owner=None, /)', ([self, instance]) =>
    instance === null ? self : new BoundMethod(instance, self),
  );
}

const owners = new WeakMap<NativeFunction, string>();

/** Remembers whose methods these are, for their repr. */
export function nameOwners(classes: readonly PyClass[]): void {
  for (const cls of classes) {
    for (const value of cls.attributes.map.values()) {
      if (value instanceof NativeFunction && !owners.has(value)) owners.set(value, cls.name);
    }
  }
}

function describeMethod(func: NativeFunction): string {
  const kind = func.name.startsWith('__') ? 'slot wrapper' : 'method';
  return `<${kind} '${func.name}' of '${owners.get(func) ?? 'object'}' objects>`;
}

function functionName(func: Value): string {
  if (func instanceof NativeFunction) return func.name;
  if (func instanceof PyFunction) return String(func.attributes.get('__name__') ?? func.code.name);
  return classOf(func).name;
}

function installFunctions(): void {
  install(functionClass, [
    ...named(
      callMethod(),
      bindMethod(),
      method('__repr__(self, /)', ([self]) => {
        const func = self as PyFunction;
        return `<function ${String(func.attributes.get('__qualname__'))} at ${addressOf(func)}>`;
      }),
    ),
    property('__defaults__', self => {
      const { defaults } = self as PyFunction;
      return defaults.length === 0 ? null : new PyTuple(defaults);
    }),
    property('__kwdefaults__', self => {
      const { keywordDefaults } = self as PyFunction;
      return keywordDefaults.size === 0 ? null : PyDict.fromStrings(keywordDefaults);
    }),
    property('__closure__', self => {
      const { closure } = self as PyFunction;
      return closure.length === 0 ? null : new PyTuple(closure.map(cell => new PyCell(cell)));
    }),
    property('__globals__', self => new NamespaceDict((self as PyFunction).globals)),
    property('__code__', self => codeObject(self as PyFunction)),
    property(
      '__annotations__',
      self => {
        const func = self as PyFunction;
        const known = func.attributes.get('__annotations__');
        if (known !== undefined) return known;
        const made = PyDict.fromStrings(func.annotate?.() ?? []);
        func.attributes.map.set('__annotations__', made);
        return made;
      },
      (self, value) => (self as PyFunction).attributes.set('__annotations__', value),
    ),
  ]);
  install(nativeFunctionClass, [
    ...named(
      callMethod(),
      bindMethod(),
      method('__repr__(self, /)', ([self]) => {
        const func = self as NativeFunction;
        return func.isMethod ? describeMethod(func) : `<built-in function ${func.name}>`;
      }),
    ),
    property('__name__', self => (self as NativeFunction).name),
    property('__qualname__', self => (self as NativeFunction).name),
    property('__doc__', self => (self as NativeFunction).documentation),
    property('__module__', () => 'builtins'),
  ]);
  install(boundMethodClass, [
    ...named(
      native('__new__(cls, function, instance, /)', ([, func, instance]) => new BoundMethod(instance, func)),
      callMethod(),
      method('__repr__(self, /)', ([self], py) => boundRepr(py, self as BoundMethod)),
      method('__eq__(self, value, /)', ([self, value]) => {
        const bound = self as BoundMethod;
        return value instanceof BoundMethod && value.self === bound.self && value.func === bound.func;
      }),
      method('__hash__(self, /)', ([self]) => functionName((self as BoundMethod).func).length),
      // What the function has and the method object lacks is the function's.
      method('__getattr__(self, name, /)', ([self, name], py) => {
        const value = py.getAttributeOrUndefined((self as BoundMethod).func, name as string);
        if (value !== undefined) return value;
        throw raise(AttributeError, `'method' object has no attribute '${name as string}'`);
      }),
    ),
    property('__self__', self => (self as BoundMethod).self),
    property('__func__', self => (self as BoundMethod).func),
    property('__name__', self => functionName((self as BoundMethod).func)),
    property(
      '__doc__',
      (self, py) => py.getAttributeOrUndefined((self as BoundMethod).func, '__doc__') ?? null,
    ),
  ]);
}

function codeObject(func: PyFunction): PyInstance {
  const { parameters } = func.code;
  const names = [...parameters.positional, ...parameters.keywordOnly].map(place => place.name);
  const code = new PyInstance(codeClass);
  code.attributes = new AttributeMap([
    ['co_name', func.code.name],
    ['co_argcount', parameters.positional.length],
    ['co_kwonlyargcount', parameters.keywordOnly.length],
    ['co_varnames', new PyTuple(names)],
    ['co_freevars', new PyTuple([...func.code.scope.freeNames])],
    ['co_filename', func.code.file.path],
    ['co_firstlineno', func.code.node.span.start.line],
  ]);
  return code;
}

/** A variable that functions share, as `__closure__` shows it. */
class PyCell extends PyInstance {
  readonly cell: Cell;
  constructor(cell: Cell) {
    super(cellClass);
    this.cell = cell;
  }
}

const cellClass = new PyClass(
  'cell',
  [functionClass.mro[1]],
  [
    property('cell_contents', self => {
      const { value } = (self as PyCell).cell;
      if (value === undefined) throw raise(ValueError, 'Cell is empty');
      return value;
    }),
  ],
  { subclassable: false },
);

const codeClass = new PyClass('code', [functionClass.mro[1]], [], { subclassable: false });

function boundRepr(py: Interpreter, bound: BoundMethod): string {
  if (bound.func instanceof NativeFunction) {
    return `<built-in method ${bound.func.name} of ${classOf(bound.self).name} object at ${addressOf(bound)}>`;
  }
  const name =
    bound.func instanceof PyFunction
      ? String(bound.func.attributes.get('__qualname__'))
      : functionName(bound.func);
  return `<bound method ${name} of ${py.repr(bound.self)}>`;
}

function installDescriptors(): void {
  const replace = (self: Value, part: 'getter' | 'setter' | 'deleter', func: Value): PyProperty => {
    const { getter, setter, deleter } = self as PyProperty;
    const changed = { getter, setter, deleter, [part]: func };
    return new PyProperty(changed.getter, changed.setter, changed.deleter);
  };
  install(propertyClass, [
    ...named(
      native(
        '__new__(cls, fget=None, fset=None, fdel=None, doc=None)',
        ([, get, set, remove]) => new PyProperty(get, set, remove),
      ),
      method('getter(self, fget, /)', ([self, func]) => replace(self, 'getter', func)),
      method('setter(self, fset, /)', ([self, func]) => replace(self, 'setter', func)),
      method('deleter(self, fdel, /)', ([self, func]) => replace(self, 'deleter', func)),
      method('__get__(self, instance, owner=None, /)', ([self, instance], py) =>
        instance === null ? self : py.call((self as PyProperty).getter, [instance]),
      ),
    ),
    property('fget', self => (self as PyProperty).getter),
    property('fset', self => (self as PyProperty).setter),
    property('fdel', self => (self as PyProperty).deleter),
    property(
      '__doc__',
      (self, py) => py.getAttributeOrUndefined((self as PyProperty).getter, '__doc__') ?? null,
    ),
  ]);
  install(staticmethodClass, [
    ...named(
      native('__new__(cls, function, /)', ([, func]) => new StaticMethod(func)),
      callMethod(),
    ),
    property('__func__', self => (self as StaticMethod).func),
    property('__wrapped__', self => (self as StaticMethod).func),
  ]);
  install(classmethodClass, [
    ...named(native('__new__(cls, function, /)', ([, func]) => new ClassMethod(func))),
    property('__func__', self => (self as ClassMethod).func),
    property('__wrapped__', self => (self as ClassMethod).func),
  ]);
}

/** The attributes of functions, methods and descriptors. */
export function installFunctionTypes(): void {
  installFunctions();
  installDescriptors();
}
