/** The functions of `keras.saving` and `keras.models`: configs, clones and files of models. */
import type { PyDict } from '../../../python/collections.ts';
import { native, suspendable } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { NotKnown, Unknown, type Value } from '../../../python/values.ts';
import type { LayerObject } from '../layers/base/layerObject.ts';
import { cloneModel } from './cloneModel.ts';
import { deserializeKerasObject } from './deserialize.ts';
import { fromJson } from './json.ts';
import { checkLoaded } from './loadingErrors.ts';
import { loadModel, pathOf, saveModel } from './modelFiles.ts';
import { registrationEntries } from './registration.ts';
import { serializeKerasObject } from './serialize.ts';

const load = suspendable(
  'load_model(filepath, custom_objects=None, compile=True, safe_mode=True, options=None)',
  function* ([filepath, objects, compile], py) {
    if (!py.running && !(filepath instanceof Unknown)) checkLoaded(py, pathOf(py, filepath), 'model');
    if (!py.running || filepath instanceof Unknown)
      throw new NotKnown('a model from a file is known when the script runs');
    return yield* loadModel(py, pathOf(py, filepath), objects, py.truth(compile));
  },
  'The model that `model.save` wrote, with its weights, compiled as it was.',
);

const save = suspendable(
  'save_model(model, filepath, overwrite=True, **kwargs)',
  function* ([model, filepath, overwrite, keywords], py) {
    if (model instanceof Unknown) return null;
    const args = [filepath, overwrite];
    return yield* py.callAndWait(py.getAttribute(model, 'save'), args, keywords as PyDict);
  },
);

/** What layers have in place of `model.save` (`FeatureSpace.save`). */
const saveLayer = suspendable('_save_layer(layer, filepath)', function* ([layer, filepath], py) {
  if (py.running) yield* saveModel(py, layer as LayerObject, pathOf(py, filepath));
  return null;
});

const saveWeights = suspendable(
  'save_weights(model, filepath, overwrite=True)',
  function* ([model, path], py) {
    if (model instanceof Unknown) return null;
    return yield* py.callAndWait(py.getAttribute(model, 'save_weights'), [path]);
  },
);

const loadWeights = suspendable(
  'load_weights(model, filepath, skip_mismatch=False, **kwargs)',
  function* ([model, path, skip, keywords], py) {
    if (model instanceof Unknown) return null;
    return yield* py.callAndWait(py.getAttribute(model, 'load_weights'), [path, skip], keywords as PyDict);
  },
);

const fromJsonText = native(
  'model_from_json(json_string, custom_objects=None)',
  ([text, objects], py) => deserializeKerasObject(py, fromJson(py, text), objects),
  'A new model with the architecture of `model.to_json()`.',
);

const clone = native(
  'clone_model(model, input_tensors=None, clone_function=None)',
  ([model, inputs, make], py) => cloneModel(py, model, inputs, make),
  'The same architecture with new weights.',
);

const serialize = native('serialize_keras_object(obj)', ([object], py) => serializeKerasObject(py, object));
const deserialize = native(
  'deserialize_keras_object(config, custom_objects=None, safe_mode=True, **kwargs)',
  ([config, objects], py) => deserializeKerasObject(py, config, objects),
);

const objectEntries: readonly (readonly [string, Value])[] = [
  ['serialize_keras_object', serialize],
  ['deserialize_keras_object', deserialize],
  ...registrationEntries,
];

const fileEntries: readonly (readonly [string, Value])[] = [
  ['load_model', load],
  ['save_model', save],
];

/** Beside the classes in `keras.models`. */
export const modelFunctions: readonly (readonly [string, Value])[] = [
  ...fileEntries,
  ['clone_model', clone],
  ['model_from_json', fromJsonText],
];

/** `keras.saving`. */
export const savingEntries: readonly (readonly [string, Value])[] = [
  ...objectEntries,
  ...fileEntries,
  ['save_weights', saveWeights],
  ['load_weights', loadWeights],
  ['_save_layer', saveLayer],
];

/** `keras.legacy.saving` and `keras.utils.legacy`. */
export const legacyEntries: readonly (readonly [string, Value])[] = [
  ['serialize_keras_object', serialize],
  ['deserialize_keras_object', deserialize],
];

/** The part of `keras.utils` about configs. */
export const utilityEntries = objectEntries;

/** `serialize` and `deserialize` of a module of objects; `named` finds what a string stands for. */
export function serialization(
  named: (py: Interpreter, name: string) => Value = (_py, name) => name,
): (readonly [string, Value])[] {
  return [
    ['serialize', native('serialize(obj, **kwargs)', ([object], py) => serializeKerasObject(py, object))],
    [
      'deserialize',
      native('deserialize(config, custom_objects=None)', ([config, objects], py) => {
        const made = deserializeKerasObject(py, config, objects);
        return typeof made === 'string' ? named(py, made) : made;
      }),
    ],
  ];
}
