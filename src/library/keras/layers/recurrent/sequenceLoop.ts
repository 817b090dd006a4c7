/** Running a cell over the steps of a sequence: masks, order, and what is returned. */
import { ops } from '../../../../graph/index.ts';
import type { Dim, Shape } from '../../../../graph/shapes.ts';
import type { Tensor } from '../../../../graph/tensor.ts';

export interface LoopOptions {
  readonly goBackwards: boolean;
  readonly returnSequences: boolean;
  /** Whether a masked step gives zeros instead of what came before it. */
  readonly zeroOutputForMask: boolean;
}

/** One step: the output and the states after it, from what `steps` holds for it and the states before. */
export type Step = (x: Tensor, states: readonly Tensor[]) => { output: Tensor; states: readonly Tensor[] };

export interface LoopResult {
  /** (batch, steps, ...) or, without `returnSequences`, that of the last step. */
  readonly output: Tensor;
  readonly states: readonly Tensor[];
}

/** One step of a sequence (batch, steps, ...). */
export function stepOf(x: Tensor, index: number): Tensor {
  const shape = [x.shape[0], ...x.shape.slice(2)];
  const begin = x.shape.map((_, axis) => (axis === 1 ? index : 0));
  return ops.reshape(
    ops.slice(
      x,
      begin,
      x.shape.map((_, axis) => (axis === 1 ? 1 : -1)),
    ),
    shape,
  );
}

/** A mask of shape (batch,) with axes of size 1 up to a rank. */
function widen(mask: Tensor, rank: number): Tensor {
  let result = mask;
  while (result.shape.length < rank) result = ops.expandDims(result, -1);
  return result;
}

/** Runs the steps one after the other; the sequence's second axis must be of known size. */
export function runSteps(
  x: Tensor,
  mask: Tensor | null,
  start: readonly Tensor[],
  step: Step,
  options: LoopOptions,
): LoopResult {
  const count = x.shape[1] as number;
  const outputs: Tensor[] = [];
  let states = start;
  let kept: Tensor | null = null;
  let last: Tensor | null = null;
  for (let turn = 0; turn < count; turn++) {
    const index = options.goBackwards ? count - 1 - turn : turn;
    const after = step(stepOf(x, index), states);
    let { output } = after;
    if (mask === null) states = after.states;
    else {
      const keep = ops.reshape(stepOf(mask, index), [mask.shape[0]]);
      const before: Tensor = last ?? ops.mul(output, 0);
      const wide = widen(keep, output.shape.length);
      const previous = states;
      states = after.states.map((state, place) =>
        ops.select(widen(keep, state.shape.length), state, previous[place]),
      );
      output = ops.select(wide, output, before);
      last = output;
      kept = wide;
      if (options.zeroOutputForMask) output = ops.select(wide, output, 0);
    }
    last = mask === null ? output : last;
    outputs.push(output);
  }
  if (options.returnSequences) return { output: ops.stack(outputs, 1), states };
  const final = last as Tensor;
  const output = kept !== null && options.zeroOutputForMask ? ops.select(kept, final, 0) : final;
  return { output, states };
}

/** The shapes alone, for sequences of unknown length. */
export function shapesOfSteps(
  x: Tensor,
  start: readonly Tensor[],
  step: Step,
  options: LoopOptions,
): LoopResult {
  const first = ops.abstractValue('step', [x], [x.shape[0], ...x.shape.slice(2)], x.dtype);
  const after = step(first, start);
  const abstract = (value: Tensor, shape: Shape) => ops.abstractValue('recurrent', [x], shape, value.dtype);
  const shape: Dim[] = [...after.output.shape];
  if (options.returnSequences) shape.splice(1, 0, x.shape[1]);
  return {
    output: abstract(after.output, shape),
    states: after.states.map(state => abstract(state, state.shape)),
  };
}
