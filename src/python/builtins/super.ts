/** `super()`: attribute lookup that starts behind a class in the method resolution order. */
import { PyClass } from '../classes.ts';
import { TypeError as PyTypeError, RuntimeError, raise } from '../errors.ts';
import { PyFunction } from '../evaluate/function.ts';
import {
  BoundMethod,
  ClassMethod,
  method,
  NativeFunction,
  native,
  PyProperty,
  StaticMethod,
} from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { classOf, superClass } from '../types.ts';
import { PyObject, type Value } from '../values.ts';

/** A super object: the class to start behind and the instance or class it is bound to. */
export class PySuper extends PyObject {
  cls: PyClass;
  readonly start: PyClass;
  readonly self: Value;
  constructor(start: PyClass, self: Value) {
    super();
    this.cls = superClass;
    this.start = start;
    this.self = self;
  }

  /** The class whose method resolution order is walked. */
  get bound(): PyClass {
    const self = this.self;
    return self instanceof PyClass && self.isSubclassOf(this.start) ? self : classOf(self);
  }

  /** True when bound to a class (`super()` in a class method or `__new__`). */
  get isForClass(): boolean {
    return this.self instanceof PyClass && this.self.isSubclassOf(this.start);
  }
}

/** Reads an attribute through `super()`; undefined when no class behind the start has it. */
export function superAttribute(py: Interpreter, object: PySuper, name: string): Value | undefined {
  const { mro } = object.bound;
  for (const cls of mro.slice(mro.indexOf(object.start) + 1)) {
    const value = cls.attributes.map.get(name);
    if (value !== undefined) return bindThrough(py, object, value);
  }
  if (name === '__class__') return superClass;
  return undefined;
}

function bindThrough(py: Interpreter, object: PySuper, value: Value): Value {
  const { self, isForClass } = object;
  if (value instanceof StaticMethod) return value.func;
  if (value instanceof ClassMethod) return new BoundMethod(object.bound, value.func);
  if (value instanceof PyProperty && !isForClass) return py.call(value.getter, [self]);
  if (value instanceof PyFunction || (value instanceof NativeFunction && value.isMethod)) {
    // `super().__new__` and unbound functions through a class stay unbound.
    return isForClass && !isMetaclassMethod(object) ? value : new BoundMethod(self, value);
  }
  return value;
}

function isMetaclassMethod(object: PySuper): boolean {
  return object.self instanceof PyClass && object.self.cls.isSubclassOf(object.start);
}

function construct(py: Interpreter, type: Value, object: Value): PySuper {
  let start = type;
  let self = object;
  if (start === null) {
    const frame = py.frame;
    const owner = frame?.func?.owner ?? null;
    if (frame === null || owner === null) throw raise(RuntimeError, 'super(): __class__ cell not found');
    if (frame.firstArgument === undefined) throw raise(RuntimeError, 'super(): no arguments');
    start = owner;
    self = frame.firstArgument;
  }
  if (!(start instanceof PyClass)) {
    throw raise(PyTypeError, `super() argument 1 must be a type, not ${classOf(start).name}`);
  }
  const fits = (self instanceof PyClass && self.isSubclassOf(start)) || classOf(self).isSubclassOf(start);
  if (!fits) throw raise(PyTypeError, 'super(type, obj): obj must be an instance or subtype of type');
  return new PySuper(start, self);
}

/** The attributes of super. */
export function installSuper(): void {
  superClass.attributes.map.set(
    '__new__',
    native('__new__(cls, type=None, obj=None, /)', ([, type, object], py) => construct(py, type, object)),
  );
  superClass.attributes.map.set(
    '__repr__',
    method('__repr__(self, /)', ([self], py) => {
      const object = self as PySuper;
      return `<super: ${py.repr(object.start)}, <${classOf(object.self).name} object>>`;
    }),
  );
}
