/**
 * Variables that are made inside of a `tf.function`. TensorFlow traces a function whose first call made some a second
 * time, and allows none there, nor in later calls: so that only what is made once, under a condition, is left.
 */

import { mutedKey } from '../../python/builtins/streams.ts';
import { PythonError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { Pending, type Suspendable, whenSettled } from '../../python/suspension.ts';
import { type Mutable, setJournal, touch, type Value } from '../../python/values.ts';
import { madeVariablesKey, type Refusal } from '../keras/madeVariables.ts';
import { currentTrace, enterTrace, leaveTrace, Trace } from '../keras/trace.ts';

/** Runs the body of a call that traces. `isLater`: calls before it have been traced, and this one may make nothing. */
export function makingVariables(
  py: Interpreter,
  body: () => Value | Pending,
  traced: () => Value | Pending,
  isLater: boolean,
): Value | Pending {
  const state = py.state(madeVariablesKey);
  // What a function calls that is itself a `tf.function` has its own first call.
  if (state.refused === 'again') return traced();
  if (isLater) return refusing(py, 'later', traced);
  const before = state.made;
  return whenSettled(refusing(py, null, traced), result =>
    state.made === before ? result : whenSettled(tracedAgain(py, body), () => result),
  );
}

function refusing(py: Interpreter, refusal: Refusal | null, run: () => Value | Pending): Value | Pending {
  const state = py.state(madeVariablesKey);
  const outer = state.refused;
  state.refused = refusal;
  return around(run, () => {
    state.refused = outer;
  });
}

/** Runs `run` and then `end`, whether it ends well, raises, or is dropped while it waits. */
function around(run: () => Value | Pending, end: () => void): Value | Pending {
  let result: Value | Pending;
  try {
    result = run();
  } catch (error) {
    end();
    throw error;
  }
  if (result instanceof Pending) return new Pending(settledAround(result, end));
  end();
  return result;
}

function* settledAround({ rest }: Pending, end: () => void): Suspendable<Value> {
  try {
    return yield* rest;
  } finally {
    end();
  }
}

/** Follows the body once more, only to see whether it makes variables again: nothing of it stays. */
function tracedAgain(py: Interpreter, body: () => Value | Pending): Value | Pending {
  const muted = py.state(mutedKey);
  const journal = new Rollback();
  const trace = copyOf(py);
  enterTrace(py, trace);
  muted.depth++;
  const end = () => {
    muted.depth--;
    leaveTrace(py);
    journal.undo();
  };
  const run = () => {
    try {
      return journal.keep(() => refusing(py, 'again', body));
    } catch (error) {
      return refusalOf(error);
    }
  };
  return around(() => {
    const result = run();
    return result instanceof Pending ? new Pending(journal.rest(result)) : result;
  }, end);
}

/** A trace for shapes that reads variables as the present one does. */
function copyOf(py: Interpreter): Trace {
  const current = currentTrace(py);
  const trace = new Trace('shapes', current.training);
  for (const [variable, value] of current.assigned) trace.assigned.set(variable, value);
  return trace;
}

/** Only variables are looked for: another error would have been raised by the first trace. */
function refusalOf(error: unknown): null {
  if (!(error instanceof PythonError) || error.detail.code === 'variable-in-function') throw error;
  return null;
}

/** Every object that is changed meanwhile, as it was. */
class Rollback {
  private readonly before = new Map<Mutable, unknown>();

  keep<Result>(run: () => Result): Result {
    const outer = setJournal(object => {
      outer?.(object);
      if (!this.before.has(object)) this.before.set(object, object.capture());
    });
    try {
      return run();
    } finally {
      setJournal(outer);
    }
  }

  *rest({ rest }: Pending): Suspendable<Value> {
    try {
      let step = this.keep(() => rest.next());
      while (!step.done) {
        const answer = yield step.value;
        step = this.keep(() => rest.next(answer));
      }
      return step.value;
    } catch (error) {
      return refusalOf(error);
    }
  }

  undo(): void {
    for (const [object, state] of this.before) {
      touch(object);
      object.restore(state);
    }
  }
}
