/** Words that all messages share: places in files, backends, settings, what a run is asked to do. */

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

/** What each backend took for a step of a model, kept for later runs on the same machine. */
export interface BackendMeasurement {
  /** 64 hexadecimal digits: a digest of the model's step, the machine and the browser. */
  key: string;
  /** When it was taken, in milliseconds since 1970. */
  time: number;
  /** Milliseconds a step, or why the backend could not be measured. */
  timings: { backend: BackendName; result: number | string }[];
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

/** A Python cell of a notebook: its place among all cells, from 1, and the line of the script at which it begins. */
export interface NotebookCell {
  number: number;
  firstLine: number;
}

/** What a script has to run with. */
export interface RunRequest {
  /** Where the script is a notebook. */
  cells?: NotebookCell[];
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
