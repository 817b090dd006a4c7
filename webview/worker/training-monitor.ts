/** Watches the training of a run and reports it: models, fits, progress, curves and predictions. */
import { TimeLeft } from '../../src/execution/sessionTimeLeft.ts';
import type { LoopCheckpoint } from '../../src/library/keras/loopJournal.ts';
import type {
  FitReport as KerasFit,
  ModelReport as KerasModel,
  LayerInside,
  LoopCurve,
  LoopOptimizer,
  NoticeReport,
  PredictionReport,
  TrainingMonitor,
} from '../../src/library/keras/monitor.ts';
import type { FitCheckpoint } from '../../src/library/keras/training/fitCheckpoint.ts';
import type { RunReport } from '../../src/protocol.ts';
import { LoopReports } from './loop-reports.ts';
import { ColumnBuffer } from './metric-columns.ts';
import { type MonitorSurroundings, REPORT_MILLISECONDS, Replay } from './monitor-surroundings.ts';
import { ReportedModels } from './reported-models.ts';

/** Time between readings of the metrics inside an epoch, which make the device wait. */
const READ_MILLISECONDS = 250;

/** One fit that goes on. */
interface OpenFit {
  readonly index: number;
  readonly report: KerasFit;
  startedAt: number;
  readonly timeLeft: TimeLeft;
  readonly steps: ColumnBuffer;
  readonly epochs: ColumnBuffer;
  /** Steps of the epochs before the present one. */
  stepsBefore: number;
  epoch: number;
  step: number;
  stepsPerEpoch: number | null;
}

export class ReportingMonitor implements TrainingMonitor {
  readonly maximumPredictions: number;
  readonly readInterval = READ_MILLISECONDS;
  readonly keepsLoops = true;
  watchesLayers = false;
  restoresBest = false;
  #checkpointBegan = 0;
  readonly #replay: Replay;
  readonly #surroundings: MonitorSurroundings;
  readonly #models: ReportedModels;
  readonly #loops: LoopReports;
  #fits = 0;
  #open: OpenFit | null = null;
  #lastReport = Number.NEGATIVE_INFINITY;

  constructor(surroundings: MonitorSurroundings) {
    this.#surroundings = surroundings;
    this.maximumPredictions = surroundings.maximumPredictions;
    this.#replay = new Replay(surroundings.checkpoints.continues, () => surroundings.onCaughtUp());
    this.#models = new ReportedModels(surroundings);
    this.#loops = new LoopReports(surroundings, this.#replay);
  }

  /** Whether a fit goes on. */
  get isTraining(): boolean {
    return this.#open !== null;
  }

  /** Whether the run is still on its way to its checkpoint. */
  get isReplaying(): boolean {
    return this.#replay.isOn;
  }

  breathe(): Promise<void> {
    return this.#surroundings.control.breathe();
  }

  whenStopped(listener: () => void): () => void {
    return this.#surroundings.control.whenStopped(listener);
  }

  takeLearningRate(optimizer: number | null): number | null {
    const { control, checkpoints } = this.#surroundings;
    const rate = control.takeLearningRate(optimizer);
    // Whoever set it wants it to be in force also where the run is lost before the next checkpoint.
    if (rate !== null) {
      checkpoints.hasten();
    }
    return rate;
  }

  onModel(model: KerasModel): void {
    this.#models.onModel(model);
  }

  onFitStart(report: KerasFit): void {
    const { runId, control } = this.#surroundings;
    const now = control.workTime();
    // A script that went another way than before is seen from here on.
    if (!this.#surroundings.checkpoints.knows(this.#fits)) {
      this.#replay.end();
    }
    const { initialEpoch, epochs, stepsPerEpoch: steps, validationSteps } = report;
    this.onModel(report.model);
    this.#open = {
      index: this.#fits++,
      report,
      startedAt: now,
      timeLeft: new TimeLeft({ initialEpoch, epochs, steps, validationSteps }, now),
      steps: new ColumnBuffer(),
      epochs: new ColumnBuffer(),
      stepsBefore: 0,
      epoch: report.initialEpoch + 1,
      step: 0,
      stepsPerEpoch: report.stepsPerEpoch,
    };
    this.#report({
      type: 'fit',
      runId,
      fit: this.#open.index,
      model: this.#surroundings.nameOf(report.model.name),
      line: report.span?.start.line ?? null,
      initialEpoch: report.initialEpoch,
      epochs: report.epochs,
      stepsPerEpoch: report.stepsPerEpoch,
      samples: report.samples,
      batchSize: report.batchSize,
      validation: report.validation,
      learningRate: report.learningRate,
      keepsBest: report.keepsBest,
    });
    // The first step and the first epoch are shown as soon as they are there.
    this.#lastReport = Number.NEGATIVE_INFINITY;
  }

  checkpointDue(): boolean {
    this.#checkpointBegan = performance.now();
    return this.#open !== null && this.#surroundings.checkpoints.due;
  }

  onCheckpoint(checkpoint: FitCheckpoint): void {
    const fit = this.#open;
    if (fit === null) {
      return;
    }
    const began = this.#checkpointBegan || performance.now();
    const now = this.#surroundings.control.workTime();
    // Whoever goes on from it has all of the curve before it.
    if (!fit.epochs.isEmpty) {
      this.#reportStanding(fit, now);
    }
    const seconds = (now - fit.startedAt) / 1000;
    this.#surroundings.checkpoints.take(fit.index, checkpoint, seconds, began);
    this.#checkpointBegan = 0;
  }

  takeCheckpoint(): FitCheckpoint | null {
    const fit = this.#open;
    return fit === null || !this.#replay.isOn ? null : this.#surroundings.checkpoints.startOf(fit.index);
  }

  onResumed(epochsDone: number, restarted: boolean): void {
    const fit = this.#open;
    const { runId, control, checkpoints } = this.#surroundings;
    if (fit === null) {
      return;
    }
    if (restarted) {
      fit.startedAt = control.workTime() - 1000 * checkpoints.seconds;
      this.#replay.end();
    }
    fit.steps.take();
    fit.stepsBefore = (epochsDone - fit.report.initialEpoch) * (fit.report.stepsPerEpoch ?? 0);
    fit.epoch = epochsDone + 1;
    fit.step = 0;
    fit.timeLeft.goOn(fit.epoch, control.workTime());
    this.#report({ type: 'resumed', runId, fromCheckpoint: true, fit: fit.index, epoch: epochsDone });
  }

  /** Another device computes from here on. A fit goes back to its checkpoint and says so itself. */
  onDeviceReplaced(): void {
    if (!this.isTraining) {
      this.#loops.onDeviceReplaced();
    }
  }

  onLoopOptimizer(optimizer: LoopOptimizer): void {
    this.#loops.onOptimizer(optimizer);
  }

  onLoopStep(steps: number, point: ReadonlyMap<LoopCurve, number>): void {
    this.#loops.onStep(steps, point);
  }

  onLoopMetric(steps: number, curve: LoopCurve, value: number): void {
    this.#loops.onMetric(steps, curve, value);
  }

  loopCheckpointDue(): boolean {
    return this.#loops.checkpointDue();
  }

  onLoopCheckpoint(checkpoint: LoopCheckpoint, held: boolean): void {
    this.#loops.onCheckpoint(checkpoint, held);
  }

  onLoopReplayed(steps: number, goal: LoopCheckpoint): void {
    this.#loops.onReplayed(steps, goal);
  }

  takeLoopCheckpoint(): LoopCheckpoint | null {
    return this.#replay.isOn ? this.#surroundings.checkpoints.loop : null;
  }

  onLoopResumed(steps: number): void {
    this.#loops.onResumed(steps);
  }

  onNotice({ code, text, line }: NoticeReport): void {
    const { runId, localise } = this.#surroundings;
    this.#report({ type: 'notice', runId, severity: 'warning', code, message: localise(text), line });
  }

  onLayers(model: string, epoch: number, layers: readonly LayerInside[]): void {
    this.#models.onLayers(model, this.#open?.index ?? 0, epoch, layers);
  }

  onPreparing(stage: 'data' | 'model' | 'shaders' | 'checkpoint'): void {
    const { runId, firstStepStage } = this.#surroundings;
    const told = stage === 'shaders' ? firstStepStage() : { stage, detail: '' };
    if (told !== null) {
      this.#report({ type: 'preparing', runId, ...told });
    }
  }

  /** @param index the epoch from 0; people count from 1 */
  onStep(index: number, step: number, steps: number | null, logs: ReadonlyMap<string, number> | null): void {
    const fit = this.#open;
    if (fit === null) {
      return;
    }
    const epoch = index + 1;
    const now = this.#surroundings.control.workTime();
    fit.epoch = epoch;
    fit.step = step;
    fit.stepsPerEpoch = steps ?? fit.stepsPerEpoch;
    fit.timeLeft.stepDone(epoch, step, now);
    if (logs !== null) {
      fit.steps.push(fit.stepsBefore + step, (now - fit.startedAt) / 1000, logs);
    }
    this.#reportWhenDue(fit, now);
  }

  onEpochEnd(index: number, logs: ReadonlyMap<string, number>): void {
    const fit = this.#open;
    if (fit === null) {
      return;
    }
    const epoch = index + 1;
    const now = this.#surroundings.control.workTime();
    fit.timeLeft.epochDone(epoch, now);
    fit.epochs.push(epoch, (now - fit.startedAt) / 1000, logs);
    const isFirst = epoch === fit.report.initialEpoch + 1;
    fit.epoch = epoch;
    if (isFirst) {
      this.#reportStanding(fit, now);
    } else {
      this.#reportWhenDue(fit, now);
    }
    fit.stepsBefore += fit.step;
    fit.step = 0;
  }

  onFitEnd(): void {
    const fit = this.#open;
    if (fit === null) {
      return;
    }
    // Behind the last epoch nothing is left of it: it shows whole. A fit that was refused has not begun.
    if (fit.step === 0 && fit.stepsBefore > 0 && fit.epoch <= fit.report.epochs) {
      fit.step = fit.stepsPerEpoch ?? 0;
    }
    if (fit.step > 0) {
      this.#reportStanding(fit, this.#surroundings.control.workTime());
    }
    this.#open = null;
    if (this.#surroundings.checkpoints.isNewest(fit.index)) {
      this.#replay.end();
    }
  }

  onPredictions(report: PredictionReport): void {
    this.#models.onPredictions(report, this.#open?.index ?? (this.#fits > 0 ? this.#fits - 1 : null));
  }

  /** Ends what a fit that was broken off left open. */
  close(): void {
    this.#loops.close();
    if (this.#open !== null) {
      this.#reportStanding(this.#open, this.#surroundings.control.workTime());
      this.#open = null;
    }
  }

  #reportWhenDue(fit: OpenFit, now: number): void {
    if (now - this.#lastReport >= REPORT_MILLISECONDS) {
      this.#reportStanding(fit, now);
    }
  }

  #reportStanding(fit: OpenFit, now: number): void {
    const { runId } = this.#surroundings;
    this.#lastReport = now;
    this.#report({
      type: 'progress',
      runId,
      fit: fit.index,
      epoch: fit.epoch,
      epochs: fit.report.epochs,
      step: fit.step,
      steps: fit.stepsPerEpoch,
      secondsLeft: fit.timeLeft.seconds(now),
    });
    this.#reportColumns(fit, 'step', fit.steps);
    this.#reportColumns(fit, 'epoch', fit.epochs);
  }

  #reportColumns(fit: OpenFit, scope: 'step' | 'epoch', buffer: ColumnBuffer): void {
    if (!buffer.isEmpty) {
      const { runId } = this.#surroundings;
      this.#report({ type: 'metrics', runId, fit: fit.index, scope, ...buffer.take() });
    }
  }

  #report(report: RunReport): void {
    if (this.#replay.isOn && (report.type === 'progress' || report.type === 'metrics')) {
      return;
    }
    this.#surroundings.report(report);
  }
}
