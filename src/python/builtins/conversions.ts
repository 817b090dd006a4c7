/** Reads arguments of built-in methods: the plain JavaScript value, Python's TypeError, or "not known". */
import type { PyDict, PySet } from '../collections.ts';
import { OverflowError, TypeError as PyTypeError, raise } from '../errors.ts';
import type { Interpreter } from '../interpreter.ts';
import { classOf } from '../types.ts';
import {
  NotKnown,
  normalizeInt,
  PyBoxed,
  PyBytes,
  PyComplex,
  PyFloat,
  PyList,
  PyTuple,
  Unknown,
  type Value,
} from '../values.ts';

/** The name of a value's class, as error messages show it. */
export function typeName(value: Value): string {
  return classOf(value).name;
}

/** Throws when analysis does not know the value. */
export function requireKnown(value: Value): Value {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  return value;
}

/** The value behind an instance of a subclass of int or str; any other value as it is. */
export function plainOf(value: Value): Value {
  return value instanceof PyBoxed ? value.plain : requireKnown(value);
}

/** An int or bool (or subclass) as a normalised integer; null for anything else. */
export function integerOrNull(value: Value): number | bigint | null {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return value;
    case 'boolean':
      return value ? 1 : 0;
    default: {
      if (!(value instanceof PyBoxed)) {
        if (value instanceof Unknown) throw new NotKnown(value.reason);
        return null;
      }
      return typeof value.plain === 'string' ? null : value.plain;
    }
  }
}

/** A str (or subclass) as a JavaScript string; null for anything else. */
export function stringOrNull(value: Value): string | null {
  if (typeof value === 'string') return value;
  if (value instanceof PyBoxed && typeof value.plain === 'string') return value.plain;
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  return null;
}

/** An integer through `__index__`; raises `message` (default: CPython's) for what has none. */
export function integerOf(py: Interpreter, value: Value, message?: string): number | bigint {
  const direct = integerOrNull(value);
  if (direct !== null) return direct;
  const index = classOf(value).lookup('__index__');
  if (index !== undefined) {
    const result = integerOrNull(py.call(index, [value]));
    if (result !== null) return result;
    throw raise(PyTypeError, `__index__ returned non-int (type ${typeName(value)})`);
  }
  throw raise(PyTypeError, message ?? `'${typeName(value)}' object cannot be interpreted as an integer`);
}

/** An integer that fits a C `ssize_t`; larger ones raise OverflowError. */
export function indexOf(py: Interpreter, value: Value, message?: string): number {
  const integer = integerOf(py, value, message);
  if (typeof integer === 'bigint') {
    throw raise(OverflowError, 'Python int too large to convert to C ssize_t');
  }
  return integer;
}

/** A str argument. `described` is how the message names the argument: `replace() argument 1`. */
export function stringOf(value: Value, described: string): string {
  const text = stringOrNull(value);
  if (text !== null) return text;
  throw raise(PyTypeError, `${described} must be str, not ${typeName(value)}`);
}

/** A real number as a double, through `__float__` and `__index__`. */
export function doubleOf(py: Interpreter, value: Value): number {
  if (value instanceof PyFloat) return value.value;
  const integer = integerOrNull(value);
  if (integer !== null) return integerToDouble(integer);
  const convert = classOf(value).lookup('__float__');
  if (convert !== undefined) {
    const result = requireKnown(py.call(convert, [value]));
    if (result instanceof PyFloat) return result.value;
    throw raise(PyTypeError, `${typeName(value)}.__float__ returned non-float (type ${typeName(result)})`);
  }
  if (classOf(value).lookup('__index__') !== undefined) return integerToDouble(integerOf(py, value));
  throw raise(PyTypeError, `must be real number, not ${typeName(value)}`);
}

/** An int as the nearest double; OverflowError beyond the range. */
export function integerToDouble(integer: number | bigint): number {
  const double = Number(integer);
  if (!Number.isFinite(double)) throw raise(OverflowError, 'int too large to convert to float');
  return double;
}

/** A truncated double as an int. */
export function doubleToInteger(value: number): number | bigint {
  const truncated = Math.trunc(value);
  return Number.isSafeInteger(truncated) ? truncated + 0 : normalizeInt(BigInt(truncated));
}

/** The items of a list, when branches left them known. */
export function listItems(list: PyList): Value[] {
  if (list.lost !== null) throw new NotKnown(list.lost.reason);
  return list.items;
}

/** The items of a list or tuple without calling into Python; null for other values. */
export function sequenceItems(value: Value): readonly Value[] | null {
  if (value instanceof PyTuple) return value.items;
  if (value instanceof PyList) return listItems(value);
  return null;
}

/** A dict whose contents are known. */
export function knownDict(dict: PyDict): PyDict {
  if (dict.lost !== null) throw new NotKnown(dict.lost.reason);
  return dict;
}

/** A set whose contents are known. */
export function knownSet(set: PySet): PySet {
  if (set.lost !== null) throw new NotKnown(set.lost.reason);
  return set;
}

/** The receiver of a method called through its class (`list.append(3, 4)`), checked. */
export function receiver<T extends Value>(
  value: Value,
  test: (value: Value) => value is T,
  className: string,
  methodName: string,
): T {
  requireKnown(value);
  if (test(value)) return value;
  throw raise(
    PyTypeError,
    `descriptor '${methodName}' for '${className}' objects doesn't apply to a '${typeName(value)}' object`,
  );
}

/** bytes, bytearray (or memoryview) contents; null for anything else. */
export function bytesOrNull(value: Value): Uint8Array | null {
  if (value instanceof PyBytes) return value.data;
  requireKnown(value);
  return null;
}

/** A complex number from any number; null when the value is not one. */
export function complexOrNull(value: Value): PyComplex | null {
  if (value instanceof PyComplex) return value;
  if (value instanceof PyFloat) return new PyComplex(value.value, 0);
  const integer = integerOrNull(value);
  return integer === null ? null : new PyComplex(integerToDouble(integer), 0);
}

/** True for a value the interpreter can call. */
export function isCallable(value: Value): boolean {
  return classOf(requireKnown(value)).lookup('__call__') !== undefined;
}
