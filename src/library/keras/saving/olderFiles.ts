/** What tf.keras refuses to write or read before it opens a file; Keras 3 saves every model alike. */
import { NotImplementedError, raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import type { Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { isLegacy } from './loadingErrors.ts';

const filepath = { kind: 'argument', name: 'filepath' } as const;
const formats = ['keras', 'keras_v3', 'h5', 'hdf5', 'tf', 'tensorflow'];

function isTensorFlow(py: Interpreter): boolean {
  return py.state(kerasVersionKey).current === 2;
}

/** Whether a model has no weights yet for sure, since nobody called it. */
function isUnbuilt(model: ModelObject): boolean {
  const isKnown = model.unknown === null && model.unknownCall === null && model.whyIncomplete === null;
  return isKnown && !model.built && model.graph === null;
}

/** HDF5 files hold the graph of a model; of a class of the script's own there is none. */
export function checkHasGraph(py: Interpreter, model: ModelObject, path: string): void {
  if (!isTensorFlow(py) || !isLegacy(path) || model.unknown !== null) return;
  if (model.kind !== 'subclassed' || model.graph !== null) return;
  throw raise(
    NotImplementedError,
    'Saving the model to HDF5 format requires the model to be a Functional model or a Sequential model. It does not work for subclassed models, because such models are defined via the body of a Python method, which isn\'t safely serializable. Consider saving to the Tensorflow SavedModel format (by setting save_format="tf") or using `save_weights`.',
    {
      code: 'file-name',
      blame: filepath,
      explanation: message(
        '`{0}` is an HDF5 file, and those hold Sequential and functional models alone: save a class of your own as `.keras`, or its weights.',
        path,
      ),
    },
  );
}

export function checkSaveFormat(py: Interpreter, format: Value): void {
  if (!isTensorFlow(py) || typeof format !== 'string' || format === '' || formats.includes(format)) return;
  throw raise(
    ValueError,
    `Unknown \`save_format\` argument. Expected one of 'keras', 'tf', or 'h5'. Received: save_format${format}`,
    {
      code: 'invalid-argument',
      blame: { kind: 'argument', name: 'save_format' },
      explanation: message('Nothing is saved in a format `{0}`: there are `keras`, `h5` and `tf`.', format),
    },
  );
}

/** Weights that there are not yet; those of a class without a `build` of its own may be none at all. */
export function checkWeightsToSave(py: Interpreter, model: ModelObject, path: string): void {
  if (!isTensorFlow(py) || path.endsWith('.weights.h5')) return;
  if (model.kind !== 'sequential' || !isUnbuilt(model)) return;
  throw raise(
    ValueError,
    `Weights for model '${model.name}' have not yet been created. Weights are created when the model is first called on inputs or \`build()\` is called with an \`input_shape\`.`,
    {
      code: 'not-built',
      explanation: message(
        'The shape of the input is not known before the model is called: give the first layer `input_shape`.',
      ),
    },
  );
}

/** An HDF5 file gives its weights to those that are there. */
export function checkWeightsToLoad(py: Interpreter, model: ModelObject, path: string): void {
  if (!isTensorFlow(py) || !isLegacy(path) || path.endsWith('.weights.h5') || !isUnbuilt(model)) return;
  throw raise(
    ValueError,
    'Unable to load weights saved in HDF5 format into a subclassed Model which has not created its variables yet. Call the Model first, then load the weights.',
    {
      code: 'not-built',
      explanation: message(
        '`{0}` has no weights before it is called: call it on a batch, and load them then.',
        model.name,
      ),
    },
  );
}
