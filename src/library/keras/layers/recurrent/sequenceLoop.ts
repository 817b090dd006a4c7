/** Running a cell over the steps of a sequence: masks, order, and what is returned. */
import { ops } from '../../../../graph/index.ts';
import type { Dim, Shape } from '../../../../graph/shapes.ts';
import { isStatic } from '../../../../graph/shapes.ts';
import { constant, type Tensor } from '../../../../graph/tensor.ts';
import type { Trace } from '../../trace.ts';
import type { SequencePass } from './cellRunner.ts';

/** Sequences up to this length are traced step by step, whose graph is small and has no loop's cost. */
const UNROLLED_STEPS = 16;

export interface LoopOptions {
  readonly goBackwards: boolean;
  readonly returnSequences: boolean;
  /** Whether a masked step gives zeros instead of what came before it. */
  readonly zeroOutputForMask: boolean;
  /** Whether every step is traced on its own, however many there are. */
  readonly unroll: boolean;
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

/** A pass over a sequence whose steps are known in number or not. */
export function runSequence(
  pass: SequencePass,
  mask: Tensor | null,
  start: readonly Tensor[],
  trace: Trace,
  options: LoopOptions,
): LoopResult {
  const { steps } = pass;
  if (steps === null) return shapesOfSteps(pass.sequence('batch'), start, pass.step, options);
  if (steps > UNROLLED_STEPS && !options.unroll) {
    const first = pass.sequence('steps');
    if (![first, ...start].every(tensor => isStatic(tensor.shape)))
      return shapesOfSteps(pass.sequence('batch'), start, pass.step, options);
    const looped = loopSteps(first, pass.step, mask, start, trace, options);
    if (looped !== null) return looped;
  }
  return runSteps(pass.sequence('batch'), mask, start, pass.step, options);
}

/** What a step leaves besides its result would be left once instead of at every step. */
function leavesNothing<T>(trace: Trace, body: () => T | null): T | null {
  const assigned = [...trace.assigned];
  const before = trace.losses.length;
  const result = body();
  const same =
    trace.assigned.size === assigned.length &&
    assigned.every(([variable, value]) => trace.assigned.get(variable) === value);
  if (same && trace.losses.length === before) return result;
  trace.assigned.clear();
  for (const [variable, value] of assigned) trace.assigned.set(variable, value);
  trace.losses.length = Math.min(trace.losses.length, before);
  return null;
}

/** The steps (steps, batch, ...) as a loop, whose body is traced once; null where they cannot share one. */
function loopSteps(
  x: Tensor,
  step: Step,
  mask: Tensor | null,
  start: readonly Tensor[],
  trace: Trace,
  options: LoopOptions,
): LoopResult | null {
  const { goBackwards, returnSequences, zeroOutputForMask } = options;
  const count = start.length;
  const probe = leavesNothing(trace, () => step(firstOf(x), start));
  if (probe === null || !isStatic(probe.output.shape) || probe.states.length !== count) return null;
  // A masked step repeats the output before it, which is then handed on like a state.
  const repeats = mask !== null && !(zeroOutputForMask && returnSequences);
  const shared = probe.states.indexOf(probe.output);
  const handsOn = repeats || (!returnSequences && shared < 0);
  const starts = probe.states.map((state, index) => ops.cast(start[index], state.dtype));
  if (handsOn) starts.push(constant(0, probe.output.shape, probe.output.dtype));
  const turn: ops.LoopStep = ([slice, keep], states) => {
    const after = step(slice, states.slice(0, count));
    const fresh = handsOn ? [...after.states, after.output] : after.states;
    if (keep === undefined) return { next: fresh, emitted: returnSequences ? [after.output] : [] };
    const next = fresh.map((value, index) =>
      ops.select(widen(keep, value.shape.length), value, states[index]),
    );
    const wide = widen(keep, after.output.shape.length);
    const output = zeroOutputForMask ? ops.select(wide, after.output, 0) : next[count];
    return { next, emitted: returnSequences ? [output] : [] };
  };
  const sequences = mask === null ? [x] : [x, ops.transpose(ops.reshape(mask, mask.shape.slice(0, 2)))];
  const result = leavesNothing(trace, () =>
    ops.loop({ sequences, starts, backwards: goBackwards, step: turn }),
  );
  if (result === null) return null;
  const states = result.states.slice(0, count);
  if (returnSequences) {
    const inOrder = ops.moveAxis(result.emitted[0], 0, 1);
    return { output: goBackwards ? ops.reverse(inOrder, [1]) : inOrder, states };
  }
  const last = result.states[handsOn ? count : shared];
  return { output: zeroOutputForMask && mask !== null ? zeroWhereMasked(last, mask, options) : last, states };
}

/** Zeros in the last output where the mask leaves the last step out. */
function zeroWhereMasked(last: Tensor, mask: Tensor, { goBackwards }: LoopOptions): Tensor {
  const keep = stepOf(mask, goBackwards ? 0 : (mask.shape[1] as number) - 1);
  return ops.select(widen(ops.reshape(keep, [mask.shape[0]]), last.shape.length), last, 0);
}

/** The first of the slices along the first axis. */
function firstOf(x: Tensor): Tensor {
  const size = x.shape.map((_, axis) => (axis === 0 ? 1 : -1));
  return ops.reshape(
    ops.slice(
      x,
      x.shape.map(() => 0),
      size,
    ),
    x.shape.slice(1),
  );
}

/** Runs the steps one after the other; the sequence's second axis must be of known size. */
function runSteps(
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
function shapesOfSteps(x: Tensor, start: readonly Tensor[], step: Step, options: LoopOptions): LoopResult {
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
