/** What each version of Keras says of files that hold no model or weights for this one. */
import { formatShape } from '../../../graph/shapes.ts';
import { FileNotFoundError, OSError, PythonError, raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { NotKnown } from '../../../python/values.ts';
import { glimpseFile } from '../../dataFiles.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { type ByVersion, type Raised, raiseInWords } from '../versionWords.ts';

/** What a file is read for. */
export type Wanted = 'model' | 'weights';

/** Whether a name is that of an HDF5 file of Keras 1 and 2. */
export function isLegacy(path: string): boolean {
  return path.endsWith('.h5') || path.endsWith('.hdf5');
}

/** Keras 3 goes by the name; the versions before it look into the file. */
export function checkLoadedName(py: Interpreter, path: string, wanted: Wanted): void {
  if (py.state(kerasVersionKey).current < 3 || path.endsWith('.keras') || isLegacy(path)) return;
  const text =
    wanted === 'weights'
      ? `File format not supported: filepath=${path}. Keras 3 only supports V3 \`.keras\` and \`.weights.h5\` files, or legacy V1/V2 \`.h5\` files.`
      : `File format not supported: filepath=${path}. Keras 3 only supports V3 \`.keras\` files and legacy H5 format files (\`.h5\` extension). Note that the legacy SavedModel format is not supported by \`load_model()\` in Keras 3. In order to reload a TensorFlow SavedModel as an inference-only layer in Keras 3, use \`keras.layers.TFSMLayer(${path}, call_endpoint='serving_default')\` (note that your \`call_endpoint\` might have a different name).`;
  throw raise(ValueError, text, { code: 'file-name', blame: { kind: 'argument', name: 'filepath' } });
}

/** A file that is not there. */
export function missingFile(py: Interpreter, path: string, wanted: Wanted): PythonError {
  const place = `(unable to open file: name = '${path}', errno = 2, error message = 'No such file or directory', flags = 0, o_flags = 0)`;
  const ofArchive: Raised =
    wanted === 'model'
      ? `File not found: filepath=${path}. Please ensure the file is an accessible \`.keras\` zip file.`
      : [FileNotFoundError, `[Errno 2] No such file or directory: '${path}'`];
  const synchronous: Raised = [FileNotFoundError, `[Errno 2] Unable to synchronously open file ${place}`];
  return raiseInWords(
    py,
    {
      1: [OSError, `Unable to open file ${place}`],
      2: wanted === 'model' ? [OSError, `No file or directory found at ${path}`] : synchronous,
      3: path.endsWith('.keras') ? ofArchive : synchronous,
    },
    {
      code: 'file-not-found-error',
      blame: { kind: 'argument', name: 'filepath' },
      explanation: message('There is no file `{0}` in the folder in which the script runs.', path),
    },
  );
}

/** Raises what loading raises before it reads, as far as analysis can tell: a name, or a file that is not there. */
export function checkLoaded(py: Interpreter, path: string, wanted: Wanted): void {
  checkLoadedName(py, path, wanted);
  // Under another name there may be a folder, or a checkpoint of several files.
  if (!path.endsWith('.keras') && !isLegacy(path)) return;
  try {
    glimpseFile(path, py);
  } catch (error) {
    if (error instanceof NotKnown) return;
    if (error instanceof PythonError) throw missingFile(py, path, wanted);
    throw error;
  }
}

function mismatch(py: Interpreter, words: ByVersion<Raised>): PythonError {
  return raiseInWords(py, words, { code: 'weights-mismatch' });
}

/** An older file of another number of layers with weights. */
export function otherLayers(py: Interpreter, expected: number, saved: number): PythonError {
  return mismatch(py, {
    1: `You are trying to load a weight file containing ${saved} layers into a model with ${expected} layers.`,
    3: `Layer count mismatch when loading weights from file. Model expected ${expected} layers, found ${saved} saved layers.`,
  });
}

/** A layer of an older file, and the one that takes its weights. */
export interface Loaded {
  /** Its place among the layers with weights; null where it was found by its name. */
  readonly index: number | null;
  readonly name: string;
  readonly saved: string;
}

export function otherWeights(
  { index, name, saved }: Loaded,
  expected: number,
  given: number,
): ByVersion<Raised> {
  const place =
    index === null
      ? `layer (named ${name})`
      : `layer #${index} (named ${name} in the current model, ${saved} in the save file)`;
  return {
    1:
      index === null
        ? `Layer #0 (named "${name}") expects ${expected} weight(s), but the saved weights have ${given} element(s).`
        : `Layer #${index} (named "${name}" in the current model) was found to correspond to layer ${saved} in the save file. However the new layer ${name} expects ${expected} weights, but the saved weights have ${given} elements.`,
    3: `Weight count mismatch for ${place}. Layer expects ${expected} weight(s). Received ${given} saved weight(s)`,
  };
}

type Shape = readonly (number | null)[];

/** The words for an array of another shape; `ofThird` is what Keras 3 says. */
export function otherShape(name: string, expected: Shape, given: Shape, ofThird: string): ByVersion<Raised> {
  const axis = expected.findIndex((dim, place) => dim !== given[place]);
  const listed = (shape: Shape) => `[${shape.join(',')}]`;
  const shapes = `with input shapes: ${listed(expected)}, ${listed(given)}.`;
  const first =
    expected.length === given.length
      ? `Dimension ${axis} in both shapes must be equal, but are ${expected[axis]} and ${given[axis]}`
      : `Shapes must be equal rank, but are ${expected.length} and ${given.length}`;
  return {
    1: `${first} for 'Assign' (op: 'Assign') ${shapes}`,
    2: `Cannot assign value to variable ' ${name}:0': Shape mismatch.The variable shape ${formatShape(expected)}, and the assigned value shape ${formatShape(given)} are incompatible.`,
    3: ofThird,
  };
}
