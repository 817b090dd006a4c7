/** What a training call draws its batches from: arrays in memory, or anything that yields batches. */

import type { DType } from '../../../graph/dtypes.ts';
import { isFloating } from '../../../graph/dtypes.ts';
import type { Feed, HostArray, Resident } from '../../../graph/engine.ts';
import { isStatic, type Shape } from '../../../graph/shapes.ts';
import { PyClass } from '../../../python/classes.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import { objectClass } from '../../../python/types.ts';
import { NotKnown, PyObject, type Value } from '../../../python/values.ts';
import type { NdArray } from '../../numpy/ndarray.ts';
import { floatOf } from '../policy.ts';
import { arrayDType, hostArrayOf } from '../tensors/conversion.ts';
import { flatten } from '../tensors/graphNode.ts';
import type { RowMark } from './rowOrder.ts';

const leafClass = new PyClass('data', [objectClass]);

/** One array of a batch, in the place where it stands in nested inputs or labels. */
export class DataLeaf extends PyObject {
  override cls = leafClass;
  /** With the rows of the whole array (arrays) or of the batch (batches). */
  readonly shape: Shape;
  readonly dtype: DType;
  readonly array: NdArray | null;

  constructor(shape: Shape, dtype: DType, array: NdArray | null) {
    super();
    this.shape = shape;
    this.dtype = dtype;
    this.array = array;
  }
}

/** A leaf for an array; floats become the default float, as Keras casts them. */
export function leafOf(py: Interpreter, array: NdArray): DataLeaf {
  const dtype = arrayDType(array);
  return new DataLeaf(array.shape, isFloating(dtype) ? floatOf(py) : dtype, array);
}

const flatArrays = new WeakMap<NdArray, NdArray>();
const wholeArrays = new WeakMap<NdArray, NdArray>();

/** Notes that Keras made a column of a flat array of the script's. */
export function rememberFlat(column: NdArray, flat: NdArray): void {
  flatArrays.set(column, flat);
}

/** Notes that Keras took part of the script's array for training or validation. */
export function rememberWhole(part: NdArray, whole: NdArray): void {
  wholeArrays.set(part, whole);
}

/** The array as the script knows it. */
export function asWritten(array: NdArray): NdArray {
  const flat = flatArrays.get(array) ?? array;
  return wholeArrays.get(flat) ?? flat;
}

/** Inputs, labels and weights of samples: nested structures of {@link DataLeaf}; null where there are none. */
export interface Template {
  readonly x: Value;
  readonly y: Value;
  readonly weight: Value;
  /** The parameter of the call that brings the labels, for blame. */
  readonly labelsFrom?: string;
  /** Whether a `tf.data.Dataset` brings them. */
  readonly isDataset?: boolean;
  /** Rows of each batch of arrays; null where the last one has fewer, so that Keras 2 traces them as open. */
  readonly traceRows?: number | null;
}

/** The inputs that hold text; labels and weights are numbers. */
export function textLeaves(template: Template): ReadonlySet<DataLeaf> {
  return new Set(
    flatten([template.x]).filter(leaf => leaf instanceof DataLeaf && leaf.dtype === 'string') as DataLeaf[],
  );
}

/**
 * One batch: its shapes and what to feed, in the order in which a template's leaves are flattened. Leaves of text are
 * not fed: their contents are in the template.
 */
export interface Batch {
  readonly template: Template;
  readonly leaves: readonly { readonly shape: readonly number[]; readonly dtype: DType }[];
  readonly feeds: readonly Feed[];
  readonly rows: number;
}

export interface DataSource {
  /** Structures with the shapes of a batch where known (first dimension may be null). */
  readonly template: Template;
  readonly samples: number | null;
  readonly batchSize: number | null;
  /** Batches an epoch; null when only running tells. */
  readonly steps: number | null;
  /** The shapes that batches may have: the usual one and a shorter last one. Empty when unknown. */
  readonly batchRows: readonly number[];
  /** The first rows as a batch of their own, where a step cannot be traced without the contents; absent elsewhere. */
  first?(rows: number): Template;
  /** Batches of each kind that comes, for what is got ready before they do; absent where only drawing them tells. */
  expected?(py: Interpreter, shuffled: boolean): Suspendable<readonly Batch[]>;
  /** Starts an epoch; the returned function gives the next batch or null at its end. */
  startEpoch(py: Interpreter, shuffle: boolean): () => Suspendable<Batch | null>;
  /** The place in the source's own randomness, to draw the epochs after it again; absent where that cannot be. */
  mark?(): RowMark;
  /** Goes back to a mark: the next epoch is the one that followed it. */
  rewind?(mark: RowMark): void;
  /** Whether an epoch goes on where the one before it ended, so that all batches have to be drawn to get past one. */
  readonly continues?: boolean;
  /** Whether the data ended before the epoch did, where that ends the training (before Keras 3). */
  readonly endedEarly?: boolean;
  /** Called after each epoch (`on_epoch_end` of a PyDataset). */
  endEpoch?(py: Interpreter): Suspendable<void>;
  dispose(): void;
}

/** The batch size of methods that take all rows at once. */
export const ALL_ROWS = 2 ** 30;

/** Rows in a batch where nobody says: 32, or what makes up the number of steps that is asked for. */
export function usualBatchSize(samples: number | null, steps: number | null): number {
  return steps === null || samples === null || steps < 1 ? 32 : Math.ceil(samples / steps);
}

/** Sizes of the batches of `samples` rows. */
export function batchSizes(samples: number, batchSize: number): number[] {
  const rest = samples % batchSize;
  if (samples < batchSize) return [samples];
  return rest === 0 ? [batchSize] : [batchSize, rest];
}

/** The contents of an array for the engine. */
export function uploadable(array: NdArray, dtype: DType): HostArray {
  if (!isStatic(array.shape)) throw new NotKnown('the size of an array is not known');
  return hostArrayOf(array, dtype);
}

export type { Resident };
