/** Builds the dunder methods of built-in types from plain functions. */
import { TypeError as PyTypeError, raise } from '../errors.ts';
import { method, type NativeBody, type NativeFunction } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { classOf } from '../types.ts';
import { NOT_IMPLEMENTED, NotKnown, type Value } from '../values.ts';
import { typeName } from './conversions.ts';

/** How a type reads a value as its own JavaScript form; null when it is not one. */
export type Reader<T> = (value: Value) => T | null;

/** A failed check of `int.__add__('a', 1)`; a number of a class that derives from this one is one that is not known. */
export function wrongReceiver(className: string, name: string, value: Value): Error {
  if (classOf(value).mro.some(cls => cls.name === className))
    return new NotKnown(`the number behind \`${name}\` is not known`);
  const dunder = name.startsWith('__');
  return raise(
    PyTypeError,
    dunder
      ? `descriptor '${name}' requires a '${className}' object but received a '${typeName(value)}'`
      : `descriptor '${name}' for '${className}' objects doesn't apply to a '${typeName(value)}' object`,
  );
}

/** Both directions of a binary operator: `__add__` and `__radd__`. Operands of other types are NotImplemented. */
export function binaryPair<T>(
  className: string,
  name: string,
  read: Reader<T>,
  apply: (left: T, right: T, py: Interpreter) => Value,
): NativeFunction[] {
  const forward = `__${name}__`;
  const reflected = `__r${name}__`;
  return [
    method(`${forward}(self, value, /)`, ([self, value], py) => {
      const left = read(self);
      if (left === null) throw wrongReceiver(className, forward, self);
      const right = read(value);
      return right === null ? NOT_IMPLEMENTED : apply(left, right, py);
    }),
    method(`${reflected}(self, value, /)`, ([self, value], py) => {
      const right = read(self);
      if (right === null) throw wrongReceiver(className, reflected, self);
      const left = read(value);
      return left === null ? NOT_IMPLEMENTED : apply(left, right, py);
    }),
  ];
}

/** The six comparisons from one three-way comparison (NaN: unordered); null from it is NotImplemented. */
export function comparisons<T>(
  className: string,
  read: Reader<T>,
  compare: (left: T, right: Value, py: Interpreter) => number | null,
): NativeFunction[] {
  const test = (name: string, accept: (order: number) => boolean): NativeFunction =>
    method(`${name}(self, value, /)`, ([self, value], py) => {
      const left = read(self);
      if (left === null) throw wrongReceiver(className, name, self);
      const order = compare(left, value, py);
      return order === null ? NOT_IMPLEMENTED : accept(order);
    });
  return [
    test('__eq__', order => order === 0),
    test('__ne__', order => order !== 0),
    test('__lt__', order => order < 0),
    test('__le__', order => order <= 0),
    test('__gt__', order => order > 0),
    test('__ge__', order => order >= 0),
  ];
}

/** A method whose receiver has been read already: `unary('int', 'bit_length(self, /)', asInteger, n => …)`. */
export function reading<T>(
  className: string,
  signature: string,
  read: Reader<T>,
  body: (self: T, args: readonly Value[], py: Interpreter, receiver: Value) => Value,
  documentation?: string,
): NativeFunction {
  const name = signature.slice(0, signature.indexOf('('));
  const native: NativeBody = (args, py) => {
    const self = read(args[0]);
    if (self === null) throw wrongReceiver(className, name, args[0]);
    return body(self, args.slice(1), py, args[0]);
  };
  return method(signature, native, documentation);
}
