/** What a run hands to Keras: the engine that computes, and someone who watches. Null under analysis. */
import type { Engine } from '../../graph/engine.ts';
import { StateKey } from '../../python/interpreter.ts';
import type { TrainingMonitor } from './monitor.ts';

export interface KerasServices {
  /** The engine, opened at first use; the same one for the whole program. */
  engine(): Promise<Engine>;
  readonly monitor: TrainingMonitor;
  /** Seed for what the script does not seed itself; null leaves it to chance. */
  readonly seed: number | null;
}

/** The services of one program. The policy's owner sets `current` before the script starts. */
export const servicesKey = new StateKey<{ current: KerasServices | null }>('keras.services', () => ({
  current: null,
}));
