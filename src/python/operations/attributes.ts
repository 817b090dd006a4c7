/** Attribute access: the descriptor protocol, modules, classes, instances. */
import { directoryOf } from '../builtins/directory.ts';
import { PySuper, superAttribute } from '../builtins/super.ts';
import { PyClass } from '../classes.ts';
import { NamespaceDict, PyDict } from '../collections.ts';
import { AttributeError, NotImplementedError, PythonError, raise, TypeError } from '../errors.ts';
import { PyFunction } from '../evaluate/function.ts';
import {
  BoundMethod,
  ClassMethod,
  NativeFunction,
  PyModule,
  PyProperty,
  StaticMethod,
} from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { StateKey } from '../state.ts';
import { suggestFrom } from '../suggestions.ts';
import {
  bytesClass,
  classOf,
  complexClass,
  dictClass,
  floatClass,
  frozensetClass,
  intClass,
  listClass,
  objectClass,
  setClass,
  strClass,
  tupleClass,
} from '../types.ts';
import { NotKnown, PyInstance, PyList, PyObject, PyTuple, Unknown, type Value } from '../values.ts';

/** `object.name`; raises AttributeError. */
export function getAttribute(py: Interpreter, object: Value, name: string): Value {
  const value = getAttributeOrUndefined(py, object, name);
  if (value === null && name === '__doc__' && !py.running && isOfLibrary(py, object))
    return new Unknown('the texts of libraries are not kept');
  if (value !== undefined) return value;
  return unmodelledAttribute(py, object, name);
}

/** Whether a function or class is none of the script's own. */
function isOfLibrary(py: Interpreter, object: Value): boolean {
  if (object instanceof NativeFunction || object instanceof PyModule) return true;
  if (object instanceof BoundMethod) return isOfLibrary(py, object.func);
  const module = object instanceof PyFunction ? object.globals.map.get('__name__') : classModule(object);
  return typeof module === 'string' && module !== '__main__' && py.modules.user(module) === undefined;
}

function classModule(object: Value): string {
  return (object instanceof PyClass ? object : classOf(object)).module;
}

/** Attributes of what a library really gives where plain values (a number, a tuple) stand for it here. */
export const standInAttributes = new StateKey<Map<PyClass, ReadonlySet<string>>>(
  'stand-ins',
  () => new Map(),
);

/** Whether the code that gives an object its attributes is the one that asks. */
function isBeingMade({ frame }: Interpreter, object: Value): boolean {
  return frame?.firstArgument === object && /^(__init__|build)$/.test(frame?.func?.code.name ?? '');
}

/** What stands for an attribute that is not there: unknown where the real class has it, else AttributeError. */
function unmodelledAttribute(py: Interpreter, object: Value, name: string): Value {
  const cls = object instanceof PyClass ? object : classOf(object);
  if (!py.running && py.state(standInAttributes).get(cls)?.has(name))
    return new Unknown(`${name} of what a library gives here is not modelled`);
  if (!py.running && object instanceof PyObject && object.mayGainAttributes && !isBeingMade(py, object))
    return new Unknown(`whether it has ${name} by now is not known`);
  const dunder = name.startsWith('__') && name.endsWith('__');
  if (dunder || object instanceof PyModule || !cls.leavesOut(name)) throw missingAttribute(object, name, py);
  const text = `${cls.name}.${name}`;
  if (!py.running) return new Unknown(`${text} is not modelled`);
  throw raise(NotImplementedError, `${text} is not supported by Kerascope yet`);
}

/** The AttributeError for a name that is not there, in CPython's words. */
export function missingAttribute(object: Value, name: string, py?: Interpreter): PythonError {
  if (object instanceof PyModule) {
    const text = `module '${py?.modules.ownNameOf(object) ?? object.name}' has no attribute '${name}'`;
    const lacking = py?.modules.whyLacking(object.name, name);
    // What another version has is not misspelt.
    if (lacking?.explanation) return raise(AttributeError, text, lacking);
    return suggesting(raise(AttributeError, text), object, name, py);
  }
  if (object instanceof PyClass)
    return suggesting(
      raise(AttributeError, `type object '${object.name}' has no attribute '${name}'`),
      object,
      name,
    );
  const text = `'${classOf(object).errorName}' object has no attribute '${name}'`;
  return suggesting(raise(AttributeError, text), object, name, py);
}

/** What `dir(object)` lists: a class may add names of its own, as tables add their columns. */
function namesOf(object: Value, py: Interpreter | undefined): string[] {
  if (object instanceof PyModule && py !== undefined) return py.modules.namesIn(object);
  const own = classOf(object).lookup('__dir__');
  if (py === undefined || own === undefined || own === objectClass.lookup('__dir__'))
    return directoryOf(object);
  try {
    const names = py.call(own, [object]);
    if (names instanceof PyList) return names.items.filter(name => typeof name === 'string');
  } catch (error) {
    if (!(error instanceof PythonError || error instanceof NotKnown)) throw error;
  }
  return directoryOf(object);
}

/** What is listed for an object's class, where that is more than what is modelled of it. */
function listedNamesOf(object: Value): Iterable<string> {
  if (object instanceof PyModule) return [];
  const { mro } = object instanceof PyClass ? object : classOf(object);
  return mro.flatMap(({ listed }) => [...(listed ?? [])]);
}

/** Notes what was asked for, for the traceback's "Did you mean". */
function suggesting(error: PythonError, object: Value, name: string, py?: Interpreter): PythonError {
  const { exception } = error;
  exception.attributes!.map.set('name', name);
  exception.attributes!.map.set('obj', object);
  suggestFrom(exception, name, () => [namesOf(object, py), listedNamesOf(object)]);
  return error;
}

/** `object.name`, or undefined where Python would raise AttributeError. */
export function getAttributeOrUndefined(py: Interpreter, object: Value, name: string): Value | undefined {
  if (object instanceof PyModule) return moduleAttribute(object, name);
  if (object instanceof Unknown) return new Unknown(object.reason, null, object.madeAt, object.candidates);
  if (object instanceof PyClass) return classAttribute(py, object, name);
  if (object instanceof PySuper) return superAttribute(py, object, name);
  const cls = classOf(object);
  const custom = cls.userDefined ? cls.lookup('__getattribute__') : undefined;
  if (custom instanceof PyFunction) return tryAttribute(py, () => py.call(custom, [object, name]));
  const found = plainAttribute(py, object, name, cls);
  if (found !== undefined) return found;
  const fallback = cls.lookup('__getattr__');
  if (fallback === undefined) return undefined;
  return tryAttribute(py, () => py.call(fallback, [object, name]));
}

function tryAttribute(py: Interpreter, read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof PythonError && error.exception.cls.isSubclassOf(AttributeError) && !py.running)
      return undefined;
    throw error;
  }
}

/** Lookup without `__getattr__`: data descriptors, then the instance, then the class. */
export function plainAttribute(
  py: Interpreter,
  object: Value,
  name: string,
  cls = classOf(object),
): Value | undefined {
  const onClass = cls.lookup(name);
  if (onClass instanceof PyProperty) return readProperty(py, onClass, object, name);
  const descriptor =
    onClass instanceof PyObject && onClass.attributes !== null ? descriptorGet(onClass) : undefined;
  if (descriptor && classOf(onClass!).lookup('__set__') !== undefined)
    return py.call(descriptor, [onClass!, object, cls]);
  if (object instanceof PyObject && object.attributes !== null) {
    const own = object.attributes.map.get(name);
    if (own !== undefined) return own;
    if (name === '__dict__' && !hasOnlySlots(cls)) return namespaceOf(object);
  }
  if (onClass !== undefined)
    return descriptor ? py.call(descriptor, [onClass, object, cls]) : bindTo(onClass, object, cls);
  if (name === '__class__') return cls;
  if (name === '__doc__') return cls.documentation;
  return undefined;
}

/** `object.__dict__`. A function's name, module and text are no part of it. */
function namespaceOf(object: PyObject): PyDict {
  if (!(object instanceof PyFunction)) return new NamespaceDict(object.attributes!);
  const own = [...object.attributes.map].filter(([name]) => !/^__\w+__$/.test(name));
  return PyDict.fromStrings(own);
}

function readProperty(py: Interpreter, property: PyProperty, object: Value, name: string): Value {
  if (property.getter === null)
    throw raise(AttributeError, `property '${name}' of '${classOf(object).errorName}' object has no getter`);
  return py.call(property.getter, [object]);
}

/** `__get__` of a user's descriptor object. */
function descriptorGet(value: PyObject): Value | undefined {
  // Functions are bound directly; library objects take part when they have attributes of their own.
  if (value instanceof PyFunction || (!value.cls.userDefined && value.attributes === null)) return undefined;
  return value.cls.lookup('__get__');
}

/** Binds functions read from a class to the instance they were read through. */
export function bindTo(value: Value, self: Value, cls: PyClass): Value {
  if (value instanceof PyFunction) return new BoundMethod(self, value);
  if (value instanceof NativeFunction) return value.isMethod ? new BoundMethod(self, value) : value;
  if (value instanceof ClassMethod) return new BoundMethod(cls, value.func);
  if (value instanceof StaticMethod) return value.func;
  return value;
}

function moduleAttribute(module: PyModule, name: string): Value | undefined {
  const own = module.attributes.map.get(name);
  if (own !== undefined) return own;
  const found = module.lookup?.(name);
  if (found !== undefined) return found;
  if (name === '__name__') return module.name;
  if (name === '__dict__') return new NamespaceDict(module.attributes);
  if (name === '__doc__') return null;
  return undefined;
}

function classAttribute(py: Interpreter, cls: PyClass, name: string): Value | undefined {
  const metaclass = cls.cls;
  const onMeta = metaclass.lookup(name);
  if (onMeta instanceof PyProperty) return readProperty(py, onMeta, cls, name);
  const value = cls.lookup(name);
  // What instances of `function` or `generator` show under `__name__` is not what their class is called.
  const special =
    value === undefined || value instanceof PyProperty ? specialClassAttribute(cls, name) : undefined;
  if (special !== undefined) return special;
  if (value !== undefined) {
    if (value instanceof StaticMethod) return value.func;
    if (value instanceof ClassMethod) return new BoundMethod(cls, value.func);
    const get = value instanceof PyObject ? descriptorGet(value) : undefined;
    return get === undefined ? value : py.call(get, [value, null, cls]);
  }
  if (onMeta !== undefined) return bindTo(onMeta, cls, metaclass);
  const fallback = metaclass.lookup('__getattr__');
  return fallback === undefined ? undefined : tryAttribute(py, () => py.call(fallback, [cls, name]));
}

function specialClassAttribute(cls: PyClass, name: string): Value | undefined {
  switch (name) {
    case '__name__':
      return cls.name;
    case '__qualname__':
      return cls.qualifiedName;
    case '__module__':
      return cls.module;
    case '__doc__':
      return cls.documentation;
    case '__class__':
      return cls.cls;
    case '__dict__':
      return PyDict.fromStrings(cls.attributes.map);
    default:
      return undefined;
  }
}

/** `object.name = value`. */
export function setAttribute(py: Interpreter, object: Value, name: string, value: Value): void {
  if (object instanceof Unknown) return;
  if (object instanceof PyModule) {
    object.attributes.set(name, value);
    return;
  }
  const cls = classOf(object);
  const onClass = cls.lookup(name);
  if (onClass instanceof PyProperty) {
    if (onClass.setter === null)
      throw raise(AttributeError, `property '${name}' of '${cls.name}' object has no setter`);
    py.call(onClass.setter, [object, value]);
    return;
  }
  const custom = cls.lookup('__setattr__');
  const own = custom !== objectClass.attributes.map.get('__setattr__');
  if (
    own &&
    (custom instanceof PyFunction || (custom instanceof NativeFunction && !(object instanceof PyClass)))
  ) {
    py.call(custom, [object, name, value]);
    return;
  }
  assignAttribute(py, object, name, value);
}

/** `object.__setattr__`: the assignment itself, past any user's `__setattr__`. */
export function assignAttribute(py: Interpreter, object: Value, name: string, value: Value): void {
  const cls = classOf(object);
  const onClass = cls.lookup(name);
  if (onClass instanceof PyProperty && onClass.setter !== null) {
    py.call(onClass.setter, [object, value]);
    return;
  }
  if (onClass instanceof PyObject && onClass.cls.userDefined) {
    const set = onClass.cls.lookup('__set__');
    if (set !== undefined) {
      py.call(set, [onClass, object, value]);
      return;
    }
  }
  if (name === '__class__' && object instanceof PyInstance && value instanceof PyClass) {
    object.cls = value;
    return;
  }
  if (object instanceof PyClass && !object.userDefined) {
    throw raise(TypeError, `cannot set '${name}' attribute of immutable type '${object.name}'`);
  }
  if (object instanceof PyObject && object.attributes !== null && isStorable(cls, name)) {
    object.attributes.set(name, value);
    return;
  }
  throw missingAttribute(object, name);
}

/** Built-in types whose own instances have no `__dict__`. */
const withoutDict: ReadonlySet<PyClass> = new Set([
  bytesClass,
  complexClass,
  dictClass,
  floatClass,
  frozensetClass,
  intClass,
  listClass,
  setClass,
  strClass,
  tupleClass,
]);

/** The names that a class's `__slots__` allow; null where its instances take any. */
function slotsOf(cls: PyClass): ReadonlySet<string> | null {
  if (!cls.userDefined) return null;
  const allowed = new Set<string>();
  for (const each of cls.mro) {
    if (!each.userDefined) {
      if (each !== objectClass && !withoutDict.has(each)) return null;
      continue;
    }
    const slots = each.attributes.map.get('__slots__');
    if (slots === undefined) return null;
    const items = slots instanceof PyTuple || slots instanceof PyList ? slots.items : [slots];
    for (const item of items) {
      if (typeof item !== 'string' || item === '__dict__') return null;
      allowed.add(item);
    }
  }
  return allowed;
}

function hasOnlySlots(cls: PyClass): boolean {
  return cls.hasSlots && slotsOf(cls) !== null;
}

function isStorable(cls: PyClass, name: string): boolean {
  if (!cls.hasSlots) return true;
  return slotsOf(cls)?.has(name) ?? true;
}

/** `del object.name`. */
export function deleteAttribute(py: Interpreter, object: Value, name: string): void {
  if (object instanceof Unknown) return;
  const cls = classOf(object);
  const onClass = cls.lookup(name);
  if (onClass instanceof PyProperty) {
    if (onClass.deleter === null)
      throw raise(AttributeError, `property '${name}' of '${cls.name}' object has no deleter`);
    py.call(onClass.deleter, [object]);
    return;
  }
  const custom = cls.lookup('__delattr__');
  if (custom instanceof PyFunction) {
    py.call(custom, [object, name]);
    return;
  }
  removeAttribute(py, object, name);
}

/** `object.__delattr__`: the deletion itself, past any user's `__delattr__`. */
export function removeAttribute(py: Interpreter, object: Value, name: string): void {
  const onClass = classOf(object).lookup(name);
  if (onClass instanceof PyObject && onClass.cls.userDefined) {
    const remove = onClass.cls.lookup('__delete__');
    if (remove !== undefined) {
      py.call(remove, [onClass, object]);
      return;
    }
  }
  if (!(object instanceof PyObject) || object.attributes === null || !object.attributes.delete(name)) {
    throw missingAttribute(object, name);
  }
}
