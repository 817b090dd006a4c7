/** What a value looks like to a person: type, shape, dtype and facts. */
import { ModelObject } from '../library/keras/models/modelObject.ts';
import { TensorObject } from '../library/keras/tensors/tensorObject.ts';
import { describeFacts, NdArray } from '../library/numpy/ndarray.ts';
import { describeTable } from '../library/pandas/tables.ts';
import { PyFloat, type Value } from '../python/values.ts';
import type { AnalysedValue } from './program.ts';

/** Whether a value is none of the many that are never shown, told at once. */
export function mayBeShown(value: Value): boolean {
  return typeof value === 'object' && value !== null && !(value instanceof PyFloat);
}

/** A value worth showing, or null for everything else (numbers, text, functions…). */
export function describeValue(value: Value): AnalysedValue | null {
  if (value instanceof NdArray) {
    return { type: 'ndarray', shape: value.shape, dtype: value.dtype, facts: describeFacts(value) };
  }
  if (value instanceof TensorObject) {
    return { type: 'tensor', shape: value.shape, dtype: value.tensor.dtype, facts: [] };
  }
  return describeTable(value);
}

/** Whether a value is a Keras model. */
export function isModel(value: Value): value is ModelObject {
  return value instanceof ModelObject;
}
