/** Arrays as the plain Python values that `tolist` and `item` give. */
import type { Interpreter } from '../../python/interpreter.ts';
import {
  NotKnown,
  PyBytes,
  PyFloat,
  PyList,
  type PyTuple,
  Unknown,
  type Value,
} from '../../python/values.ts';
import { pythonTime } from './dates/elements.ts';
import { type DTypeName, kindOf } from './dtypes.ts';
import type { NdArray } from './ndarray.ts';
import type { ArrayData } from './storage.ts';
import { plainRow } from './structs/values.ts';

/** An element as the plain Python value that `tolist` and `item` give. */
export function plainElement(dtype: DTypeName, raw: Value, py: Interpreter | null = null): Value {
  switch (kindOf(dtype)) {
    case 'f':
      return new PyFloat(raw as number);
    case 'b':
      return raw === 1;
    case 'M':
    case 'm':
      if (py === null) throw new NotKnown('a date as an object needs the interpreter');
      return pythonTime(raw as bigint, dtype, py);
    case 'V':
      return plainRow(raw as PyTuple, dtype, py);
    case 'S':
      return new PyBytes(Uint8Array.from(raw as string, character => character.charCodeAt(0)));
    case 'i':
    case 'u':
      if (typeof raw === 'bigint' && raw >= -9007199254740991n && raw <= 9007199254740991n)
        return Number(raw);
      return raw;
    default:
      return raw;
  }
}

/** `tolist()`. */
export function toNestedList(data: ArrayData, py: Interpreter | null = null): Value {
  const walk = (axis: number, offset: number): Value => {
    if (axis === data.shape.length) return plainElement(data.dtype, data.items[offset], py);
    const items: Value[] = new Array(data.shape[axis]);
    for (let i = 0; i < items.length; i++) items[i] = walk(axis + 1, offset + i * data.strides[axis]);
    return new PyList(items);
  };
  return walk(0, data.offset);
}

/** The most elements of nested lists that are made of an array whose contents are not known. */
const unknownListLimit = 20_000;

/** Nested lists of the right lengths whose numbers are not known. */
export function unknownList(array: NdArray): Value {
  const { shape, size } = array;
  if (size === null || size > unknownListLimit)
    throw new NotKnown('the contents of this array are not known before it runs');
  const kind = { b: 'bool', i: 'int', u: 'int', f: 'float' }[kindOf(array.dtype) as 'b'] ?? null;
  const element = new Unknown('the contents of this array are not known before it runs', kind);
  const nest = (axis: number): Value =>
    axis === shape.length
      ? element
      : new PyList(Array.from({ length: shape[axis] as number }, () => nest(axis + 1)));
  return nest(0);
}
