// Decides where every value of a program lives: variables in place, temporaries sharing space over time.
import { cellBytes } from '../../graph/dtypes.ts';
import { type LoopBody, loopParts } from '../../graph/loop.ts';
import { type Program, programRoots } from '../../graph/program.ts';
import { sizeOf, staticShape } from '../../graph/shapes.ts';
import { attributesOf, type Tensor } from '../../graph/tensor.ts';
import type { Variable } from '../../graph/variable.ts';
import { roundUp, slack } from './linear-memory.ts';
import { fusedSteps, isElementwise, type Step, sourceOf, stepReads, stepWrites, widthOf } from './steps.ts';

export type Place =
  | { readonly kind: 'variable'; readonly variable: Variable }
  | { readonly kind: 'arena'; readonly offset: number };

/** A variable whose new value lies elsewhere and is copied over at the end of the run. */
export interface FinalCopy {
  readonly value: Tensor;
  readonly variable: Variable;
}

export interface Layout {
  readonly places: ReadonlyMap<Tensor, Place>;
  readonly copies: readonly FinalCopy[];
  readonly arenaBytes: number;
}

function sizeOfTensor(tensor: Tensor): number {
  return sizeOf(staticShape(tensor.op, tensor.shape)) as number;
}

export function bytesOf(tensor: Tensor): number {
  return cellBytes(tensor.dtype) * sizeOfTensor(tensor);
}

/** A value and what computing it needs behind it: for a loop, the values of one turn. */
function blockBytes(tensor: Tensor): number {
  if (tensor.op !== 'loop') return bytesOf(tensor);
  return workingOffset(tensor) + layOutLoop(attributesOf(tensor, 'loop').body).workingBytes;
}

/** Where a loop's working space begins, in bytes behind its result. */
export function workingOffset(node: Tensor): number {
  return roundUp(bytesOf(node) + slack);
}

/** First-fit placement of blocks by their time of life. */
class Arena {
  bytes = 0;
  private readonly live: { start: number; end: number; until: number }[] = [];

  place(bytes: number, now: number, until: number): number {
    const size = roundUp(bytes + slack);
    let start = 0;
    for (let index = 0; index < this.live.length; index++) {
      const block = this.live[index];
      if (block.until < now) this.live.splice(index--, 1);
      else if (start + size <= block.start) break;
      else start = block.end;
    }
    const at = this.live.findIndex(block => block.start >= start);
    this.live.splice(at < 0 ? this.live.length : at, 0, { start, end: start + size, until });
    this.bytes = Math.max(this.bytes, start + size);
    return start;
  }
}

/** Places for the inputs, constants and results of all steps, except for those that have one. */
export function layOut(
  program: Program,
  steps: readonly Step[],
  given: ReadonlySet<Tensor> = new Set(),
): Layout {
  const lastRead = new Map<Tensor, number>();
  steps.forEach((step, index) => {
    for (const tensor of stepReads(step)) lastRead.set(tensor, index);
  });
  const places = new Map<Tensor, Place>();
  const copies = placeUpdates(program, steps, lastRead, places, given);
  const pinned = new Set<Tensor>(program.outputs.map(sourceOf));
  for (const { value } of copies) pinned.add(sourceOf(value));
  keepLoops(steps, lastRead, pinned);
  const arena = new Arena();
  const forever = Number.POSITIVE_INFINITY;
  const leaves = new Set<Tensor>(program.inputs);
  for (const step of steps) for (const tensor of stepReads(step)) leaves.add(tensor);
  for (const root of programRoots(program)) leaves.add(sourceOf(root));
  for (const tensor of leaves) {
    if (tensor.op === 'variable') {
      places.set(tensor, { kind: 'variable', variable: attributesOf(tensor, 'variable').variable });
    } else if ((tensor.op === 'constant' || tensor.op === 'placeholder') && !given.has(tensor)) {
      places.set(tensor, { kind: 'arena', offset: arena.place(bytesOf(tensor), 0, forever) });
    }
  }
  steps.forEach((step, index) => {
    for (const tensor of stepWrites(step)) {
      if (places.has(tensor) || given.has(tensor)) continue;
      if (tensor.op === 'loopResult') {
        places.set(tensor, withinLoop(tensor, places));
        continue;
      }
      const until = pinned.has(tensor) ? forever : (lastRead.get(tensor) ?? index);
      places.set(tensor, { kind: 'arena', offset: arena.place(blockBytes(tensor), index, until) });
    }
  });
  return { places, copies, arenaBytes: arena.bytes };
}

/** A loop's results lie where it put them, so that it must stay as long as any of them. */
function keepLoops(steps: readonly Step[], lastRead: Map<Tensor, number>, pinned: Set<Tensor>): void {
  for (const step of steps) {
    if (step.kind !== 'single' || step.node.op !== 'loopResult') continue;
    const [loop] = step.node.inputs;
    if (pinned.has(step.node)) pinned.add(loop);
    lastRead.set(loop, Math.max(lastRead.get(loop) ?? 0, lastRead.get(step.node) ?? 0));
  }
}

function withinLoop(result: Tensor, places: ReadonlyMap<Tensor, Place>): Place {
  const [loop] = result.inputs;
  const place = places.get(loop);
  if (place?.kind !== 'arena') throw new RangeError('a loop lies in the arena');
  const { offset } = loopParts(attributesOf(loop, 'loop').body)[attributesOf(result, 'loopResult').index];
  return { kind: 'arena', offset: place.offset + cellBytes(loop.dtype) * offset };
}

/** Lets new values be computed right into their variables where nothing reads the old value later. */
function placeUpdates(
  program: Program,
  steps: readonly Step[],
  lastRead: ReadonlyMap<Tensor, number>,
  places: Map<Tensor, Place>,
  given: ReadonlySet<Tensor>,
): FinalCopy[] {
  const producer = new Map<Tensor, number>();
  steps.forEach((step, index) => {
    for (const tensor of stepWrites(step)) producer.set(tensor, index);
  });
  const outputs = new Set([...program.outputs, ...program.updates.map(update => update.value)].map(sourceOf));
  const taken = new Set<Tensor>([...program.outputs.map(sourceOf), ...given]);
  const copies: FinalCopy[] = [];
  for (const { variable, value } of program.updates) {
    const source = sourceOf(value);
    const made = producer.get(source);
    const old = variable.read();
    const read = lastRead.get(old) ?? -1;
    // What lies within a loop's result is copied out of it.
    const own = made !== undefined && source.op !== 'loopResult';
    const free = own && !places.has(source) && !taken.has(source) && !outputs.has(old);
    if (free && (read < made || (read === made && keepsPlaces(steps[made], old)))) {
      places.set(source, { kind: 'variable', variable });
    } else copies.push({ value, variable });
  }
  return copies;
}

/** Whether a step reads each element of `tensor` no later than it writes the element at the same place. */
function keepsPlaces(step: Step, tensor: Tensor): boolean {
  if (step.kind === 'single') {
    const [first, ...others] = step.node.inputs.map(sourceOf);
    if (step.node.op === 'scatterAdd') return first === tensor && !others.includes(tensor);
    return (
      isElementwise(step.node) &&
      bytesOf(step.node) === bytesOf(tensor) &&
      step.node.inputs.every(input => flat(input, step.node))
    );
  }
  return step.nodes.every(node => node.inputs.every(input => flat(input, node) || sizeOfTensor(input) === 1));
}

function flat(input: Tensor, node: Tensor): boolean {
  return sizeOfTensor(input) === sizeOfTensor(node);
}

/** How one turn of a loop is computed in the working space behind its result. */
export interface LoopLayout {
  readonly steps: readonly Step[];
  readonly layout: Layout;
  /** Emitted values that are computed right at their place in the result, with their number. */
  readonly direct: ReadonlyMap<Tensor, number>;
  /** Offsets of the states, in bytes from the start of the working space. */
  readonly states: ReadonlyMap<Variable, number>;
  /** Where states are kept that become others'. */
  readonly spare: number;
  readonly workingBytes: number;
}

const loopLayouts = new WeakMap<LoopBody, LoopLayout>();

/** Whether code that writes whole vectors along the last axis writes nothing behind the value. */
function fillsVectors({ shape }: Tensor): boolean {
  return ((shape.findLast(dim => dim !== 1) ?? 1) as number) % 4 === 0;
}

/** The places of one turn: states behind the values, slices and what is captured elsewhere. */
export function layOutLoop(body: LoopBody): LoopLayout {
  const known = loopLayouts.get(body);
  if (known !== undefined) return known;
  const program: Program = {
    inputs: [...body.slices, ...body.captured],
    outputs: body.emitted,
    updates: body.states
      .map((variable, index) => ({ variable, value: body.next[index] }))
      .filter(({ variable, value }) => sourceOf(value) !== variable.read()),
  };
  const steps = fusedSteps(program, widthOf);
  const direct = new Map<Tensor, number>();
  const writers = new Set(steps.flatMap(step => (step.kind === 'elementwise' ? step.outputs : [])));
  body.emitted.forEach((value, index) => {
    const source = sourceOf(value);
    if (writers.has(source) && fillsVectors(source) && !direct.has(source)) direct.set(source, index);
  });
  const given = new Set([...body.slices, ...body.captured, ...direct.keys()]);
  const layout = layOut(program, steps, given);
  let end = roundUp(layout.arenaBytes);
  const states = new Map<Variable, number>();
  for (const variable of body.states) {
    states.set(variable, end);
    end += roundUp(cellBytes(variable.dtype) * variable.size + slack);
  }
  const spare = end;
  for (const { value } of layout.copies)
    if (sourceOf(value).op === 'variable') end += roundUp(bytesOf(value) + slack);
  const made = { steps, layout, direct, states, spare, workingBytes: end };
  loopLayouts.set(body, made);
  return made;
}
