/** What a training run tells its host while it goes on, and what it asks: the panel shows these, the CLI ignores them. */

import type { HostArray } from '../../graph/engine.ts';
import type { Shape } from '../../graph/shapes.ts';
import type { Message } from '../../python/message.ts';
import type { Span } from '../../python/syntax.ts';
import type { LoopCheckpoint } from './loopJournal.ts';
import type { ClassifierHead } from './models/classifierHead.ts';
import type { FitCheckpoint } from './training/fitCheckpoint.ts';

export interface LayerReport {
  readonly name: string;
  readonly className: string;
  readonly outputShape: Shape | null;
  readonly params: number;
  readonly trainable: boolean;
  readonly span: Span | null;
}

export interface ModelReport {
  readonly name: string;
  readonly span: Span | null;
  readonly layers: readonly LayerReport[];
  readonly params: number;
  readonly head: ClassifierHead;
}

export interface FitReport {
  readonly model: ModelReport;
  readonly span: Span | null;
  readonly initialEpoch: number;
  readonly epochs: number;
  readonly stepsPerEpoch: number | null;
  readonly samples: number | null;
  readonly batchSize: number | null;
  readonly validation: boolean;
  /** Batches of a validation; null where there is none, or only running tells. */
  readonly validationSteps: number | null;
  /** Names of the history that epochs will report: `loss`, `accuracy`, … */
  readonly metrics: readonly string[];
  /** Null where it follows a schedule, and where there is no optimizer. */
  readonly learningRate: number | null;
  /** Whether a callback keeps the best weights. */
  readonly keepsBest: boolean;
}

/** The model's word on some samples of one split. */
export interface PredictionReport {
  readonly model: ModelReport;
  /** `training`, `validation`, or the name of the argument that was predicted. */
  readonly split: string;
  readonly trainedOn: boolean;
  readonly kind: 'logits' | 'probabilities';
  /** (samples, classes), or (samples, 1) for a sigmoid. */
  readonly scores: HostArray;
  readonly inputs: HostArray | null;
  readonly labels: HostArray | null;
  /** Index of each sample in the split. */
  readonly indices: Int32Array;
  readonly total: number;
  readonly epoch: number | null;
}

/** Something seen inside a step, such as a loss that is no number. */
export interface NoticeReport {
  readonly code: string;
  readonly text: Message;
  readonly line: number | null;
}

/** Numbers in equal-width bins from `from` to `to`. */
export interface HistogramReport {
  readonly from: number;
  readonly to: number;
  readonly counts: readonly number[];
}

/** What goes on inside one layer, measured on one batch at the end of an epoch. */
export interface LayerInside {
  readonly layer: string;
  readonly weights: HistogramReport | null;
  readonly gradients: HistogramReport | null;
  readonly activations: HistogramReport | null;
  /** Share of units that are zero for the whole batch; null where that means nothing. */
  readonly deadShare: number | null;
  readonly gradientNorm: number | null;
}

/** A curve of the script's own training; the same object for all of its points. */
export interface LoopCurve {
  /** The model whose weights the loss is for, by Keras's name; null for metrics, and where it is for no model's. */
  readonly model: string | null;
  /** As the script calls it, or as Keras names it in logs. */
  readonly name: string;
  /** What the script calls the model, where that stands in the call: `critic` of `self.critic.trainable_variables`. */
  readonly modelWritten: string | null;
}

/** An optimizer of the script's own training. */
export interface LoopOptimizer {
  /** From 0, in the order of their first steps. */
  readonly index: number;
  /** As the script calls it. */
  readonly name: string;
  /** The model that was compiled with it, by Keras's name, where that is known. */
  readonly model: string | null;
  /** Its learning rate now; null where it follows a schedule, and where nobody has read it yet. */
  rate(): number | null;
}

export interface TrainingMonitor {
  onModel(report: ModelReport): void;
  onFitStart(report: FitReport): void;
  /** `epoch` counts from 0, `step` from 1 within the epoch; `logs` are running means, null when they were not read. */
  onStep(epoch: number, step: number, steps: number | null, logs: ReadonlyMap<string, number> | null): void;
  /** `epoch` from 0; the validation metrics are among the logs. */
  onEpochEnd(epoch: number, logs: ReadonlyMap<string, number>): void;
  onFitEnd(): void;
  onPredictions(report: PredictionReport): void;
  /** How many samples of a split {@link onPredictions} wants; 0 for none. */
  readonly maximumPredictions: number;
  /** Milliseconds between readings of the metrics during an epoch. */
  readonly readInterval: number;
  /**
   * Lets messages in; resolves when the run may go on. Rejects with Python's KeyboardInterrupt when it was stopped: a
   * fit then reports its predictions and ends before it lets the interrupt pass, so that what was learnt is kept.
   */
  breathe(): Promise<void>;
  /** Calls back when the run is stopped, which {@link breathe} then tells; returns how to take that back. */
  whenStopped(listener: () => void): () => void;
  /** Whether the state of training is wanted now: asked a few times a second and at the end of each epoch. */
  checkpointDue(): boolean;
  onCheckpoint(checkpoint: FitCheckpoint): void;
  /** Where the fit that has just begun goes on; null to begin at its beginning. */
  takeCheckpoint(): FitCheckpoint | null;
  /** Training goes on from a checkpoint after so many whole epochs. `restarted`: in a script that runs again. */
  onResumed(epochsDone: number, restarted: boolean): void;
  /** An optimizer takes its first step in the script's own training. */
  onLoopOptimizer(optimizer: LoopOptimizer): void;
  /** A step of the script's own training outside of fits, counted from 1, with what is known of its losses. */
  onLoopStep(steps: number, point: ReadonlyMap<LoopCurve, number>): void;
  /** What the script has read of a metric behind so many steps. */
  onLoopMetric(steps: number, curve: LoopCurve, value: number): void;
  /** Whether checkpoints are kept of it. */
  readonly keepsLoops: boolean;
  /** The same as for fits, asked at each such step. */
  loopCheckpointDue(): boolean;
  /** `held`: a fit begins, whose checkpoints stand on this one. */
  onLoopCheckpoint(checkpoint: LoopCheckpoint, held: boolean): void;
  /** A script that runs again has passed so many steps on its way to its checkpoint. */
  onLoopReplayed(steps: number, goal: LoopCheckpoint): void;
  /** Where the script's own training goes on in a script that runs again; null where it begins. */
  takeLoopCheckpoint(): LoopCheckpoint | null;
  /** A script that runs again stands where its checkpoint was taken, behind so many steps. */
  onLoopResumed(steps: number): void;
  onNotice(notice: NoticeReport): void;
  /** Whether someone looks at the layers now. */
  readonly watchesLayers: boolean;
  onLayers(model: string, epoch: number, layers: readonly LayerInside[]): void;
  /** Something takes a while before the next step. */
  onPreparing(stage: 'data' | 'model' | 'shaders' | 'checkpoint'): void;
  /** Whether a run that was stopped is to have the best weights that a callback keeps. */
  readonly restoresBest: boolean;
  /**
   * A learning rate set from outside since the last call; null when there is none.
   * @param optimizer of the script's own training; null for that of the fit
   */
  takeLearningRate(optimizer: number | null): number | null;
}

/** A monitor that watches nothing. */
export const silentMonitor: TrainingMonitor = {
  onModel() {},
  onFitStart() {},
  onStep() {},
  onEpochEnd() {},
  onFitEnd() {},
  onPredictions() {},
  maximumPredictions: 0,
  readInterval: 250,
  breathe: () => Promise.resolve(),
  checkpointDue: () => false,
  whenStopped: () => () => {},
  onCheckpoint() {},
  takeCheckpoint: () => null,
  onResumed() {},
  onLoopOptimizer() {},
  onLoopStep() {},
  onLoopMetric() {},
  keepsLoops: false,
  loopCheckpointDue: () => false,
  onLoopReplayed() {},
  onLoopCheckpoint() {},
  takeLoopCheckpoint: () => null,
  onLoopResumed() {},
  onNotice() {},
  watchesLayers: false,
  onLayers() {},
  onPreparing() {},
  restoresBest: false,
  takeLearningRate: () => null,
};
