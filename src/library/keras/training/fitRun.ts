/**
 * Trains epoch by epoch, keeps checkpoints on the way, and goes on from one: after its device was lost, or when the
 * script is run again (docs/architecture.md, "How a run goes on").
 */
import { DeviceLostError, type Engine } from '../../../graph/engine.ts';
import { PyDict } from '../../../python/collections.ts';
import { KeyboardInterrupt, PythonError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { type Suspendable, wait } from '../../../python/suspension.ts';
import type { Span } from '../../../python/syntax.ts';
import type { Value } from '../../../python/values.ts';
import { type CallbackList, logsDict } from '../callbacks/callback.ts';
import { holdWeights, keepsBest, restoreBest, weightsHeld } from '../callbacks/heldWeights.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { silentMonitor, type TrainingMonitor } from '../monitor.ts';
import { numberOf } from '../objects/arguments.ts';
import { servicesKey } from '../services.ts';
import { readVariables, writeScalar } from '../session.ts';
import { integerArgument } from './callArguments.ts';
import { allMetrics } from './compileState.ts';
import type { Batch, DataSource } from './dataSource.ts';
import { runTest } from './evaluate.ts';
import { useAverages } from './finalWeights.ts';
import { type FitCheckpoint, mismatch, putBack, type StepState, stateOf } from './fitCheckpoint.ts';
import { LayerWatch } from './layerWatch.ts';
import { explainLoss } from './lossWatch.ts';
import { ProgressBar } from './progress.ts';
import { readLogs } from './readLogs.ts';
import { modelReport, reportPredictions } from './reports.ts';
import { MetricReader, resetMetrics, StepRunner } from './stepRunner.ts';
import type { StepOptions } from './stepTrace.ts';

/** How long training may go on before events are let in, in milliseconds. */
const BREATH_MILLISECONDS = 30;

/** A call of fit, understood. */
export interface FitPlan {
  readonly model: ModelObject;
  readonly span: Span | null;
  readonly source: DataSource;
  readonly validation: DataSource | null;
  readonly options: StepOptions;
  readonly epochs: number;
  readonly initialEpoch: number;
  readonly shuffle: boolean;
  readonly validationFrequency: Value;
  readonly verbose: number;
  readonly callbacks: CallbackList;
}

type Logs = Map<string, number>;

export class FitRun {
  private readonly py: Interpreter;
  private readonly plan: FitPlan;
  private readonly engine: Engine;
  private readonly monitor: TrainingMonitor;
  private readonly runner: StepRunner;
  private readonly tester: StepRunner;
  private readonly reader: MetricReader;
  private readonly layers: LayerWatch;
  /** The newest checkpoint, which may be one of a run before. */
  private last: FitCheckpoint | null = null;
  /** Of the step as it was traced first. */
  private state: StepState | null = null;
  private lastBatch: Batch | null = null;
  /** Whether `last` has still to be written, as soon as the step is traced. */
  private pending = false;
  private readonly history: Logs[] = [];
  /** Marks of the source at the beginning of epochs that may have to be trained again. */
  private readonly marks = new Map<number, number | null>();
  private isFinite = true;
  private stepsOfEpoch = 0;

  constructor(py: Interpreter, plan: FitPlan, engine: Engine) {
    this.py = py;
    this.plan = plan;
    this.engine = engine;
    this.monitor = py.state(servicesKey).current?.monitor ?? silentMonitor;
    this.runner = new StepRunner(py, plan.model, 'train', plan.options, engine);
    this.tester = new StepRunner(py, plan.model, 'test', { classWeight: null }, engine);
    this.reader = new MetricReader(py, engine);
    this.layers = new LayerWatch(py, plan.model, engine);
  }

  *run(): Suspendable<void> {
    const { py, plan, monitor } = this;
    const { model, source, validation, callbacks } = plan;
    yield* callbacks.setUp(
      model,
      PyDict.fromStrings([
        ['verbose', plan.verbose],
        ['epochs', plan.epochs],
        ['steps', source.steps],
      ]),
    );
    model.stopTraining = false;
    this.announce(yield* this.learningRate());
    let done = plan.initialEpoch;
    try {
      const given = monitor.takeCheckpoint();
      yield* callbacks.fire('on_train_begin', null, null);
      const start = given === null ? plan.initialEpoch : yield* this.goOn(given);
      done = start;
      for (let epoch = start; epoch < plan.epochs && !model.stopTraining; epoch++) {
        const from = given !== null && epoch === given.epoch ? given.step : 0;
        yield* this.recovering(epoch, from);
        done = epoch + 1;
      }
      if (given?.ended !== true) {
        yield* useAverages(py, model, plan.epochs);
        yield* this.keep(done, 0, true);
      }
      yield* callbacks.fire('on_train_end', null, logsDict(this.history.at(-1) ?? new Map()));
      yield* reportPredictions(py, model, this.engine, validation ?? source, validation === null, done);
    } catch (error) {
      // Stopped: what was learnt so far is shown before the interrupt ends the script.
      if (error instanceof PythonError && error.exception.cls.isSubclassOf(KeyboardInterrupt)) {
        if (monitor.restoresBest) yield* restoreBest(py, model, callbacks.items);
        yield* reportPredictions(py, model, this.engine, validation ?? source, validation === null, done);
      }
      throw error;
    } finally {
      this.runner.dispose();
      this.tester.dispose();
      this.reader.dispose();
      this.layers.dispose();
      source.dispose();
      validation?.dispose();
      monitor.onFitEnd();
    }
  }

  private *learningRate(): Suspendable<number | null> {
    const optimizer = this.plan.model.compiled?.optimizer ?? null;
    if (optimizer === null || optimizer.settings.schedule !== null) return null;
    const [rate] = optimizer.rate.variable ? yield* readVariables(this.py, [optimizer.rate.variable]) : [];
    return rate?.data[0] ?? null;
  }

  private announce(learningRate: number | null): void {
    const { plan, monitor } = this;
    const { model, source } = plan;
    const report = modelReport(this.py, model);
    monitor.onModel(report);
    monitor.onFitStart({
      model: report,
      span: plan.span,
      initialEpoch: plan.initialEpoch,
      epochs: plan.epochs,
      stepsPerEpoch: source.steps,
      samples: source.samples,
      batchSize: source.batchSize,
      validation: plan.validation !== null,
      learningRate,
      keepsBest: plan.callbacks.items.some(keepsBest),
      metrics:
        model.compiled?.state == null ? [] : allMetrics(model.compiled.state).map(item => item.logName),
    });
  }

  // --- one epoch -----------------------------------------------------------------------------------------------------

  /** Trains an epoch, again and from the last checkpoint where its device is lost on the way. */
  private *recovering(epoch: number, from: number): Suspendable<void> {
    let begun = false;
    let start = from;
    for (;;) {
      try {
        if (begun) start = yield* this.catchUp(epoch);
        yield* this.epoch(epoch, start, begun);
        return;
      } catch (error) {
        if (!(error instanceof DeviceLostError) || this.last === null) throw error;
        if (!(yield* wait(this.engine.recover()))) throw error;
        begun = true;
      }
    }
  }

  private *epoch(epoch: number, from: number, again: boolean): Suspendable<void> {
    const { py, plan, monitor } = this;
    const { model, source, validation, callbacks, verbose } = plan;
    const bar = new ProgressBar(py, verbose);
    if (!again) {
      if (verbose > 0) py.host.write('stdout', `Epoch ${epoch + 1}/${plan.epochs}\n`);
      yield* callbacks.fire('on_epoch_begin', epoch, null);
    }
    const logs = yield* this.steps(epoch, from, bar);
    if (monitor.watchesLayers) yield* this.layers.report(epoch, this.runner.last, this.lastBatch);
    if (validation !== null && this.validates(epoch)) {
      const measured = yield* runTest(py, model, validation, this.tester, this.reader, callbacks, null);
      for (const [name, value] of measured) logs.set(`val_${name}`, value);
    }
    const dict = logsDict(logs);
    yield* callbacks.fire('on_epoch_end', epoch, dict);
    const final = readDict(dict);
    bar.update(this.stepsOfEpoch, source.steps ?? this.stepsOfEpoch, final, true);
    this.history.push(final);
    monitor.onEpochEnd(epoch, final);
    yield* source.endEpoch?.(py) ?? nothing();
    if (this.isFinite && monitor.checkpointDue()) yield* this.keep(epoch + 1, 0, false);
  }

  private validates(epoch: number): boolean {
    const frequency = this.plan.validationFrequency;
    const every = integerArgument(frequency);
    if (every !== null && typeof frequency === 'number') return (epoch + 1) % every === 0;
    if (frequency === null) return true;
    return this.py.collect(frequency).some(item => integerArgument(item) === epoch + 1);
  }

  /** Trains the batches of an epoch behind the first `from`. */
  private *steps(epoch: number, from: number, bar: ProgressBar): Suspendable<Logs> {
    const { py, plan, monitor, runner } = this;
    const { model, source, callbacks } = plan;
    const listens = callbacks.listens(
      'on_train_batch_begin',
      'on_train_batch_end',
      'on_batch_begin',
      'on_batch_end',
    );
    yield* resetMetrics(py, model);
    this.marks.set(epoch, source.mark?.() ?? null);
    const next = source.startEpoch(py, plan.shuffle);
    for (let step = 0; step < from; step++) yield* next();
    let [step, read, breathed] = [from, py.host.monotonic(), py.host.monotonic()];
    for (let batch = yield* next(); batch !== null; batch = yield* next()) {
      if (this.state === null || this.pending) yield* this.begin(batch, epoch, step);
      if (listens) yield* callbacks.fire('on_train_batch_begin', step, null);
      this.changeLearningRate();
      runner.run(batch, false);
      this.lastBatch = batch;
      step++;
      bar.stepped(step);
      const now = py.host.monotonic();
      const last = source.steps !== null && step >= source.steps;
      const wanted = now - read >= monitor.readInterval;
      const drawn = (step === 1 || wanted) && bar.due && !last;
      let logs: Logs | null = null;
      if (listens || drawn || wanted) {
        logs = yield* this.measure(epoch, step);
        read = py.host.monotonic();
        if (drawn) bar.update(step, source.steps, logs, false);
      }
      monitor.onStep(epoch, step, source.steps, logs);
      if (listens) yield* callbacks.fire('on_train_batch_end', step - 1, logsDict(logs!));
      if (now - breathed >= BREATH_MILLISECONDS) {
        yield* wait(monitor.breathe());
        breathed = py.host.monotonic();
        if (!last && this.isFinite && monitor.checkpointDue()) yield* this.keep(epoch, step, false);
      }
      if (model.stopTraining) break;
    }
    yield* wait(monitor.breathe());
    this.stepsOfEpoch = step;
    return yield* this.measure(epoch, step);
  }

  private changeLearningRate(): void {
    const rate = this.monitor.takeLearningRate();
    if (rate === null) return;
    const optimizer = this.plan.model.compiled?.optimizer ?? null;
    if (optimizer === null || optimizer.rate.variable === null) return;
    if (optimizer.settings.schedule === null) {
      writeScalar(this.py, optimizer.rate.variable, rate);
      if (optimizer.rate.hostValue !== null) optimizer.rate.hostValue = rate;
      return;
    }
    this.monitor.onNotice({
      code: 'learning-rate-scheduled',
      text: message('The optimizer follows a schedule; its learning rate cannot be set.'),
      line: this.plan.span?.start.line ?? null,
    });
  }

  /** Reads the metrics, and looks into it when the loss is no number for the first time. */
  private *measure(epoch: number, step: number): Suspendable<Logs> {
    const logs = yield* readLogs({ model: this.plan.model, runner: this.runner, reader: this.reader });
    const loss = logs.get('loss');
    if (loss !== undefined && !Number.isFinite(loss) && this.isFinite) {
      this.isFinite = false;
      yield* explainLoss(
        { py: this.py, plan: this.plan, engine: this.engine, runner: this.runner, reader: this.reader },
        { last: this.last, state: this.state, marks: this.marks },
        epoch,
        step,
      );
    }
    return logs;
  }

  // --- checkpoints ---------------------------------------------------------------------------------------------------

  /** Before the first step: what a checkpoint holds is known now; one of an earlier run is written. */
  private *begin(batch: Batch, epoch: number, step: number): Suspendable<void> {
    this.monitor.onPreparing('model');
    this.state ??= stateOf(yield* this.runner.prepare(batch));
    this.monitor.onPreparing('shaders');
    if (this.pending) {
      const wrong = this.last === null ? null : mismatch(this.last, this.state.variables);
      if (wrong !== null) this.beginAnew(wrong);
      else this.restore();
    } else if (this.monitor !== silentMonitor) yield* this.keep(epoch, step, false);
  }

  private restore(): void {
    const { last, state } = this;
    this.pending = false;
    if (last === null || state === null) return;
    putBack(this.engine, last, state.variables, state.streams);
    const rate = this.plan.model.compiled?.optimizer?.rate ?? null;
    const at = rate?.variable == null ? -1 : state.variables.indexOf(rate.variable);
    if (rate !== null && rate.hostValue !== null && at >= 0)
      rate.hostValue = last.variables[at].value.data[0];
  }

  /** Takes a checkpoint. */
  private *keep(epoch: number, step: number, ended: boolean): Suspendable<void> {
    const { state, plan } = this;
    if (state === null) return;
    const { variables } = state;
    const positions = state.streams.map(stream => stream.position);
    const values = yield* readVariables(this.py, variables);
    const checkpoint: FitCheckpoint = {
      epoch,
      step,
      ended,
      history: this.history.slice(),
      variables: variables.map(({ name }, index) => ({ name, value: values[index] })),
      positions,
      held: plan.callbacks.items.map(weightsHeld),
    };
    this.last = checkpoint;
    for (const known of this.marks.keys()) if (known < epoch) this.marks.delete(known);
    this.monitor.onCheckpoint(checkpoint);
  }

  /** After a lost device: trains again what the checkpoint lacks. The step of the present epoch to go on from. */
  private *catchUp(epoch: number): Suspendable<number> {
    const { last, marks, plan } = this;
    const { source } = plan;
    if (last === null) return 0;
    this.monitor.onPreparing('checkpoint');
    this.restore();
    let from = last.step;
    const canRewind = source.rewind !== undefined && marks.has(last.epoch);
    if (canRewind) source.rewind?.(marks.get(last.epoch) ?? null);
    for (let lost = last.epoch; canRewind && lost < epoch; lost++) {
      yield* this.repeat(from);
      from = 0;
    }
    // The epoch's beginning sets its metrics back, so those of its first steps are written again behind it.
    this.pending = last.epoch === epoch && last.step > 0 && canRewind;
    this.monitor.onResumed(epoch, false);
    return last.epoch === epoch && canRewind ? from : 0;
  }

  /** The steps of one epoch as they were, without telling anyone. */
  private *repeat(from: number): Suspendable<void> {
    const { py, plan, monitor, runner } = this;
    const next = plan.source.startEpoch(py, plan.shuffle);
    let breathed = py.host.monotonic();
    let step = 0;
    for (let batch = yield* next(); batch !== null; batch = yield* next()) {
      if (step++ < from) continue;
      runner.run(batch, false);
      if (py.host.monotonic() - breathed < BREATH_MILLISECONDS) continue;
      yield* wait(monitor.breathe());
      breathed = py.host.monotonic();
    }
  }

  /**
   * Goes on from a checkpoint of a run before: callbacks hear of its epochs, the source draws what it drew, and the
   * values are written before the next step. Returns the epoch to go on with.
   */
  private *goOn(checkpoint: FitCheckpoint): Suspendable<number> {
    const { py, plan, monitor } = this;
    const { source, callbacks, model } = plan;
    monitor.onPreparing('checkpoint');
    let first: Batch | null = null;
    for (let epoch = plan.initialEpoch; epoch < checkpoint.epoch; epoch++) {
      yield* callbacks.fire('on_epoch_begin', epoch, null);
      const next = source.startEpoch(py, plan.shuffle);
      let batch = yield* next();
      first ??= batch;
      // Data in memory need not be drawn to the end: an epoch is one shuffle.
      while (batch !== null && source.rewind === undefined) batch = yield* next();
      const logs = checkpoint.history[epoch - plan.initialEpoch] ?? new Map<string, number>();
      const dict = logsDict(logs);
      yield* callbacks.fire('on_epoch_end', epoch, dict);
      this.history.push(new Map(logs));
      yield* source.endEpoch?.(py) ?? nothing();
      if (model.stopTraining) break;
    }
    callbacks.items.forEach((callback, index) => {
      holdWeights(callback, checkpoint.held[index] ?? null);
    });
    if (first === null) {
      const mark = source.mark?.() ?? null;
      first = source.rewind === undefined ? null : yield* source.startEpoch(py, plan.shuffle)();
      source.rewind?.(mark);
    }
    this.last = checkpoint;
    this.pending = true;
    if (first !== null) {
      this.state = stateOf(yield* this.runner.prepare(first));
      const wrong = mismatch(checkpoint, this.state.variables);
      if (wrong !== null) return this.beginAnew(wrong);
      this.restore();
      // The epoch's beginning sets its metrics back, so those of its first steps are written again behind it.
      this.pending = checkpoint.step > 0;
    }
    if (checkpoint.ended) return plan.epochs;
    monitor.onResumed(checkpoint.epoch, true);
    return checkpoint.epoch;
  }

  private beginAnew(wrong: string): number {
    this.history.length = 0;
    this.last = null;
    this.pending = false;
    this.monitor.onResumed(this.plan.initialEpoch, true);
    this.monitor.onNotice({
      code: 'checkpoint-differs',
      text: message('The checkpoint does not fit this model ({0}); training begins anew.', wrong),
      line: this.plan.span?.start.line ?? null,
    });
    return this.plan.initialEpoch;
  }
}

function* nothing(): Suspendable<void> {}

/** Logs after callbacks added theirs (a learning rate). */
function readDict(dict: PyDict): Logs {
  const logs = new Map<string, number>();
  for (const [name, value] of dict.entries()) {
    const number = numberOf(value);
    if (number !== undefined) logs.set(String(name), number);
  }
  return logs;
}
