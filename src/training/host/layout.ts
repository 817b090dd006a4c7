// Decides where every value of a program lives: variables in place, temporaries sharing space over time.
import { type Program, programRoots } from '../../graph/program.ts';
import { sizeOf, staticShape } from '../../graph/shapes.ts';
import { attributesOf, type Tensor } from '../../graph/tensor.ts';
import type { Variable } from '../../graph/variable.ts';
import { roundUp, slack } from './linear-memory.ts';
import { isElementwise, type Step, sourceOf, stepReads, stepWrites } from './steps.ts';

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

export function bytesOf(tensor: Tensor): number {
  return 4 * (sizeOf(staticShape(tensor.op, tensor.shape)) as number);
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

/** Places for the inputs, constants and results of all steps. */
export function layOut(program: Program, steps: readonly Step[]): Layout {
  const lastRead = new Map<Tensor, number>();
  steps.forEach((step, index) => {
    for (const tensor of stepReads(step)) lastRead.set(tensor, index);
  });
  const places = new Map<Tensor, Place>();
  const copies = placeUpdates(program, steps, lastRead, places);
  const pinned = new Set<Tensor>(program.outputs.map(sourceOf));
  for (const { value } of copies) pinned.add(sourceOf(value));
  const arena = new Arena();
  const forever = Number.POSITIVE_INFINITY;
  const leaves = new Set<Tensor>(program.inputs);
  for (const step of steps) for (const tensor of stepReads(step)) leaves.add(tensor);
  for (const root of programRoots(program)) leaves.add(sourceOf(root));
  for (const tensor of leaves) {
    if (tensor.op === 'variable') {
      places.set(tensor, { kind: 'variable', variable: attributesOf(tensor, 'variable').variable });
    } else if (tensor.op === 'constant' || tensor.op === 'placeholder') {
      places.set(tensor, { kind: 'arena', offset: arena.place(bytesOf(tensor), 0, forever) });
    }
  }
  steps.forEach((step, index) => {
    for (const tensor of stepWrites(step)) {
      if (places.has(tensor)) continue;
      const until = pinned.has(tensor) ? forever : (lastRead.get(tensor) ?? index);
      places.set(tensor, { kind: 'arena', offset: arena.place(bytesOf(tensor), index, until) });
    }
  });
  return { places, copies, arenaBytes: arena.bytes };
}

/** Lets new values be computed right into their variables where nothing reads the old value later. */
function placeUpdates(
  program: Program,
  steps: readonly Step[],
  lastRead: ReadonlyMap<Tensor, number>,
  places: Map<Tensor, Place>,
): FinalCopy[] {
  const producer = new Map<Tensor, number>();
  steps.forEach((step, index) => {
    for (const tensor of stepWrites(step)) producer.set(tensor, index);
  });
  const outputs = new Set([...program.outputs, ...program.updates.map(update => update.value)].map(sourceOf));
  const taken = new Set<Tensor>(program.outputs.map(sourceOf));
  const copies: FinalCopy[] = [];
  for (const { variable, value } of program.updates) {
    const source = sourceOf(value);
    const made = producer.get(source);
    const old = variable.read();
    const read = lastRead.get(old) ?? -1;
    const free = made !== undefined && !places.has(source) && !taken.has(source) && !outputs.has(old);
    if (free && (read < made || (read === made && keepsPlaces(steps[made], old)))) {
      places.set(source, { kind: 'variable', variable });
    } else copies.push({ value, variable });
  }
  return copies;
}

/** Whether a step reads each element of `tensor` no later than it writes the element at the same place. */
function keepsPlaces(step: Step, tensor: Tensor): boolean {
  if (step.kind === 'single') {
    return (
      isElementwise(step.node) &&
      bytesOf(step.node) === bytesOf(tensor) &&
      step.node.inputs.every(input => flat(input, step.node))
    );
  }
  return step.nodes.every(node => node.inputs.every(input => flat(input, node) || bytesOf(input) === 4));
}

function flat(input: Tensor, node: Tensor): boolean {
  return bytesOf(input) === bytesOf(node);
}
