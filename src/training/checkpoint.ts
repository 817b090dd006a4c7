// Saving and restoring the values of variables and the positions of seed streams.
import type { Engine, HostArray } from '../graph/engine.ts';
import type { SeedStream } from '../graph/random.ts';
import type { Variable } from '../graph/variable.ts';

export interface Checkpoint {
  readonly values: readonly HostArray[];
  readonly positions: readonly number[];
}

/** Copies everything that a run depends on; variables and streams keep their order. */
export async function saveCheckpoint(
  engine: Engine,
  variables: readonly Variable[],
  streams: readonly SeedStream[] = [],
): Promise<Checkpoint> {
  return { values: await engine.readMany(variables), positions: streams.map(stream => stream.position) };
}

/** Writes a checkpoint into an engine, which may be another one than it came from. */
export function restoreCheckpoint(
  engine: Engine,
  checkpoint: Checkpoint,
  variables: readonly Variable[],
  streams: readonly SeedStream[] = [],
): void {
  if (checkpoint.values.length !== variables.length || checkpoint.positions.length !== streams.length) {
    throw new RangeError(
      `a checkpoint of ${checkpoint.values.length} variables does not fit ${variables.length}`,
    );
  }
  variables.forEach((variable, index) => {
    engine.write(variable, checkpoint.values[index]);
  });
  streams.forEach((stream, index) => {
    stream.position = checkpoint.positions[index];
  });
}
