/** Runs traced steps on batches: one compiled program for each shape a batch can have. */
import { doublesOf } from '../../../graph/doubles.ts';
import { fullFloat } from '../../../graph/dtypes.ts';
import {
  type DeviceValue,
  type Engine,
  type Executable,
  type ExpectedRun,
  isGraphics,
} from '../../../graph/engine.ts';
import { ops } from '../../../graph/index.ts';
import type { Program } from '../../../graph/program.ts';
import { collectStreams } from '../../../graph/streams.ts';
import type { Variable } from '../../../graph/variable.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { type Suspendable, wait } from '../../../python/suspension.ts';
import { HostInputs, HostPartDone } from '../hostInputs.ts';
import { metricsIn } from '../metrics/layerMetrics.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { silentMonitor, type TrainingMonitor } from '../monitor.ts';
import { ownLoop } from '../ownLoop.ts';
import { servicesKey } from '../services.ts';
import { flush, writeVariables } from '../session.ts';
import { openEngine } from '../sessionState.ts';
import { stoppable } from '../stoppable.ts';
import { tensorOf } from '../tensors/conversion.ts';
import { flattenTensors } from '../tensors/graphNode.ts';
import { Trace, withTrace } from '../trace.ts';
import { allMetrics, type CompileState } from './compileState.ts';
import type { Batch } from './dataSource.ts';
import { hasHostPart } from './hostPart.ts';
import { checkMemory } from './memory.ts';
import { Pace, rehearsed } from './pace.ts';
import { type StepKind, type StepOptions, type TracedStep, traceStep } from './stepTrace.ts';

interface CompiledStep {
  readonly traced: TracedStep;
  readonly executable: Executable;
}

export class StepRunner {
  private readonly py: Interpreter;
  private readonly model: ModelObject;
  private readonly kind: StepKind;
  private readonly options: StepOptions;
  readonly engine: Engine;
  private readonly steps = new Map<string, CompiledStep>();
  /** The step that ran last. */
  last: TracedStep | null = null;
  private lastResults: DeviceValue[] = [];
  /** What the last batch printed and nobody has been told. */
  private unsaid: DeviceValue[] = [];
  /** Batches with text, together with what the host computed of it. */
  private readonly completed = new WeakMap<Batch, Batch>();
  /** How many inputs the host computes; null before the first batch with text. */
  private hostCount: number | null = null;
  /** What is going to run behind a step, and is to be rehearsed with it; null for nothing. */
  following: ((program: Program) => readonly ExpectedRun[]) | null = null;
  private readonly monitor: TrainingMonitor;
  /** For the loop over its steps. */
  readonly pace: Pace;

  constructor(py: Interpreter, model: ModelObject, kind: StepKind, options: StepOptions, engine: Engine) {
    this.py = py;
    this.model = model;
    this.kind = kind;
    this.options = options;
    this.engine = engine;
    this.monitor = py.state(servicesKey).current?.monitor ?? silentMonitor;
    this.pace = new Pace(py, engine, this.monitor);
  }

  /** Traces and compiles the step for a batch, on the backend that runs it fastest. */
  *prepare(given: Batch): Suspendable<TracedStep> {
    const batch = this.complete(given);
    const key = keyOf(batch);
    let step = this.steps.get(key);
    if (step === undefined) {
      const traced = this.trace(batch);
      checkMemory(this.engine, traced.program, this.model, batch.rows);
      if (this.steps.size === 0) yield* this.place(traced.program);
      step = this.compile(traced, batch);
      this.steps.set(key, step);
      if (isGraphics(this.engine.backend)) {
        this.monitor.onPreparing('shaders');
        yield* rehearsed(this.py, this.engine, this.twice(batch));
      }
    }
    return step.traced;
  }

  /**
   * Makes the step for a batch ready where that takes a while: doubles are not computed on every backend, and graphics
   * compile.
   */
  *settle(given: Batch): Suspendable<void> {
    const batch = this.complete(given);
    const key = keyOf(batch);
    if (this.steps.has(key)) return;
    const traced = this.trace(batch);
    if (doublesOf(traced.program) !== null) yield* this.place(traced.program);
    this.steps.set(key, this.compile(traced, batch));
    if (isGraphics(this.engine.backend)) yield* rehearsed(this.py, this.engine, this.twice(batch));
  }

  private place(program: Program): Suspendable<void> {
    return stoppable(this.py, stop => this.engine.prepare(program, stop));
  }

  /** What a second step needs besides the first is known as well: variables lie where the first one left them. */
  private twice(batch: Batch): ExpectedRun[] {
    const run = this.expected(batch);
    return [run, run, ...(this.following?.(run.program) ?? [])];
  }

  /** The run of a batch to come, for {@link Engine.rehearse}; its step is compiled. */
  expected(given: Batch): ExpectedRun {
    const batch = this.complete(given);
    const { traced } = this.stepFor(batch);
    const isRead = this.kind === 'predict' || traced.logNames !== null;
    return { program: traced.program, feeds: batch.feeds, isRead };
  }

  /** Whether the step for this batch is compiled. */
  has(batch: Batch): boolean {
    return this.steps.has(keyOf(this.complete(batch)));
  }

  /** Runs one batch; the results stay on the device and belong to the caller when `keep` is set. */
  run(given: Batch, keep: boolean): DeviceValue[] {
    const batch = this.complete(given);
    const step = this.stepFor(batch);
    if (!keep && this.lastResults.length > 0) this.engine.dispose(this.lastResults);
    const results = step.executable.run(batch.feeds);
    this.engine.dispose(this.unsaid);
    const shown = step.traced.prints.reduce((count, print) => count + print.tensors.length, 0);
    this.unsaid = results.splice(results.length - shown, shown);
    this.last = step.traced;
    ownLoop(this.py).note(step.traced.program.updates.map(({ variable }) => variable));
    this.lastResults = keep ? [] : results;
    return results;
  }

  /** Does as {@link run} without computing, for a batch of a script that runs again. */
  *pass(batch: Batch, train: boolean): Suspendable<void> {
    if (!this.has(batch)) yield* train ? this.prepare(batch) : this.settle(batch);
    const { traced } = this.stepFor(this.complete(batch));
    this.last = traced;
    const { outputs, updates } = traced.program;
    for (const stream of collectStreams([...outputs, ...updates.map(({ value }) => value)]))
      stream.position++;
    ownLoop(this.py).note(updates.map(({ variable }) => variable));
  }

  /** Shows what the last batch printed. */
  *tell(): Suspendable<void> {
    const { unsaid } = this;
    if (unsaid.length === 0 || this.last === null) return;
    this.unsaid = [];
    const values = yield* wait(this.engine.readMany(unsaid));
    this.engine.dispose(unsaid);
    let place = 0;
    for (const { tensors, tell } of this.last.prints) {
      tell(values.slice(place, place + tensors.length));
      place += tensors.length;
    }
  }

  /** What a custom step returned for the last batch, by name; null for the usual step. */
  *customLogs(): Suspendable<Map<string, number> | null> {
    const names = this.last?.logNames ?? null;
    if (names === null) return null;
    const values = yield* wait(this.engine.readMany(this.lastResults));
    return new Map(names.map((name, index) => [name, values[index].data[0]]));
  }

  private stepFor(batch: Batch): CompiledStep {
    const key = keyOf(batch);
    let step = this.steps.get(key);
    if (step === undefined) {
      const traced = this.trace(batch);
      step = this.compile(traced, batch);
      this.steps.set(key, step);
    }
    return step;
  }

  private compile(traced: TracedStep, batch: Batch): CompiledStep {
    checkMemory(this.engine, traced.program, this.model, batch.rows);
    return { traced, executable: this.engine.compile(traced.program) };
  }

  /** The batch as the program is fed with it: text is looked up, once for each batch. */
  complete(batch: Batch): Batch {
    if (!hasHostPart(this.model, batch.template)) return batch;
    const found = this.completed.get(batch);
    if (found !== undefined) return found;
    const { values } = this.hostPart(batch);
    this.hostCount = values.length;
    const made: Batch = {
      ...batch,
      leaves: [...batch.leaves, ...values.map(({ shape, dtype }) => ({ shape, dtype }))],
      feeds: [...batch.feeds, ...values],
    };
    this.completed.set(batch, made);
    // What is complete stays so.
    this.completed.set(made, made);
    return made;
  }

  /** Follows the step until the host has computed what it did for the batch before. */
  private hostPart(batch: Batch): HostInputs {
    const { py } = this;
    const host = new HostInputs(this.hostCount ?? undefined);
    if (this.hostCount === 0) return host;
    const { site } = py;
    try {
      traceStep(py, this.model, this.kind, batch.template, batch.leaves, this.options, host);
    } catch (error) {
      if (!(error instanceof HostPartDone)) throw error;
    } finally {
      py.site = site;
    }
    return host;
  }

  private trace(batch: Batch): TracedStep {
    return traceStep(this.py, this.model, this.kind, batch.template, batch.leaves, this.options);
  }

  dispose(): void {
    this.engine.dispose([...this.lastResults, ...this.unsaid]);
    this.lastResults = [];
    this.unsaid = [];
    for (const step of this.steps.values()) step.executable.dispose();
    this.steps.clear();
  }
}

function keyOf(batch: Batch): string {
  return batch.leaves.map(leaf => `${leaf.dtype}:${leaf.shape.join('x')}`).join('|');
}

/** The variables of a model's metrics, with what they hold at the start. */
export function metricStarts(model: ModelObject): { variable: Variable; value: Float32Array }[] {
  const state = model.compiled?.state ?? null;
  const metrics = new Set([
    ...(state === null ? [] : allMetrics(state).map(item => item.metric)),
    ...metricsIn(model),
  ]);
  return [...metrics].flatMap(metric =>
    metric.variables.flatMap(variable =>
      variable.variable === null
        ? []
        : [
            {
              variable: variable.variable,
              value: new Float32Array(variable.size ?? 1).fill(metric.initial.get(variable) ?? 0),
            },
          ],
    ),
  );
}

/** Sets all metrics back to their start. */
export function* resetMetrics(py: Interpreter, model: ModelObject): Suspendable<void> {
  yield* writeVariables(py, metricStarts(model));
}

interface MetricProgram {
  readonly program: Program;
  readonly executable: Executable;
}

/** Reads metrics during and after an epoch. */
export class MetricReader {
  readonly py: Interpreter;
  private readonly engine: Engine;
  private readonly programs = new Map<CompileState, MetricProgram>();

  constructor(py: Interpreter, engine: Engine) {
    this.py = py;
    this.engine = engine;
  }

  /** The running values by name, in Keras's order. */
  *read(state: CompileState): Suspendable<Map<string, number>> {
    const results = this.made(state).executable.run([]);
    const values = yield* wait(this.engine.readMany(results));
    this.engine.dispose(results);
    return new Map(allMetrics(state).map(({ logName }, index) => [logName, values[index].data[0]]));
  }

  /** The run that reading them takes, for {@link Engine.rehearse}. */
  expected(state: CompileState): ExpectedRun {
    return { program: this.made(state).program, isRead: true };
  }

  private made(state: CompileState): MetricProgram {
    const known = this.programs.get(state);
    if (known !== undefined) return known;
    const outputs = withTrace(this.py, new Trace('step', false), () =>
      allMetrics(state).map(({ metric }) => {
        const [result] = flattenTensors([this.py.callMethod(metric, 'result')]);
        const value = result?.tensor ?? tensorOf(this.py, this.py.callMethod(metric, 'result'));
        return ops.identity(ops.cast(value, fullFloat(value.dtype)));
      }),
    );
    const program = { inputs: [], outputs, updates: [] };
    const made = { program, executable: this.engine.compile(program) };
    this.programs.set(state, made);
    return made;
  }

  dispose(): void {
    for (const { executable } of this.programs.values()) executable.dispose();
  }
}

/** Opens the engine with all eager assignments written. */
export function* readyEngine(py: Interpreter): Suspendable<Engine> {
  yield* flush(py);
  return yield* openEngine(py);
}
