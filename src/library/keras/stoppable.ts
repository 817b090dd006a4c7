/** Work of the engine that a Stop ends: compiling and measuring, behind which nothing has been computed. */
import type { Interpreter } from '../../python/interpreter.ts';
import { type Suspendable, wait } from '../../python/suspension.ts';
import { silentMonitor, type TrainingMonitor } from './monitor.ts';
import { servicesKey } from './services.ts';

export function monitorOf(py: Interpreter): TrainingMonitor {
  return py.state(servicesKey).current?.monitor ?? silentMonitor;
}

/**
 * What work gives that rejects with its signal's reason where it was ended.
 * @throws PythonError KeyboardInterrupt when the run was stopped before it was done
 */
export function* stoppable<T>(py: Interpreter, work: (stop: AbortSignal) => Promise<T>): Suspendable<T> {
  const monitor = monitorOf(py);
  for (;;) {
    const controller = new AbortController();
    const { signal } = controller;
    const takeBack = monitor.whenStopped(() => controller.abort());
    try {
      return yield* wait(work(signal));
    } catch (error) {
      if (!signal.aborted || error !== signal.reason) throw error;
    } finally {
      takeBack();
    }
    // Where the interrupt was raised elsewhere meanwhile, the script wants the result all the same.
    yield* wait(monitor.breathe());
  }
}
