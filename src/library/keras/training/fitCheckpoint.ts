/** What a fit needs to go on from where it stood: values of variables, places in random streams, logs of its epochs. */
import type { Engine, HostArray } from '../../../graph/engine.ts';
import { programRoots, programVariables } from '../../../graph/program.ts';
import type { SeedStream } from '../../../graph/random.ts';
import { collectStreams } from '../../../graph/streams.ts';
import type { Variable } from '../../../graph/variable.ts';
import type { EpochLogs } from './epochLogs.ts';
import type { TracedStep } from './stepTrace.ts';

export interface SavedVariable {
  readonly name: string;
  readonly value: HostArray;
}

export interface FitCheckpoint {
  /** Epochs done, counted from 0 as `initial_epoch` is. */
  readonly epoch: number;
  /** Steps done of the epoch that follows. */
  readonly step: number;
  /** Whether the fit had ended. */
  readonly ended: boolean;
  /** The logs of each epoch done since the fit began, for the callbacks of a script that is run again. */
  readonly history: EpochLogs;
  /** The variables of the training step (weights, optimizer, metrics) in the order of its program. */
  readonly variables: readonly SavedVariable[];
  /** Positions of the random streams of the training step. */
  readonly positions: readonly number[];
  /** Weights that callbacks hold back, such as the best ones; null for callbacks that hold none. */
  readonly held: readonly (readonly HostArray[] | null)[];
}

/** Why a checkpoint does not belong to these variables; null when it does. */
export function mismatch(checkpoint: FitCheckpoint, variables: readonly Variable[]): string | null {
  const saved = checkpoint.variables;
  if (saved.length !== variables.length) return `${saved.length} variables, not ${variables.length}`;
  for (const [index, variable] of variables.entries()) {
    const { name, value } = saved[index];
    if (value.shape.join() !== variable.shape.join() || value.dtype !== variable.dtype)
      return `${name} ${value.dtype} (${value.shape.join(', ')}), not ${variable.dtype} (${variable.shape.join(', ')})`;
  }
  return null;
}

/** Writes a checkpoint that matches. */
export function putBack(
  engine: Engine,
  checkpoint: FitCheckpoint,
  variables: readonly Variable[],
  streams: readonly SeedStream[],
): void {
  variables.forEach((variable, index) => {
    engine.write(variable, checkpoint.variables[index].value);
  });
  streams.forEach((stream, index) => {
    stream.position = checkpoint.positions[index] ?? stream.position;
  });
}

/** What a checkpoint holds of the training step. */
export interface StepState {
  readonly variables: readonly Variable[];
  readonly streams: readonly SeedStream[];
}

export function stateOf({ program }: TracedStep): StepState {
  return { variables: programVariables(program), streams: collectStreams(programRoots(program)) };
}
