/** Composite tensors: objects of TensorFlow that hold several tensors and say what functions make of them. */
import { PyObject, type Value } from '../../../python/values.ts';

/** The method of their classes: `_on_parts(name, compute, args)`. */
export const compositeHook = '_on_parts';

export function isComposite(value: Value): value is PyObject {
  return value instanceof PyObject && value.cls?.lookup(compositeHook) !== undefined;
}
