import type { Dim } from '../../../graph/shapes.ts';
import { PyDict } from '../../../python/collections.ts';
import { raise, TypeError, ValueError } from '../../../python/errors.ts';
import { PyGenerator } from '../../../python/evaluate/generators.ts';
import { PyIterator } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import { classOf } from '../../../python/types.ts';
import { NotKnown, PyList, PyObject, PySlice, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { toArray } from '../../numpy/conversion.ts';
import { partFacts } from '../../numpy/facts.ts';
import { abstractArray, NdArray } from '../../numpy/ndarray.ts';
import { DatasetObject } from '../data/datasetObject.ts';
import { pyDatasetClass } from '../data/pyDataset.ts';
import { valuesOf } from '../session.ts';
import { arrayFromHost, unknownArray } from '../tensors/conversion.ts';
import { flatten, mapStructure } from '../tensors/graphNode.ts';
import { TensorObject } from '../tensors/tensorObject.ts';
import { textArray, textOf as textOfTensor } from '../tensors/text.ts';
import { ofVersion, raiseInWords } from '../versionWords.ts';
import { ArraySource } from './arraySource.ts';
import {
  BatchSource,
  type BatchStream,
  indexedStream,
  iterableStream,
  printed,
  templateOf,
  unpackBatch,
} from './batchSource.ts';
import { checkCardinality } from './cardinality.ts';
import { checkBatchSize } from './countedSettings.ts';
import type { DataArguments } from './dataArguments.ts';
import {
  ALL_ROWS,
  type DataSource,
  leafOf,
  rememberFlat,
  type Template,
  usualBatchSize,
} from './dataSource.ts';
import { hasHostPart } from './hostPart.ts';
import { holdsNumbers, refuseListBesideArray, unrecognized } from './listData.ts';
import { SlicedSource } from './slicedSource.ts';

/** Tensors become arrays, data frames what `to_numpy` or `__array__` gives; the rest stays. */
export function* toArrays(py: Interpreter, value: Value): Suspendable<Value> {
  const tensors = flatten([value]).filter(leaf => leaf instanceof TensorObject);
  const arrays = new Map<Value, Value>();
  if (py.running) {
    const numbers = tensors.filter(tensor => textOfTensor(tensor.tensor) === undefined);
    const hosts = yield* valuesOf(py, numbers, false);
    for (const tensor of tensors) {
      const host = hosts[numbers.indexOf(tensor)];
      arrays.set(tensor, host === undefined ? textArray(tensor.tensor)! : arrayFromHost(host));
    }
  } else for (const tensor of tensors) arrays.set(tensor, unknownArray(tensor.shape, tensor.tensor.dtype));
  return mapStructure(value, leaf => arrays.get(leaf) ?? arrayLike(py, leaf));
}

function arrayLike(py: Interpreter, leaf: Value): Value {
  if (
    !(leaf instanceof PyObject) ||
    leaf instanceof NdArray ||
    leaf instanceof Unknown ||
    leaf instanceof DatasetObject
  )
    return leaf;
  const convert =
    py.getAttributeOrUndefined(leaf, 'to_numpy') ?? py.getAttributeOrUndefined(leaf, '__array__');
  return convert === undefined ? leaf : py.call(convert, []);
}

/** Data that analysis does not know build a model all the same. */
function unknownData({ model }: DataArguments, { reason }: Unknown): NotKnown {
  model.calledWithUnknown(reason);
  return new NotKnown(reason);
}

/** Flat inputs (n,) of a model that waits for its input's shape: Keras 1 made columns of them, some of Keras 2 did. */
function flatInputs(py: Interpreter, x: Value): Value {
  const version = py.state(kerasVersionKey).current;
  const isFlat = flatten([x]).some(leaf => leaf instanceof NdArray && leaf.rank === 1);
  if (version === 1) return columnsInOlderKeras(py, x);
  if (version === 2 && isFlat && !py.running) throw new NotKnown('versions of Keras 2 differ in flat inputs');
  return x;
}

/** Keras 1 and 2 take flat data (n,) as a column (n, 1). */
function columnsInOlderKeras(py: Interpreter, data: Value): Value {
  if (py.state(kerasVersionKey).current === 3) return data;
  return mapStructure(data, leaf => {
    if (!(leaf instanceof NdArray) || leaf.rank !== 1) return leaf;
    const column = py.getItem(leaf, new PyTuple([new PySlice(null, null, null), null]));
    if (!(column instanceof NdArray)) return column;
    column.madeAt = leaf.madeAt;
    rememberFlat(column, leaf);
    return column;
  });
}

/** Makes the source for a call's data. */
export function* makeSource(py: Interpreter, args: DataArguments): Suspendable<DataSource> {
  refuseListBesideArray(py, args);
  const given = yield* toArrays(py, plainLists(py, args.x));
  const x = args.model.built ? given : flatInputs(py, given);
  const y = columnsInOlderKeras(py, yield* toArrays(py, plainLists(py, args.y)));
  const weight = yield* toArrays(py, plainLists(py, args.weight));
  if (holdsNumbers(x)) throw unrecognized(py, args);
  for (const value of flatten([x, y, weight])) if (value instanceof Unknown) throw unknownData(args, value);
  const stream = streamOf(py, x, args.names.x);
  if (stream !== null) return yield* streamSource(py, stream, args, x);
  const leaves = flatten([x, y, weight]).filter(leaf => leaf !== null);
  if (leaves.length === 0 || !leaves.every(leaf => leaf instanceof NdArray)) throw unrecognized(py, args);
  const parts: Template = {
    x: withLeaves(py, x),
    y: withLeaves(py, y),
    weight: withLeaves(py, weight),
    labelsFrom: args.names.y,
  };
  const samples = checkCardinality(py, parts, args);
  const ofBatches = args.names.x === 'validation_data' ? 'validation_batch_size' : 'batch_size';
  checkBatchSize(py, args.batchSize, samples, ofBatches);
  if (ofVersion(py, { 1: false, 2: true, 3: false })) checkAmount(py, samples, args);
  const batchSize =
    args.batchSize === null || args.batchSize instanceof Unknown ? null : Number(args.batchSize) || null;
  const usual = batchSize ?? usualBatchSize(samples, args.steps);
  const isWhole = samples !== null && (usual >= ALL_ROWS || samples % usual === 0);
  const template = { ...parts, traceRows: isWhole ? Math.min(usual, samples) : null };
  if (py.running && samples !== null && hasHostPart(args.model, template))
    return new SlicedSource(py, template, samples, batchSize, args.steps);
  return new ArraySource(template, samples, batchSize, args.steps);
}

/** What tf.keras says of no data and of no steps. */
function checkAmount(py: Interpreter, samples: Dim, { steps, names }: DataArguments): void {
  if (steps === 0)
    throw raise(
      ValueError,
      'Unexpected value for `steps_per_epoch`. Received value is 0. Please check the docstring for `model.fit()` for supported values.',
      {
        code: 'invalid-argument',
        blame: { kind: 'argument', name: 'steps_per_epoch' },
        explanation: message(
          '`steps_per_epoch` is how many batches an epoch has, and 0 is none: left out, an epoch takes all data.',
        ),
      },
    );
  if (samples === 0)
    throw raise(ValueError, 'Expected input data to be non-empty.', {
      code: 'cardinality',
      blame: { kind: 'argument', name: names.x },
      explanation: message('`{0}` has no rows.', py.site?.argumentText(names.x) ?? names.x),
    });
}

/** Keras 2 takes a list of numbers or texts, or of such lists, for an array. */
function plainLists(py: Interpreter, value: Value): Value {
  if (py.state(kerasVersionKey).current === 3 || !(value instanceof PyList)) return value;
  const leaves = flatten([value]);
  const isPlain =
    holdsNumbers(value) || (leaves.length > 0 && leaves.every(leaf => typeof leaf === 'string'));
  return isPlain ? toArray(value, py) : value;
}

function withLeaves(py: Interpreter, value: Value): Value {
  return mapStructure(value, leaf => (leaf instanceof NdArray ? leafOf(py, leaf) : leaf));
}

function streamOf(py: Interpreter, x: Value, name: string): BatchStream | null {
  if (x instanceof DatasetObject) return x.stream(py);
  if (x instanceof PyGenerator || x instanceof PyIterator) return tuplesOf(py, iterableStream(py, x), name);
  if (x instanceof PyObject && x.cls.isSubclassOf(pyDatasetClass)) return indexedStream(py, x);
  const isContainer =
    x instanceof PyList || x instanceof PyTuple || x instanceof PyDict || x instanceof NdArray;
  if (!(x instanceof PyObject) || isContainer) return null;
  if (
    py.getAttributeOrUndefined(x, '__getitem__') !== undefined &&
    py.getAttributeOrUndefined(x, '__len__') !== undefined
  )
    return indexedStream(py, x);
  return py.getAttributeOrUndefined(x, '__next__') === undefined ? null : iterableStream(py, x);
}

/** In Keras 1 and 3 the batches of a generator are tuples. */
function tuplesOf(py: Interpreter, stream: BatchStream, name: string): BatchStream {
  const isForPrediction = py.site?.signature?.name.includes('predict') === true;
  if (ofVersion(py, { 1: isForPrediction, 2: true, 3: false })) return stream;
  return {
    ...stream,
    start(shuffle) {
      const next = stream.start(shuffle);
      return function* () {
        const batch = yield* next();
        if (batch === undefined || batch instanceof PyTuple || batch instanceof Unknown) return batch;
        throw raiseInWords(
          py,
          {
            1: `output of generator should be a tuple (x, y, sample_weight) or (x, y). Found: ${printed(py, batch)}`,
            3: `When passing a Python generator to a Keras model, the generator must return a tuple, either (input,) or (inputs, targets) or (inputs, targets, sample_weights). Received: ${printed(py, batch)}`,
          },
          {
            code: 'batch-format',
            blame: { kind: 'argument', name },
            explanation: message(
              'The generator yields {0}, and Keras takes tuples: `yield x, y`.',
              classOf(batch).name,
            ),
          },
        );
      };
    },
  };
}

function* streamSource(
  py: Interpreter,
  stream: BatchStream,
  args: DataArguments,
  x: Value,
): Suspendable<DataSource> {
  if (args.y !== null) {
    const kind = x instanceof DatasetObject ? 'tf.data.Dataset' : 'a generator or PyDataset';
    const olderKind =
      x instanceof DatasetObject
        ? 'dataset'
        : x instanceof PyGenerator || x instanceof PyIterator
          ? 'python generator'
          : '`keras.utils.Sequence`';
    throw raiseInWords(
      py,
      {
        1: [
          TypeError,
          `Error when checking model input: data should be a Numpy array, or list/dict of Numpy arrays. Found: ${printed(py, x).slice(0, 200)}...`,
        ],
        2: `\`y\` argument is not supported when using ${olderKind} as input.`,
        3: `When providing \`x\` as ${kind}, \`y\` should not be passed. Instead, the targets should be included as part of the ${kind}.`,
      },
      {
        code: 'data-labels-twice',
        blame: { kind: 'argument', name: args.names.y },
        explanation: message(
          '`{0}` brings its labels along, so `{1}` must not be passed.',
          py.site?.argumentText(args.names.x) ?? args.names.x,
          args.names.y,
        ),
      },
    );
  }
  if (!py.running) {
    const first = x instanceof DatasetObject ? x.element : yield* firstBatch(py, stream, args);
    if (first === null) throw new NotKnown('the batches of a generator are known only when it runs');
    const isDataset = x instanceof DatasetObject;
    // What a data set holds need not come up within a number of steps.
    const isWhole = args.steps === null || !isDataset || (x.length !== null && args.steps >= x.length);
    const template = yield* templateOf(py, unpackBatch(py, isWhole ? first : partly(first), args.names.x));
    return new BatchSource(stream, { ...template, labelsFrom: args.names.x, isDataset }, args.steps);
  }
  return new BatchSource(stream, { x: null, y: null, weight: null }, args.steps, args.samples ?? null);
}

/** An element of a data set of which only a part is drawn. */
function partly(element: Value): Value {
  return mapStructure(element, leaf =>
    leaf instanceof NdArray && leaf.data === null
      ? abstractArray(leaf.shape, leaf.dtype, partFacts(leaf.facts, null, false))
      : leaf,
  );
}

/** Analysis follows a generator to its first batch, which stands for the others. */
function* firstBatch(py: Interpreter, stream: BatchStream, args: DataArguments): Suspendable<Value> {
  const site = py.site;
  try {
    const first = (yield* stream.start(false)()) ?? null;
    for (const leaf of flatten([first])) if (leaf instanceof Unknown) throw unknownData(args, leaf);
    return first;
  } finally {
    py.site = site;
  }
}
