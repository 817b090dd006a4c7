/** What a program did with Keras: its layers, models, compile and fit calls. Analysis, checks and the panel read it. */

import type { DType } from '../../graph/dtypes.ts';
import type { Shape } from '../../graph/shapes.ts';
import type { Tensor } from '../../graph/tensor.ts';
import { type Interpreter, StateKey } from '../../python/interpreter.ts';
import type { Span } from '../../python/syntax.ts';
import type { Value } from '../../python/values.ts';
import type { NdArray } from '../numpy/ndarray.ts';
import type { LayerObject } from './layers/base/layerObject.ts';
import type { LossDefinition } from './losses/definition.ts';
import type { LossObject } from './losses/lossClasses.ts';
import type { MetricObject } from './metrics/metricClasses.ts';
import type { ModelObject } from './models/modelObject.ts';

/** An array (or another source of data) that a training call received. */
export interface RecordedData {
  /** The source text of the argument; null when it was not passed by name or place. */
  readonly text: string | null;
  readonly span: Span | null;
  readonly shape: Shape | null;
  readonly dtype: DType | string | null;
  /** The array itself, with its facts and where it was made; null for other sources. */
  readonly array: NdArray | null;
  /** The Python value. */
  readonly value: Value;
}

export interface RecordedCompile {
  readonly model: ModelObject;
  readonly span: Span;
  readonly loss: Value;
  readonly optimizer: Value;
  readonly metrics: Value;
  readonly lossSpan: Span | null;
  readonly optimizerSpan: Span | null;
  readonly metricsSpan: Span | null;
}

export type FitMethod =
  | 'fit'
  | 'evaluate'
  | 'predict'
  | 'train_on_batch'
  | 'test_on_batch'
  | 'predict_on_batch';

export interface RecordedFit {
  readonly model: ModelObject;
  /** The compile call in force; null when there was none. */
  readonly compile: RecordedCompile | null;
  readonly method: FitMethod;
  readonly span: Span;
  readonly x: readonly RecordedData[];
  readonly y: readonly RecordedData[];
  readonly validationX: readonly RecordedData[];
  readonly validationY: readonly RecordedData[];
  readonly epochs: number | null;
  readonly batchSize: number | null;
  /** The arguments of the call by name, as passed. */
  readonly args: ReadonlyMap<string, Value>;
  readonly spans: ReadonlyMap<string, Span>;
  /** Whether Keras's own checks let the call pass. */
  raised: boolean;
  /** The callback that certainly ends the training with an exception; null where none does. */
  refusing: Value;
  /** Whether the model has weights and none of them was trainable at this call. */
  frozen: boolean;
  /** The logs of training by name, without those of validation; null where code of the script's may log others. */
  logNames: readonly string[] | null;
}

/** What a model without a graph, a class of the script's own, gave to its losses when a step was traced. */
export interface RecordedOutputs {
  readonly model: ModelObject;
  readonly compile: RecordedCompile | null;
  readonly outputs: readonly Tensor[];
}

/** Labels and outputs that a call of the script's own compares, as in a training loop. */
export interface RecordedComparison {
  /** The call. */
  readonly span: Span;
  readonly labels: RecordedData;
  readonly outputs: RecordedData;
  readonly output: Tensor;
}

export interface RecordedLossCall extends RecordedComparison {
  readonly definition: LossDefinition;
  readonly fromLogits: boolean;
  /** The object that was called; null for a function. */
  readonly object: LossObject | null;
  /** The function's name where its outputs are always logits, as those of `tf.nn` are; else null. */
  readonly ofLogits: string | null;
}

export interface RecordedMetricCall extends RecordedComparison {
  readonly metric: MetricObject;
}

/** A model that the script calls on data itself. */
export interface RecordedModelCall {
  readonly model: ModelObject;
  readonly inputs: RecordedData;
  readonly input: Tensor;
  readonly outputs: readonly Tensor[];
  /** Whether a training step of the model's own class makes it, which `fit` runs. */
  readonly inStep: boolean;
}

/** What the script takes gradients of, at the call that takes them. */
export interface RecordedTarget {
  readonly span: Span | null;
  readonly tensor: Tensor;
}

export interface KerasRecord {
  readonly layers: Set<LayerObject>;
  readonly models: Set<ModelObject>;
  readonly compiles: RecordedCompile[];
  readonly fits: RecordedFit[];
  readonly outputs: RecordedOutputs[];
  readonly lossCalls: RecordedLossCall[];
  readonly metricCalls: RecordedMetricCall[];
  readonly modelCalls: RecordedModelCall[];
  /** What the script takes gradients of itself. */
  readonly targets: RecordedTarget[];
  /** Results of a softmax or sigmoid that the script got from a call. */
  readonly probabilities: Tensor[];
}

export const kerasRecordKey = new StateKey<KerasRecord>('keras.record', () => ({
  layers: new Set(),
  models: new Set(),
  compiles: [],
  fits: [],
  outputs: [],
  lossCalls: [],
  metricCalls: [],
  modelCalls: [],
  targets: [],
  probabilities: [],
}));

export function recordLayer(py: Interpreter, layer: LayerObject): void {
  py.state(kerasRecordKey).layers.add(layer);
}

export function recordModel(py: Interpreter, model: ModelObject): void {
  py.state(kerasRecordKey).models.add(model);
}
