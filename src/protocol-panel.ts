/** Messages between the extension host and the panel. */

import type { CheckpointReport, RunReport } from './protocol-reports.ts';
import type { ReplyMessage, RequestMessage, RequestProgressMessage } from './protocol-requests.ts';
import type {
  BackendChoice,
  BackendMeasurement,
  KnownModel,
  NotebookCell,
  PanelFinding,
  RunRequest,
  RunSettings,
  SourceRange,
} from './protocol-vocabulary.ts';
import type { MeasuredMessage } from './protocol-worker.ts';
import type { RunRecord, RunStatus } from './run-record.ts';

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
  /** The run that is shown, kept by the host; null when there was none. */
  record: RunRecord | null;
  runs: RunSummary[];
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
  /** Where the script is a notebook. */
  cells?: NotebookCell[];
}

/** The active Keras script or what is known of it changed. */
export interface OfferMessage {
  type: 'offer';
  offer: RunOffer | null;
}

/** A run in the list of those that can be shown, or that wait for their turn. */
export interface RunSummary {
  runId: string;
  /** The file's name, with its folders where two runs would be called the same. */
  name: string;
  status: RunStatus | 'waiting';
}

/** The runs that the host keeps, and behind them those that wait, in their order. */
export interface RunsMessage {
  type: 'runs';
  runs: RunSummary[];
}

/** Show this run, in answer to `showRun`; one that trains goes on in the background. */
export interface RecordMessage {
  type: 'record';
  record: RunRecord;
}

/** Run this script; a run that goes on is stopped first. */
export interface RunMessage {
  type: 'run';
  run: RunRequest;
  /** Go on from here instead of from the start. */
  checkpoint: CheckpointReport | null;
  /** What earlier runs measured of backends; left out: nothing. */
  measurements?: BackendMeasurement[];
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
  | RunsMessage
  | RecordMessage
  | ShowMessage
  | RequestProgressMessage
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

/** Show another run that the host keeps. */
export interface ShowRunMessage {
  type: 'showRun';
  runId: string;
}

/** Do not train a script that waits for its turn. */
export interface WithdrawMessage {
  type: 'withdraw';
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

/** Measure the backends anew from the next run on. */
export interface MeasureAgainMessage {
  type: 'measureAgain';
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
  | ShowRunMessage
  | WithdrawMessage
  | TrainOfferMessage
  | OpenExampleMessage
  | WriteTemperatureMessage
  | ExportMessage
  | CopyMessage
  | ChooseBackendMessage
  | MeasureAgainMessage
  | MeasuredMessage
  | LogMessage
  | RequestMessage;
