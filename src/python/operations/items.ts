/** Subscription and length: fast paths for lists and dicts, else the dunder methods. */
import { PyClass } from '../classes.ts';
import { PyDict } from '../collections.ts';
import {
  type ErrorDetail,
  IndexError,
  KeyError,
  makeException,
  PythonError,
  raise,
  TypeError,
  ValueError,
} from '../errors.ts';
import { ClassMethod } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { message } from '../message.ts';
import { classOf, dictClass, listClass } from '../types.ts';
import { NotKnown, PyList, PyTuple, touch, Unknown, type Value } from '../values.ts';

/** `object[key]`. */
export function getItem(py: Interpreter, object: Value, key: Value): Value {
  if (key instanceof Unknown && holdsOnlyItems(object)) return oneOf(object, key);
  if (
    typeof key === 'number' &&
    (object instanceof PyList || object instanceof PyTuple) &&
    !object.cls.userDefined
  ) {
    return indexSequence(object, key);
  }
  if (object instanceof PyDict && object.cls === dictClass) return getDictItem(py, object, key);
  if (object instanceof Unknown) return new Unknown(object.reason, null, object.madeAt, object.candidates);
  const method = classOf(object).lookup('__getitem__');
  if (method !== undefined && method !== null) return py.call(method, [object, key]);
  if (object instanceof PyClass) return subscriptClass(py, object, key);
  throw raise(TypeError, `'${classOf(object).errorName}' object is not subscriptable`);
}

/** Whether reading an item gives what the container holds and leaves it as it is. */
function holdsOnlyItems(object: Value): object is PyList | PyDict {
  if (object instanceof PyList) return object.cls === listClass;
  return object instanceof PyDict && object.cls === dictClass && object.synonym === null;
}

/** An item of which is not known where it stands. */
function oneOf(container: PyList | PyDict, key: Unknown): Unknown {
  const items =
    container instanceof PyList ? container.items : [...container.entries()].map(entry => entry[1]);
  const isOfNumbers = items.length > 0 && items.every(item => typeof item === 'number');
  return new Unknown(key.reason, isOfNumbers ? 'int' : null, null, items);
}

/** What an unknown value may be may have been changed, as a container, in any way. */
export function loseCandidates({ candidates, reason }: Unknown): void {
  for (const value of candidates) {
    if (!(value instanceof PyList || value instanceof PyDict)) continue;
    touch(value);
    value.lost = new Unknown(reason);
  }
}

function indexSequence(sequence: PyList | PyTuple, key: number): Value {
  if (sequence instanceof PyList && sequence.lost) throw new NotKnown(sequence.lost.reason);
  const items = sequence.items;
  const value = items[key < 0 ? key + items.length : key];
  if (value === undefined && sequence instanceof PyList && sequence.beyond !== null) return sequence.beyond;
  if (value === undefined) throw raise(IndexError, `${sequence.cls.name} index out of range`);
  return value;
}

function getDictItem(py: Interpreter, dict: PyDict, key: Value): Value {
  if (dict.lost) throw new NotKnown(dict.lost.reason);
  const value = dict.get(key, py.keyRules);
  if (value !== undefined) return value;
  const named = dict.synonym?.(key);
  if (named !== undefined) return named;
  throw new PythonError(
    makeException(KeyError, key),
    py.running || py.frame?.file.isLibrary ? {} : keysThere(py, dict, key),
  );
}

/** More keys than these are not listed. */
const MOST_KEYS = 12;

/** What there is instead of a name that a dict does not have. */
function keysThere(py: Interpreter, dict: PyDict, key: Value): ErrorDetail {
  const keys = [...dict.keys()];
  const areNames = [key, ...keys].every(each => typeof each === 'string' || typeof each === 'number');
  if (!areNames || keys.length === 0 || keys.length > MOST_KEYS) return {};
  const listed = keys.map(each => `\`${py.repr(each)}\``).join(', ');
  return { explanation: message('There is no key `{0}`: the keys are {1}.', py.repr(key), listed) };
}

/** `list[int]` and the like: the class itself; classes with `__class_getitem__` decide themselves. */
function subscriptClass(py: Interpreter, cls: PyClass, key: Value): Value {
  const onMeta = cls.cls.lookup('__getitem__');
  if (onMeta !== undefined) return py.call(onMeta, [cls, key]);
  const generic = cls.lookup('__class_getitem__');
  if (generic !== undefined)
    return py.call(generic instanceof ClassMethod ? generic.func : generic, [cls, key]);
  return cls;
}

/** `object[key] = value`. */
export function setItem(py: Interpreter, object: Value, key: Value, value: Value): void {
  if (object instanceof Unknown) {
    loseCandidates(object);
    return;
  }
  if (object instanceof PyList && typeof key === 'number' && object.cls === listClass) {
    object.loseItems();
    if (object.lost) return;
    const index = key < 0 ? key + object.items.length : key;
    if (index < 0 || index >= object.items.length)
      throw raise(IndexError, 'list assignment index out of range');
    touch(object);
    object.items[index] = value;
    return;
  }
  if (object instanceof PyDict && object.cls === dictClass) {
    if (key instanceof Unknown) {
      touch(object);
      object.lost = new Unknown(key.reason);
    } else object.set(key, value, py.keyRules);
    return;
  }
  if (object instanceof PyList && key instanceof Unknown) {
    object.loseItems();
    // Any of its elements may be another now.
    touch(object);
    object.items = object.items.map(item => (item === value ? item : new Unknown(key.reason)));
    return;
  }
  const method = classOf(object).lookup('__setitem__');
  if (method === undefined || method === null) {
    throw raise(TypeError, `'${classOf(object).errorName}' object does not support item assignment`);
  }
  py.call(method, [object, key, value]);
}

/** `del object[key]`. */
export function deleteItem(py: Interpreter, object: Value, key: Value): void {
  if (object instanceof Unknown) {
    loseCandidates(object);
    return;
  }
  const method = classOf(object).lookup('__delitem__');
  if (method === undefined || method === null) {
    throw raise(TypeError, `'${classOf(object).errorName}' object doesn't support item deletion`);
  }
  py.call(method, [object, key]);
}

/** `len(object)`; throws NotKnown where it depends on something unknown. */
export function lengthOf(py: Interpreter, object: Value): number {
  if (object instanceof PyList && !object.cls.userDefined) {
    if (object.lost) throw new NotKnown(object.lost.reason);
    return object.items.length;
  }
  if (object instanceof Unknown) throw new NotKnown(object.reason);
  const method = classOf(object).lookup('__len__');
  if (method === undefined || method === null)
    throw raise(TypeError, `object of type '${classOf(object).errorName}' has no len()`);
  const length = py.call(method, [object]);
  if (length instanceof Unknown) throw new NotKnown(length.reason);
  if (typeof length !== 'number')
    throw raise(TypeError, `'${classOf(length).errorName}' object cannot be interpreted as an integer`);
  if (length < 0) throw raise(ValueError, '__len__() should return >= 0');
  return length;
}
