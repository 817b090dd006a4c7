/** Following alternatives that may all be taken: each runs on the same state, what they leave is joined. */
import { PythonError } from '../python/errors.ts';
import { BREAK, CONTINUE, type Completion, NORMAL, RETURN } from '../python/evaluate/code.ts';
import type { Frame } from '../python/evaluate/frame.ts';
import { Pending, type Suspendable } from '../python/suspension.ts';
import { type Mutable, NotKnown, setJournal, Unknown, type Value } from '../python/values.ts';
import { joinValues } from './join.ts';

/** How one alternative ended, and the objects it changed. */
interface Outcome {
  readonly completion: Completion | 'raised';
  readonly error: PythonError | null;
  readonly returned: Value;
  readonly after: ReadonlyMap<Mutable, unknown>;
}

type Journal = ReturnType<typeof setJournal>;

export type Alternative = () => Completion | Pending<Completion>;

/** Runs every alternative from the same state and leaves the join of their states; pauses where they do. */
export function* followAlternatives(
  frame: Frame,
  alternatives: readonly Alternative[],
): Suspendable<Completion> {
  const before = new Map<Mutable, unknown>();
  const outcomes: Outcome[] = [];
  for (const alternative of alternatives) {
    const outcome = yield* runAlternative(frame, alternative, before);
    if (outcome === 'yields') throw new NotKnown('what the generator gives depends on a condition');
    outcomes.push(outcome);
  }
  return leave(frame, outcomes, before);
}

/** Runs one alternative and sets its changes back. `yields`: it would hand a generator's value out on the way. */
function* runAlternative(
  frame: Frame,
  alternative: Alternative,
  before: Map<Mutable, unknown>,
): Suspendable<Outcome | 'yields'> {
  const touched = new Set<Mutable>();
  let outer: Journal = null;
  const keep = (object: Mutable): void => {
    outer?.(object);
    if (touched.has(object)) return;
    touched.add(object);
    if (!before.has(object)) before.set(object, object.capture());
  };
  /** Others have their own journal while this one pauses. */
  const within = <Result>(run: () => Result): Result => {
    outer = setJournal(keep);
    try {
      return run();
    } finally {
      setJournal(outer);
    }
  };
  let completion: Completion | 'raised' | 'yields';
  let error: PythonError | null = null;
  try {
    completion = yield* untilYield(alternative, within);
  } catch (thrown) {
    if (!(thrown instanceof PythonError)) throw thrown;
    completion = 'raised';
    error = thrown;
  }
  const after = new Map<Mutable, unknown>();
  for (const object of touched) after.set(object, object.capture());
  for (const object of touched) object.restore(before.get(object));
  return completion === 'yields' ? completion : { completion, error, returned: frame.returnValue, after };
}

/**
 * Follows what an alternative awaits at once, as if nothing else happened meanwhile; what comes of it is not known.
 * It pauses where the alternative does. `yields` where that would hand a generator's value out.
 */
function* untilYield(
  alternative: Alternative,
  within: <Result>(run: () => Result) => Result,
): Suspendable<Completion | 'yields'> {
  const completion = within(alternative);
  if (!(completion instanceof Pending)) return completion;
  let step = within(() => completion.rest.next());
  while (!step.done) {
    const signal = step.value;
    if (signal.kind === 'yield' || (signal.kind === 'wait' && !signal.optional)) return 'yields';
    if (signal.kind === 'wait') yield signal;
    step = within(() => completion.rest.next(new Unknown('what is awaited in a branch is not known')));
  }
  return step.value;
}

/** Leaves the joined state of the alternatives that go on, and decides how the statement ended. */
function leave(
  frame: Frame,
  outcomes: readonly Outcome[],
  before: ReadonlyMap<Mutable, unknown>,
): Completion {
  const alive = outcomes.filter(outcome => outcome.completion !== 'raised');
  if (alive.length === 0) throw outcomes[0].error!;
  const returning = alive.filter(outcome => outcome.completion === RETURN);
  if (returning.length === alive.length) {
    applyJoined(alive, before, null);
    frame.returnValue = returning.map(outcome => outcome.returned).reduce(joinValues);
    return RETURN;
  }
  for (const outcome of returning) frame.addPossibleReturn(outcome.returned);
  // A branch that leaves the loop is joined into the state that stays: an approximation that covers both.
  applyJoined(alive, before, frame);
  const going = alive.filter(outcome => outcome.completion !== RETURN);
  const first = going[0].completion as Completion;
  const same = going.every(outcome => outcome.completion === first);
  return same && (first === BREAK || first === CONTINUE) ? first : NORMAL;
}

/** `frame`: its variables are left out for alternatives that return from it. */
function applyJoined(
  outcomes: readonly Outcome[],
  before: ReadonlyMap<Mutable, unknown>,
  frame: Frame | null,
): void {
  for (const [object, state] of before) {
    const relevant = outcomes.filter(outcome => !(object === frame && outcome.completion === RETURN));
    const states = relevant.map(outcome => (outcome.after.has(object) ? outcome.after.get(object) : state));
    if (states.length === 0) continue;
    object.restore(states[0]);
    for (const other of states.slice(1)) object.join(other, joinValues);
  }
}
