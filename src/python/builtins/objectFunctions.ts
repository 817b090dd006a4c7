/** Built-in functions of objects: isinstance, getattr, callable, repr, format, vars, dir, globals, locals… */
import { PyClass } from '../classes.ts';
import { NamespaceDict, PyDict } from '../collections.ts';
import { AttributeError, TypeError as PyTypeError, PythonError, raise } from '../errors.ts';
import { type NativeFunction, native } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { deleteAttribute } from '../operations/attributes.ts';
import { formatOf } from '../operations/format.ts';
import { classOf, typeClass } from '../types.ts';
import { NotKnown, PyList, PyObject, PyTuple, Unknown, type Value } from '../values.ts';
import { isCallable, requireKnown, stringOf, stringOrNull, typeName } from './conversions.ts';
import { directoryOf } from './directory.ts';
import { asciiOf } from './percentFormat.ts';
import { GenericAlias, UnionType } from './union.ts';

const NO_DEFAULT = '(no default)';

function attributeName(value: Value): string {
  const name = stringOrNull(value);
  if (name === null) throw raise(PyTypeError, `attribute name must be string, not '${typeName(value)}'`);
  return name;
}

/** `isinstance(object, classInfo)`. */
export function isInstanceOf(py: Interpreter, object: Value, classInfo: Value): boolean {
  const problem = 'isinstance() arg 2 must be a type, a tuple of types, or a union';
  return matches(py, classInfo, problem, cls => {
    if (object instanceof Unknown) throw new NotKnown(object.reason);
    if (cls === null) return object === null;
    if (classOf(object).isSubclassOf(cls)) return true;
    const custom = cls.cls === typeClass ? undefined : cls.cls.lookup('__instancecheck__');
    return custom !== undefined && custom !== null && py.truth(py.call(custom, [cls, object]));
  });
}

/** `issubclass(cls, classInfo)`. */
export function isSubclassOf(py: Interpreter, cls: Value, classInfo: Value): boolean {
  if (!(requireKnown(cls) instanceof PyClass)) throw raise(PyTypeError, 'issubclass() arg 1 must be a class');
  const subject = cls as PyClass;
  return matches(
    py,
    classInfo,
    'issubclass() arg 2 must be a class, a tuple of classes, or a union',
    base => {
      if (base === null) return false;
      if (subject.isSubclassOf(base)) return true;
      const custom = base.cls === typeClass ? undefined : base.cls.lookup('__subclasscheck__');
      return custom !== undefined && custom !== null && py.truth(py.call(custom, [base, subject]));
    },
  );
}

function matches(
  py: Interpreter,
  classInfo: Value,
  problem: string,
  test: (cls: PyClass | null) => boolean,
): boolean {
  requireKnown(classInfo);
  if (classInfo instanceof PyClass) return test(classInfo);
  if (classInfo instanceof PyTuple) return classInfo.items.some(item => matches(py, item, problem, test));
  if (classInfo instanceof UnionType) {
    return classInfo.members.some(item => (item === null ? test(null) : matches(py, item, problem, test)));
  }
  if (classInfo instanceof GenericAlias) {
    throw raise(PyTypeError, `${problem.split('(')[0]}() argument 2 cannot be a parameterized generic`);
  }
  const origin = py.getAttributeOrUndefined(classInfo, '__origin__');
  if (origin instanceof PyClass) return test(origin);
  throw raise(PyTypeError, problem);
}

function variables(object: Value): Value {
  if (object instanceof PyObject && object.attributes !== null) return new NamespaceDict(object.attributes);
  throw raise(PyTypeError, 'vars() argument must have __dict__ attribute');
}

/** The variables of the frame that called. */
export function localVariables(py: Interpreter): PyDict {
  const frame = py.frame;
  if (frame === null) return new PyDict();
  if (frame.names !== null) return new NamespaceDict(frame.names);
  const found = new PyDict();
  frame.scope.slotNames.forEach((name, index) => {
    const value = frame.slots[index];
    if (value !== undefined) found.setString(name, value);
  });
  [...frame.scope.ownCells, ...frame.scope.freeNames].forEach((name, index) => {
    const value = frame.cells[index]?.value;
    if (value !== undefined) found.setString(name, value);
  });
  return found;
}

export const objectFunctions: NativeFunction[] = [
  native('isinstance(obj, class_or_tuple, /)', ([object, classInfo], py) =>
    isInstanceOf(py, object, classInfo),
  ),
  native('issubclass(cls, class_or_tuple, /)', ([cls, classInfo], py) => isSubclassOf(py, cls, classInfo)),
  native('callable(obj, /)', ([object]) => isCallable(object)),
  native('hasattr(obj, name, /)', ([object, name], py) => {
    requireKnown(object);
    const text = attributeName(name);
    const value = ignoringMissing(() => py.getAttributeOrUndefined(object, text));
    // What `__getattr__` gives may be unknown because it is not known whether it gives anything.
    const isHeld = object instanceof PyObject && object.attributes?.map.has(text) === true;
    return value instanceof Unknown && !isHeld ? value : value !== undefined;
  }),
  native(`getattr(object, name, default='${NO_DEFAULT}', /)`, ([object, name, fallback], py) => {
    const text = attributeName(name);
    if (fallback === NO_DEFAULT) return py.getAttribute(object, text);
    return (
      ignoringMissing(() => py.getAttributeOrUndefined(object, text)) ??
      (found(py, object, text) ? null : fallback)
    );
  }),
  native('setattr(obj, name, value, /)', ([object, name, value], py) => {
    py.setAttribute(object, attributeName(name), value);
    return null;
  }),
  native('delattr(obj, name, /)', ([object, name], py) => {
    deleteAttribute(py, object, attributeName(name));
    return null;
  }),
  native('repr(obj, /)', ([object], py) => py.repr(object)),
  native('ascii(obj, /)', ([object], py) => asciiOf(py, object)),
  native("format(value, format_spec='', /)", ([value, specification], py) =>
    formatOf(py, value, stringOf(specification, 'format() argument 2')),
  ),
  native('dir(*args)', ([args], py) => {
    const given = (args as PyTuple).items;
    if (given.length === 0) {
      return new PyList([...localVariables(py).keys()].map(String).sort());
    }
    const custom = classOf(requireKnown(given[0])).lookup('__dir__');
    if (classOf(given[0]).userDefined && custom !== undefined) {
      return py.call(py.builtins.get('sorted')!, [py.call(custom, [given[0]])]);
    }
    return new PyList(directoryOf(given[0]));
  }),
  native('vars(*args)', ([args], py) => {
    const given = (args as PyTuple).items;
    return given.length === 0 ? localVariables(py) : variables(requireKnown(given[0]));
  }),
  native('globals()', (_args, py) =>
    py.frame === null ? new PyDict() : new NamespaceDict(py.frame.globals),
  ),
  native('locals()', (_args, py) => localVariables(py)),
];

function found(py: Interpreter, object: Value, name: string): boolean {
  return ignoringMissing(() => py.getAttributeOrUndefined(object, name)) !== undefined;
}

/** Runs a lookup whose `__getattr__` may raise AttributeError. */
function ignoringMissing(read: () => Value | undefined): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof PythonError && error.exception.cls.isSubclassOf(AttributeError)) return undefined;
    throw error;
  }
}
