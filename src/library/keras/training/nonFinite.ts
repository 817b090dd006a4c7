/** Finds the step, the layer and the line that first gave NaN or an infinity, and says what to try. */
import type { Engine } from '../../../graph/engine.ts';
import { type Message, message } from '../../../python/message.ts';
import { type Suspendable, wait } from '../../../python/suspension.ts';
import type { FindNonFinite } from '../services.ts';
import type { Batch } from './dataSource.ts';
import type { StepRunner } from './stepRunner.ts';

export type NonFinitePlace = NonNullable<Awaited<ReturnType<FindNonFinite>>>;

/** More steps than this are not gone through again. */
const MOST_STEPS = 5000;

/** What a search works on; the caller has put everything back to a checkpoint and does so again at `back`. */
export interface Search {
  readonly runner: StepRunner;
  readonly engine: Engine;
  readonly find: FindNonFinite;
  /** Sets variables, streams and source back to the checkpoint and gives its batches from there, epoch after epoch. */
  back(): () => Suspendable<Batch | null>;
  /** The loss so far; not finite from the step on that went wrong. */
  loss(): Suspendable<number | undefined>;
}

/** The first operation that gives NaN or an infinity; null when it cannot be found. */
export function* searchNonFinite(search: Search): Suspendable<NonFinitePlace | null> {
  const bad = yield* firstBadStep(search);
  if (bad === null) return null;
  const next = search.back();
  for (let step = 1; step < bad - 1; step++) {
    const batch = yield* next();
    if (batch !== null) search.runner.run(batch, false);
  }
  // The step before may have made the weights infinite that this one computes with.
  for (let step = Math.max(1, bad - 1); step <= bad; step++) {
    const batch = yield* next();
    if (batch === null) return null;
    const { program } = yield* search.runner.prepare(batch);
    const found = yield* wait(search.find(search.engine, program, search.runner.complete(batch).feeds));
    if (found !== null) return found;
    search.runner.run(batch, false);
  }
  return null;
}

/** The number of the step whose loss is not finite, from 1. */
function* firstBadStep(search: Search): Suspendable<number | null> {
  const next = search.back();
  for (let step = 1; step <= MOST_STEPS; step++) {
    const batch = yield* next();
    if (batch === null) return null;
    search.runner.run(batch, false);
    const loss = yield* search.loss();
    if (loss !== undefined && !Number.isFinite(loss)) return step;
  }
  return null;
}

/** The notice about a loss that is no number. @param epoch from 1 */
export function nonFiniteNotice(
  found: NonFinitePlace | null,
  epoch: number,
  step: number,
): { readonly text: Message; readonly line: number | null } {
  if (found === null) {
    return {
      text: message(
        'The loss is not a number since epoch {0}, step {1}. Try a smaller learning rate, and look for NaN in the data.',
        epoch,
        step,
      ),
      line: null,
    };
  }
  if (found.operation === 'placeholder') {
    return {
      text: message(
        'The loss is not a number since epoch {0}: the data hold NaN or infinities. Leave out or replace those rows (`np.nan_to_num`).',
        epoch,
      ),
      line: null,
    };
  }
  return { text: placeText(found, epoch, step), line: found.origin.line ?? null };
}

function placeText(found: NonFinitePlace, epoch: number, step: number): Message {
  const { layer } = found.origin;
  const where = layer === undefined ? '' : ` (${layer})`;
  if (found.operation === 'log' || found.operation === 'div' || found.operation === 'sqrt') {
    return message(
      'The loss is not a number since epoch {0}, step {1}: `{2}`{3} got a value it is not defined for. Keep its argument away from 0 (`keras.ops.clip`), or use a loss with `from_logits=True`.',
      epoch,
      step,
      found.operation,
      where,
    );
  }
  return message(
    'The loss is not a number since epoch {0}, step {1}: values in `{2}`{3} grew beyond what float32 holds. Try a smaller learning rate, scaled inputs, or `clipnorm=1.0` in the optimizer.',
    epoch,
    step,
    found.operation,
    where,
  );
}
