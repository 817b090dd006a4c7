/** Computes what a program computes eagerly: a Stop ends that as long as it is only compiled. */
import { type Engine, type HostArray, isGraphics } from '../../graph/engine.ts';
import type { Update } from '../../graph/program.ts';
import type { Tensor } from '../../graph/tensor.ts';
import { PythonError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { Suspendable } from '../../python/suspension.ts';
import { ownLoop } from './ownLoop.ts';
import { monitorOf, stoppable } from './stoppable.ts';
import { sessionTrace } from './trace.ts';

/** Computes tensors and updates. @throws PythonError KeyboardInterrupt when the run was stopped before anything ran */
export function* computed(
  py: Interpreter,
  engine: Engine,
  tensors: readonly Tensor[],
  updates: readonly Update[] = [],
): Suspendable<HostArray[]> {
  tellFirstStep(py, engine, updates);
  try {
    return yield* stoppable(py, stop => engine.evaluate(tensors, updates, stop));
  } catch (error) {
    // A script that takes the interrupt may look at its variables: what it assigned is still to be written.
    if (error instanceof PythonError) assignAgain(py, updates);
    throw error;
  }
}

/** The first step of a script's own training waits for the shaders of all that it draws with. */
function tellFirstStep(py: Interpreter, engine: Engine, updates: readonly Update[]): void {
  const loop = ownLoop(py);
  const isFirst =
    loop.isOutsideOfCalls && loop.step === 0 && updates.some(({ variable }) => variable.trainable);
  if (isFirst && isGraphics(engine.backend)) monitorOf(py).onPreparing('shaders');
}

/** Puts assignments back that were not computed. */
export function assignAgain(py: Interpreter, updates: readonly Update[]): void {
  for (const { variable, value } of updates) sessionTrace(py).assign(variable, value);
}
