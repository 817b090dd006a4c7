/** Python's values as plain ones: what the Python side of a figure gathers becomes the figure's own objects. */
import { PyDict } from '../../python/collections.ts';
import { raise, TypeError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { PyFloat, PyList, PyTuple, type Value } from '../../python/values.ts';
import { toArray } from '../numpy/conversion.ts';
import { type NdArray, numbersOf } from '../numpy/ndarray.ts';

/**
 * Dictionaries become objects, lists and tuples arrays, NumPy's arrays of bytes a Uint8Array and others a Float64Array.
 * The keys on the Python side are those of {@link Figure}.
 */
export function plainOf(value: Value, py: Interpreter): unknown {
  if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string')
    return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof PyFloat) return value.value;
  if (value instanceof PyTuple || value instanceof PyList) return value.items.map(item => plainOf(item, py));
  if (value instanceof PyDict) {
    const found: Record<string, unknown> = {};
    for (const [key, item] of value.entries()) found[String(key)] = plainOf(item, py);
    return found;
  }
  return plainNumbers(toArray(value, py), py);
}

function plainNumbers(array: NdArray, py: Interpreter): number | string | Float64Array | Uint8Array {
  const numbers = numbersOf(array);
  if (numbers === null) {
    if (array.shape.length === 0) return py.str(array);
    throw raise(TypeError, 'a figure is drawn of numbers');
  }
  if (array.shape.length === 0) return numbers[0] ?? 0;
  return array.dtype === 'uint8' ? Uint8Array.from(numbers) : Float64Array.from(numbers);
}
