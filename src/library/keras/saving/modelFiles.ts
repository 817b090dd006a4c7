/** Whole models in files: the `.keras` archive (metadata, config, weights) and the older `.h5`. */

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { PyDict } from '../../../python/collections.ts';
import { RuntimeError, raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import type { HostFiles } from '../../../python/policy.ts';
import { type Suspendable, wait } from '../../../python/suspension.ts';
import type { Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { LayerObject } from '../layers/base/layerObject.ts';
import { ModelObject } from '../models/modelObject.ts';
import { raiseInWords } from '../versionWords.ts';
import { assetsOf, takeAssets } from './assets.ts';
import { deserializeKerasObject } from './deserialize.ts';
import { groupAt, type Hdf5Group, openHdf5 } from './hdf5.ts';
import { fromJson, toJson } from './json.ts';
import { compileAsSaved, legacyModel, loadLegacy, weightsGroup } from './legacyFiles.ts';
import { checkLoadedName, isLegacy, missingFile, type Wanted } from './loadingErrors.ts';
import { serializeKerasObject } from './serialize.ts';
import { loadTree, weightsTree } from './weightFiles.ts';

const weightsName = 'model.weights.h5';

/** A file name from a string or a path object. */
export function pathOf(py: Interpreter, value: Value): string {
  return py.str(value);
}

function filesOf(py: Interpreter): HostFiles {
  const { files } = py.host;
  if (files === null) throw raise(RuntimeError, 'This run has no files.');
  return files;
}

function refuse(path: string, format: string): never {
  throw raise(ValueError, `${format} Received: filepath=${path}`, {
    code: 'file-name',
    blame: { kind: 'argument', name: 'filepath' },
    explanation: message('`{0}` cannot name a file of weights: the name must end in `.weights.h5`.', path),
  });
}

/** Keras's errors about file names, which need no file. */
export function checkModelPath(path: string): void {
  if (path.endsWith('.keras') || isLegacy(path)) return;
  throw raise(
    ValueError,
    `Invalid filepath extension for saving. Please add either a \`.keras\` extension for the native Keras format (recommended) or a \`.h5\` extension. Use \`model.export(filepath)\` if you want to export a SavedModel for use with TFLite/TFServing/etc. Received: filepath=${path}.`,
    {
      code: 'file-name',
      blame: { kind: 'argument', name: 'filepath' },
      explanation: message('`{0}` has no ending that tells the format: models are saved as `.keras`.', path),
    },
  );
}

/** Keras 1 and 2 take any name. */
export function checkWeightsPath(py: Interpreter, path: string): void {
  if (py.state(kerasVersionKey).current < 3) return;
  if (!path.endsWith('.weights.h5')) refuse(path, 'The filename must end in `.weights.h5`.');
}

/** Writes a model with its config, its weights and its optimizer's state; a layer in Keras's own format alone. */
export function* saveModel(
  py: Interpreter,
  model: LayerObject,
  path: string,
  includeOptimizer: boolean = true,
): Suspendable<void> {
  checkModelPath(path);
  const hdf5 = yield* openHdf5(py);
  if (isLegacy(path) && model instanceof ModelObject) {
    py.host.write(
      'stderr',
      "WARNING:absl:You are saving your model as an HDF5 file via `model.save()` or `keras.saving.save_model(model)`. This file format is considered legacy. We recommend using instead the native Keras format, e.g. `model.save('my_model.keras')` or `keras.saving.save_model(model, 'my_model.keras')`. \n",
    );
    const root = yield* legacyModel(py, model, includeOptimizer);
    yield* wait(filesOf(py).write(path, hdf5.write(root)));
    return;
  }
  const config = serializeKerasObject(py, model);
  const saved = new Date(py.host.now()).toISOString();
  const metadata = { keras_version: '3.3.3', date_saved: `${saved.slice(0, 10)}@${saved.slice(11, 19)}` };
  const archive = zipSync(
    {
      'metadata.json': strToU8(JSON.stringify(metadata)),
      'config.json': strToU8(toJson(py, config)),
      [weightsName]: hdf5.write(yield* weightsTree(py, model)),
      ...assetsOf(model),
    },
    { level: 0 },
  );
  yield* wait(filesOf(py).write(path, archive));
}

export function* saveWeights(py: Interpreter, model: ModelObject, path: string): Suspendable<void> {
  checkWeightsPath(py, path);
  const hdf5 = yield* openHdf5(py);
  const { current } = py.state(kerasVersionKey);
  const isOld = current === 1 || (current === 2 && !path.endsWith('.weights.h5'));
  const root = isOld ? yield* weightsGroup(py, model) : yield* weightsTree(py, model);
  yield* wait(filesOf(py).write(path, hdf5.write(root)));
}

/** The bytes of a file that is there. */
function* readThere(py: Interpreter, path: string, wanted: Wanted): Suspendable<Uint8Array> {
  checkLoadedName(py, path, wanted);
  const files = filesOf(py);
  if ((yield* wait(files.stat(path))) === null) throw missingFile(py, path, wanted);
  return yield* wait(files.read(path));
}

function* readHdf5(py: Interpreter, path: string, bytes: Uint8Array): Suspendable<Hdf5Group> {
  const hdf5 = yield* openHdf5(py);
  try {
    return hdf5.read(bytes);
  } catch {
    throw raise(ValueError, `Unable to open file '${path}' (file signature not found)`, { code: 'not-hdf5' });
  }
}

/** The parts of a `.keras` archive. */
function unpack(path: string, bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes);
  } catch {
    throw raise(
      ValueError,
      `File not found: filepath=${path}. Please ensure the file is an accessible \`.keras\` zip file.`,
      {
        code: 'file-not-found-error',
        explanation: message('There is no model in `{0}`.', path),
      },
    );
  }
}

/** Gives a model the weights of a file of any format. */
export function* loadWeights(
  py: Interpreter,
  model: ModelObject,
  path: string,
  options: {
    readonly skipMismatch: boolean;
    readonly byName: boolean;
    /** Whether an optimizer without state takes the saved one at its first step. */
    readonly restoreOptimizer?: boolean;
  },
): Suspendable<void> {
  const load = { skipMismatch: options.skipMismatch, restoreOptimizer: options.restoreOptimizer ?? false };
  const bytes = yield* readThere(py, path, 'weights');
  if (path.endsWith('.keras')) {
    const root = yield* readHdf5(py, path, unpack(path, bytes)[weightsName] ?? new Uint8Array());
    yield* loadTree(py, model, root, load);
    return;
  }
  const root = yield* readHdf5(py, path, bytes);
  const inner = groupAt(root, 'model_weights') ?? root;
  // Keras 2 wrote its own layout under the name `.weights.h5` as well.
  const isOld = inner.attributes.has('layer_names') || inner.attributes.has('layer_names0');
  if (isOld || !path.endsWith('.weights.h5')) yield* loadLegacy(py, model, inner, options);
  else yield* loadTree(py, model, root, load);
}

function modelFrom(py: Interpreter, config: Value, customObjects: Value, compile: boolean): LayerObject {
  if (config instanceof PyDict && !compile) config.setString('compile_config', null);
  const model = deserializeKerasObject(py, config, customObjects);
  if (model instanceof LayerObject) return model;
  throw raise(ValueError, `The file holds no model: ${py.str(model)}`);
}

/** The model of a file, compiled as it was unless `compile` is false. */
export function* loadModel(
  py: Interpreter,
  path: string,
  customObjects: Value,
  compile: boolean,
): Suspendable<LayerObject> {
  const bytes = yield* readThere(py, path, 'model');
  if (!path.endsWith('.keras')) {
    const root = yield* readHdf5(py, path, bytes);
    const text = root.attributes.get('model_config');
    if (typeof text !== 'string')
      throw raiseInWords(
        py,
        { 1: 'No model found in config file.', 3: `No model config found in the file at ${path}.` },
        { code: 'no-model-config' },
      );
    const model = modelFrom(py, fromJson(py, text), customObjects, compile);
    if (!(model instanceof ModelObject)) throw raise(ValueError, `The file holds no model: ${py.str(model)}`);
    const weights = groupAt(root, 'model_weights') ?? root;
    yield* loadLegacy(py, model, weights, { byName: false, skipMismatch: false });
    if (compile && model.compiled === null) yield* compileAsSaved(py, model, root, customObjects);
    return model;
  }
  const parts = unpack(path, bytes);
  const config = fromJson(py, strFromU8(parts['config.json'] ?? new Uint8Array()));
  const model = modelFrom(py, config, customObjects, compile);
  takeAssets(model, parts);
  const root = yield* readHdf5(py, path, parts[weightsName] ?? new Uint8Array());
  yield* loadTree(py, model, root, { skipMismatch: false, restoreOptimizer: true });
  return model;
}
