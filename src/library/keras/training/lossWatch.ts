/** A loss that is no number: trains again from the last good checkpoint to the step that went wrong, and tells of it. */
import type { Engine } from '../../../graph/engine.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import { servicesKey } from '../services.ts';
import { readVariables } from '../session.ts';
import type { Batch } from './dataSource.ts';
import { type FitCheckpoint, putBack, type StepState } from './fitCheckpoint.ts';
import type { FitPlan } from './fitPlan.ts';
import { type NonFinitePlace, nonFiniteNotice, searchNonFinite } from './nonFinite.ts';
import { readLogs } from './readLogs.ts';
import type { RowMark } from './rowOrder.ts';
import type { MetricReader, StepRunner } from './stepRunner.ts';

/** The fit in which it was seen. */
export interface WatchedFit {
  readonly py: Interpreter;
  readonly plan: FitPlan;
  readonly engine: Engine;
  readonly runner: StepRunner;
  readonly reader: MetricReader;
}

/** Where it can go back to. */
export interface GoodState {
  readonly last: FitCheckpoint | null;
  readonly state: StepState | null;
  /** Marks of the source at the beginning of epochs. */
  readonly marks: ReadonlyMap<number, RowMark | null>;
}

/** Reports the place. Afterwards everything is as it was. @param epoch from 0 @param step from 1 */
export function* explainLoss(
  fit: WatchedFit,
  good: GoodState,
  epoch: number,
  step: number,
): Suspendable<void> {
  const monitor = fit.py.state(servicesKey).current?.monitor;
  const { text, line } = nonFiniteNotice(yield* findPlace(fit, good), epoch + 1, step);
  monitor?.onNotice({ code: 'loss-not-finite', text, line: line ?? fit.plan.span?.start.line ?? null });
}

function* findPlace(fit: WatchedFit, { last, state, marks }: GoodState): Suspendable<NonFinitePlace | null> {
  const { py, plan, engine, runner } = fit;
  const { source } = plan;
  const find = py.state(servicesKey).current?.findNonFinite;
  if (!find || last === null || state === null || !source.rewind || !marks.has(last.epoch)) return null;
  const { variables, streams } = state;
  const values = yield* readVariables(py, variables);
  const now: FitCheckpoint = {
    ...last,
    variables: variables.map(({ name }, index) => ({ name, value: values[index] })),
    positions: streams.map(stream => stream.position),
  };
  const mark = source.mark?.();
  const found = yield* searchNonFinite({
    runner,
    engine,
    find,
    back: () => {
      putBack(engine, last, variables, streams);
      const start = marks.get(last.epoch) ?? null;
      if (start !== null) source.rewind?.(start);
      return batchesFrom(fit, last.step);
    },
    loss: () => readLoss(fit),
  });
  if (mark !== undefined) source.rewind(mark);
  putBack(engine, now, variables, streams);
  return found;
}

function* readLoss({ plan, runner, reader }: WatchedFit): Suspendable<number | undefined> {
  return (yield* readLogs({ model: plan.model, runner, reader })).get('loss');
}

/** The batches of one epoch after another, behind the first `from`. */
function batchesFrom({ py, plan }: WatchedFit, from: number): () => Suspendable<Batch | null> {
  let next = plan.source.startEpoch(py, plan.shuffle);
  let skip = from;
  return function* () {
    for (; skip > 0; skip--) yield* next();
    const batch = yield* next();
    if (batch !== null) return batch;
    next = plan.source.startEpoch(py, plan.shuffle);
    return yield* next();
  };
}
