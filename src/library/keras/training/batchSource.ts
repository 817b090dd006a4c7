/** Batches that Python code yields: generators, `keras.utils.PyDataset`, `tf.data.Dataset`. */

import { isFloating } from '../../../graph/dtypes.ts';
import { AttributeError, PythonError, raise, StopIteration } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { type Suspendable, settle } from '../../../python/suspension.ts';
import { NotKnown, PyList, PyTuple, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { toArray } from '../../numpy/conversion.ts';
import { NdArray } from '../../numpy/ndarray.ts';
import { floatOf } from '../policy.ts';
import { valuesOf } from '../session.ts';
import { arrayFromHost, hostArrayOf, isTensorLike, tensorOf } from '../tensors/conversion.ts';
import { flatten, mapStructure } from '../tensors/graphNode.ts';
import { TensorObject } from '../tensors/tensorObject.ts';
import { textArray, textOf } from '../tensors/text.ts';
import { ofVersion, raiseInWords } from '../versionWords.ts';
import { leavesOf } from './arraySource.ts';
import { type Batch, DataLeaf, type DataSource, leafOf, type Template, textLeaves } from './dataSource.ts';
import { ranOut } from './runningOut.ts';

/** A value as Python prints it; dots where parts are not known. */
export function printed(py: Interpreter, value: Value): string {
  try {
    return py.repr(value);
  } catch (error) {
    if (error instanceof NotKnown) return value instanceof PyTuple ? '(...)' : '[...]';
    throw error;
  }
}

/**
 * A batch as (x, y, weight), whatever it was given as; `argument` is to blame for it. tf.keras takes lists for tuples.
 */
export function unpackBatch(
  py: Interpreter,
  value: Value,
  argument = 'x',
): { x: Value; y: Value; weight: Value } {
  const isList = value instanceof PyList && ofVersion(py, { 1: false, 2: true, 3: false });
  if (!(value instanceof PyTuple) && !isList) return { x: value, y: null, weight: null };
  const [x, y, weight] = value.items;
  if (value.items.length > 3) {
    throw raiseInWords(
      py,
      {
        1:
          argument === 'validation_data'
            ? `When passing validation_data, it must contain 2 (x_val, y_val) or 3 (x_val, y_val, val_sample_weights) items, however it contains ${value.items.length} items`
            : `output of generator should be a tuple (x, y, sample_weight) or (x, y). Found: ${printed(py, value)}`,
        3: `Data is expected to be in format \`x\`, \`(x,)\`, \`(x, y)\`, or \`(x, y, sample_weight)\`, found: ${printed(py, value)}`,
      },
      {
        code: 'batch-format',
        blame: { kind: 'argument', name: argument },
        explanation: message(
          'A batch has {0} parts, and Keras takes inputs, labels and weights: put several inputs into one tuple.',
          value.items.length,
        ),
      },
    );
  }
  return { x: x ?? null, y: y ?? null, weight: weight ?? null };
}

/** Arrays in place of tensors and numbers, so that a batch can be fed. */
export function* templateOf(
  py: Interpreter,
  parts: { x: Value; y: Value; weight: Value },
): Suspendable<Template> {
  const tensors: TensorObject[] = [];
  for (const leaf of flatten([parts.x, parts.y, parts.weight]))
    if (leaf instanceof TensorObject) tensors.push(leaf);
  const numbers = tensors.filter(({ tensor }) => textOf(tensor) === undefined);
  const values = yield* valuesOf(py, numbers, false);
  const arrays = new Map(numbers.map((tensor, index) => [tensor, arrayFromHost(values[index])]));
  const convert = (leaf: Value): Value => {
    if (leaf === null) return null;
    if (leaf instanceof TensorObject) return leafOf(py, arrays.get(leaf) ?? textArray(leaf.tensor)!);
    if (leaf instanceof NdArray) return leafOf(py, leaf);
    if (isTensorLike(leaf) || typeof leaf === 'number') {
      if (py.running) return leafOf(py, toArray(leaf, py));
      const made = tensorOf(py, leaf);
      return new DataLeaf(made.shape, isFloating(made.dtype) ? floatOf(py) : made.dtype, null);
    }
    throw raise(AttributeError, `'${py.repr(leaf)}' is not an array`);
  };
  return {
    x: mapStructure(parts.x, convert),
    y: mapStructure(parts.y, convert),
    weight: mapStructure(parts.weight, convert),
  };
}

/** The batch that a template's arrays make up. */
export function batchOf(template: Template): Batch {
  const leaves = leavesOf(template);
  const text = textLeaves(template);
  const feeds = leaves.filter(leaf => !text.has(leaf)).map(leaf => hostArrayOf(leaf.array!, leaf.dtype));
  return {
    template,
    leaves: leaves.map(({ shape, dtype }) => ({ shape: shape as readonly number[], dtype })),
    feeds,
    rows: leaves[0]?.shape[0] ?? 0,
  };
}

/** Where batches come from: called at the start of each epoch. */
export interface BatchStream {
  /** Batches an epoch; null when only running tells. */
  readonly length: number | null;
  /** Whether its batches have numbers: before Keras 3 each epoch begins with the first, however many it takes. */
  readonly isIndexed?: boolean;
  start(shuffle: boolean): () => Suspendable<Value | undefined>;
  endEpoch?(): Suspendable<void>;
}

export class BatchSource implements DataSource {
  readonly template: Template;
  readonly samples = null;
  readonly batchSize = null;
  readonly batchRows: readonly number[] = [];
  private readonly stream: BatchStream;
  private readonly limit: number | null;
  private open: (() => Suspendable<Value | undefined>) | null = null;
  /** How many batches the first epoch had, where only running tells. */
  private counted: number | null = null;
  endedEarly = false;

  /** How many samples are an epoch, where that is what ends it. */
  private readonly enough: number | null;

  constructor(stream: BatchStream, template: Template, steps: number | null, samples: number | null = null) {
    this.stream = stream;
    this.template = template;
    this.limit = steps;
    this.enough = samples;
  }

  get steps(): number | null {
    return this.limit ?? this.stream.length ?? this.counted;
  }

  get continues(): boolean {
    return this.limit !== null || this.enough !== null;
  }

  startEpoch(py: Interpreter, shuffle: boolean): () => Suspendable<Batch | null> {
    const { limit, enough } = this;
    const { length, isIndexed } = this.stream;
    const startsAgain = py.state(kerasVersionKey).current < 3 && (limit === length || isIndexed === true);
    // With a limit on steps one pass through the stream may serve several epochs.
    if (!this.continues || startsAgain || this.open === null) this.open = this.stream.start(shuffle);
    // What ends by itself ends without a word, once it is known how long it is.
    const expected = limit ?? this.counted;
    let step = 0;
    let rows = 0;
    const next = function* (this: BatchSource): Suspendable<Batch | null> {
      if (this.open === null || (expected !== null && step >= expected)) return null;
      if (enough !== null && rows >= enough) {
        this.counted ??= step;
        return null;
      }
      const value = yield* this.open();
      if (value === undefined) {
        this.open = null;
        const isKeras3 = py.state(kerasVersionKey).current === 3;
        if (limit !== null || (isKeras3 && this.stream.length === null)) yield* ranOut(py);
        this.endedEarly = limit !== null && !isKeras3;
        this.counted ??= step;
        return null;
      }
      step++;
      const batch = batchOf(yield* templateOf(py, unpackBatch(py, value)));
      rows += batch.rows;
      return batch;
    };
    return next.bind(this);
  }

  *endEpoch(): Suspendable<void> {
    yield* this.stream.endEpoch?.() ?? none();
  }

  dispose(): void {}
}

function* none(): Suspendable<void> {}

/** A stream over a Python iterable, once. */
export function iterableStream(py: Interpreter, value: Value): BatchStream {
  const iterator = py.iterator(value);
  return {
    length: null,
    start: () =>
      function* () {
        try {
          const next = iterator.next();
          return next === undefined ? undefined : yield* settle(next);
        } catch (error) {
          if (error instanceof PythonError && error.exception.cls === StopIteration) return undefined;
          throw error;
        }
      },
  };
}

/** How many batches; null where analysis cannot tell. */
function lengthOf(py: Interpreter, dataset: Value): number | null {
  try {
    return py.length(dataset);
  } catch (error) {
    if (error instanceof NotKnown) return null;
    throw error;
  }
}

/** A stream over a PyDataset (or keras.utils.Sequence): items by index. */
export function indexedStream(py: Interpreter, dataset: Value): BatchStream {
  const length = lengthOf(py, dataset);
  const getItem = py.getAttribute(dataset, '__getitem__');
  return {
    length,
    isIndexed: true,
    start() {
      let index = 0;
      return function* () {
        return length !== null && index >= length ? undefined : yield* py.callAndWait(getItem, [index++]);
      };
    },
    *endEpoch() {
      const hook = py.getAttributeOrUndefined(dataset, 'on_epoch_end');
      if (hook !== undefined) yield* py.callAndWait(hook, []);
    },
  };
}
