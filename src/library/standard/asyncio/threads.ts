/** Functions that a program hands to a thread, for a run that has one: done at once, with their result when it is due. */
import { PythonError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import type { PyTuple, Value } from '../../../python/values.ts';
import { sleeping } from '../time.ts';
import { type EventLoop, Handle } from './eventLoop.ts';
import { futureClass, handleClass, PyFuture, settleError, timerClass } from './futures.ts';

/**
 * The future of a function's result. What the function does is done now; the time that it sleeps passes for its result
 * alone, as if the others had gone on meanwhile.
 */
export function* runInThread(
  py: Interpreter,
  loop: EventLoop,
  func: Value,
  args: PyTuple,
): Suspendable<PyFuture> {
  const future = new PyFuture(futureClass, loop);
  const state = py.state(sleeping);
  const outer = state.inThread;
  state.inThread = 0;
  let slept = 0;
  let settle: () => void;
  try {
    const value = yield* py.callAndWait(func, args.items);
    settle = () => future.settle({ kind: 'result', value });
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    settle = () => settleError(future, error);
  } finally {
    slept = state.inThread ?? 0;
    state.inThread = outer;
  }
  // biome-ignore lint/correctness/useYield: a callback of the loop may wait, this one need not
  const done = function* (): Suspendable<void> {
    if (!future.isDone) settle();
  };
  if (slept > 0) loop.later(new Handle(timerClass, done, loop.now(py) + slept));
  else loop.soon(new Handle(handleClass, done));
  return future;
}
