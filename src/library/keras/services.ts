/** What a run hands to Keras: the engine that computes, and someone who watches. Null under analysis. */
import type { Engine, Feed } from '../../graph/engine.ts';
import type { Origin } from '../../graph/origin.ts';
import type { Program } from '../../graph/program.ts';
import { StateKey } from '../../python/interpreter.ts';
import type { TrainingMonitor } from './monitor.ts';
import type { Hdf5 } from './saving/hdf5.ts';

export type FindNonFinite = (
  engine: Engine,
  program: Program,
  feeds: readonly Feed[],
) => Promise<{ readonly operation: string; readonly origin: Origin; readonly message: string } | null>;

export interface KerasServices {
  /** The engine, opened at first use; the same one for the whole program. */
  engine(): Promise<Engine>;
  readonly monitor: TrainingMonitor;
  /** Where the next run of a program would first give NaN or an infinity; null when nowhere, or when nobody can tell. */
  readonly findNonFinite?: FindNonFinite;
  /** The library for HDF5 files, loaded at first use; absent where files of weights are not supported. */
  readonly hdf5?: () => Promise<Hdf5>;
  /** Seed for what the script does not seed itself; null leaves it to chance. */
  readonly seed: number | null;
}

/** The services of one program. The policy's owner sets `current` before the script starts. */
export const servicesKey = new StateKey<{ current: KerasServices | null }>('keras.services', () => ({
  current: null,
}));
