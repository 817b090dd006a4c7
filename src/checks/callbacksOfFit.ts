/** The callbacks of a `fit` call, with what they were told. */
import { KerasObject } from '../library/keras/objects/kerasObject.ts';
import type { RecordedFit } from '../library/keras/record.ts';
import { PyList, PyTuple, Unknown, type Value } from '../python/values.ts';

/** Keras's own callbacks of a class; subclasses may do otherwise and are left out. */
export function callbacksOf(call: RecordedFit, ...names: readonly string[]): KerasObject[] {
  const value = call.args.get('callbacks') ?? null;
  const items = value instanceof PyList || value instanceof PyTuple ? value.items : [value];
  return items
    .filter(item => item instanceof KerasObject)
    .filter(item => names.includes(item.cls.name) && item.madeAt !== null);
}

/** A setting; undefined where it is not known. */
export function settingOf(callback: KerasObject, name: string): Value | undefined {
  const value = callback.config.get(name);
  return value instanceof Unknown ? undefined : value;
}
