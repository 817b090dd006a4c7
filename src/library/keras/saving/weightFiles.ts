/** Weights in HDF5: the layout of Keras 3 (`layers/dense/vars/0`), and the older one by layer and weight names. */
import type { HostArray } from '../../../graph/engine.ts';
import { formatShape } from '../../../graph/shapes.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { OptimizerObject } from '../optimizers/optimizerObject.ts';
import { readVariables, writeVariables } from '../session.ts';
import type { VariableObject } from '../tensors/variableObject.ts';
import { datasetAt, emptyGroup, groupAt, type Hdf5Group, makeGroup } from './hdf5.ts';
import { modelLayers, optimizerVariables, ownVariables, type Saveable, saveablesOf } from './saveables.ts';

/** All variables of a model as Keras 3 lays them out. */
export function* weightsTree(py: Interpreter, model: ModelObject): Suspendable<Hdf5Group> {
  const root = emptyGroup();
  const places = saveablesOf(model).flatMap(([path, saveable]) => {
    const group = makeGroup(root, `${path}/vars`);
    return ownVariables(saveable).map((variable, index) => ({ group, name: String(index), variable }));
  });
  const values = yield* readVariables(
    py,
    places.map(({ variable }) => variable.variable!),
  );
  places.forEach(({ group, name }, index) => {
    const { data, shape, dtype } = values[index];
    group.datasets.set(name, { data: data.slice(), shape, dtype });
  });
  return root;
}

interface Assignment {
  readonly variable: VariableObject;
  readonly value: HostArray;
}

/** What is wrong with the arrays for these variables; null where they fit. */
function misfit(
  owner: string,
  variables: readonly VariableObject[],
  arrays: readonly HostArray[],
): string | null {
  if (variables.length !== arrays.length) {
    const names = variables.map(variable => `'${variable.name}'`).join(', ');
    return `${owner} expected ${variables.length} variables, but received ${arrays.length} variables during loading. Expected: [${names}]`;
  }
  for (const [index, variable] of variables.entries()) {
    const [expected, given] = [formatShape(variable.shape), formatShape(arrays[index].shape)];
    if (expected !== given)
      return `The shape of the target variable and the shape of the target value in \`variable.assign(value)\` must match. variable.shape=${expected}, Received: value.shape=${given}. Target variable: <KerasVariable shape=${expected}, dtype=${variable.dtype}, path=${variable.name}>`;
  }
  return null;
}

function arraysIn(group: Hdf5Group | undefined): HostArray[] {
  if (group === undefined) return [];
  return [...group.datasets].sort(([a], [b]) => Number(a) - Number(b)).map(([, array]) => array);
}

export interface LoadOptions {
  readonly skipMismatch: boolean;
  /** Whether an optimizer without state takes the saved one at its first step, as a loaded model's does. */
  readonly restoreOptimizer: boolean;
}

/** Gives a model the variables of a Keras 3 file; raises Keras's error when some do not fit. */
export function* loadTree(
  py: Interpreter,
  model: ModelObject,
  root: Hdf5Group,
  options: LoadOptions,
): Suspendable<void> {
  const assignments: Assignment[] = [];
  const failures: { saveable: Saveable; text: string }[] = [];
  for (const [path, saveable] of saveablesOf(model)) {
    const arrays = arraysIn(groupAt(root, `${path}/vars`));
    if (saveable instanceof OptimizerObject) {
      assignments.push(...optimizerAssignments(py, saveable, arrays, options.restoreOptimizer));
      continue;
    }
    const variables = ownVariables(saveable);
    const text =
      variables.length === 0 && arrays.length > 0 && !saveable.built
        ? `Layer '${saveable.name}' was never built and thus it doesn't have any variables. However the weights file lists ${arrays.length} variables for this layer.`
        : misfit(`Layer '${saveable.name}'`, variables, arrays);
    if (text !== null) failures.push({ saveable, text });
    else assignments.push(...variables.map((variable, index) => ({ variable, value: arrays[index] })));
  }
  yield* assign(py, assignments);
  if (failures.length > 0) reportFailures(py, failures, options.skipMismatch);
}

function* assign(py: Interpreter, assignments: readonly Assignment[]): Suspendable<void> {
  for (const { variable, value } of assignments)
    if (variable.hostValue !== null) variable.hostValue = value.data[0];
  yield* writeVariables(
    py,
    assignments.map(({ variable, value }) => ({ variable: variable.variable!, value: value.data })),
  );
}

function optimizerAssignments(
  py: Interpreter,
  optimizer: OptimizerObject,
  arrays: readonly HostArray[],
  restore: boolean,
): Assignment[] {
  const variables = optimizerVariables(optimizer);
  const known = variables.map((variable, index) => ({ variable, value: arrays[index] }));
  if (arrays.length === variables.length && misfit('', variables, arrays) === null) return known;
  if (restore && optimizer.state.length === 0 && arrays.length > variables.length) {
    optimizer.restored = arrays.slice(variables.length);
    return known;
  }
  const { name } = optimizer.settings;
  py.host.write(
    'stderr',
    `UserWarning: Skipping variable loading for optimizer '${name}', because it has ${variables.length} variables whereas the saved optimizer has ${arrays.length} variables. \n`,
  );
  return [];
}

function reportFailures(
  py: Interpreter,
  failures: readonly { saveable: Saveable; text: string }[],
  warnOnly: boolean,
): void {
  const names = failures.map(({ saveable }) => py.repr(saveable));
  const text = `A total of ${failures.length} objects could not be loaded. Example error message for object ${names[0]}:\n\n${failures[0].text}\n\nList of objects that could not be loaded:\n[${names.join(', ')}]`;
  if (!warnOnly) throw raise(ValueError, text, { code: 'weights-mismatch' });
  py.host.write('stderr', `UserWarning: ${text}\n`);
}

/** The weights as Keras 1 and 2 laid them out: a group for each layer, its weights in the order it lists. */
export function* legacyTree(py: Interpreter, model: ModelObject): Suspendable<Hdf5Group> {
  const root = emptyGroup();
  const layers = modelLayers(model);
  root.attributes.set(
    'layer_names',
    layers.map(layer => layer.name),
  );
  root.attributes.set('backend', 'tensorflow');
  root.attributes.set('keras_version', '3.3.3');
  for (const layer of layers) {
    const { weights } = layer;
    const values = yield* readVariables(
      py,
      weights.map(weight => weight.variable!),
    );
    const group = makeGroup(root, layer.name);
    const names = weights.map((weight, index) => {
      const twice = weights.findIndex(other => other.name === weight.name) !== index;
      return `${model.name}/${layer.name}/${weight.name}${twice ? `_${index}` : ''}`;
    });
    group.attributes.set('weight_names', names);
    names.forEach((name, index) => {
      const parts = name.split('/');
      const { data, shape, dtype } = values[index];
      const inner = makeGroup(group, parts.slice(0, -1).join('/'));
      inner.datasets.set(parts.at(-1)!, { data: data.slice(), shape, dtype });
    });
  }
  return root;
}

function namesIn(group: Hdf5Group, attribute: string): string[] {
  const value = group.attributes.get(attribute);
  if (value !== undefined) return typeof value === 'string' ? [value] : [...value];
  // Long lists are split over numbered attributes.
  const parts: string[] = [];
  for (let index = 0; ; index++) {
    const part = group.attributes.get(`${attribute}${index}`);
    if (part === undefined) return parts;
    parts.push(...(typeof part === 'string' ? [part] : part));
  }
}

/** Gives a model the weights of an older file, layer by layer in order, or by the layers' names. */
export function* loadLegacy(
  py: Interpreter,
  model: ModelObject,
  root: Hdf5Group,
  byName: boolean,
  skipMismatch: boolean,
): Suspendable<void> {
  const saved = namesIn(root, 'layer_names').flatMap(name => {
    const group = groupAt(root, name);
    const names = group === undefined ? [] : namesIn(group, 'weight_names');
    const arrays = names.flatMap(weight => datasetAt(group!, weight) ?? []);
    return arrays.length === 0 ? [] : [{ name, arrays }];
  });
  const layers = modelLayers(model).filter(layer => layer.weights.length > 0);
  if (!byName && saved.length !== layers.length) {
    throw raise(
      ValueError,
      `Layer count mismatch when loading weights from file. Model expected ${layers.length} layers, found ${saved.length} saved layers.`,
      { code: 'weights-mismatch' },
    );
  }
  const assignments: Assignment[] = [];
  layers.forEach((layer, index) => {
    const found = byName ? saved.find(item => item.name === layer.name) : saved[index];
    if (found === undefined) return;
    const text = misfit(
      `Layer #${index} (named "${layer.name}" in the current model)`,
      layer.weights,
      found.arrays,
    );
    if (text !== null && skipMismatch) {
      py.host.write('stderr', `UserWarning: Skipping loading of weights for layer ${layer.name}: ${text}\n`);
      return;
    }
    if (text !== null) throw raise(ValueError, text, { code: 'weights-mismatch' });
    assignments.push(...layer.weights.map((variable, place) => ({ variable, value: found.arrays[place] })));
  });
  yield* assign(py, assignments);
}
