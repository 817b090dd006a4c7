/** What `tf.io` and `tf.train` do with records and examples natively: frames, messages, and the data set of files. */
import { ops } from '../../graph/index.ts';
import { PyDict } from '../../python/collections.ts';
import {
  FileNotFoundError,
  NotImplementedError,
  PythonError,
  RuntimeError,
  raise,
} from '../../python/errors.ts';
import { native } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { type Suspendable, wait } from '../../python/suspension.ts';
import {
  NotKnown,
  normalizeInt,
  PyBytes,
  PyFloat,
  PyList,
  PyTuple,
  Unknown,
  type Value,
} from '../../python/values.ts';
import { DatasetObject } from '../keras/data/datasetObject.ts';
import { tensorflowErrors } from '../keras/errors/tensorflowErrors.ts';
import { numberOf } from '../keras/objects/arguments.ts';
import { dtypeOf, tensorOf, wrap } from '../keras/tensors/conversion.ts';
import { isSymbolic } from '../keras/tensors/tensorObject.ts';
import { bytesOfText, textOf, textOfBytes, textTensor } from '../keras/tensors/text.ts';
import {
  decodeExample,
  decodeFeature,
  decodeFeatures,
  encodeExample,
  encodeFeature,
  encodeFeatures,
  type Feature,
  NoMessage,
} from './exampleMessages.ts';
import { DamagedRecord, frameOf, recordsOf } from './recordFrames.ts';

const errorClass = (name: string) => tensorflowErrors.find(([known]) => known === name)![1];

function bytesIn(value: Value): Uint8Array {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (value instanceof PyBytes) return value.data;
  if (typeof value === 'string') return bytesOfText(value);
  throw new NotKnown('the bytes of a record are not known');
}

/** A feature from its kind and the list of its values, as the classes of `tf.train` hold it. */
function featureOf(py: Interpreter, pair: Value): Feature {
  const [kind, values] = py.collect(pair);
  const items = values === null ? [] : py.collect(values);
  for (const item of items) if (item instanceof Unknown) throw new NotKnown(item.reason);
  if (kind === 'bytes_list') return { kind, values: items.map(bytesIn) };
  if (kind === 'float_list') return { kind, values: items.map(item => numberOf(item) ?? 0) };
  if (kind === 'int64_list')
    return {
      kind,
      values: items.map(item => (typeof item === 'bigint' ? item : BigInt(numberOf(item) ?? 0))),
    };
  return { kind: null, values: [] };
}

function pairOf(feature: Feature): Value {
  const items: Value[] =
    feature.kind === 'bytes_list'
      ? feature.values.map(item => new PyBytes(item))
      : feature.kind === 'float_list'
        ? feature.values.map(item => new PyFloat(item))
        : feature.kind === 'int64_list'
          ? feature.values.map(normalizeInt)
          : [];
  return new PyTuple([feature.kind, new PyList(items)]);
}

function entriesIn(py: Interpreter, features: Value): [string, Feature][] {
  if (!(features instanceof PyDict) || features.lost !== null)
    throw new NotKnown('the features are not known');
  return [...features.entries()].map(([name, pair]) => [py.str(name), featureOf(py, pair)]);
}

function dictOf(features: ReadonlyMap<string, Feature>): PyDict {
  return PyDict.fromStrings([...features].map(([name, feature]) => [name, pairOf(feature)] as const));
}

/** What `read` finds in bytes; None where they are no such message. */
function message(bytes: Value, read: (bytes: Uint8Array) => Value): Value {
  try {
    return read(bytesIn(bytes));
  } catch (error) {
    if (error instanceof NoMessage) return null;
    throw error;
  }
}

/** Natives that the Python of `tf.train` and `tf.io` is written on. */
export const recordNatives: readonly (readonly [string, Value])[] = [
  native('_frame(record)', ([record], py) => {
    const known = typeof record === 'string' || record instanceof PyBytes || record instanceof Unknown;
    const text = known ? undefined : textOf(tensorOf(py, record));
    return new PyBytes(frameOf(text === undefined ? bytesIn(record) : bytesOfText(text[0])));
  }),
  native('_encode_example(features)', ([all], py) => new PyBytes(encodeExample(entriesIn(py, all)))),
  native('_encode_features(features)', ([all], py) => new PyBytes(encodeFeatures(entriesIn(py, all)))),
  native('_encode_feature(pair)', ([pair], py) => new PyBytes(encodeFeature(featureOf(py, pair)))),
  native('_decode_example(bytes)', ([bytes]) => message(bytes, data => dictOf(decodeExample(data)))),
  native('_decode_features(bytes)', ([bytes]) => message(bytes, data => dictOf(decodeFeatures(data)))),
  native('_decode_feature(bytes)', ([bytes]) => message(bytes, data => pairOf(decodeFeature(data)))),
  native('_texts(value)', ([value], py) => {
    if (value instanceof Unknown) throw new NotKnown(value.reason);
    const texts = textOf(tensorOf(py, value));
    return texts === undefined ? null : new PyList(texts.map(text => new PyBytes(bytesOfText(text))));
  }),
  native('_known_texts(value)', ([value], py) => {
    if (value instanceof Unknown) throw new NotKnown(value.reason);
    const texts = textOf(tensorOf(py, value));
    if (texts === undefined) throw new NotKnown('this text is known when it runs');
    return new PyList(texts.map(text => new PyBytes(bytesOfText(text))));
  }),
  native('_text_tensor(items, shape)', ([items, shape], py) => {
    const texts = py.collect(items).map(item => textOfBytes(bytesIn(item)));
    return wrap(
      py,
      textTensor(
        texts,
        py.collect(shape).map(size => numberOf(size) ?? 0),
      ),
    );
  }),
  native('_is_running()', (_none, py) => py.running),
  native('_is_known(value)', ([value], py) => !isSymbolic(tensorOf(py, value))),
  native('_abstract(shape, dtype)', ([shape, dtype], py) => {
    const sizes = py.collect(shape).map(size => numberOf(size) ?? null);
    return wrap(py, ops.abstractValue('parsed', [], sizes, dtypeOf(py, dtype) ?? 'float32'));
  }),
].map(made => [made.name, made] as const);

const expanding: Readonly<Record<string, readonly [string, string]>> = {
  GZIP: ['gzip', 'decompress'],
  ZLIB: ['zlib', 'decompress'],
};

function* readRecords(
  py: Interpreter,
  path: string,
  compression: string,
): Suspendable<Generator<Uint8Array>> {
  const { files } = py.host;
  if (files === null) throw raise(RuntimeError, 'This run has no files.');
  try {
    const bytes = yield* wait(files.read(path));
    if (compression === '') return recordsOf(bytes);
    const [module, name] = expanding[compression];
    const expand = py.getAttribute(py.importModule(module), name);
    const expanded = yield* py.callAndWait(expand, [new PyBytes(bytes)]);
    return recordsOf(bytesIn(expanded));
  } catch (error) {
    const isMissing = error instanceof PythonError && error.exception.cls.isSubclassOf(FileNotFoundError);
    if (!isMissing) throw error;
    throw raise(errorClass('NotFoundError'), `${path}; No such file or directory [Op:IteratorGetNext]`);
  }
}

function nextRecord(records: Generator<Uint8Array>): Uint8Array | undefined {
  try {
    const step = records.next();
    return step.done ? undefined : step.value;
  } catch (error) {
    if (!(error instanceof DamagedRecord)) throw error;
    throw raise(errorClass('DataLossError'), `${error.message} [Op:IteratorGetNext]`);
  }
}

/** `tf.data.TFRecordDataset`: the records of files, one file after another. */
export const recordDataset = native(
  'TFRecordDataset(filenames, compression_type=None, buffer_size=None, num_parallel_reads=None, name=None)',
  ([filenames, compression], py) => {
    const kind = compression === null ? '' : py.str(compression);
    if (kind !== '' && expanding[kind] === undefined)
      throw raise(
        errorClass('InvalidArgumentError'),
        `Unsupported compression_type: ${kind} [Op:TFRecordDataset]`,
      );
    const element = wrap(py, ops.abstractValue('record', [], [], 'string'));
    return new DatasetObject(element, null, run => {
      let open: string[] | null = null;
      let records: Generator<Uint8Array> | null = null;
      return function* () {
        open ??= yield* pathsOf(run, filenames);
        for (;;) {
          const record = records === null ? undefined : nextRecord(records);
          if (record !== undefined) return wrap(run, textTensor([textOfBytes(record)], []));
          const path = open.shift();
          if (path === undefined) return undefined;
          records = yield* readRecords(run, path, kind);
        }
      };
    });
  },
  'The records of TFRecord files.',
);

/** The names of files in a list, a tensor or a data set. */
function* pathsOf(py: Interpreter, filenames: Value): Suspendable<string[]> {
  if (filenames instanceof Unknown) throw new NotKnown(filenames.reason);
  if (filenames instanceof DatasetObject) {
    const next = filenames.start(py);
    const found: string[] = [];
    for (let item = yield* next(); item !== undefined; item = yield* next())
      found.push(...(textOf(tensorOf(py, item)) ?? []));
    return found;
  }
  const isPath = py.getAttributeOrUndefined(filenames, '__fspath__') !== undefined;
  const texts = textOf(tensorOf(py, isPath ? py.callMethod(filenames, '__fspath__') : filenames));
  if (texts === undefined)
    throw raise(NotImplementedError, 'TFRecordDataset reads files where their names are known', {
      code: 'not-supported',
    });
  return [...texts];
}
