/** What a run has to tell (worker -> panel -> host). */
import type { Figure } from './figures/figure.ts';
import type { BackendName, ReportedShape, SourceRange } from './protocol-vocabulary.ts';

interface OfRun {
  runId: string;
}

/** The worker has begun with this run. */
export interface StartedReport extends OfRun {
  type: 'started';
  /** Milliseconds since 1970. */
  time: number;
}

/** Which backend computes, and why in words ("fastest of 3 on this model: 1.2 ms a step"). */
export interface BackendReport extends OfRun {
  type: 'backend';
  name: BackendName;
  reason: string;
  /** What was passed over and why ("webgl: no WebGL 2 here"). */
  rejected: { name: BackendName; reason: string }[];
}

export type PreparationStage =
  | 'interpreter'
  | 'imports'
  | 'data'
  | 'download'
  | 'model'
  | 'backend'
  | 'probing'
  | 'shaders'
  | 'checkpoint';

/** Something takes a while before the first step; shown as "Preparing: …". */
export interface PreparingReport extends OfRun {
  type: 'preparing';
  stage: PreparationStage;
  /** More to say about the stage, such as the backend's name; '' for nothing. */
  detail: string;
  /** How much of it is done, 0..1; left out where nobody knows. */
  share?: number;
}

/** Text the script printed, exactly, in pieces of any length. A carriage return overwrites the line. */
export interface OutputReport extends OfRun {
  type: 'output';
  stream: 'stdout' | 'stderr';
  text: string;
}

/** One layer of a described model. */
export interface LayerDescription {
  name: string;
  /** The Keras class, such as `Dense`. */
  class: string;
  outputShape: ReportedShape | null;
  params: number;
  trainable: boolean;
  line: number | null;
}

/** Sizes that mean "has learnt nothing yet", drawn as chance lines. */
export interface ChanceLevels {
  /** Loss of the uniform guess, such as ln C; null where there is none (a regression). */
  loss: number | null;
  /** Accuracy of the uniform guess, 1/C. */
  accuracy: number | null;
  /** Accuracy of always naming the most frequent class; null when unknown. */
  majority: number | null;
}

/** What ends the model: decides which views make sense. `none`: no classifier head (a regression, an encoder). */
export type ModelHead = 'softmax' | 'binary' | 'multilabel' | 'none';

/** A model was built or compiled; sent again when it changes. */
export interface ModelReport extends OfRun {
  type: 'model';
  /** The variable's name in the script, or Keras's name where there is none. */
  name: string;
  line: number | null;
  layers: LayerDescription[];
  params: number;
  head: ModelHead;
  classes: number | null;
  chance: ChanceLevels;
}

/** A `fit` begins. `fit` counts the calls of the run from 0; later reports refer to it. */
export interface FitReport extends OfRun {
  type: 'fit';
  fit: number;
  model: string;
  line: number | null;
  initialEpoch: number;
  epochs: number;
  /** null when a generator does not tell. */
  stepsPerEpoch: number | null;
  samples: number | null;
  batchSize: number | null;
  validation: boolean;
  /** The optimizer's rate when the fit begins; null where it follows a schedule. */
  learningRate?: number | null;
  /** Whether a callback keeps the best weights, so that a stop can restore them. */
  keepsBest?: boolean;
}

/** Where the fit stands. */
export interface ProgressReport extends OfRun {
  type: 'progress';
  fit: number;
  /** From 1. */
  epoch: number;
  epochs: number;
  /** Steps done in this epoch. */
  step: number;
  steps: number | null;
  secondsLeft: number | null;
}

/**
 * Several points of the curves at once, in columns of the same length. Names are Keras's history names: `loss`,
 * `accuracy`, `val_loss`, `val_accuracy`, … A missing value is null; NaN is what was computed. `at` holds epochs (from 1) for scope `epoch` and
 * global steps of the fit (from 1) for scope `step`; `seconds` is the time since the fit began.
 */
export interface MetricsReport extends OfRun {
  type: 'metrics';
  fit: number;
  scope: 'step' | 'epoch';
  at: number[];
  seconds: number[];
  columns: Record<string, (number | null)[]>;
}

/** The inputs of the first `count` samples, small ones only, one after another in `values`. */
export interface SampleInputs {
  kind: 'features' | 'image' | 'sequence';
  /** Shape of one sample: (features,), (height, width, channels) or (steps, features). */
  shape: number[];
  count: number;
  values: Float32Array;
  /** Names of the features where the script has them; else empty. */
  names: string[];
}

/** A temperature that the script itself divides its logits by, and where its number stands. */
export interface TemperatureInCode {
  value: number;
  /** The numeric literal to replace; null when it is computed. */
  range: SourceRange | null;
  line: number;
}

/**
 * What the model says about one split, after training or at an epoch's end.
 *
 * `scores` is row by row, samples x columns, where columns = classes for a softmax and 1 for a binary head.
 * - kind `logits`: the values before softmax and **before** the temperature in the code is applied.
 * - kind `probabilities`: what the model puts out (the code's temperature included), where logits cannot be had.
 *   Their logarithm times the code's temperature are logits up to a constant for each row.
 */
export interface PredictionsReport extends OfRun {
  type: 'predictions';
  fit: number | null;
  model: string;
  /** The split's name as the script has it: `validation`, `training`, `x_test`… */
  split: string;
  /** Whether the model was trained on these samples. */
  trainedOn: boolean;
  head: ModelHead;
  kind: 'logits' | 'probabilities';
  classNames: string[];
  samples: number;
  columns: number;
  scores: Float32Array;
  /** One class index a sample; -1 where there is no label. */
  labels: Int32Array;
  /** Index of each sample in the split, where only a part is sent. */
  indices: Int32Array;
  /** Size of the whole split. */
  total: number;
  inputs: SampleInputs | null;
  temperature: TemperatureInCode | null;
  epoch: number | null;
}

/** A matplotlib figure that the script showed. */
export interface FigureReport extends OfRun, Figure {
  type: 'figure';
}

/** A histogram with equal-width bins from `from` to `to`. */
export interface Histogram {
  from: number;
  to: number;
  counts: number[];
}

/** What goes on inside one layer at an epoch's end. */
export interface LayerStatistics {
  layer: string;
  weights: Histogram | null;
  gradients: Histogram | null;
  activations: Histogram | null;
  /** Share of units that were zero for every sample, 0..1; null where it means nothing. */
  deadShare: number | null;
  gradientNorm: number | null;
}

/** Statistics of all layers; sent only while `watchLayers` is on. */
export interface LayerStatisticsReport extends OfRun {
  type: 'layerStatistics';
  fit: number;
  model: string;
  epoch: number;
  layers: LayerStatistics[];
}

/** Something seen on the curves or inside a step, named with its layer and line ("loss is NaN since step 12"). */
export interface NoticeReport extends OfRun {
  type: 'notice';
  severity: 'warning' | 'information';
  /** A diagnostic code, such as `stuck-at-chance`. */
  code: string;
  message: string;
  line: number | null;
}

export interface PausedReport extends OfRun {
  type: 'paused';
}

export interface ResumedReport extends OfRun {
  type: 'resumed';
  /** Whether it goes on from a checkpoint after a loss, rather than from a pause; the chart shows a seam. */
  fromCheckpoint: boolean;
  fit: number | null;
  epoch: number | null;
}

/**
 * A script that runs again stands where its checkpoint was taken. What it had told behind that place before its run was
 * lost is told again from here on, and is to be forgotten.
 */
export interface CaughtUpReport extends OfRun {
  type: 'caughtUp';
  /** A second time from the same checkpoint, since what was kept in it had turned out to be of no use. */
  again: boolean;
}

/** How far the script's own training outside of fits is. */
export interface LoopReport extends OfRun {
  type: 'loop';
  /** Steps done in all of the script's own loops. */
  steps: number;
  /** Whether it went on behind these steps after a loss: from a checkpoint, or on another device. */
  seam: boolean;
  /** The optimizers it trains with, in the order of their first steps. */
  optimizers: LoopOptimizer[];
  /**
   * New points: `at` holds steps, `seconds` the time since the training began. Columns are losses that tapes went back
   * from and logs of `train_on_batch`, with the model's name before a dot where they are a model's (`critic.loss`), and
   * metrics that the script has read, as it calls them. null where a step gave none.
   */
  curves: { at: number[]; seconds: number[]; columns: Record<string, (number | null)[]> };
}

/** An optimizer of the script's own training. */
export interface LoopOptimizer {
  /** As the script calls it, or the model that was compiled with it. */
  name: string;
  /** null where it follows a schedule, and where nobody has read it yet. */
  learningRate: number | null;
}

/** The state to go on from: weights, optimizer, position. Its bytes are the worker's own business. */
export interface CheckpointReport extends OfRun {
  type: 'checkpoint';
  /** The fit it was taken in; null for a loop of the script's own, where `epoch` is 0 and `step` counts on. */
  fit: number | null;
  epoch: number;
  step: number;
  bytes: Uint8Array;
}

/** The GPU context went away. The engine goes on from the last checkpoint on `fallback`, or not at all (null). */
export interface DeviceLostReport extends OfRun {
  type: 'deviceLost';
  backend: BackendName;
  fallback: BackendName | null;
}

/** One frame of a Python traceback, outermost first. */
export interface TracebackFrame {
  path: string;
  line: number;
  function: string;
}

/** An exception nobody caught: `text` is the whole traceback as Python prints it. */
export interface TracebackReport extends OfRun {
  type: 'traceback';
  text: string;
  /** The exception's class, such as `ValueError`. */
  exception: string;
  message: string;
  frames: TracebackFrame[];
  /** What to try, one sentence each. */
  suggestions: string[];
}

/**
 * The run is over. `lost`: the worker crashed, was stuck or lost its device for good; the panel says so itself
 * where the worker cannot.
 */
export interface FinishedReport extends OfRun {
  type: 'finished';
  status: 'finished' | 'stopped' | 'failed' | 'lost';
  /** For `lost`: what happened; else ''. */
  reason: string;
  seconds: number;
}

export type RunReport =
  | StartedReport
  | BackendReport
  | PreparingReport
  | OutputReport
  | ModelReport
  | FitReport
  | ProgressReport
  | MetricsReport
  | PredictionsReport
  | FigureReport
  | LayerStatisticsReport
  | NoticeReport
  | PausedReport
  | ResumedReport
  | CaughtUpReport
  | LoopReport
  | CheckpointReport
  | DeviceLostReport
  | TracebackReport
  | FinishedReport;
