/**
 * What the panel shows, and what was derived from it; views read it and ask for changes through `PanelActions`.
 */
import type { Logits } from '../../src/calibration/index.ts';
import {
  fromBinaryLogits,
  fromBinaryProbabilities,
  fromLogits,
  fromProbabilities,
} from '../../src/calibration/index.ts';
import type {
  BackendChoice,
  PanelTab,
  PanelViewState,
  PredictionsReport,
  RunOffer,
  RunSettings,
  RunSummary,
  SourceRange,
} from '../../src/protocol.ts';
import type { RunRecord } from '../../src/run-record.ts';

export interface PanelState {
  record: RunRecord | null;
  /** The record came from the host and not from a worker of this page. */
  restored: boolean;
  /** What else there is to show, and what waits for its turn. */
  runs: RunSummary[];
  offer: RunOffer | null;
  settings: RunSettings;
  view: PanelViewState;
  /** A running worker does not answer. */
  stuck: boolean;
  /** A stop was asked for and has not happened yet. */
  stopping: boolean;
}

/** What a view may ask for. */
export interface PanelActions {
  stop(restoreBest: boolean): void;
  giveUp(): void;
  pause(): void;
  resume(): void;
  /** @param optimizer of the script's own loop, from 0; null for that of the fit */
  setLearningRate(value: number, optimizer: number | null): void;
  runAgain(): void;
  continueRun(): void;
  showRun(runId: string): void;
  withdraw(runId: string): void;
  trainOffer(): void;
  openExample(): void;
  chooseBackend(backend: BackendChoice): void;
  measureAgain(): void;
  reveal(line: number, path?: string): void;
  showTab(tab: PanelTab): void;
  changeView(change: Partial<PanelViewState>): void;
  writeTemperature(model: string, line: number | null, range: SourceRange | null, value: number): void;
  exportFile(name: string, bytes: Uint8Array): void;
  copy(text: string): void;
}

/** One tab's content: built once, then changed in place. */
export interface View {
  readonly element: HTMLElement;
  update(state: PanelState): void;
  /** The colours changed; redraw what is on a canvas. */
  themeChanged?(): void;
}

export const INITIAL_VIEW: PanelViewState = {
  tab: 'training',
  smoothing: 0,
  logScale: false,
  axis: 'epoch',
  hiddenSeries: [],
  temperature: null,
  split: null,
  sample: null,
  sampleFilter: 'all',
};

/** The split that is looked at: the chosen one, else one that was held out, else the first. */
export function chosenPredictions(state: PanelState): PredictionsReport | null {
  const reports = (state.record?.predictions ?? []).filter(report => report.head !== 'none');
  return (
    reports.find(report => splitKey(report) === state.view.split) ??
    reports.find(report => !report.trainedOn) ??
    reports[0] ??
    null
  );
}

/** Distinguishes splits of several models. */
export function splitKey(report: PredictionsReport): string {
  return `${report.model}/${report.split}`;
}

const logitsOfReport = new WeakMap<PredictionsReport, Logits>();

/** The report's scores as logits before any temperature, whatever it carries. */
export function logitsOf(report: PredictionsReport): Logits {
  const known = logitsOfReport.get(report);
  if (known) {
    return known;
  }
  const made = makeLogits(report);
  logitsOfReport.set(report, made);
  return made;
}

function makeLogits(report: PredictionsReport): Logits {
  const inCode = codeTemperature(report);
  const single = report.columns === 1;
  if (report.kind === 'logits') {
    return single
      ? fromBinaryLogits(report.scores)
      : fromLogits(report.scores, report.samples, report.columns);
  }
  return single
    ? fromBinaryProbabilities(report.scores, inCode)
    : fromProbabilities(report.scores, report.samples, report.columns, inCode);
}

/** The temperature that the script itself uses; 1 where it has none (or none that works). */
export function codeTemperature(report: PredictionsReport): number {
  const value = report.temperature?.value ?? 1;
  return value > 0 && Number.isFinite(value) ? value : 1;
}

/** The temperature on the slider. */
export function shownTemperature(state: PanelState, report: PredictionsReport): number {
  return state.view.temperature ?? codeTemperature(report);
}

/** Class names, one for each column of the logits (two for a sigmoid). */
export function classNames(report: PredictionsReport): string[] {
  const columns = report.columns === 1 ? 2 : report.columns;
  return Array.from({ length: columns }, (_unused, index) => report.classNames[index] ?? String(index));
}

/** Whether softmax views apply: several independent sigmoids have no single prediction. */
export function isClassifier(report: PredictionsReport): boolean {
  return report.head === 'softmax' || report.head === 'binary';
}
