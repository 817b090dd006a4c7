/** What the data sets' Python texts need: the files of the cache under run, arrays of known shape under analysis. */
import { gunzipSync, unzipSync } from 'fflate';
import { PyDict } from '../../../python/collections.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import { named, native, suspendable } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { LibraryModule } from '../../../python/modules.ts';
import { type Suspendable, wait } from '../../../python/suspension.ts';
import { NotKnown, PyBytes, type PyTuple, type Value } from '../../../python/values.ts';
import { filesOfTar } from '../../downloads/archives.ts';
import type { DTypeName } from '../../numpy/dtypes.ts';
import { facts } from '../../numpy/facts.ts';
import { abstractArray, type NdArray } from '../../numpy/ndarray.ts';
import { parseArray, parseHeader } from '../../numpy/npyFormat.ts';
import { noteRowsMade } from '../../numpy/rowOrder.ts';
import { countOf } from '../../numpy/shapes.ts';
import { numberOf } from '../objects/arguments.ts';
import { PickleError, readPickle } from './pickle.ts';
import { sourceOf } from './sources.ts';
import { noteWordNumbers } from './wordNumbers.ts';

/**
 * The bytes of a data set's file. As in Keras, `name` says where it lies, and a path of the script's own is read as it
 * is; `source` is Keras's own name of the file, from which it is fetched.
 */
function* read(py: Interpreter, name: Value, source: Value = name): Suspendable<Uint8Array> {
  const { files } = py.host;
  if (files === null) throw new NotKnown('data sets are read when the script runs');
  const path = py.str(name);
  const known = sourceOf(py.str(source));
  if (known === null || /^([/\\]|[A-Za-z]:)/.test(path)) return yield* wait(files.read(path));
  return yield* wait(files.read(yield* wait(files.cached({ ...known, place: `datasets/${path}` }))));
}

/** Runs a reader; a file that it cannot read is Python's ValueError. */
function reading<T>(name: Value, body: () => T): T {
  try {
    return body();
  } catch (error) {
    if (error instanceof PickleError || (error instanceof Error && 'code' in error))
      throw raise(ValueError, `${String(name)} cannot be read: ${error.message}`);
    throw error;
  }
}

function readNpy(py: Interpreter, bytes: Uint8Array): Value {
  const header = parseHeader(bytes);
  return header.dtype === 'object'
    ? readPickle(bytes.subarray(header.start), py.keyRules)
    : parseArray(bytes);
}

const functions = named(
  native('running()', (_args, py) => py.running),
  native(
    'unknown_array(shape, dtype, minimum=None, maximum=None, gapless=False, ends=True)',
    ([shape, dtype, minimum, maximum, gapless, ends], py) => {
      const lengths = (shape as PyTuple).items.map(length => (typeof length === 'number' ? length : null));
      const size = countOf(lengths);
      const array = abstractArray(
        lengths,
        dtype as DTypeName,
        facts({
          // Arrays of objects hold lists of integers.
          integers: /int|object/.test(dtype as string),
          minimum: numberOf(minimum) ?? null,
          maximum: numberOf(maximum) ?? null,
          // Images and labels of these collections hold all of their range; parts that a script asks for may not.
          occurrence:
            minimum === null || ends !== true
              ? null
              : {
                  share: 0.05,
                  draws: Number.POSITIVE_INFINITY,
                  ...(gapless === true && size !== null && { gaplessIn: size }),
                },
        }),
      );
      array.madeAt = py.span;
      noteRowsMade(array, py);
      return array;
    },
  ),
  native('numbering(array, words, limit)', ([array, words, limit]) => {
    const most = numberOf(words)!;
    if (limit === null) noteWordNumbers(array as NdArray, most);
    else if (typeof limit === 'number' && limit > 0) noteWordNumbers(array as NdArray, Math.min(limit, most));
    return array;
  }),
  suspendable('read_npz(name, source)', function* ([name, source], py) {
    const bytes = yield* read(py, name, source);
    const arrays = reading(name, () =>
      Object.entries(unzipSync(bytes)).map(
        ([key, data]) => [key.replace(/\.npy$/, ''), readNpy(py, data)] as const,
      ),
    );
    return PyDict.fromStrings(arrays);
  }),
  suspendable('read_gzip(name)', function* ([name], py) {
    const bytes = yield* read(py, name);
    return new PyBytes(reading(name, () => gunzipSync(bytes)));
  }),
  suspendable('read_pickles(name)', function* ([name], py) {
    const bytes = yield* read(py, name);
    return reading(name, () => {
      const pickles = [...filesOfTar(gunzipSync(bytes))].filter(([, data]) => data[0] === 0x80);
      return PyDict.fromStrings(
        pickles.map(([path, data]) => [path.replace(/^.*\//, ''), readPickle(data, py.keyRules)]),
      );
    });
  }),
  suspendable('read_text(name, source)', function* ([name, source], py) {
    return new TextDecoder().decode(yield* read(py, name, source));
  }),
);

export const datasetFiles: LibraryModule = {
  name: 'keras.datasets._files',
  entries: () => functions,
};
