/** What graphics compile, compiled before it runs: side by side, while a Stop is heard. */
import { type Engine, type ExpectedRun, isGraphics } from '../../../graph/engine.ts';
import { type Program, programVariables } from '../../../graph/program.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import type { ModelObject } from '../models/modelObject.ts';
import type { Batch, DataSource } from './dataSource.ts';
import type { FitPlan } from './fitPlan.ts';
import { hasHostPart } from './hostPart.ts';
import { rehearsed, untilDone } from './pace.ts';
import type { RunningSums } from './runningSums.ts';
import { type MetricReader, metricStarts, type StepRunner } from './stepRunner.ts';

/** The batches that a source is going to give, one of each kind; none where only drawing them tells. */
function* expectedBatches(
  py: Interpreter,
  model: ModelObject,
  source: DataSource,
  shuffled: boolean,
): Suspendable<readonly Batch[]> {
  // What the host looks up for them has shapes of its own.
  if (source.expected === undefined || hasHostPart(model, source.template)) return [];
  return yield* source.expected(py, shuffled);
}

/** The runs of `evaluate`, or of a validation: the first batches find metrics as they are written. */
function testRuns(
  model: ModelObject,
  batches: readonly Batch[],
  tester: StepRunner,
  reader: MetricReader,
): ExpectedRun[] {
  const written = metricStarts(model).map(({ variable }) => variable);
  const [first] = batches;
  if (first === undefined) return [];
  const state = model.compiled?.state ?? null;
  return [
    { ...tester.expected(first), written },
    ...batches.map(batch => tester.expected(batch)),
    ...(state === null ? [] : [reader.expected(state)]),
  ];
}

/** Has everything compiled that `evaluate` is going to run. */
export function* rehearseTest(
  py: Interpreter,
  model: ModelObject,
  source: DataSource,
  tester: StepRunner,
  reader: MetricReader,
): Suspendable<void> {
  if (!isGraphics(tester.engine.backend)) return;
  const batches = yield* expectedBatches(py, model, source, false);
  yield* rehearsed(py, tester.engine, testRuns(model, batches, tester, reader));
}

/** The same for `predict`. */
export function* rehearsePrediction(
  py: Interpreter,
  model: ModelObject,
  source: DataSource,
  runner: StepRunner,
): Suspendable<void> {
  if (!isGraphics(runner.engine.backend)) return;
  const batches = yield* expectedBatches(py, model, source, false);
  yield* rehearsed(
    py,
    runner.engine,
    batches.map(batch => runner.expected(batch)),
  );
}

/** What runs the parts of one fit. */
export interface FitParts {
  readonly engine: Engine;
  readonly runner: StepRunner;
  readonly tester: StepRunner;
  readonly reader: MetricReader;
  readonly sums: RunningSums | null;
}

/**
 * What one fit is going to run. What its first step needs is waited for; all else, a smaller last batch, the validation
 * and the first step of the next epoch, is compiled while the first steps train.
 */
export class FitRehearsal {
  private readonly py: Interpreter;
  private readonly plan: FitPlan;
  private readonly parts: FitParts;
  private work: Promise<void> | null = null;
  private runs: readonly ExpectedRun[] | null = null;
  /** Rows of the batches that need not be waited for. */
  private rows = 0;

  constructor(py: Interpreter, plan: FitPlan, parts: FitParts) {
    this.py = py;
    this.plan = plan;
    this.parts = parts;
    parts.runner.following = program => this.behindStep(program);
  }

  /** What is read behind a step: the metrics, and what a checkpoint holds. */
  private behindStep(program: Program): ExpectedRun[] {
    const { parts, plan } = this;
    const state = plan.model.compiled?.state ?? null;
    const readBehind = programVariables(program);
    return state === null ? [] : [{ ...parts.reader.expected(state), readBehind }];
  }

  /** Makes the validation's step, so that one that is too large is refused before anything trains. */
  *requireRoom(): Suspendable<void> {
    const { py, plan, parts } = this;
    // Graphics make all steps at the beginning.
    if (plan.validation === null || isGraphics(parts.engine.backend)) return;
    const [first] = yield* expectedBatches(py, plan.model, plan.validation, false);
    if (first !== undefined) yield* parts.tester.settle(first);
  }

  /** Begins to have the rest compiled. @param batch the first batch, whose step is prepared */
  *begin(batch: Batch): Suspendable<void> {
    const { py, plan, parts } = this;
    if (this.runs !== null || !isGraphics(parts.engine.backend)) return;
    const { model, source, validation, shuffle } = plan;
    const batches = yield* expectedBatches(py, model, source, shuffle);
    const held = validation === null ? [] : yield* expectedBatches(py, model, validation, false);
    const steps = [batch, ...batches].map(each => parts.runner.expected(each));
    const written = [
      ...metricStarts(model).map(({ variable }) => variable),
      ...(parts.sums?.variables ?? []),
    ];
    this.rows = batch.rows;
    this.runs = [
      ...steps,
      ...this.behindStep(steps[0].program),
      ...testRuns(model, held, parts.tester, parts.reader),
      { ...steps[0], written },
      ...steps,
    ];
    this.work = parts.engine.rehearse(this.runs);
    // Whoever waits for it is told.
    this.work.catch(() => {});
  }

  /** Waits for what is under way, where a batch of another size needs it; null stands for all that is not a step. */
  *ready(batch: Batch | null): Suspendable<void> {
    if (this.work === null || batch?.rows === this.rows) return;
    yield* untilDone(this.py, this.work);
    this.work = null;
  }

  /** On another device everything is compiled again. */
  *again(): Suspendable<void> {
    this.work = null;
    yield* rehearsed(this.py, this.parts.engine, this.runs ?? []);
  }
}
