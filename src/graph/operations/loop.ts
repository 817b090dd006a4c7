// Loops over the steps of sequences, compiled once for all turns.
import { isFloating, isWide } from '../dtypes.ts';
import { type LoopBody, loopDType, loopParts, loopSize } from '../loop.ts';
import { loopGradient, spreadResult } from '../loop-gradient.ts';
import { topologicalOrder } from '../program.ts';
import { isStatic, ShapeError, sameShape, staticShape } from '../shapes.ts';
import { substitute } from '../substitute.ts';
import { attributesOf, placeholder, type Tensor, tensorsMade } from '../tensor.ts';
import { Variable } from '../variable.ts';
import { uniformConstant } from './leaves.ts';
import { apply, defineOperation } from './registry.ts';

defineOperation({
  name: 'loop',
  documentation:
    'Runs a body for each step of sequences (steps, ...) with states handed from turn to turn; all results flat, one after the other.',
  infer: (_inputs, { body }) => ({ shape: [loopSize(body)], dtype: loopDType(body) }),
  gradient: loopGradient,
});

defineOperation({
  name: 'loopResult',
  documentation: 'One of the results of a loop: a last state, or what every turn emitted.',
  infer: ([source], { index }) => {
    const { shape, value } = loopParts(attributesOf(source, 'loop').body)[index];
    return { shape, dtype: value.dtype };
  },
  gradient: (output, gradient) => [spreadResult(output, gradient)],
});

/** What a turn makes of its slices and the states before it. */
export type LoopStep = (
  slices: readonly Tensor[],
  states: readonly Tensor[],
) => { readonly next: readonly Tensor[]; readonly emitted: readonly Tensor[] };

export interface LoopOptions {
  /** Each (turns, ...). */
  readonly sequences: readonly Tensor[];
  readonly starts: readonly Tensor[];
  readonly backwards: boolean;
  readonly step: LoopStep;
}

export interface LoopResults {
  readonly states: readonly Tensor[];
  /** Each (turns, ...), in the order of the sequences whatever the direction. */
  readonly emitted: readonly Tensor[];
}

/**
 * A recurrence over the first axis of sequences. Null where turns cannot share one body: it draws random numbers, its
 * states change their shape or are no floats, or sizes are not known.
 */
export function loop({ sequences, starts, backwards, step }: LoopOptions): LoopResults | null {
  if (![...sequences, ...starts].every(tensor => isStatic(tensor.shape))) return null;
  const turns = sequences[0].shape[0] as number;
  if (turns < 1) return null;
  const slices = sequences.map(tensor => placeholder(tensor.shape.slice(1), tensor.dtype, 'slice'));
  const states = starts.map(
    (start, index) =>
      new Variable({
        name: `state ${index}`,
        shape: staticShape('loop', start.shape),
        dtype: start.dtype,
        trainable: false,
        initial: 0,
      }),
  );
  const first = tensorsMade();
  const { next, emitted } = step(
    slices,
    states.map(state => state.read()),
  );
  const keeps = next.every(
    (value, index) => sameShape(value.shape, starts[index].shape) && value.dtype === starts[index].dtype,
  );
  const results = [...next, ...emitted];
  if (!keeps || !results.every(value => isFloating(value.dtype) && isStatic(value.shape))) return null;
  const inner = topologicalOrder(results).filter(tensor => tensor.id >= first);
  if (inner.some(tensor => turnsDiffer(tensor)) || mixesWidths(results, inner)) return null;
  const closed = capture([...slices, ...states.map(state => state.read())], results);
  const body: LoopBody = {
    turns,
    backwards,
    slices,
    states,
    captured: closed.placeholders,
    next: closed.roots.slice(0, next.length),
    emitted: closed.roots.slice(next.length),
    shorter: null,
  };
  return resultsOf(apply('loop', [...sequences, ...starts, ...closed.captured], { body }));
}

function turnsDiffer({ op }: Tensor): boolean {
  return op.startsWith('random') || op === 'abstract' || op === 'placeholder';
}

/** Whether floats of 64 bits and others are both among the results, or would be among the gradient's: one array holds them. */
function mixesWidths(results: readonly Tensor[], inner: readonly Tensor[]): boolean {
  const [{ dtype: first }] = results;
  if (results.some(({ dtype }) => isWide(dtype) !== isWide(first))) return true;
  return inner.some(
    ({ op, dtype, inputs: [source] }) =>
      op === 'cast' &&
      source.op !== 'constant' &&
      isFloating(dtype) &&
      isFloating(source.dtype) &&
      isWide(dtype) !== isWide(source.dtype),
  );
}

/** The results of a loop as tensors of their own. */
export function resultsOf(source: Tensor): LoopResults {
  const { body } = attributesOf(source, 'loop');
  const results = loopParts(body).map((_, index) => loopResult(source, index));
  return { states: results.slice(0, body.states.length), emitted: results.slice(body.states.length) };
}

export function loopResult(source: Tensor, index: number): Tensor {
  return apply('loopResult', [source], { index });
}

export interface Captured {
  readonly roots: readonly Tensor[];
  /** What the roots take from outside, and the placeholders that stand for it now. */
  readonly captured: readonly Tensor[];
  readonly placeholders: readonly Tensor[];
}

/** Cuts a graph off where it depends on none of `own`; numbers that are the same everywhere stay inside. */
export function capture(own: readonly Tensor[], roots: readonly Tensor[]): Captured {
  const inside = new Set<Tensor>(own);
  const order = topologicalOrder(roots);
  for (const tensor of order) {
    if (tensor.inputs.some(input => inside.has(input))) inside.add(tensor);
  }
  const replaced = new Map<Tensor, Tensor>(own.map(tensor => [tensor, tensor]));
  const captured: Tensor[] = [];
  const cut = (tensor: Tensor): void => {
    if (inside.has(tensor) || replaced.has(tensor)) return;
    if (uniformConstant(tensor) !== undefined) {
      replaced.set(tensor, tensor);
      return;
    }
    if (!isStatic(tensor.shape)) throw new ShapeError('loop', 'takes values of fully known shapes');
    captured.push(tensor);
    replaced.set(tensor, placeholder(tensor.shape, tensor.dtype, 'captured'));
  };
  for (const tensor of order) if (inside.has(tensor)) tensor.inputs.forEach(cut);
  roots.forEach(cut);
  const placeholders = captured.map(tensor => replaced.get(tensor) as Tensor);
  return { roots: substitute(roots, replaced), captured, placeholders };
}
