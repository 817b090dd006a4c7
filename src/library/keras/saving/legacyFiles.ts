/** The HDF5 files of Keras 1 and 2, which Keras 3 still reads and writes: weights by the names of layers and weights. */
import type { HostArray } from '../../../graph/engine.ts';
import { formatShape } from '../../../graph/shapes.ts';
import { PyDict } from '../../../python/collections.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import type { Value } from '../../../python/values.ts';
import type { LayerObject } from '../layers/base/layerObject.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { OptimizerObject } from '../optimizers/optimizerObject.ts';
import { readVariables } from '../session.ts';
import type { VariableObject } from '../tensors/variableObject.ts';
import { type ByVersion, type Raised, raiseInWords } from '../versionWords.ts';
import { deserializeKerasObject } from './deserialize.ts';
import { datasetAt, emptyGroup, groupAt, type Hdf5Group, makeGroup } from './hdf5.ts';
import { fromJson, toJson } from './json.ts';
import { type Loaded, otherLayers, otherShape, otherWeights } from './loadingErrors.ts';
import { modelLayers, optimizerVariables } from './saveables.ts';
import { classConfig, serializeKerasObject } from './serialize.ts';
import { type Assignment, assign, misfit } from './weightFiles.ts';

/** HDF5 holds no attribute larger than this: longer lists of names are split over numbered attributes. */
const largestAttribute = 64_512;

/** The order of the older files: what trains, then what does not. */
function legacyWeights(layer: LayerObject): VariableObject[] {
  return [...layer.trainableWeights, ...layer.nonTrainableWeights];
}

/** Weights that the model itself has, not one of its layers. */
function topLevelWeights(model: ModelObject): VariableObject[] {
  const own = new Set(model.keptWeights());
  return legacyWeights(model).filter(weight => own.has(weight));
}

function setNames(group: Hdf5Group, attribute: string, names: readonly string[]): void {
  const longest = Math.max(1, ...names.map(name => new TextEncoder().encode(name).length));
  const size = Math.max(1, Math.floor(largestAttribute / longest));
  if (names.length <= size) {
    group.attributes.set(attribute, [...names]);
    return;
  }
  for (let part = 0; part * size < names.length; part++)
    group.attributes.set(`${attribute}${part}`, names.slice(part * size, (part + 1) * size));
}

function namesIn(group: Hdf5Group, attribute: string): string[] {
  const value = group.attributes.get(attribute);
  if (value !== undefined) return typeof value === 'string' ? [value] : [...value];
  const parts: string[] = [];
  for (let index = 0; ; index++) {
    const part = group.attributes.get(`${attribute}${index}`);
    if (part === undefined) return parts;
    parts.push(...(typeof part === 'string' ? [part] : part));
  }
}

function* putVariables(
  py: Interpreter,
  group: Hdf5Group,
  variables: readonly VariableObject[],
  prefix: string,
): Suspendable<void> {
  const values = yield* readVariables(
    py,
    variables.map(variable => variable.variable!),
    false,
  );
  const names = variables.map((variable, index) => {
    const twice = variables.findIndex(other => other.name === variable.name) !== index;
    return `${prefix}${variable.name}${twice ? `_${index}` : ''}`;
  });
  setNames(group, 'weight_names', names);
  for (const [index, name] of names.entries()) {
    const parts = name.split('/');
    const { data, shape, dtype } = values[index];
    const inner = makeGroup(group, parts.slice(0, -1).join('/'));
    inner.datasets.set(parts.at(-1)!, { data: data.slice(), shape, dtype });
  }
}

function arraysIn(group: Hdf5Group | undefined): HostArray[] {
  if (group === undefined) return [];
  return namesIn(group, 'weight_names').flatMap(name => datasetAt(group, name) ?? []);
}

/** The weights of a model: a group for each layer, its weights in the order it lists. */
export function* weightsGroup(py: Interpreter, model: ModelObject): Suspendable<Hdf5Group> {
  const root = emptyGroup();
  const layers = modelLayers(model);
  setNames(
    root,
    'layer_names',
    layers.map(layer => layer.name),
  );
  root.attributes.set('backend', 'tensorflow');
  root.attributes.set('keras_version', '3.3.3');
  for (const layer of layers)
    yield* putVariables(py, makeGroup(root, layer.name), legacyWeights(layer), `${layer.name}/`);
  yield* putVariables(py, makeGroup(root, 'top_level_model_weights'), topLevelWeights(model), '');
  return root;
}

function trainingConfig(py: Interpreter, model: ModelObject): PyDict | null {
  const { compiled } = model;
  if (compiled === null || !(compiled.optimizer instanceof OptimizerObject)) return null;
  return PyDict.fromStrings([
    ['loss', serializeKerasObject(py, compiled.loss)],
    ['loss_weights', serializeKerasObject(py, compiled.lossWeights)],
    ['metrics', serializeKerasObject(py, compiled.metrics)],
    ['weighted_metrics', serializeKerasObject(py, compiled.weightedMetrics)],
    ['run_eagerly', false],
    ['steps_per_execution', 1],
    ['jit_compile', false],
    ['optimizer_config', serializeKerasObject(py, compiled.optimizer)],
  ]);
}

/** A whole model: config, weights, what it was compiled with and its optimizer's state. */
export function* legacyModel(
  py: Interpreter,
  model: ModelObject,
  withOptimizer: boolean,
): Suspendable<Hdf5Group> {
  const root = emptyGroup();
  const config = serializeKerasObject(py, py.callMethod(model, 'get_config', []));
  root.attributes.set('keras_version', '3.3.3');
  root.attributes.set('backend', 'tensorflow');
  root.attributes.set('model_config', toJson(py, classConfig(py, model.cls, config)));
  const training = withOptimizer ? trainingConfig(py, model) : null;
  if (training !== null) root.attributes.set('training_config', toJson(py, training));
  root.groups.set('model_weights', yield* weightsGroup(py, model));
  const optimizer = model.compiled?.optimizer;
  if (withOptimizer && optimizer instanceof OptimizerObject) {
    const { name } = optimizer.settings;
    yield* putVariables(py, makeGroup(root, 'optimizer_weights'), optimizerVariables(optimizer), `${name}/`);
  }
  return root;
}

/** Settings that only optimizers of Keras 2 had, and that change nothing in what they compute. */
const forgotten = ['jit_compile', 'is_legacy_optimizer', 'decay'];

/** The config of an optimizer without what Keras 3 does not know; Keras 2.11 and later registered its own as custom. */
function optimizerOfFile(config: Value | undefined): Value {
  const settings = config instanceof PyDict ? config.getString('config') : undefined;
  if (!(config instanceof PyDict) || !(settings instanceof PyDict)) return config ?? null;
  const name = String(config.getString('class_name')).replace(/^Custom>/, '');
  const kept = [...settings.entries()].filter(([key]) => !forgotten.includes(String(key)));
  return PyDict.fromStrings([
    ...[...config.entries()].map(([key, value]) => [String(key), value] as const),
    ['class_name', name],
    ['config', PyDict.fromStrings(kept.map(([key, value]) => [String(key), value] as const))],
  ]);
}

/** Compiles a model as a file says, and gives its optimizer the state of that file. */
export function* compileAsSaved(
  py: Interpreter,
  model: ModelObject,
  root: Hdf5Group,
  customObjects: Value,
): Suspendable<void> {
  const text = root.attributes.get('training_config');
  if (typeof text !== 'string') {
    py.host.write(
      'stderr',
      'WARNING:absl:No training configuration found in the save file, so the model was *not* compiled. Compile it manually.\n',
    );
    return;
  }
  const config = fromJson(py, text) as PyDict;
  const revive = (value: Value | undefined): Value =>
    deserializeKerasObject(py, value ?? null, customObjects);
  const settings = PyDict.fromStrings([
    ['optimizer', revive(optimizerOfFile(config.getString('optimizer_config')))],
    ...['loss', 'metrics', 'weighted_metrics', 'loss_weights'].map(
      key => [key, revive(config.getString(key))] as const,
    ),
  ]);
  yield* py.callAndWait(py.getAttribute(model, 'compile'), [], settings);
  const optimizer = model.compiled?.optimizer;
  const arrays = arraysIn(root.groups.get('optimizer_weights'));
  if (optimizer instanceof OptimizerObject && arrays.length > 0)
    yield* restoreOptimizer(py, optimizer, arrays);
}

/** State of Keras 3 is taken at the first step; that of older versions had another form, and is left out. */
function* restoreOptimizer(
  py: Interpreter,
  optimizer: OptimizerObject,
  arrays: readonly HostArray[],
): Suspendable<void> {
  const variables = optimizerVariables(optimizer);
  const heads = arrays.slice(0, variables.length);
  if (misfit('', variables, heads) !== null) {
    py.host.write(
      'stderr',
      'WARNING:absl:Error in loading the saved optimizer state. As a result, your model is starting with a freshly initialized optimizer.\n',
    );
    return;
  }
  yield* assign(
    py,
    variables.map((variable, index) => ({ variable, value: heads[index] })),
  );
  optimizer.keeper.restored = arrays.slice(variables.length);
}

export interface LegacyOptions {
  readonly byName: boolean;
  readonly skipMismatch: boolean;
}

/** Gives a model the weights of an older file, layer by layer in order, or by the layers' names. */
export function* loadLegacy(
  py: Interpreter,
  model: ModelObject,
  root: Hdf5Group,
  { byName, skipMismatch }: LegacyOptions,
): Suspendable<void> {
  const saved = namesIn(root, 'layer_names').flatMap(name => {
    const arrays = arraysIn(groupAt(root, name));
    return arrays.length === 0 ? [] : [{ name, arrays }];
  });
  const layers = modelLayers(model).filter(layer => layer.weights.length > 0);
  if (!byName && saved.length !== layers.length) throw otherLayers(py, layers.length, saved.length);
  const assignments: Assignment[] = [];
  layers.forEach((layer, index) => {
    const found = byName ? saved.find(item => item.name === layer.name) : saved[index];
    if (found === undefined) return;
    const weights = legacyWeights(layer);
    const loaded = { index: byName ? null : index, name: layer.name, saved: found.name };
    const words = legacyMisfit(loaded, weights, found.arrays);
    const error = words === null ? null : raiseInWords(py, words, { code: 'weights-mismatch' });
    const text = error === null ? null : py.str(error.exception);
    if (text !== null && skipMismatch) {
      py.host.write('stderr', `UserWarning: Skipping loading of weights for layer ${layer.name}: ${text}\n`);
      return;
    }
    if (error !== null) throw error;
    assignments.push(...weights.map((variable, place) => ({ variable, value: found.arrays[place] })));
  });
  const top = arraysIn(root.groups.get('top_level_model_weights'));
  const own = topLevelWeights(model);
  if (top.length > 0) {
    if (top.length !== own.length) {
      throw raise(
        ValueError,
        `Weight count mismatch for top-level weights when loading weights from file. Model expects ${own.length} top-level weight(s). Received ${top.length} saved top-level weight(s)`,
        { code: 'weights-mismatch' },
      );
    }
    assignments.push(...own.map((variable, place) => ({ variable, value: top[place] })));
  }
  yield* assign(py, assignments);
}

/** What is wrong with the saved arrays for a layer, in the words of each version; null where they fit. */
function legacyMisfit(
  loaded: Loaded,
  weights: readonly VariableObject[],
  arrays: readonly HostArray[],
): ByVersion<Raised> | null {
  if (weights.length !== arrays.length) return otherWeights(loaded, weights.length, arrays.length);
  const text = misfit(loaded.name, weights, arrays);
  if (text === null) return null;
  const index = weights.findIndex(
    ({ shape }, place) => formatShape(shape) !== formatShape(arrays[place].shape),
  );
  const { name, shape } = weights[index];
  return otherShape(name, shape, arrays[index].shape, text);
}
