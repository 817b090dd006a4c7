/** Repeats work of a script's own loop whose device was lost on the way, on another one. */
import { DeviceLostError, type Engine } from '../../../graph/engine.ts';
import { type Suspendable, wait } from '../../../python/suspension.ts';

/**
 * The result of work that can be done again from its beginning: it goes on from what the engine last secured. Within a
 * `fit` the loss is its own matter.
 */
export function* surviving<T>(engine: Engine, work: () => Suspendable<T>): Suspendable<T> {
  for (;;) {
    try {
      return yield* work();
    } catch (error) {
      if (!(error instanceof DeviceLostError) || engine.ownCheckpoints) throw error;
      if (!(yield* wait(engine.recover()))) throw error;
    }
  }
}
