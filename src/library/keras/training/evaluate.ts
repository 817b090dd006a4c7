/** `model.evaluate` and the validation of `fit`. */
import { PyDict } from '../../../python/collections.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import { PyFloat, PyList, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { CallbackList, logsDict } from '../callbacks/callback.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { ownLoop } from '../ownLoop.ts';
import { noteMeasured } from '../ownLoopCurves.ts';
import { integerArgument, recordCall, verboseOf } from './callArguments.ts';
import { checkCall } from './checkCall.ts';
import { allMetrics } from './compileState.ts';
import { checkSteps } from './countedSettings.ts';
import { refuseOwnFunction } from './customStep.ts';
import type { DataSource } from './dataSource.ts';
import { type FitArguments, requireCompiled } from './fit.ts';
import { makeSource } from './makeSource.ts';
import { ProgressBar } from './progress.ts';
import { readLogs } from './readLogs.ts';
import { rehearseTest } from './rehearsal.ts';
import { type RunningSums, sumsFor } from './runningSums.ts';
import { samplesOf } from './samples.ts';
import { MetricReader, readyEngine, resetMetrics, StepRunner } from './stepRunner.ts';
import { surviving } from './surviving.ts';

/** Runs the test step on every batch and returns the metrics. */
export function* runTest(
  py: Interpreter,
  model: ModelObject,
  source: DataSource,
  runner: StepRunner,
  reader: MetricReader,
  callbacks: CallbackList,
  bar: ProgressBar | null,
  sums: RunningSums | null = null,
): Suspendable<Map<string, number>> {
  const listens = callbacks.listens('on_test_batch_begin', 'on_test_batch_end');
  yield* callbacks.fire('on_test_begin', null, null);
  yield* resetMetrics(py, model);
  const next = source.startEpoch(py, false);
  runner.pace.emptied();
  let step = 0;
  for (let batch = yield* next(); batch !== null; batch = yield* next()) {
    if (listens) yield* callbacks.fire('on_test_batch_begin', step, null);
    yield* runner.settle(batch);
    runner.run(batch, false);
    yield* runner.tell();
    step++;
    bar?.stepped(step);
    if (listens)
      yield* callbacks.fire(
        'on_test_batch_end',
        step - 1,
        logsDict(yield* readLogs({ model, runner, reader })),
      );
    yield* runner.pace.stepped();
  }
  const logs = yield* readLogs({ model, runner, reader });
  const target = source.steps ?? step;
  bar?.update(target, target, sums === null ? logs : yield* sums.shown(runner.engine, logs, true), true);
  yield* callbacks.fire('on_test_end', null, logsDict(logs));
  return logs;
}

/**
 * The values in the order of `metrics_names`: loss first. Keras 3 looks metrics up by their own names and takes what is
 * left (`output_accuracy` of a model with several outputs) in alphabetical order.
 */
export function inOrder(py: Interpreter, model: ModelObject, logs: ReadonlyMap<string, number>): Value[] {
  const state = model.compiled?.state ?? null;
  const isOlder = py.state(kerasVersionKey).current < 3;
  const named = state === null ? [] : allMetrics(state);
  const names = named.map(item => (isOlder ? item.logName : item.metric.name));
  const left = [...logs.keys()].filter(name => !names.includes(name));
  const rest = isOlder ? left : left.sort();
  return [...names, ...rest].flatMap(name => (logs.has(name) ? [new PyFloat(logs.get(name)!)] : []));
}

/** A number, or a list of several. */
export function oneOrList(values: readonly Value[]): Value {
  return values.length === 1 ? values[0] : new PyList([...values]);
}

/** Metrics that analysis does not know, in the form that evaluate returns. */
export function unknownLogs(model: ModelObject, asDict: boolean): Value {
  const state = model.compiled?.state ?? null;
  if (state === null) return new Unknown('it is measured when the model runs');
  const entries = allMetrics(state).map(
    item => [item.logName, new Unknown('it is measured when the model runs', 'float')] as const,
  );
  return asDict ? PyDict.fromStrings(entries) : oneOrList(entries.map(entry => entry[1]));
}

/** Draws what evaluating would, in a script that runs again. */
function* drawEpoch(py: Interpreter, source: DataSource): Suspendable<void> {
  const next = source.startEpoch(py, false);
  let batch = yield* next();
  while (batch !== null && source.rewind === undefined) batch = yield* next();
}

/** Runs evaluate. */
export function* evaluate(py: Interpreter, model: ModelObject, args: FitArguments): Suspendable<Value> {
  requireCompiled(py, model, 'evaluate');
  const site = py.site;
  const record = recordCall(py, model, {
    method: 'evaluate',
    x: args.get('x')!,
    y: args.get('y')!,
    validation: null,
    epochs: null,
    batchSize: integerArgument(args.get('batch_size')!) ?? 32,
    args,
  });
  const asDict = py.truth(args.get('return_dict') ?? false);
  let source: DataSource;
  try {
    refuseOwnFunction(py, model, 'test');
    checkSteps(py, args, 'steps');
    source = yield* makeSource(py, {
      model,
      x: args.get('x')!,
      y: args.get('y')!,
      weight: args.get('sample_weight') ?? null,
      batchSize: args.get('batch_size') ?? null,
      steps: integerArgument(args.get('steps') ?? null),
      samples: integerArgument(args.get(samplesOf('steps')) ?? null),
      names: { x: 'x', y: 'y' },
    });
    py.site = site;
    checkCall(py, model, 'test', source, { classWeight: null }, 'x');
  } catch (error) {
    if (record !== null) record.raised = true;
    py.site = site;
    throw error;
  }
  if (!py.running) return unknownLogs(model, asDict);
  const engine = yield* readyEngine(py);
  const given = args.get('callbacks') ?? null;
  const callbacks = new CallbackList(
    py,
    given instanceof PyList || given instanceof PyTuple ? given.items : given === null ? [] : [given],
  );
  yield* callbacks.setUp(model, new PyDict());
  const reader = new MetricReader(py, engine);
  const verbose = verboseOf(args.get('verbose') ?? 'auto');
  const sums = sumsFor(py, verbose);
  const runner = new StepRunner(py, model, 'test', { classWeight: null, sums }, engine);
  try {
    const mark = source.mark?.();
    const test = function* () {
      if (mark !== undefined) source.rewind?.(mark);
      if (sums !== null) yield* sums.clear(py);
      const bar = new ProgressBar(py, verbose);
      yield* rehearseTest(py, model, source, runner, reader);
      return yield* runTest(py, model, source, runner, reader, callbacks, bar, sums);
    };
    const loop = ownLoop(py);
    if (loop.skips) yield* drawEpoch(py, source);
    // What a generator gave cannot be had again.
    const again = source.rewind !== undefined;
    const logs = loop.skips
      ? loop.takeLogs()
      : yield* loop.within(again ? () => surviving(engine, test) : test);
    loop.keepLogs(logs);
    py.site = site;
    noteMeasured(py, model, logs);
    return asDict ? logsDict(logs) : oneOrList(inOrder(py, model, logs));
  } finally {
    runner.dispose();
    sums?.dispose(engine);
    reader.dispose();
    source.dispose();
  }
}
