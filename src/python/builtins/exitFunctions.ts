/** Functions that a program wants called when it ends. */

import type { PyDict } from '../collections.ts';
import { PythonError } from '../errors.ts';
import type { Interpreter } from '../interpreter.ts';
import { StateKey } from '../state.ts';
import type { Suspendable } from '../suspension.ts';
import { formatTraceback } from '../traceback.ts';
import type { Value } from '../values.ts';

export interface ExitFunction {
  readonly func: Value;
  readonly args: readonly Value[];
  readonly keywords: PyDict | null;
}

export const exitFunctions = new StateKey<ExitFunction[]>('atexit', () => []);

/** Calls them, the last one first. An exception of one is told and does not keep the others from being called. */
export function* runExitFunctions(py: Interpreter): Suspendable<void> {
  const waiting = py.state(exitFunctions);
  for (let last = waiting.pop(); last !== undefined; last = waiting.pop()) {
    try {
      yield* py.callAndWait(last.func, last.args, last.keywords);
    } catch (error) {
      if (!(error instanceof PythonError)) throw error;
      const text = formatTraceback(py, error, path => py.modules.sourceOf(path));
      py.host.write('stderr', `Exception ignored in atexit callback: ${py.repr(last.func)}\n${text}`);
    }
  }
}
