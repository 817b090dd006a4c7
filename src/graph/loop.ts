// Loops: a step of a recurrence as a graph of its own, run once for each turn over slices of sequences.
import type { DType } from './dtypes.ts';
import { sizeOf, staticShape } from './shapes.ts';
import type { Tensor } from './tensor.ts';
import type { Variable } from './variable.ts';

/** What one turn computes. Its leaves are its own: nothing of the graph around it is reached except as an input. */
export interface LoopBody {
  readonly turns: number;
  /** Whether the last slice comes first. */
  readonly backwards: boolean;
  /** Placeholders for this turn's slices of the sequences. */
  readonly slices: readonly Tensor[];
  /** What turns hand on. */
  readonly states: readonly Variable[];
  /** Placeholders for what stays the same. */
  readonly captured: readonly Tensor[];
  /** The states after the turn. */
  readonly next: readonly Tensor[];
  /** What is kept of every turn, at the place of its slices. */
  readonly emitted: readonly Tensor[];
  /** The loop that this one is with more emitted. */
  readonly shorter: LoopBody | null;
}

/** One result of a loop, as a stretch of the flat result. */
export interface LoopPart {
  readonly offset: number;
  readonly size: number;
  readonly shape: readonly number[];
  readonly value: Tensor;
}

/** The results: the last states, then what was emitted, with an axis of turns in front. */
export function loopParts(body: LoopBody): LoopPart[] {
  let offset = 0;
  const part = (value: Tensor, shape: readonly number[]): LoopPart => {
    const size = sizeOf(shape) as number;
    const made = { offset, size, shape, value };
    offset += size;
    return made;
  };
  return [
    ...body.next.map(value => part(value, staticShape('loop', value.shape))),
    ...body.emitted.map(value => part(value, [body.turns, ...staticShape('loop', value.shape)])),
  ];
}

/** What all results of a loop lie in. */
export function loopDType(body: LoopBody): DType {
  return [...body.next, ...body.emitted].some(value => value.dtype === 'float64') ? 'float64' : 'float32';
}

/** Numbers in the flat result. */
export function loopSize(body: LoopBody): number {
  return loopParts(body).reduce((total, { size }) => total + size, 0);
}

/** The inputs of a loop by their use. */
export function loopInputs(
  body: LoopBody,
  inputs: readonly Tensor[],
): {
  readonly sequences: readonly Tensor[];
  readonly starts: readonly Tensor[];
  readonly captured: readonly Tensor[];
} {
  const [slices, states] = [body.slices.length, body.states.length];
  return {
    sequences: inputs.slice(0, slices),
    starts: inputs.slice(slices, slices + states),
    captured: inputs.slice(slices + states),
  };
}
