/** The Python classes of all layers, by name, and making layers from native code. */
import type { PyClass } from '../../../python/classes.ts';
import { PyDict } from '../../../python/collections.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Value } from '../../../python/values.ts';
import type { LayerObject } from './base/layerObject.ts';

const classes = new Map<string, PyClass>();

/** Called once by layers/index.ts, which owns the list. */
export function registerLayerClass(name: string, cls: PyClass): void {
  if (classes.has(name)) throw new Error(`two layers are called ${name}`);
  classes.set(name, cls);
}

export function layerClassNamed(name: string): PyClass | undefined {
  return classes.get(name);
}

/** Makes a layer of a class of Keras. */
export function makeLayer(
  py: Interpreter,
  name: string,
  keywords: Iterable<readonly [string, Value]>,
): LayerObject {
  const cls = classes.get(name);
  if (cls === undefined) throw new Error(`there is no layer called ${name}`);
  return py.call(cls, [], PyDict.fromStrings(keywords)) as LayerObject;
}
