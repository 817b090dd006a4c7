/** What the data sets' Python texts need: the files of the cache under run, arrays of known shape under analysis. */
import { gunzipSync, unzipSync } from 'fflate';
import { PyDict } from '../../../python/collections.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import { named, native, suspendable } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { LibraryModule } from '../../../python/modules.ts';
import { type Suspendable, wait } from '../../../python/suspension.ts';
import { NotKnown, PyBytes, type PyTuple, type Value } from '../../../python/values.ts';
import type { DTypeName } from '../../numpy/dtypes.ts';
import { facts } from '../../numpy/facts.ts';
import { abstractArray } from '../../numpy/ndarray.ts';
import { parseArray, parseHeader } from '../../numpy/npyFormat.ts';
import { numberOf } from '../objects/arguments.ts';
import { PickleError, readPickle } from './pickle.ts';

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function* read(py: Interpreter, name: Value): Suspendable<Uint8Array> {
  if (py.host.files === null) throw new NotKnown('data sets are read when the script runs');
  return yield* wait(py.host.files.dataset(String(name)));
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

/** The files in a tar archive, by their paths. Numbers in its headers are octal text. */
export function filesOfTar(bytes: Uint8Array): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const text = (at: number, length: number) =>
    decode(bytes.subarray(at, at + length))
      .replace(/\0[\s\S]*$/, '')
      .trim();
  for (let at = 0; at + 512 <= bytes.length && bytes[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12) || '0', 8);
    const isFile = bytes[at + 156] === 0x30 || bytes[at + 156] === 0;
    if (isFile) files.set(text(at, 100), bytes.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

const functions = named(
  native('running()', (_args, py) => py.running),
  native('unknown_array(shape, dtype, minimum=None, maximum=None)', ([shape, dtype, minimum, maximum]) =>
    abstractArray(
      (shape as PyTuple).items.map(length => (typeof length === 'number' ? length : null)),
      dtype as DTypeName,
      facts({
        integers: (dtype as string).includes('int'),
        minimum: numberOf(minimum) ?? null,
        maximum: numberOf(maximum) ?? null,
        // Images and labels of these collections hold all of their range.
        occurrence: minimum === null ? null : { share: 0.05, draws: Number.POSITIVE_INFINITY },
      }),
    ),
  ),
  suspendable('read_npz(name)', function* ([name], py) {
    const bytes = yield* read(py, name);
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
  suspendable('read_text(name)', function* ([name], py) {
    return decode(yield* read(py, name));
  }),
);

export const datasetFiles: LibraryModule = {
  name: 'keras.datasets._files',
  entries: () => functions,
};
