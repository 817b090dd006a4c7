/**
 * Every message between the extension host, the panel and the worker: one interface each, unions on `type`.
 *
 *     extension host  <-- postMessage -->  panel (webview page)  <-- postMessage -->  worker (blob URL)
 *
 * How things flow:
 * - The panel owns the worker. The host never talks to the worker: it sends `run`, `stop`, `pause`, `resume` to
 *   the panel, and the panel passes them on.
 * - **Metrics live in the extension host.** What a run has to tell is a `RunReport`. The worker posts it to the
 *   panel, the panel folds it into its `RunRecord` (src/run-record.ts), draws it, and forwards it unchanged in a
 *   `report` message. The host folds the same report into its own record with the same function. A panel that was
 *   hidden, disposed or reloaded gets the host's record back in `initialise` (`record`) and draws that; nothing is
 *   kept only in the page. The host sends no metrics during a run.
 * - The worker paces itself: metrics and progress a few times a second at most, columns of several steps at once.
 * - Requests (files) go worker -> panel -> host; the panel relays `request` and `reply` by `id`. An error is a
 *   reply, never a silence: the host answers every request, and a panel that cannot reach it answers for it.
 * - Messages are validated where they arrive (src/protocol-validator.ts). An unknown or malformed one is dropped
 *   with a log, so that a newer worker can talk to an older panel.
 *
 * Everything is structured-cloneable. Big numeric data are typed arrays (transferable; VS Code carries them as
 * binary). Lines are from 1 and columns from 0, as in Python's own tracebacks and syntax tree.
 */

import type { RunRecord } from './run-record.ts';

// --- Shared vocabulary ------------------------------------------------------------------------------------------

/** A place in a source file. Lines from 1, columns from 0 (UTF-16 units, as VS Code counts), end exclusive. */
export interface SourceRange {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

export type BackendName = 'webgpu' | 'webgl' | 'wasm' | 'cpu';
/** What the user chose; `auto` lets the engine measure. */
export type BackendChoice = 'auto' | BackendName;
export type KerasVersionChoice = 'auto' | '1' | '2' | '3';

/** The settings under `kerascope.*` that a run or the panel needs. */
export interface RunSettings {
  backend: BackendChoice;
  /** Seed for everything random that the script does not seed itself; null leaves it to chance. */
  seed: number | null;
  kerasVersion: KerasVersionChoice;
  /** How many samples of each split the predictions report carries at most. */
  maximumPredictions: number;
}

/** A tensor shape; null is an unknown dimension (the batch). */
export type ReportedShape = (number | null)[];

/** A model as the host's analysis knows it before anything runs; what the header and the empty state show. */
export interface KnownModel {
  name: string;
  line: number;
  /** null when the count is not known before running. */
  params: number | null;
}

/** A finding of the analysis about the file being run. */
export interface PanelFinding {
  code: string;
  severity: 'error' | 'warning' | 'information' | 'hint';
  message: string;
  line: number;
}

/** What a script has to run with. */
export interface RunRequest {
  /** Unique for each run; every report of the run carries it. */
  runId: string;
  /** The script as Python shows it in tracebacks: relative to the workspace folder, with forward slashes. */
  path: string;
  /** The document's URI, for links back to lines. */
  uri: string;
  /** The file name alone, for the header. */
  name: string;
  source: string;
  /** The working directory, relative to the workspace folder; '' is the folder itself. */
  workingDirectory: string;
  /** `sys.argv[1:]`. */
  arguments: string[];
  model: KnownModel | null;
  findings: PanelFinding[];
  settings: RunSettings;
}

// --- Reports: what a run has to tell (worker -> panel -> host) --------------------------------------------------

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
 * `accuracy`, `val_loss`, `val_accuracy`, … A missing value is NaN. `at` holds epochs (from 1) for scope `epoch` and
 * global steps of the fit (from 1) for scope `step`; `seconds` is the time since the fit began.
 */
export interface MetricsReport extends OfRun {
  type: 'metrics';
  fit: number;
  scope: 'step' | 'epoch';
  at: number[];
  seconds: number[];
  columns: Record<string, number[]>;
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

/** One thing drawn on a figure's axes, in data coordinates. */
export type FigurePrimitive =
  | {
      kind: 'line';
      x: Float32Array;
      y: Float32Array;
      label: string;
      color: string | null;
      dashed: boolean;
      markers: boolean;
    }
  | { kind: 'points'; x: Float32Array; y: Float32Array; label: string; color: string | null; size: number }
  | {
      kind: 'bars';
      x: Float32Array;
      height: Float32Array;
      width: number;
      label: string;
      color: string | null;
    }
  | { kind: 'image'; rows: number; columns: number; channels: number; values: Float32Array }
  | { kind: 'text'; x: number; y: number; text: string };

/** One set of axes of a figure. */
export interface FigureAxes {
  title: string;
  xLabel: string;
  yLabel: string;
  legend: boolean;
  primitives: FigurePrimitive[];
}

/** A matplotlib figure that the script showed; `rows` x `columns` axes in reading order. */
export interface FigureReport extends OfRun {
  type: 'figure';
  figure: number;
  rows: number;
  columns: number;
  axes: FigureAxes[];
  line: number | null;
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

/** The state to go on from: weights, optimizer, position. Its bytes are the worker's own business. */
export interface CheckpointReport extends OfRun {
  type: 'checkpoint';
  fit: number;
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
  | CheckpointReport
  | DeviceLostReport
  | TracebackReport
  | FinishedReport;

// --- Requests with replies (worker -> panel -> host) ------------------------------------------------------------

/** What a file is, as `os.stat` and friends need it. Times in seconds since 1970. */
export interface FileStatus {
  kind: 'file' | 'folder';
  size: number;
  modified: number;
}

/**
 * Each request's parameters and result. Paths are as the script gives them, relative to the working directory or
 * absolute; the host resolves them and refuses what lies outside the workspace.
 */
export interface RequestMap {
  readFile: { parameters: { path: string }; result: { bytes: Uint8Array } };
  /** Writes inside the workspace only (`model.save`, checkpoints, `np.save`). Folders must exist. */
  writeFile: { parameters: { path: string; bytes: Uint8Array; append: boolean }; result: { size: number } };
  listFolder: { parameters: { path: string }; result: { entries: { name: string; status: FileStatus }[] } };
  statFile: { parameters: { path: string }; result: { status: FileStatus } };
  makeFolder: { parameters: { path: string; parents: boolean }; result: Record<string, never> };
  deleteFile: { parameters: { path: string }; result: Record<string, never> };
}
export type RequestName = keyof RequestMap;

/** Why a request failed, as the Python exception that the script will see. */
export interface RequestError {
  exception:
    | 'FileNotFoundError'
    | 'PermissionError'
    | 'IsADirectoryError'
    | 'NotADirectoryError'
    | 'FileExistsError'
    | 'MemoryError'
    | 'OSError';
  message: string;
}

/** One request of any kind; `id` is unique within the worker's life. */
export type RequestMessage = {
  [Name in RequestName]: {
    type: 'request';
    runId: string;
    id: number;
    request: Name;
    parameters: RequestMap[Name]['parameters'];
  };
}[RequestName];

/** The answer to the request with this id. */
export type ReplyMessage<Name extends RequestName = RequestName> = {
  type: 'reply';
  id: number;
} & ({ ok: true; result: RequestMap[Name]['result'] } | { ok: false; error: RequestError });

// --- Extension host -> panel ------------------------------------------------------------------------------------

/** The first message, in answer to `ready`: everything the page needs, and what it showed before, if anything. */
export interface InitialiseMessage {
  type: 'initialise';
  /** BCP 47, as in `vscode.env.language`. */
  locale: string;
  /** English template -> translation; what is missing stays English. */
  strings: Record<string, string>;
  settings: RunSettings;
  /** What `kerascope.train` would run now; null when no Keras script is open. */
  offer: RunOffer | null;
  /** The last run, kept by the host; null when there was none. */
  record: RunRecord | null;
  /** The view's own state, as the panel last sent it in `persist`; null at first. */
  view: PanelViewState | null;
}

/** The script that would be trained, for the state before any run. */
export interface RunOffer {
  name: string;
  path: string;
  uri: string;
  model: KnownModel | null;
  findings: PanelFinding[];
}

/** The active Keras script or what is known of it changed. */
export interface OfferMessage {
  type: 'offer';
  offer: RunOffer | null;
}

/** Run this script; a run that goes on is stopped first. */
export interface RunMessage {
  type: 'run';
  run: RunRequest;
  /** Go on from here instead of from the start. */
  checkpoint: CheckpointReport | null;
}

export interface StopMessage {
  type: 'stop';
  runId: string;
  /** Puts the best weights back that a callback keeps. */
  restoreBest?: boolean;
}

export interface PauseMessage {
  type: 'pause';
  runId: string;
}

export interface ResumeMessage {
  type: 'resume';
  runId: string;
}

export interface SettingsMessage {
  type: 'settings';
  settings: RunSettings;
}

/** Findings about the file of the run, after each analysis. */
export interface FindingsMessage {
  type: 'findings';
  path: string;
  findings: PanelFinding[];
}

export type PanelTab = 'training' | 'predictions' | 'temperature' | 'layers' | 'output';

/** Shows a tab, as the commands `kerascope.predict` and `kerascope.fitTemperature` ask for; `fit` presses Fit. */
export interface ShowMessage {
  type: 'show';
  tab: PanelTab;
  fit: boolean;
}

export type HostToPanel =
  | InitialiseMessage
  | OfferMessage
  | RunMessage
  | StopMessage
  | PauseMessage
  | ResumeMessage
  | SettingsMessage
  | FindingsMessage
  | ShowMessage
  | ReplyMessage;

// --- Panel -> extension host ------------------------------------------------------------------------------------

/** The page is loaded and listens; the host answers with `initialise`. */
export interface PanelReadyMessage {
  type: 'ready';
}

/** What the page looks like, small and JSON; kept by the host and by `setState`. No metrics in here. */
export interface PanelViewState {
  tab: PanelTab;
  smoothing: number;
  logScale: boolean;
  axis: 'epoch' | 'step' | 'time';
  hiddenSeries: string[];
  temperature: number | null;
  split: string | null;
  sample: number | null;
  sampleFilter: 'all' | 'wrong' | 'right';
}

export interface PersistMessage {
  type: 'persist';
  view: PanelViewState;
}

/** One report of the run, to be folded into the host's record. */
export interface ReportMessage {
  type: 'report';
  report: RunReport;
}

/** Show this line in the editor. */
export interface RevealMessage {
  type: 'reveal';
  path: string;
  line: number;
  column: number | null;
}

/** Train again: the same script as it stands now. */
export interface RunAgainMessage {
  type: 'runAgain';
}

/** Go on from the last checkpoint of a lost run. */
export interface ContinueMessage {
  type: 'continue';
  runId: string;
}

/** Train the script that was offered. */
export interface TrainOfferMessage {
  type: 'trainOffer';
}

export interface OpenExampleMessage {
  type: 'openExample';
}

/**
 * Write the temperature into the code. With a `range` the literal there is replaced; without one the host finds the
 * place from the model's line or says why it cannot.
 */
export interface WriteTemperatureMessage {
  type: 'writeTemperature';
  path: string;
  model: string;
  line: number | null;
  range: SourceRange | null;
  value: number;
}

/** Save a file through the host's save dialog (CSV, PNG). */
export interface ExportMessage {
  type: 'export';
  name: string;
  bytes: Uint8Array;
}

/** Put text on the clipboard. */
export interface CopyMessage {
  type: 'copy';
  text: string;
}

/** The user chose a backend in the panel; the host changes the setting. */
export interface ChooseBackendMessage {
  type: 'chooseBackend';
  backend: BackendChoice;
}

export interface LogMessage {
  type: 'log';
  level: 'error' | 'warning' | 'information';
  text: string;
}

export type PanelToHost =
  | PanelReadyMessage
  | PersistMessage
  | ReportMessage
  | RevealMessage
  | RunAgainMessage
  | ContinueMessage
  | TrainOfferMessage
  | OpenExampleMessage
  | WriteTemperatureMessage
  | ExportMessage
  | CopyMessage
  | ChooseBackendMessage
  | LogMessage
  | RequestMessage;

// --- Panel -> worker --------------------------------------------------------------------------------------------

/**
 * The first message to a worker. A worker of a webview cannot fetch, so the page hands it the bytes of every file
 * it may need, by file name (`tree-sitter.wasm`, `tree-sitter-python.wasm`).
 */
export interface WorkerInitialiseMessage {
  type: 'initialise';
  assets: Record<string, Uint8Array>;
  /** For messages of the engine's own. */
  strings: Record<string, string>;
}

export interface WorkerStartMessage {
  type: 'start';
  run: RunRequest;
  checkpoint: CheckpointReport | null;
}

/** Change the learning rate from the next step on. */
export interface SetLearningRateMessage {
  type: 'setLearningRate';
  runId: string;
  value: number;
}

/** Whether someone looks at the layers: statistics are computed only then. */
export interface WatchLayersMessage {
  type: 'watchLayers';
  watch: boolean;
}

export type PanelToWorker =
  | WorkerInitialiseMessage
  | WorkerStartMessage
  | StopMessage
  | PauseMessage
  | ResumeMessage
  | SetLearningRateMessage
  | WatchLayersMessage
  | ReplyMessage;

// --- Worker -> panel --------------------------------------------------------------------------------------------

/** The worker has its assets and takes a `start`. */
export interface WorkerReadyMessage {
  type: 'ready';
}

/**
 * Sent at least once a second while a run goes on, also in long Python loops and between kernels; the panel calls
 * the worker stuck when none came for `STUCK_AFTER_SECONDS`, and offers to end it.
 */
export interface HeartbeatMessage {
  type: 'heartbeat';
  runId: string | null;
}

export type WorkerToPanel = WorkerReadyMessage | HeartbeatMessage | LogMessage | RequestMessage | RunReport;

/** Silence of a running worker after which the panel says that it does not answer. */
export const STUCK_AFTER_SECONDS = 15;

/** A worker that has not stopped this long after `stop` is ended. */
export const STOP_GRACE_MILLISECONDS = 800;

/** One that has heard `stop` and is at its last step (slow graphics) may take this long instead. */
export const STOP_HEARD_MILLISECONDS = 3000;

/** Ends a switch over a union: the compiler fails when a member was forgotten. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
