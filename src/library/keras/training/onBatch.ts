/** `train_on_batch` and `test_on_batch`. */

import { programVariables } from '../../../graph/program.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { type Suspendable, wait } from '../../../python/suspension.ts';
import type { Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { logsDict } from '../callbacks/callback.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { ownLoop } from '../ownLoop.ts';
import { noteLogs, noteMeasured } from '../ownLoopCurves.ts';
import { beginOwnStep } from '../ownLoopRates.ts';
import { tellBatchLoss } from '../ownLossWatch.ts';
import { keepLoop, noteChange } from '../session.ts';
import { recordCall } from './callArguments.ts';
import { checkCall } from './checkCall.ts';
import { classWeightOf } from './classWeights.ts';
import { ALL_ROWS, type DataSource } from './dataSource.ts';
import { inOrder, oneOrList, unknownLogs } from './evaluate.ts';
import { type FitArguments, requireCompiled } from './fit.ts';
import { makeSource } from './makeSource.ts';
import { readLogs } from './readLogs.ts';
import { MetricReader, readyEngine, resetMetrics, StepRunner } from './stepRunner.ts';
import type { StepOptions } from './stepTrace.ts';
import { surviving } from './surviving.ts';

/** Runs one batch; metrics go on from the batches before, as in Keras. */
export function* onBatch(
  py: Interpreter,
  model: ModelObject,
  args: FitArguments,
  kind: 'train' | 'test',
): Suspendable<Value> {
  const method = kind === 'train' ? 'train_on_batch' : 'test_on_batch';
  requireCompiled(py, model, method);
  const site = py.site;
  const line = py.span?.start.line ?? null;
  const record = recordCall(py, model, {
    method,
    x: args.get('x')!,
    y: args.get('y')!,
    validation: null,
    epochs: null,
    batchSize: null,
    args,
  });
  const isOlder = py.state(kerasVersionKey).current < 3;
  const weights = [args.get('sample_weight') ?? null, args.get('class_weight') ?? null];
  if (!isOlder && weights.every(value => value !== null))
    throw raise(
      ValueError,
      `Arguments \`sample_weight\` and \`class_weight\` cannot be specified at the same time. Received: sample_weight=${py.str(weights[0])}, class_weight=${py.str(weights[1])}`,
      { blame: { kind: 'argument', name: 'class_weight' } },
    );
  const options = { classWeight: classWeightOf(py, args.get('class_weight') ?? null) };
  const asDict = py.truth(args.get('return_dict') ?? false);
  let source: DataSource;
  try {
    source = yield* makeSource(py, {
      model,
      x: args.get('x')!,
      y: args.get('y')!,
      weight: args.get('sample_weight') ?? null,
      batchSize: ALL_ROWS,
      steps: null,
      names: { x: 'x', y: 'y' },
    });
    py.site = site;
    checkCall(py, model, kind, source, options, 'x');
  } catch (error) {
    if (record !== null) record.raised = true;
    throw error;
  }
  if (!py.running) return unknownLogs(model, asDict);
  const engine = yield* readyEngine(py);
  const { runner, reader } = keptPrograms(model, method, options, () => ({
    runner: new StepRunner(py, model, kind, options, engine),
    reader: new MetricReader(py, engine),
  }));
  runner.following = program => {
    const state = model.compiled?.state ?? null;
    // What a step changes is read now and then, in case that its device is lost.
    return state === null ? [] : [{ ...reader.expected(state), readBehind: programVariables(program) }];
  };
  try {
    const batch = yield* source.startEpoch(py, false)();
    const loop = ownLoop(py);
    const optimizer = model.compiled?.optimizer ?? null;
    if (kind === 'train' && optimizer !== null) beginOwnStep(py, optimizer, model.name);
    if (loop.skips && batch !== null) yield* runner.pass(batch, kind === 'train');
    const logs = loop.skips
      ? loop.takeLogs()
      : yield* surviving(engine, function* () {
          if (batch !== null) {
            if (!runner.has(batch)) yield* kind === 'train' ? runner.prepare(batch) : runner.settle(batch);
            runner.run(batch, false);
            yield* runner.tell();
          }
          return yield* readLogs({ model, runner, reader });
        });
    yield* wait(engine.secure().catch(() => undefined));
    loop.keepLogs(logs);
    if (kind === 'train') noteLogs(py, model, logs);
    else noteMeasured(py, model, logs);
    if (kind === 'train') noteChange(py, true);
    const loss = logs.get('loss') ?? 0;
    if (kind === 'train' && batch !== null && !loop.skips && !Number.isFinite(loss)) {
      const { program } = yield* runner.prepare(batch);
      const seen = { program, feeds: runner.complete(batch).feeds, step: loop.step, line };
      yield* tellBatchLoss(py, engine, seen, function* () {
        runner.run(batch, false);
        return Number.isFinite((yield* readLogs({ model, runner, reader })).get('loss') ?? 0);
      });
    }
    yield* keepLoop(py);
    // Before Keras 3 every batch has metrics of its own.
    if (isOlder && py.truth(args.get('reset_metrics') ?? true)) yield* resetMetrics(py, model);
    return asDict ? logsDict(logs) : oneOrList(inOrder(py, model, logs));
  } finally {
    source.dispose();
  }
}

interface BatchPrograms {
  readonly runner: StepRunner;
  readonly reader: MetricReader;
}

interface KeptPrograms extends BatchPrograms {
  readonly classWeight: string;
}

/**
 * What ran the batches before, so that a script's own loop compiles its step and the reading of its metrics once; class
 * weights are part of the step.
 */
function keptPrograms(
  model: ModelObject,
  method: string,
  { classWeight }: StepOptions,
  make: () => BatchPrograms,
): BatchPrograms {
  const weights = JSON.stringify([...(classWeight ?? [])]);
  const kept = model.programs.get(method) as KeptPrograms | undefined;
  if (kept?.classWeight === weights) return kept;
  kept?.runner.dispose();
  kept?.reader.dispose();
  const made = { ...make(), classWeight: weights };
  model.programs.set(method, made satisfies KeptPrograms);
  return made;
}
