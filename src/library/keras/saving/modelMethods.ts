/** The methods of models for configs and files. Under analysis nothing is written or read. */
import type { PyClass } from '../../../python/classes.ts';
import { PyDict } from '../../../python/collections.ts';
import { NotImplementedError, raise, ValueError } from '../../../python/errors.ts';
import {
  ClassMethod,
  method,
  type NativeFunction,
  named,
  suspendableMethod,
} from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { refuseOther } from '../../../python/operations/olderKeywords.ts';
import { NotKnown, PyList, Unknown, type Value } from '../../../python/values.ts';
import { noteWritten } from '../../dataFiles.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { layerConfig } from './config.ts';
import { deserializeKerasObject } from './deserialize.ts';
import { toJson } from './json.ts';
import { checkLoaded } from './loadingErrors.ts';
import { functionalConfig, modelFromConfig, sequentialConfig, sequentialFromConfig } from './modelConfig.ts';
import {
  checkModelPath,
  checkWeightsPath,
  loadWeights,
  pathOf,
  saveModel,
  saveWeights,
} from './modelFiles.ts';
import { checkHasGraph, checkSaveFormat, checkWeightsToLoad, checkWeightsToSave } from './olderFiles.ts';
import { withCustomObjects } from './registration.ts';
import { serializeKerasObject } from './serialize.ts';

function self(value: Value): ModelObject {
  return value as ModelObject;
}

const getConfig = method('get_config(self)', ([value], py) => {
  const model = self(value);
  if (model.unknown !== null) throw new NotKnown(model.unknown);
  return model.graph === null ? layerConfig(py, model) : functionalConfig(py, model, model.graph);
});

const getCompileConfig = method('get_compile_config(self)', ([value], py) => {
  const { compiled } = self(value);
  if (compiled === null) return null;
  return PyDict.fromStrings([
    ['optimizer', serializeKerasObject(py, compiled.optimizer)],
    ['loss', serializeKerasObject(py, compiled.loss)],
    ['loss_weights', serializeKerasObject(py, compiled.lossWeights)],
    ['metrics', serializeKerasObject(py, compiled.metrics)],
    ['weighted_metrics', serializeKerasObject(py, compiled.weightedMetrics)],
    ['run_eagerly', false],
    ['steps_per_execution', 1],
    ['jit_compile', false],
  ]);
});

const compileFromConfig = method('compile_from_config(self, config)', ([model, config], py) => {
  const values = deserializeKerasObject(py, config);
  if (values instanceof PyDict) py.callMethod(model, 'compile', [], values);
  return null;
});

/** What Keras 2 let `save` be told besides the file: whether to keep the optimizer. */
function optionsOf(py: Interpreter, keywords: PyDict, path: string): boolean {
  const format = keywords.getString('save_format') ?? null;
  checkSaveFormat(py, format);
  const isKnown = /\.(keras|h5|hdf5)$/.test(path);
  if (!py.running && !isKnown && py.state(kerasVersionKey).current !== 3)
    throw new NotKnown('Keras 2 writes a SavedModel of TensorFlow here');
  if (format !== null && !isKnown) {
    throw raise(
      ValueError,
      `The \`save_format\` argument is deprecated in Keras 3. Please remove this argument and pass a file path with either \`.keras\` or \`.h5\` extension.Received: save_format=${py.str(format)}`,
      { code: 'file-name', blame: { kind: 'argument', name: 'save_format' } },
    );
  }
  const ignored = py.state(kerasVersionKey).current < 3 ? ['signatures', 'options', 'save_traces'] : [];
  const rest = [...keywords.keys()].filter(
    key => key !== 'save_format' && key !== 'include_optimizer' && !ignored.includes(String(key)),
  );
  if (rest.length > 0) {
    refuseOther(py, 'keras', 'save', String(rest[0]));
    const names = py.repr(new PyList(rest));
    throw raise(ValueError, `The following argument(s) are not supported: ${names}`, {
      code: 'invalid-argument',
    });
  }
  return py.truth(keywords.getString('include_optimizer') ?? true);
}

const exportModel = method('export(self, filepath, format="tf_saved_model")', (_args, py) => {
  const text =
    'Model.export is not supported by Kerascope: it writes a SavedModel of TensorFlow. `model.save("model.keras")` writes a file that Keras loads.';
  if (!py.running) throw new NotKnown(text);
  throw raise(NotImplementedError, text, { code: 'not-supported' });
});

const save: NativeFunction = suspendableMethod(
  'save(self, filepath, overwrite=True, **kwargs)',
  function* ([model, filepath, , keywords], py) {
    if (filepath instanceof Unknown) return null;
    const path = pathOf(py, filepath);
    const includeOptimizer = optionsOf(py, keywords as PyDict, path);
    checkHasGraph(py, self(model), path);
    if (py.running) yield* saveModel(py, self(model), path, includeOptimizer);
    else {
      checkModelPath(path);
      noteWritten(path, py);
    }
    return null;
  },
);

const saveOnlyWeights = suspendableMethod(
  'save_weights(self, filepath, overwrite=True)',
  function* ([model, filepath], py) {
    if (filepath instanceof Unknown) return null;
    const path = pathOf(py, filepath);
    checkWeightsToSave(py, self(model), path);
    if (py.running) yield* saveWeights(py, self(model), path);
    else {
      checkWeightsPath(py, path);
      noteWritten(path, py);
    }
    return null;
  },
);

const load = suspendableMethod(
  'load_weights(self, filepath, skip_mismatch=False, by_name=False, **kwargs)',
  function* ([model, filepath, skipMismatch, byName], py) {
    if (filepath instanceof Unknown) return null;
    const path = pathOf(py, filepath);
    checkWeightsToLoad(py, self(model), path);
    if (!py.running) {
      checkLoaded(py, path, 'weights');
      return null;
    }
    yield* loadWeights(py, self(model), path, {
      skipMismatch: py.truth(skipMismatch),
      byName: py.truth(byName),
    });
    return null;
  },
);

/** Methods of `Model`. */
export const modelSavingMethods: [string, Value][] = [
  ...named(
    getConfig,
    getCompileConfig,
    compileFromConfig,
    save,
    saveOnlyWeights,
    exportModel,
    load,
    method('to_json(self, **kwargs)', ([model, keywords], py) =>
      toJson(py, serializeKerasObject(py, model), keywords as PyDict),
    ),
  ),
  [
    'from_config',
    new ClassMethod(
      method('from_config(cls, config, custom_objects=None)', ([cls, config, objects], py) =>
        withCustomObjects(py, objects, () => modelFromConfig(py, cls as PyClass, config as PyDict)),
      ),
    ),
  ],
];

/** Methods of `Sequential`. */
export const sequentialSavingMethods: [string, Value][] = [
  ['get_config', method('get_config(self)', ([model], py) => sequentialConfig(py, self(model)))],
  [
    'from_config',
    new ClassMethod(
      method('from_config(cls, config, custom_objects=None)', ([cls, config, objects], py) =>
        withCustomObjects(py, objects, () => sequentialFromConfig(py, cls as PyClass, config)),
      ),
    ),
  ],
];
