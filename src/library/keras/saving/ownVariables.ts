/** `save_own_variables` and `load_own_variables`: what a layer writes of itself, which a script's class may override. */
import type { HostArray } from '../../../graph/engine.ts';
import { ops } from '../../../graph/index.ts';
import { constant } from '../../../graph/tensor.ts';
import { PyDict } from '../../../python/collections.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import { method, suspendableMethod } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import { type PyObject, Unknown, type Value } from '../../../python/values.ts';
import { NdArray } from '../../numpy/ndarray.ts';
import {
  adaptedVariables,
  hasLora,
  loraVariables,
  type MainWeight,
  mainWeight,
} from '../layers/base/adaptation.ts';
import { LayerObject } from '../layers/base/layerObject.ts';
import { readVariables, valuesOf } from '../session.ts';
import { arrayFromHost, hostArrayOf, wrap } from '../tensors/conversion.ts';
import type { VariableObject } from '../tensors/variableObject.ts';
import { currentTrace } from '../trace.ts';

/** A layer's variables without those of the layers inside it, in the order of their numbers in files. */
export function variablesOf(layer: LayerObject): VariableObject[] {
  const adapted = adaptedVariables(layer);
  if (adapted !== null) return adapted;
  const own = new Set(layer.keptWeights());
  return layer.weights.filter(weight => own.has(weight));
}

function keep(store: Value, index: number, value: HostArray): void {
  (store as PyDict).setString(String(index), arrayFromHost({ ...value, data: value.data.slice() }));
}

const save = suspendableMethod('save_own_variables(self, store)', function* ([self, store], py) {
  const layer = self as LayerObject;
  const variables = variablesOf(layer);
  const values = yield* readVariables(
    py,
    variables.map(variable => variable.variable!),
  );
  for (const [index, value] of values.entries()) keep(store, index, value);
  if (!hasLora(layer)) return null;
  // What LoRA adds is part of the main weight in a file.
  const whole = wrap(py, mainWeight(layer, variables[0].name as MainWeight, currentTrace(py)));
  const [merged] = yield* valuesOf(py, [whole]);
  keep(store, 0, merged);
  return null;
});

const load = method('load_own_variables(self, store)', ([self, store], py) => {
  const layer = self as LayerObject;
  const variables = variablesOf(layer);
  const { size } = store as PyDict;
  if (size !== variables.length) {
    throw raise(
      ValueError,
      variables.length === 0 && !layer.built
        ? `Layer '${layer.name}' was never built and thus it doesn't have any variables. However the weights file lists ${size} variables for this layer.`
        : `Layer '${layer.name}' expected ${variables.length} variables, but received ${size} variables during loading. Expected: [${variables.map(({ name }) => `'${name}'`).join(', ')}]`,
      { code: 'weights-mismatch' },
    );
  }
  for (const [index, variable] of variables.entries())
    py.callMethod(variable, 'assign', [(store as PyDict).getString(String(index)) ?? null]);
  for (const variable of loraVariables(layer))
    variable.assign(currentTrace(py), ops.broadcastTo(constant(0, []), variable.shape));
  return null;
});

/** In every layer. */
export const ownVariableMethods: [string, Value][] = [
  [save.name, save],
  [load.name, load],
];

/** Whether a script's class says itself what it writes or reads. */
export function overrides(object: PyObject, name: 'save_own_variables' | 'load_own_variables'): boolean {
  const found = object.cls.lookup(name);
  if (object instanceof LayerObject && hasLora(object)) return true;
  return object instanceof LayerObject && found !== undefined && found !== save && found !== load;
}

/** What the layer's own method writes, by name. */
export function* storedBy(py: Interpreter, layer: PyObject): Suspendable<[string, HostArray][]> {
  const store = new PyDict();
  yield* py.callAndWait(py.getAttribute(layer, save.name), [store]);
  const numpy = py.importModule('numpy');
  if (numpy instanceof Unknown) return [];
  const found: [string, HostArray][] = [];
  for (const [key, value] of store.entries()) {
    const array = yield* py.callAndWait(py.getAttribute(numpy, 'asarray'), [value]);
    if (array instanceof NdArray) found.push([py.str(key), hostArrayOf(array)]);
  }
  return found;
}

/** Lets the layer's own method read what is in a file. */
export function* loadedBy(
  py: Interpreter,
  layer: PyObject,
  arrays: ReadonlyMap<string, HostArray>,
): Suspendable<void> {
  const store = PyDict.fromStrings([...arrays].map(([name, array]) => [name, arrayFromHost(array)] as const));
  yield* py.callAndWait(py.getAttribute(layer, load.name), [store]);
}
