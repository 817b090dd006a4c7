/** Where an exception meets the policy: recovered and reported under analysis, passed on under run. */
import { NotImplementedError, PythonError, RecursionError, raise, type TracedPlace } from '../errors.ts';
import type { CallSite } from '../operations/calls.ts';
import { Pending, type Suspendable } from '../suspension.ts';
import type { Expression, Statement } from '../syntax.ts';
import { NotKnown, Unknown, type Value } from '../values.ts';
import type { Evaluate } from './code.ts';
import type { Frame } from './frame.ts';

/** Wraps an evaluation that may raise; `node` is the place a diagnostic points to, and a traceback unless told. */
export function guard(
  node: Expression,
  evaluate: Evaluate,
  site: CallSite | null = null,
  traced: TracedPlace = node,
): Evaluate {
  return frame => {
    let result: Value | Pending;
    try {
      result = evaluate(frame);
    } catch (error) {
      return recover(frame, node, error, site, traced);
    }
    return result instanceof Pending ? new Pending(guardRest(frame, node, result, site, traced)) : result;
  };
}

/** The rest of a guarded evaluation that has to wait. */
export function* guardRest(
  frame: Frame,
  node: Expression,
  pending: Pending,
  site: CallSite | null,
  traced: TracedPlace = node,
): Suspendable<Value> {
  try {
    return yield* pending.rest;
  } catch (error) {
    return recover(frame, node, error, site, traced);
  }
}

/**
 * The value to go on with, or the error thrown again with its place marked. `traced` is what a traceback marks where
 * that is not the node to which a diagnostic points.
 */
export function recover(
  frame: Frame,
  node: Expression | Statement,
  failure: unknown,
  site: CallSite | null = null,
  traced: TracedPlace = node,
): Value {
  const { policy } = frame.py;
  const isOurs = failure instanceof PythonError || failure instanceof NotKnown;
  const error = isOurs ? failure : (policy.inPython?.(failure, frame.py) ?? failure);
  if (error instanceof NotKnown && !frame.py.running) return new Unknown(error.reason, null, node.span);
  let raised = error;
  if (error instanceof NotKnown) {
    // Under run everything is known but what we do not model, such as a tensor's value while a model is made.
    raised = raise(NotImplementedError, `This is not supported by Kerascope yet: ${error.reason}`, {
      code: 'not-supported',
    });
  }
  if (isStackOverflow(error)) {
    raised = raise(RecursionError, 'maximum recursion depth exceeded');
  }
  if (!(raised instanceof PythonError)) {
    const substitute = policy.recoverFault(raised, node);
    if (substitute === null) throw raised;
    return substitute;
  }
  if (frame.func?.around?.passesOver(raised, node)) return 0;
  if (raised.place === null) {
    raised.place = traced;
    raised.site = site;
  }
  const value = policy.recover(raised, node, frame);
  if (value === null) throw raised;
  return value;
}

/** Whether JavaScript's stack is used up. Told without a regular expression, which would need stack itself. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack');
}
