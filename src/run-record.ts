/**
 * The record of one run, folded from its reports by the host (which keeps it) and by the panel (which draws it).
 */
import type {
  BackendReport,
  CheckpointReport,
  DeviceLostReport,
  FigureReport,
  FitReport,
  LayerStatisticsReport,
  LoopOptimizer,
  LoopReport,
  ModelReport,
  NoticeReport,
  OutputReport,
  PanelFinding,
  PredictionsReport,
  PreparingReport,
  ProgressReport,
  RunReport,
  RunRequest,
  TracebackReport,
} from './protocol.ts';
import { assertNever } from './protocol.ts';

export type RunStatus = 'preparing' | 'running' | 'paused' | 'finished' | 'stopped' | 'failed' | 'lost';

/** Curves in columns of equal length; the same meaning as in `MetricsReport`. */
export interface Curves {
  at: number[];
  seconds: number[];
  columns: Record<string, (number | null)[]>;
}

/** One `fit` of the run with its curves. */
export interface FitRecord {
  fit: FitReport;
  epochs: Curves;
  steps: Curves;
  progress: ProgressReport | null;
  /** Epochs at which the run went on from a checkpoint. */
  seams: number[];
}

/** The script's own loops of training. */
export interface LoopRecord {
  steps: number;
  /** Steps behind which the run went on after a loss: from a checkpoint, or on another device. */
  seams: number[];
  /** What they train with, as it was told last. */
  optimizers: LoopOptimizer[];
  curves: Curves;
  /** How many fits had begun when it was last heard of: it is the newest training where there is no other behind it. */
  fits: number;
}

/** What was told before a place in a run: characters of output in all, and fits that had begun. */
export interface ToldMark {
  output: number;
  fits: number;
}

/** Everything that is known of a run. Structured-cloneable; `RunRecord` is all a new panel needs. */
export interface RunRecord {
  run: Omit<RunRequest, 'source'>;
  status: RunStatus;
  /** Milliseconds since 1970; null until it has started. */
  startedAt: number | null;
  /** How long it took; null while it goes on. */
  seconds: number | null;
  /** Why it was lost, or ''. */
  reason: string;
  backend: BackendReport | null;
  preparing: PreparingReport | null;
  models: ModelReport[];
  fits: FitRecord[];
  /** The script's own training outside of fits; null where there was none. */
  loop: LoopRecord | null;
  /** The newest report for each split. */
  predictions: PredictionsReport[];
  figures: FigureReport[];
  layerStatistics: LayerStatisticsReport | null;
  notices: NoticeReport[];
  findings: PanelFinding[];
  output: Pick<OutputReport, 'stream' | 'text'>[];
  traceback: TracebackReport | null;
  deviceLost: DeviceLostReport | null;
  checkpoint: CheckpointReport | null;
  /** Characters that the script has printed, with those that are kept no longer. */
  printed: number;
  /** What was told when the checkpoint came, and when the one came that the run went on from last. */
  toldAtCheckpoint: ToldMark;
  toldAtResumption: ToldMark;
}

/** Output beyond this many characters loses its oldest part. */
export const OUTPUT_LIMIT = 1_000_000;

/** Steps kept for each fit; beyond it every second point goes. */
export const STEP_LIMIT = 20_000;

/** The record of a run that was asked for and has told nothing yet. */
export function emptyRecord(request: RunRequest): RunRecord {
  const { source: _source, ...run } = request;
  return {
    run,
    status: 'preparing',
    startedAt: null,
    seconds: null,
    reason: '',
    backend: null,
    preparing: null,
    models: [],
    fits: [],
    loop: null,
    predictions: [],
    figures: [],
    layerStatistics: null,
    notices: [],
    findings: request.findings,
    output: [],
    traceback: null,
    deviceLost: null,
    checkpoint: null,
    printed: 0,
    toldAtCheckpoint: { output: 0, fits: 0 },
    toldAtResumption: { output: 0, fits: 0 },
  };
}

/** Whether the run still goes on. */
export function isActive(status: RunStatus): boolean {
  return status === 'preparing' || status === 'running' || status === 'paused';
}

/** The model that the newest fit trains, or the last one described. */
export function currentModel(record: RunRecord): ModelReport | null {
  const trained = record.fits.at(-1)?.fit.model;
  return record.models.find(model => model.name === trained) ?? record.models.at(-1) ?? null;
}

/** Folds one report into the record, in place. A report of another run changes nothing. */
export function applyReport(record: RunRecord, report: RunReport): void {
  if (report.runId !== record.run.runId) {
    return;
  }
  switch (report.type) {
    case 'started':
      record.startedAt = report.time;
      return;
    case 'backend':
      record.backend = report;
      return;
    case 'preparing':
      record.preparing = report;
      return;
    case 'output':
      appendOutput(record, report);
      return;
    case 'model':
      replaceOrAppend(record.models, report, model => model.name === report.name);
      return;
    case 'fit':
      // A run that goes on from a checkpoint may announce its fit again; its curves stay.
      if (!record.fits.some(known => known.fit.fit === report.fit)) {
        record.fits.push(newFit(report));
      }
      return;
    case 'progress':
      applyProgress(record, report);
      return;
    case 'metrics': {
      const fit = record.fits.find(candidate => candidate.fit.fit === report.fit);
      if (fit) {
        appendCurves(report.scope === 'epoch' ? fit.epochs : fit.steps, report);
        thin(fit.steps);
        record.status = record.status === 'preparing' ? 'running' : record.status;
      }
      return;
    }
    case 'predictions':
      replaceOrAppend(
        record.predictions,
        report,
        known => known.split === report.split && known.model === report.model,
      );
      return;
    case 'figure':
      replaceOrAppend(record.figures, report, figure => figure.figure === report.figure);
      return;
    case 'layerStatistics':
      record.layerStatistics = report;
      return;
    case 'notice':
      replaceOrAppend(
        record.notices,
        report,
        notice => notice.code === report.code && notice.line === report.line,
      );
      return;
    case 'paused':
      record.status = 'paused';
      return;
    case 'resumed':
      applyResumed(record, report.fromCheckpoint, report.fit, report.epoch);
      return;
    case 'caughtUp':
      forgetToldAgain(record, report.again);
      return;
    case 'loop':
      applyLoop(record, report);
      return;
    case 'checkpoint':
      record.checkpoint = report;
      record.toldAtCheckpoint = { output: record.printed, fits: record.fits.length };
      return;
    case 'deviceLost':
      record.deviceLost = report;
      return;
    case 'traceback':
      record.traceback = report;
      return;
    case 'finished':
      record.status = report.status;
      record.reason = report.reason;
      record.seconds = report.seconds;
      record.preparing = null;
      // There is nothing left to go on with.
      if (report.status === 'finished' || report.status === 'failed') {
        record.checkpoint = null;
      }
      return;
    default:
      assertNever(report);
  }
}

function newFit(fit: FitReport): FitRecord {
  return { fit, epochs: emptyCurves(), steps: emptyCurves(), progress: null, seams: [] };
}

function emptyCurves(): Curves {
  return { at: [], seconds: [], columns: {} };
}

function applyProgress(record: RunRecord, report: ProgressReport): void {
  const fit = record.fits.find(candidate => candidate.fit.fit === report.fit);
  if (!fit) {
    return;
  }
  fit.progress = report;
  if (record.status === 'preparing' && report.step > 0) {
    record.status = 'running';
    record.preparing = null;
  }
}

/** The script's own training where that is what it did last, rather than a fit. */
export function newestLoop(record: RunRecord): LoopRecord | null {
  return record.loop !== null && record.loop.fits === record.fits.length ? record.loop : null;
}

function applyLoop(record: RunRecord, { steps, seam, optimizers, curves }: LoopReport): void {
  const loop = (record.loop ??= {
    steps,
    seams: [],
    optimizers,
    curves: emptyCurves(),
    fits: record.fits.length,
  });
  if (steps > loop.steps || seam) {
    loop.fits = record.fits.length;
  }
  loop.steps = steps;
  loop.optimizers = optimizers;
  if (seam) {
    cutAfter(loop.curves, steps);
    // A run may go on from the same checkpoint twice.
    loop.seams = [...loop.seams.filter(known => known < steps), steps];
  }
  appendCurves(loop.curves, curves);
  thin(loop.curves);
  if (record.status === 'preparing') {
    record.status = 'running';
    record.preparing = null;
  }
}

function applyResumed(
  record: RunRecord,
  fromCheckpoint: boolean,
  fit: number | null,
  epoch: number | null,
): void {
  record.status = 'running';
  const resumed = record.fits.find(candidate => candidate.fit.fit === fit);
  if (fromCheckpoint && resumed && epoch !== null) {
    resumed.seams.push(epoch);
    cutAfter(resumed.epochs, epoch);
    const { stepsPerEpoch, initialEpoch } = resumed.fit;
    if (stepsPerEpoch !== null) {
      cutAfter(resumed.steps, (epoch - initialEpoch) * stepsPerEpoch);
    }
  }
}

/** After a return to a checkpoint, the points behind it would be drawn twice. */
function cutAfter(curves: Curves, at: number): void {
  const keep = curves.at.filter(position => position <= at).length;
  curves.at.length = keep;
  curves.seconds.length = keep;
  for (const column of Object.values(curves.columns)) {
    column.length = keep;
  }
}

function appendCurves(curves: Curves, points: Curves): void {
  const before = curves.at.length;
  for (const [name, column] of Object.entries(points.columns)) {
    const known = (curves.columns[name] ??= new Array<number | null>(before).fill(null));
    for (const value of column) {
      known.push(value);
    }
  }
  for (let index = 0; index < points.at.length; index++) {
    curves.at.push(points.at[index]!);
    curves.seconds.push(points.seconds[index] ?? Number.NaN);
  }
  for (const column of Object.values(curves.columns)) {
    while (column.length < curves.at.length) {
      column.push(null);
    }
  }
}

function thin(curves: Curves): void {
  if (curves.at.length <= STEP_LIMIT) {
    return;
  }
  const halve = (values: (number | null)[]): void => {
    const kept = values.filter((_value, index) => index % 2 === 1);
    values.length = 0;
    for (const value of kept) {
      values.push(value);
    }
  };
  halve(curves.at);
  halve(curves.seconds);
  Object.values(curves.columns).forEach(halve);
}

/** Takes back what the script tells once more: what it printed, and the fits that began behind its checkpoint. */
function forgetToldAgain(record: RunRecord, again: boolean): void {
  if (!again) {
    record.toldAtResumption = record.toldAtCheckpoint;
  }
  const { output, fits } = record.toldAtResumption;
  record.fits.length = Math.min(record.fits.length, fits);
  while (record.printed > output) {
    const last = record.output.at(-1);
    if (!last) {
      record.printed = output;
      return;
    }
    const kept = Math.max(0, last.text.length - (record.printed - output));
    record.printed -= last.text.length - kept;
    if (kept === 0) {
      record.output.pop();
    } else {
      last.text = last.text.slice(0, kept);
    }
  }
}

function appendOutput(record: RunRecord, report: OutputReport): void {
  record.printed += report.text.length;
  const last = record.output.at(-1);
  if (last && last.stream === report.stream && last.text.length < 4096) {
    last.text += report.text;
  } else {
    record.output.push({ stream: report.stream, text: report.text });
  }
  let length = record.output.reduce((sum, piece) => sum + piece.text.length, 0);
  while (length > OUTPUT_LIMIT && record.output.length > 1) {
    length -= record.output.shift()!.text.length;
  }
}

function replaceOrAppend<T>(list: T[], item: T, isSame: (known: T) => boolean): void {
  const index = list.findIndex(isSame);
  if (index >= 0) {
    list[index] = item;
  } else {
    list.push(item);
  }
}
