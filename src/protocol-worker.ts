/** Messages between the panel and its worker. */

import type { LogMessage, PauseMessage, ResumeMessage, StopMessage } from './protocol-panel.ts';
import type { CheckpointReport, RunReport } from './protocol-reports.ts';
import type { ReplyMessage, RequestMessage, RequestProgressMessage } from './protocol-requests.ts';
import type { BackendMeasurement, RunRequest } from './protocol-vocabulary.ts';

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
  /** What earlier runs measured of backends; left out: nothing. */
  measurements?: BackendMeasurement[];
}

/** Files that the page hands over only when a run asks for them. */
export const LATE_ASSETS = ['hdf5.js'] as const;
export type LateAssetName = (typeof LATE_ASSETS)[number];

/** The file that was asked for in `assetWanted`; `bytes` is null where it could not be loaded, with the reason. */
export interface LateAssetMessage {
  type: 'asset';
  name: LateAssetName;
  bytes: Uint8Array | null;
  reason: string;
}

/** Change the learning rate from the next step on. */
export interface SetLearningRateMessage {
  type: 'setLearningRate';
  runId: string;
  value: number;
  /** Which of the optimizers that a `loop` report lists; left out for that of the fit. */
  optimizer?: number;
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
  | LateAssetMessage
  | RequestProgressMessage
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

/** A run needs a file that the worker was not given at first; the page answers with `asset`. */
export interface AssetWantedMessage {
  type: 'assetWanted';
  name: LateAssetName;
}

/** The longest reason that is kept of a backend that could not be measured. */
export const LONGEST_REASON = 200;

/** Backends were measured for a model; the host keeps it for later runs. */
export interface MeasuredMessage {
  type: 'measured';
  measurement: BackendMeasurement;
}

export type WorkerToPanel =
  | WorkerReadyMessage
  | HeartbeatMessage
  | AssetWantedMessage
  | MeasuredMessage
  | LogMessage
  | RequestMessage
  | RunReport;

/** Silence of a running worker after which the panel says that it does not answer. */
export const STUCK_AFTER_SECONDS = 15;

/** A worker that has not stopped this long after `stop` is ended. */
export const STOP_GRACE_MILLISECONDS = 800;

/** One that has heard `stop` and is at its last step (slow graphics) may take this long instead. */
export const STOP_HEARD_MILLISECONDS = 3000;
