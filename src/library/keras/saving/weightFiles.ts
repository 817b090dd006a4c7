/** Weights in HDF5 as Keras 3 lays them out, by the place of an object in the model: `layers/dense/vars/0`. */
import type { HostArray } from '../../../graph/engine.ts';
import { formatShape } from '../../../graph/shapes.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import type { LayerObject } from '../layers/base/layerObject.ts';
import { OptimizerObject } from '../optimizers/optimizerObject.ts';
import { readVariables, writeVariables } from '../session.ts';
import type { VariableObject } from '../tensors/variableObject.ts';
import { emptyGroup, groupAt, type Hdf5Group, makeGroup } from './hdf5.ts';
import { loadedBy, overrides, storedBy } from './ownVariables.ts';
import { optimizerVariables, ownVariables, type Saveable, saveablesOf } from './saveables.ts';

/** All variables of a model as Keras 3 lays them out. */
export function* weightsTree(py: Interpreter, model: LayerObject): Suspendable<Hdf5Group> {
  const root = emptyGroup();
  const saveables = saveablesOf(model);
  const places = saveables.flatMap(([path, saveable]) => {
    const group = makeGroup(root, `${path}/vars`);
    if (overrides(saveable, 'save_own_variables')) return [];
    return ownVariables(saveable).map((variable, index) => ({ group, name: String(index), variable }));
  });
  const values = yield* readVariables(
    py,
    places.map(({ variable }) => variable.variable!),
    false,
  );
  places.forEach(({ group, name }, index) => {
    const { data, shape, dtype } = values[index];
    group.datasets.set(name, { data: data.slice(), shape, dtype });
  });
  for (const [path, saveable] of saveables) {
    if (!overrides(saveable, 'save_own_variables')) continue;
    const group = makeGroup(root, `${path}/vars`);
    for (const [name, array] of yield* storedBy(py, saveable)) group.datasets.set(name, array);
  }
  return root;
}

export interface Assignment {
  readonly variable: VariableObject;
  readonly value: HostArray;
}

/** What is wrong with the arrays for these variables; null where they fit. */
export function misfit(
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
  model: LayerObject,
  root: Hdf5Group,
  options: LoadOptions,
): Suspendable<void> {
  const assignments: Assignment[] = [];
  const failures: { saveable: Saveable; text: string }[] = [];
  const own: [Saveable, ReadonlyMap<string, HostArray>][] = [];
  for (const [path, saveable] of saveablesOf(model)) {
    const group = groupAt(root, `${path}/vars`);
    if (overrides(saveable, 'load_own_variables')) {
      own.push([saveable, group?.datasets ?? new Map()]);
      continue;
    }
    const arrays = arraysIn(group);
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
  for (const [saveable, arrays] of own) yield* loadedBy(py, saveable, arrays);
  if (failures.length > 0) reportFailures(py, failures, options.skipMismatch);
}

/** Gives variables their values. */
export function* assign(py: Interpreter, assignments: readonly Assignment[]): Suspendable<void> {
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
  if (restore && optimizer.keeper.state.length === 0 && arrays.length > variables.length) {
    optimizer.keeper.restored = arrays.slice(variables.length);
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
