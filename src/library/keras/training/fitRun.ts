/** Trains epoch by epoch, as `fit` does, and again where its device is lost on the way. */

import { DeviceLostError, type Engine, isGraphics } from '../../../graph/engine.ts';
import { PyDict } from '../../../python/collections.ts';
import { KeyboardInterrupt, PythonError, raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { type Suspendable, wait } from '../../../python/suspension.ts';
import { classOf } from '../../../python/types.ts';
import { PyList } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { firstEpoch } from '../callbacks/backupAndRestore.ts';
import { logsDict } from '../callbacks/callback.ts';
import { keepsBest, restoreBest } from '../callbacks/heldWeights.ts';
import { modelReport } from '../models/modelLayers.ts';
import { silentMonitor, type TrainingMonitor } from '../monitor.ts';
import { numberOf } from '../objects/arguments.ts';
import { giveRate } from '../optimizers/givenRate.ts';
import { ownLoop } from '../ownLoop.ts';
import { servicesKey } from '../services.ts';
import { keepLoop, readVariables } from '../session.ts';
import { integerArgument } from './callArguments.ts';
import { allMetrics } from './compileState.ts';
import type { Batch } from './dataSource.ts';
import { runTest } from './evaluate.ts';
import { useAverages } from './finalWeights.ts';
import { FitContinuation } from './fitContinuation.ts';
import type { FitPlan } from './fitPlan.ts';
import { LayerWatch } from './layerWatch.ts';
import { explainLoss } from './lossWatch.ts';
import { ProgressBar } from './progress.ts';
import { readLogs } from './readLogs.ts';
import { FitRehearsal } from './rehearsal.ts';
import { reportPredictions } from './reports.ts';
import { type RunningSums, sumsFor } from './runningSums.ts';
import { MetricReader, resetMetrics, StepRunner } from './stepRunner.ts';

/** Milliseconds that someone who stops a run is made to wait for predictions. */
const STOP_PATIENCE = 200;

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
  private readonly kept: FitContinuation;
  private readonly ahead: FitRehearsal;
  private readonly sums: RunningSums | null;
  private lastBatch: Batch | null = null;
  private isFinite = true;
  private stepsOfEpoch = 0;

  constructor(py: Interpreter, plan: FitPlan, engine: Engine) {
    this.py = py;
    this.plan = plan;
    this.engine = engine;
    this.monitor = py.state(servicesKey).current?.monitor ?? silentMonitor;
    this.sums = sumsFor(py, plan.verbose);
    this.runner = new StepRunner(py, plan.model, 'train', { ...plan.options, sums: this.sums }, engine);
    this.tester = new StepRunner(py, plan.model, 'test', { classWeight: null }, engine);
    this.reader = new MetricReader(py, engine);
    this.layers = new LayerWatch(py, plan.model, engine);
    const { runner, tester, reader, sums } = this;
    this.ahead = new FitRehearsal(py, plan, { engine, runner, tester, reader, sums });
    this.kept = new FitContinuation(py, plan, { engine, runner: this.runner, monitor: this.monitor });
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
    monitor.onPreparing('data');
    const looked = { source: validation ?? source, trainedOn: validation === null };
    let done = plan.initialEpoch;
    const { ownCheckpoints } = this.engine;
    this.engine.ownCheckpoints = true;
    yield* keepLoop(py, true);
    ownLoop(py).enterCall();
    try {
      const given = monitor.takeCheckpoint();
      yield* callbacks.fire('on_train_begin', null, null);
      const start = given === null ? firstEpoch(model, plan.initialEpoch) : yield* this.kept.goOn(given);
      done = start;
      for (let epoch = start; epoch < plan.epochs && !model.stopTraining; epoch++) {
        const from = given !== null && epoch === given.epoch ? given.step : 0;
        yield* this.recovering(epoch, from);
        done = epoch + 1;
        if (source.endedEarly) break;
      }
      if (given?.ended !== true) {
        yield* useAverages(py, model, plan.epochs);
        yield* this.kept.keep(done, 0, true);
      }
      yield* callbacks.fire('on_train_end', null, logsDict(this.kept.history.last()));
      yield* reportPredictions(py, model, this.engine, { ...looked, epoch: done, patience: null });
    } catch (error) {
      // Stopped: what was learnt so far is shown before the interrupt ends the script.
      if (error instanceof PythonError && error.exception.cls.isSubclassOf(KeyboardInterrupt)) {
        if (monitor.restoresBest) yield* restoreBest(py, model, callbacks.items);
        const hasLearnt = this.lastBatch !== null || done > plan.initialEpoch;
        if (hasLearnt)
          yield* reportPredictions(py, model, this.engine, {
            ...looked,
            epoch: done,
            patience: STOP_PATIENCE,
          });
      }
      throw error;
    } finally {
      this.engine.ownCheckpoints = ownCheckpoints;
      ownLoop(py).leaveCall();
      this.runner.dispose();
      this.tester.dispose();
      this.reader.dispose();
      this.layers.dispose();
      this.sums?.dispose(this.engine);
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
    const report = modelReport(model);
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
      validationSteps: plan.validation?.steps ?? null,
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
        if (begun) start = yield* this.kept.catchUp(epoch);
        yield* this.epoch(epoch, start, begun);
        return;
      } catch (error) {
        if (!(error instanceof DeviceLostError) || this.kept.last === null) throw error;
        if (!(yield* wait(this.engine.recover()))) throw error;
        yield* this.ahead.again();
        begun = true;
      }
    }
  }

  private *epoch(epoch: number, from: number, again: boolean): Suspendable<void> {
    const { py, plan, monitor } = this;
    const { model, source, validation, callbacks, verbose } = plan;
    const bar = new ProgressBar(py, verbose);
    if (!again) {
      // Only Keras 1 announces an epoch that stays alone.
      const announced = plan.epochs > 1 || py.state(kerasVersionKey).current === 1;
      if (verbose > 0 && announced) py.host.write('stdout', `Epoch ${epoch + 1}/${plan.epochs}\n`);
      yield* callbacks.fire('on_epoch_begin', epoch, null);
    }
    const logs = yield* this.steps(epoch, from, bar);
    yield* this.ahead.ready(null);
    if (monitor.watchesLayers) yield* this.layers.report(epoch, this.runner.last, this.lastBatch);
    if (validation !== null && this.validates(epoch)) {
      const measured = yield* runTest(py, model, validation, this.tester, this.reader, callbacks, null);
      for (const [name, value] of measured) logs.set(`val_${name}`, value);
    }
    const dict = logsDict(logs);
    yield* callbacks.fire('on_epoch_end', epoch, dict);
    const final = readDict(dict);
    const target = source.steps ?? this.stepsOfEpoch;
    bar.update(target, target, yield* this.onBar(final, true), true);
    this.kept.history.push(final);
    monitor.onEpochEnd(epoch, final);
    if (source.endEpoch !== undefined) yield* source.endEpoch(py);
    if (this.isFinite && monitor.checkpointDue()) yield* this.kept.keep(epoch + 1, 0, false);
  }

  private validates(epoch: number): boolean {
    const frequency = this.plan.validationFrequency;
    const every = integerArgument(frequency);
    if (every !== null && typeof frequency === 'number') return (epoch + 1) % every === 0;
    if (frequency === null) return true;
    if (!(frequency instanceof PyList) && this.py.state(kerasVersionKey).current === 3)
      throw raise(
        ValueError,
        `Expected \`validation_freq\` to be a list or int. Received: validation_freq=${this.py.str(frequency)} of the type ${this.py.str(classOf(frequency))}.`,
      );
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
    if (this.sums !== null) yield* this.sums.clear(py);
    this.kept.mark(epoch);
    const next = source.startEpoch(py, plan.shuffle);
    for (let step = 0; step < from; step++) yield* next();
    const { pace } = runner;
    pace.emptied();
    let [step, read] = [from, py.host.monotonic()];
    for (let batch = yield* next(); batch !== null; batch = yield* next()) {
      if (this.kept.state === null || this.kept.pending) {
        yield* this.kept.begin(batch, epoch, step);
        yield* this.ahead.requireRoom();
      }
      if (isGraphics(this.engine.backend)) yield* this.readyFor(batch);
      if (listens) yield* callbacks.fire('on_train_batch_begin', step, null);
      this.changeLearningRate();
      runner.run(batch, false);
      yield* runner.tell();
      this.lastBatch = runner.complete(batch);
      step++;
      bar.stepped(step);
      const now = py.host.monotonic();
      const last = source.steps !== null && step >= source.steps;
      const wanted = now - read >= monitor.readInterval;
      const drawn = (step === 1 || wanted) && bar.due && !last;
      let logs: Logs | null = null;
      if (listens || drawn || wanted) {
        // What is slow to compute is waited for where a Stop is heard.
        if (!(yield* pace.drain())) yield* wait(monitor.breathe());
        logs = yield* this.measure(epoch, step);
        pace.emptied();
        read = py.host.monotonic();
        if (drawn) bar.update(step, source.steps, yield* this.onBar(logs, false), false);
      }
      monitor.onStep(epoch, step, source.steps, logs);
      if (listens) yield* callbacks.fire('on_train_batch_end', step - 1, logsDict(logs!));
      const breathed = yield* pace.stepped();
      if (breathed && !last && this.isFinite && monitor.checkpointDue()) {
        // Behind a loss that is no number there is nothing to go back to.
        yield* this.measure(epoch, step);
        if (this.isFinite) yield* this.kept.keep(epoch, step, false);
        pace.emptied();
      }
      if (model.stopTraining) break;
    }
    yield* wait(monitor.breathe());
    this.stepsOfEpoch = step;
    return yield* this.measure(epoch, step);
  }

  /** Has what a batch draws with compiled where it is not yet. */
  private *readyFor(batch: Batch): Suspendable<void> {
    yield* this.ahead.begin(batch);
    yield* this.ahead.ready(batch);
    if (!this.runner.has(batch)) yield* this.runner.settle(batch);
  }

  /** Metrics as the progress bar shows them. */
  private *onBar(logs: Logs, final: boolean): Suspendable<Logs> {
    return this.sums === null ? logs : yield* this.sums.shown(this.engine, logs, final);
  }

  private changeLearningRate(): void {
    const rate = this.monitor.takeLearningRate(null);
    const optimizer = this.plan.model.compiled?.optimizer ?? null;
    if (rate !== null && optimizer !== null)
      giveRate(this.py, optimizer, rate, this.plan.span?.start.line ?? null);
  }

  /** Reads the metrics, and looks into it when the loss is no number for the first time. */
  private *measure(epoch: number, step: number): Suspendable<Logs> {
    const logs = yield* readLogs({ model: this.plan.model, runner: this.runner, reader: this.reader });
    const loss = logs.get('loss');
    if (loss !== undefined && !Number.isFinite(loss) && this.isFinite) {
      this.isFinite = false;
      yield* explainLoss(
        { py: this.py, plan: this.plan, engine: this.engine, runner: this.runner, reader: this.reader },
        this.kept,
        epoch,
        step,
      );
    }
    return logs;
  }
}

/** Logs after callbacks added theirs (a learning rate). */
function readDict(dict: PyDict): Logs {
  const logs = new Map<string, number>();
  for (const [name, value] of dict.entries()) {
    const number = numberOf(value);
    if (number !== undefined) logs.set(String(name), number);
  }
  return logs;
}
