/**
 * Keeps the checkpoints of one fit, and brings it back to one: after its device was lost, or when the script is run
 * again (docs/architecture.md, "How a run goes on").
 */
import type { Engine } from '../../../graph/engine.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import { logsDict } from '../callbacks/callback.ts';
import { holdWeights, weightsHeld } from '../callbacks/heldWeights.ts';
import { silentMonitor, type TrainingMonitor } from '../monitor.ts';
import { readVariables } from '../session.ts';
import type { Batch } from './dataSource.ts';
import { EpochLogs } from './epochLogs.ts';
import { type FitCheckpoint, mismatch, putBack, type StepState, stateOf } from './fitCheckpoint.ts';
import type { FitPlan } from './fitPlan.ts';
import type { RowMark } from './rowOrder.ts';
import type { StepRunner } from './stepRunner.ts';

export class FitContinuation {
  /** The newest checkpoint, which may be one of a run before. */
  last: FitCheckpoint | null = null;
  /** Of the step as it was traced first. */
  state: StepState | null = null;
  /** Whether `last` has still to be written, as soon as the step is traced. */
  pending = false;
  /** The logs of the epochs done. */
  readonly history = new EpochLogs();
  /** Marks of the source at the beginning of epochs that may have to be trained again. */
  readonly marks = new Map<number, RowMark | null>();
  private readonly py: Interpreter;
  private readonly plan: FitPlan;
  private readonly engine: Engine;
  private readonly runner: StepRunner;
  private readonly monitor: TrainingMonitor;

  constructor(
    py: Interpreter,
    plan: FitPlan,
    surroundings: {
      readonly engine: Engine;
      readonly runner: StepRunner;
      readonly monitor: TrainingMonitor;
    },
  ) {
    this.py = py;
    this.plan = plan;
    this.engine = surroundings.engine;
    this.runner = surroundings.runner;
    this.monitor = surroundings.monitor;
  }

  /** Before the first step: what a checkpoint holds is known now; one of an earlier run is written. */
  *begin(batch: Batch, epoch: number, step: number): Suspendable<void> {
    this.monitor.onPreparing('model');
    this.state ??= stateOf(yield* this.runner.prepare(batch));
    this.monitor.onPreparing('shaders');
    if (this.pending) {
      const wrong = this.last === null ? null : mismatch(this.last, this.state.variables);
      if (wrong !== null) this.beginAnew(wrong);
      else this.restore();
    } else if (this.monitor !== silentMonitor) yield* this.keep(epoch, step, false);
  }

  /** Notes where the source stands at the beginning of an epoch. */
  mark(epoch: number): void {
    // Without a checkpoint there is nothing to go back to behind this epoch.
    if (this.last === null) this.marks.clear();
    this.marks.set(epoch, this.plan.source.mark?.() ?? null);
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
  *keep(epoch: number, step: number, ended: boolean): Suspendable<void> {
    const { state, plan } = this;
    if (state === null) return;
    const { variables } = state;
    const positions = state.streams.map(stream => stream.position);
    const values = yield* readVariables(this.py, variables);
    const checkpoint: FitCheckpoint = {
      epoch,
      step,
      ended,
      history: this.history.snapshot(),
      variables: variables.map(({ name }, index) => ({ name, value: values[index] })),
      positions,
      held: plan.callbacks.items.map(weightsHeld),
    };
    this.last = checkpoint;
    for (const known of this.marks.keys()) if (known < epoch) this.marks.delete(known);
    this.monitor.onCheckpoint(checkpoint);
  }

  /** After a lost device: trains again what the checkpoint lacks. The step of the present epoch to go on from. */
  *catchUp(epoch: number): Suspendable<number> {
    const { last, marks, plan } = this;
    const { source } = plan;
    if (last === null) return 0;
    this.monitor.onPreparing('checkpoint');
    this.restore();
    let from = last.step;
    const canRewind = source.rewind !== undefined && marks.has(last.epoch);
    const mark = marks.get(last.epoch) ?? null;
    if (canRewind && mark !== null) source.rewind?.(mark);
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
    const { py, plan, runner } = this;
    const next = plan.source.startEpoch(py, plan.shuffle);
    let step = 0;
    for (let batch = yield* next(); batch !== null; batch = yield* next()) {
      if (step++ < from) continue;
      runner.run(batch, false);
      yield* runner.pace.stepped();
    }
  }

  /**
   * Goes on from a checkpoint of a run before: callbacks hear of its epochs, the source draws what it drew, and the
   * values are written before the next step. Returns the epoch to go on with.
   */
  *goOn(checkpoint: FitCheckpoint): Suspendable<number> {
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
      while (batch !== null && (source.rewind === undefined || source.continues)) batch = yield* next();
      const logs = checkpoint.history.at(epoch - plan.initialEpoch);
      const dict = logsDict(logs);
      yield* callbacks.fire('on_epoch_end', epoch, dict);
      this.history.push(logs);
      if (source.endEpoch !== undefined) yield* source.endEpoch(py);
      if (model.stopTraining) break;
    }
    callbacks.items.forEach((callback, index) => {
      holdWeights(callback, checkpoint.held[index] ?? null);
    });
    if (first === null) {
      const mark = source.mark?.();
      first = source.rewind === undefined ? null : yield* source.startEpoch(py, plan.shuffle)();
      if (mark !== undefined) source.rewind?.(mark);
    }
    this.last = checkpoint;
    // Of a fit behind which the script's own training went on nothing but its logs may be kept.
    const isPast = checkpoint.ended && checkpoint.variables.length === 0;
    this.pending = !isPast;
    if (first !== null && !isPast) {
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
    this.history.clear();
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
