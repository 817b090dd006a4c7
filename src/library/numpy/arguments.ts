/** Reading the arguments of NumPy functions: integers, shapes, axes, arrays. */
import { raise, TypeError, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { classOf } from '../../python/types.ts';
import { NotKnown, PyFloat, PyList, PyTuple, Unknown, type Value } from '../../python/values.ts';
import { toArray } from './conversion.ts';
import { kindOf } from './dtypes.ts';
import { NdArray, numbersOf, requireData, type Shape } from './ndarray.ts';
import { isNumpyScalar, NumpyFloat64, plainValue } from './scalars.ts';
import { checkShape } from './shapes.ts';

/** An integer argument. Throws {@link NotKnown} when analysis does not know it, TypeError for other types. */
export function integerArgument(value: Value, py: Interpreter): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (value instanceof NumpyFloat64 || value instanceof PyFloat) {
    throw raise(
      TypeError,
      `'${value.cls.name === 'float64' ? 'numpy.float64' : 'float'}' object cannot be interpreted as an integer`,
    );
  }
  if (isNumpyScalar(value)) {
    const plain = plainValue(value);
    if (typeof plain === 'number' || typeof plain === 'bigint' || typeof plain === 'boolean')
      return Number(plain);
  }
  if (value instanceof NdArray) {
    if (value.rank > 0 || !'biu'.includes(kindOf(value.dtype)))
      throw raise(TypeError, 'only integer scalar arrays can be converted to a scalar index');
    const data = requireData(value);
    return Number(data.items[data.offset]);
  }
  if (value !== null && typeof value === 'object') {
    const method = classOf(value).lookup('__index__');
    if (method !== undefined && method !== null) return Number(py.call(method, [value]));
  }
  throw raise(TypeError, `'${classOf(value).errorName}' object cannot be interpreted as an integer`);
}

/** An integer, or null for None. */
export function optionalInteger(value: Value, py: Interpreter): number | null {
  return value === null ? null : integerArgument(value, py);
}

/** A real number argument. */
export function numberArgument(value: Value, py: Interpreter): number {
  if (value instanceof PyFloat) return value.value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return Number(value);
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  const array = toArray(value, py);
  if (array.size === 1) {
    const numbers = numbersOf(array);
    if (numbers) return numbers[0];
  }
  throw raise(
    TypeError,
    array.rank === 0
      ? `must be real number, not ${classOf(value).name}`
      : 'only size-1 arrays can be converted to Python scalars',
  );
}

/** The items of a tuple, list or one-dimensional array; null for a single value. */
export function sequenceOf(value: Value, py: Interpreter): readonly Value[] | null {
  if (value instanceof PyTuple) return value.items;
  if (value instanceof PyList) {
    if (value.lost) throw new NotKnown(value.lost.reason);
    return value.items;
  }
  if (value instanceof NdArray && value.rank > 0) return py.collect(value);
  if (
    typeof value === 'object' &&
    value !== null &&
    !(value instanceof NdArray) &&
    !(value instanceof Unknown)
  ) {
    const cls = classOf(value);
    if (cls.lookup('__len__') !== undefined && cls.lookup('__getitem__') !== undefined)
      return py.collect(value);
  }
  return null;
}

/** A shape argument: an int or a sequence of ints. Lengths that analysis does not know are null. */
export function shapeArgument(value: Value, py: Interpreter): Shape {
  if (value instanceof Unknown && value.kind !== 'int') throw new NotKnown(value.reason);
  const items = sequenceOf(value, py) ?? [value];
  const shape = items.map(item => knownOrNull(item, py));
  checkShape(shape.map(length => length ?? 0));
  return shape;
}

function knownOrNull(item: Value, py: Interpreter): number | null {
  if (item instanceof Unknown && item.kind !== 'int' && item.kind !== null) throw new NotKnown(item.reason);
  try {
    return integerArgument(item, py);
  } catch (error) {
    if (error instanceof NotKnown) return null;
    throw error;
  }
}

/** A shape whose lengths are all known; {@link NotKnown} otherwise. */
export function knownShape(shape: Shape): number[] {
  if (shape.includes(null)) throw new NotKnown('a length is not known before it runs');
  return shape as number[];
}

/** An `axis=` argument: None, an int, or several. */
export function axesArgument(value: Value, py: Interpreter): number[] | null {
  if (value === null) return null;
  const items = sequenceOf(value, py);
  return items === null ? [integerArgument(value, py)] : items.map(item => integerArgument(item, py));
}

/** Integers of a sequence, or of a single value. */
export function integersArgument(value: Value, py: Interpreter): number[] {
  return (sequenceOf(value, py) ?? [value]).map(item => integerArgument(item, py));
}

/** The arrays of a sequence argument (`concatenate`, `stack`); an array gives its rows. */
export function arraysArgument(value: Value, py: Interpreter): NdArray[] {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (value instanceof NdArray && value.rank === 0)
    throw raise(ValueError, 'zero-dimensional arrays cannot be concatenated');
  return py.collect(value).map(item => toArray(item, py));
}
