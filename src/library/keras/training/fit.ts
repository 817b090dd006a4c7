/** `model.fit`: checks the data, then trains epoch by epoch. */
import { PyDict } from '../../../python/collections.ts';
import { KeyboardInterrupt, PythonError, raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { type Suspendable, wait } from '../../../python/suspension.ts';
import { PyList, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import { CallbackList, logsDict } from '../callbacks/callback.ts';
import { historyClass } from '../callbacks/history.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { silentMonitor } from '../monitor.ts';
import { numberOf } from '../objects/arguments.ts';
import type { KerasObject } from '../objects/kerasObject.ts';
import { servicesKey } from '../services.ts';
import { ensureSettled, readVariables, writeScalar, writeVariables } from '../session.ts';
import { unpackBatch } from './batchSource.ts';
import { classWeightOf, integerArgument, recordCall, splitRows, verboseOf } from './callArguments.ts';
import { checkCall } from './checkCall.ts';
import { allMetrics } from './compileState.ts';
import type { DataSource } from './dataSource.ts';
import { runTest } from './evaluate.ts';
import { makeSource } from './makeSource.ts';
import { ProgressBar } from './progress.ts';
import { modelReport, reportPredictions } from './reports.ts';
import { MetricReader, readyEngine, resetMetrics, StepRunner } from './stepRunner.ts';
import type { StepOptions } from './stepTrace.ts';

/** The arguments of fit by name. */
export type FitArguments = ReadonlyMap<string, Value>;

interface Prepared {
  readonly source: DataSource;
  readonly validation: DataSource | null;
  readonly options: StepOptions;
  readonly epochs: number;
  readonly initialEpoch: number;
}

export function requireCompiled(model: ModelObject, method: string): void {
  if (model.compiled !== null) return;
  throw raise(ValueError, `You must call \`compile()\` before calling \`${method}()\`.`, {
    code: 'not-compiled',
  });
}

/** Runs fit. */
export function* fit(py: Interpreter, model: ModelObject, args: FitArguments): Suspendable<Value> {
  requireCompiled(model, 'fit');
  const site = py.site;
  const history = py.call(historyClass, []) as KerasObject;
  history.attributes.set('model', model);
  py.site = site;
  const record = recordCall(py, model, {
    method: 'fit',
    x: args.get('x')!,
    y: args.get('y')!,
    validation: validationOf(args),
    epochs: integerArgument(args.get('epochs')!),
    batchSize: integerArgument(args.get('batch_size')!) ?? 32,
    args,
  });
  let prepared: Prepared;
  try {
    prepared = yield* prepare(py, model, args);
  } catch (error) {
    if (record !== null) record.raised = true;
    py.site = site;
    throw error;
  }
  if (record !== null) record.frozen = model.weights.length > 0 && model.trainableWeights.length === 0;
  model.attributes.set('history', history);
  if (!py.running) return unknownHistory(py, model, history, prepared);
  yield* train(py, model, args, prepared, history);
  return history;
}

function validationOf(args: FitArguments): { x: Value; y: Value } | null {
  const value = args.get('validation_data') ?? null;
  if (!(value instanceof PyTuple) && !(value instanceof PyList)) return null;
  return { x: value.items[0] ?? null, y: value.items[1] ?? null };
}

function* prepare(py: Interpreter, model: ModelObject, args: FitArguments): Suspendable<Prepared> {
  const site = py.site;
  let [x, y, weight] = ['x', 'y', 'sample_weight'].map(name => args.get(name) ?? null);
  let held = args.get('validation_data') ?? null;
  const share = args.get('validation_split') ?? null;
  if (share !== null && !(share instanceof Unknown) && py.truth(share) && held === null) {
    const [[x0, x1], [y0, y1], [w0, w1]] = [x, y, weight].map(value =>
      value === null ? [null, null] : splitRows(py, value, Number(py.str(share))),
    );
    [x, y, weight] = [x0, y0, w0];
    held = new PyTuple(w1 === null ? [x1, y1] : [x1, y1, w1]);
    py.site = site;
  }
  const options: StepOptions = { classWeight: classWeightOf(py, args.get('class_weight') ?? null) };
  const batchSize = args.get('batch_size') ?? null;
  const steps = integerArgument(args.get('steps_per_epoch') ?? null);
  const source = yield* makeSource(py, { x, y, weight, batchSize, steps, names: { x: 'x', y: 'y' } });
  py.site = site;
  if (py.running) yield* ensureSettled(py);
  checkCall(py, model, 'train', source, options, 'x');
  py.site = site;
  const validation = held === null ? null : yield* validationSource(py, model, held, args, batchSize);
  const epochs = integerArgument(args.get('epochs')!) ?? 1;
  return {
    source,
    validation,
    options,
    epochs,
    initialEpoch: integerArgument(args.get('initial_epoch')!) ?? 0,
  };
}

function* validationSource(
  py: Interpreter,
  model: ModelObject,
  held: Value,
  args: FitArguments,
  batchSize: Value,
): Suspendable<DataSource> {
  const site = py.site;
  const isPair = held instanceof PyTuple || held instanceof PyList;
  const parts = isPair ? unpackBatch(new PyTuple(held.items)) : { x: held, y: null, weight: null };
  const source = yield* makeSource(py, {
    ...parts,
    batchSize: args.get('validation_batch_size') ?? batchSize,
    steps: integerArgument(args.get('validation_steps') ?? null),
    names: { x: 'validation_data', y: 'validation_data' },
  });
  py.site = site;
  checkCall(
    py,
    model,
    'test',
    source,
    { classWeight: null },
    args.get('validation_data') === null ? 'x' : 'validation_data',
  );
  py.site = site;
  return source;
}

/** Under analysis: a history with the right names and as many values as epochs, none of them known. */
function unknownHistory(
  py: Interpreter,
  model: ModelObject,
  history: KerasObject,
  prepared: Prepared,
): Value {
  const state = model.compiled?.state ?? null;
  const dict = new PyDict();
  if (state !== null) {
    const epochs = Math.max(0, prepared.epochs - prepared.initialEpoch);
    const values = () =>
      new PyList(
        Array.from(
          { length: Math.min(epochs, 1000) },
          () => new Unknown('it is measured when the model trains', 'float'),
        ),
      );
    const names = allMetrics(state).map(item => item.logName);
    for (const name of names.sort()) dict.setString(name, values());
    if (prepared.validation !== null) for (const name of names) dict.setString(`val_${name}`, values());
  }
  history.attributes.set('history', dict);
  void py;
  return history;
}

function shouldValidate(py: Interpreter, frequency: Value, epoch: number): boolean {
  const every = integerArgument(frequency);
  if (every !== null && typeof frequency === 'number') return (epoch + 1) % every === 0;
  return frequency === null ? true : py.collect(frequency).some(item => integerArgument(item) === epoch + 1);
}

function* train(
  py: Interpreter,
  model: ModelObject,
  args: FitArguments,
  prepared: Prepared,
  history: KerasObject,
): Suspendable<void> {
  const { source, validation, options, epochs, initialEpoch } = prepared;
  const span = py.span;
  const engine = yield* readyEngine(py);
  const monitor = py.state(servicesKey).current?.monitor ?? silentMonitor;
  const verbose = verboseOf(args.get('verbose') ?? 'auto');
  const given = args.get('callbacks') ?? null;
  const callbacks = new CallbackList(py, [
    ...(given === null ? [] : given instanceof PyList || given instanceof PyTuple ? given.items : [given]),
    history,
  ]);
  const reader = new MetricReader(py, engine);
  const runner = new StepRunner(py, model, 'train', options, engine);
  const tester = new StepRunner(py, model, 'test', { classWeight: null }, engine);
  yield* callbacks.setUp(
    model,
    PyDict.fromStrings([
      ['verbose', verbose],
      ['epochs', epochs],
      ['steps', source.steps],
    ]),
  );
  model.stopTraining = false;
  const report = modelReport(py, model);
  monitor.onModel(report);
  monitor.onFitStart({
    model: report,
    span,
    initialEpoch,
    epochs,
    stepsPerEpoch: source.steps,
    samples: source.samples,
    batchSize: source.batchSize,
    validation: validation !== null,
    metrics: model.compiled?.state == null ? [] : allMetrics(model.compiled.state).map(item => item.logName),
  });
  let logs = new Map<string, number>();
  let epochsDone = initialEpoch;
  try {
    yield* callbacks.fire('on_train_begin', null, null);
    for (let epoch = initialEpoch; epoch < epochs && !model.stopTraining; epoch++) {
      const bar = new ProgressBar(py, verbose);
      if (verbose > 0) py.host.write('stdout', `Epoch ${epoch + 1}/${epochs}\n`);
      logs = yield* trainEpoch(
        { py, model, source, runner, reader, callbacks, bar, shuffle: py.truth(args.get('shuffle') ?? true) },
        epoch,
      );
      const done = runner.last === null ? 0 : (stepsDone.get(runner) ?? 0);
      if (validation !== null && shouldValidate(py, args.get('validation_freq') ?? 1, epoch)) {
        const measured = yield* runTest(py, model, validation, tester, reader, callbacks, null);
        for (const [name, value] of measured) logs.set(`val_${name}`, value);
      }
      const dict = logsDict(logs);
      yield* callbacks.fire('on_epoch_end', epoch, dict);
      logs = readDict(dict);
      bar.update(done, source.steps ?? done, logs, true);
      monitor.onEpochEnd(epoch, logs);
      epochsDone = epoch + 1;
      yield* source.endEpoch?.(py) ?? nothing();
    }
    yield* useAverages(py, model, epochs);
    yield* callbacks.fire('on_train_end', null, logsDict(logs));
    yield* reportPredictions(py, model, engine, validation ?? source, validation === null, epochsDone);
  } catch (error) {
    // Stopped: what was learnt so far is shown before the interrupt ends the script.
    if (error instanceof PythonError && error.exception.cls.isSubclassOf(KeyboardInterrupt)) {
      yield* reportPredictions(py, model, engine, validation ?? source, validation === null, epochsDone);
    }
    throw error;
  } finally {
    runner.dispose();
    tester.dispose();
    reader.dispose();
    source.dispose();
    validation?.dispose();
    monitor.onFitEnd();
  }
}

function* nothing(): Suspendable<void> {}

/** Logs after callbacks added theirs (a learning rate). */
function readDict(dict: PyDict): Map<string, number> {
  const logs = new Map<string, number>();
  for (const [name, value] of dict.entries()) {
    const number = numberOf(value);
    if (number !== undefined) logs.set(String(name), number);
  }
  return logs;
}

/** With EMA the averages become the weights when training ends. */
function* useAverages(py: Interpreter, model: ModelObject, epochs: number): Suspendable<void> {
  if (epochs <= 0) return;
  const pairs = model.compiled?.optimizer?.finalValues(model.trainableWeights) ?? [];
  const values = yield* readVariables(
    py,
    pairs.map(pair => pair.average.variable!),
  );
  yield* writeVariables(
    py,
    pairs.map((pair, index) => ({ variable: pair.variable.variable!, value: values[index].data })),
  );
}

interface EpochRun {
  readonly py: Interpreter;
  readonly model: ModelObject;
  readonly source: DataSource;
  readonly runner: StepRunner;
  readonly reader: MetricReader;
  readonly callbacks: CallbackList;
  readonly bar: ProgressBar;
  readonly shuffle: boolean;
}

/** Steps of the last epoch of each runner, for the final line. */
const stepsDone = new WeakMap<StepRunner, number>();

/** What the metrics say now, by name in alphabetical order. */
export function* readLogs(
  run: Pick<EpochRun, 'model' | 'runner' | 'reader'>,
): Suspendable<Map<string, number>> {
  const custom = yield* run.runner.customLogs();
  const state = run.model.compiled?.state ?? null;
  const values = custom ?? (state === null ? new Map<string, number>() : yield* run.reader.read(state));
  return new Map([...values].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

function* trainEpoch(run: EpochRun, epoch: number): Suspendable<Map<string, number>> {
  const { py, model, source, runner, callbacks, bar } = run;
  const monitor = py.state(servicesKey).current?.monitor ?? silentMonitor;
  const listensBatch = callbacks.listens(
    'on_train_batch_begin',
    'on_train_batch_end',
    'on_batch_begin',
    'on_batch_end',
  );
  yield* resetMetrics(py, model);
  yield* callbacks.fire('on_epoch_begin', epoch, null);
  const next = source.startEpoch(py, run.shuffle);
  let [step, read, breathed] = [0, py.host.monotonic(), py.host.monotonic()];
  stepsDone.set(runner, 0);
  for (let batch = yield* next(); batch !== null; batch = yield* next()) {
    if (listensBatch) yield* callbacks.fire('on_train_batch_begin', step, null);
    const rate = monitor.takeLearningRate();
    const variable = model.compiled?.optimizer?.rate.variable ?? null;
    if (rate !== null && variable !== null) writeScalar(py, variable, rate);
    runner.run(batch, false);
    step++;
    stepsDone.set(runner, step);
    bar.stepped(step);
    const now = py.host.monotonic();
    const last = source.steps !== null && step >= source.steps;
    const wanted = now - read >= monitor.readInterval;
    const drawn = (step === 1 || wanted) && bar.due && !last;
    if (listensBatch || drawn || wanted) {
      const logs = yield* readLogs(run);
      read = py.host.monotonic();
      if (drawn) bar.update(step, source.steps, logs, false);
      monitor.onStep(epoch, step, source.steps, logs);
      if (listensBatch) yield* callbacks.fire('on_train_batch_end', step - 1, logsDict(logs));
    } else monitor.onStep(epoch, step, source.steps, null);
    if (now - breathed >= 30) {
      yield* wait(monitor.breathe());
      breathed = py.host.monotonic();
    }
    if (model.stopTraining) break;
  }
  yield* wait(monitor.breathe());
  return yield* readLogs(run);
}
