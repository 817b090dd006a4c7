// Cuts a program into steps: single kernels, and groups of elementwise operations that share one loop.
import { binaryNames, type OperationName, unaryNames } from '../../graph/attributes.ts';
import { isWide } from '../../graph/dtypes.ts';
import { type Program, programRoots, topologicalOrder } from '../../graph/program.ts';
import { staticShape } from '../../graph/shapes.ts';
import { attributesOf, type Tensor } from '../../graph/tensor.ts';

export interface SingleStep {
  readonly kind: 'single';
  readonly node: Tensor;
}

/** Elementwise nodes of one shape, in order; inputs come from outside, outputs are needed outside. */
export interface ElementwiseStep {
  readonly kind: 'elementwise';
  readonly shape: readonly number[];
  readonly nodes: readonly Tensor[];
  readonly inputs: readonly Tensor[];
  readonly outputs: readonly Tensor[];
}

export type Step = SingleStep | ElementwiseStep;

const leaves: ReadonlySet<OperationName> = new Set(['placeholder', 'constant', 'variable']);
const aliases: ReadonlySet<OperationName> = new Set(['identity', 'stopGradient', 'withGradient', 'reshape']);
const elementwise: ReadonlySet<OperationName> = new Set<OperationName>([
  ...unaryNames,
  ...binaryNames,
  'select',
  'cast',
  'broadcastTo',
]);

export function isLeaf(tensor: Tensor): boolean {
  return leaves.has(tensor.op);
}

export function isElementwise(tensor: Tensor): boolean {
  return elementwise.has(tensor.op);
}

/** Whether a node reads or makes values of 64 bits. */
function touchesWide({ dtype, inputs }: Tensor): boolean {
  return isWide(dtype) || inputs.some(input => isWide(input.dtype));
}

/** How a node shares loops on the processor: among values of 32 bits, or where there is float64 among them. */
export function widthOf(node: Tensor): 'narrow' | 'double' | null {
  if (!touchesWide(node)) return 'narrow';
  const isDouble = ({ dtype }: Tensor) => dtype === 'float64' || !isWide(dtype);
  return isDouble(node) && node.inputs.every(isDouble) ? 'double' : null;
}

/** Whether a step computes with values of 64 bits; loops with anything of it in them. */
export function isWideStep(step: Step): boolean {
  if (step.kind === 'elementwise') return step.nodes.some(touchesWide);
  const { node } = step;
  if (touchesWide(node)) return true;
  if (node.op !== 'loop') return false;
  const { next, emitted } = attributesOf(node, 'loop').body;
  return topologicalOrder([...next, ...emitted]).some(touchesWide);
}

/** The tensor whose cells this one shares: itself unless it only renames another. */
export function sourceOf(tensor: Tensor): Tensor {
  let current = tensor;
  while (aliases.has(current.op)) current = current.inputs[0];
  return current;
}

/** What a step reads and writes, as sources. */
export function stepReads(step: Step): readonly Tensor[] {
  return step.kind === 'single' ? step.node.inputs.map(sourceOf) : step.inputs;
}

export function stepWrites(step: Step): readonly Tensor[] {
  return step.kind === 'single' ? [step.node] : step.outputs;
}

/** Every computing node as a step of its own. */
export function separateSteps(program: Program): Step[] {
  return computing(program).map(node => ({ kind: 'single', node }));
}

function computing(program: Program): Tensor[] {
  return topologicalOrder(programRoots(program)).filter(tensor => !isLeaf(tensor) && !aliases.has(tensor.op));
}

/** Most nodes in one loop, so that kernels stay small enough to be compiled well. */
const groupLimit = 96;

/**
 * Groups elementwise nodes of one kind; those of none are left alone. A node's level rises by one across every edge that cannot be fused, so that
 * nodes of one level and shape never depend on each other through something outside; connected ones join.
 */
export function fusedSteps(program: Program, kindOf: (node: Tensor) => string | null = () => 'any'): Step[] {
  const nodes = computing(program);
  const kinds = new Map(nodes.map(node => [node, isElementwise(node) ? kindOf(node) : null]));
  const isFused = (node: Tensor) => (kinds.get(node) ?? null) !== null;
  const level = new Map<Tensor, number>();
  const group = new Map<Tensor, Tensor[]>();
  const shapeKey = (tensor: Tensor) => tensor.shape.join();
  for (const node of nodes) {
    const fusible = (input: Tensor) =>
      isFused(node) && kinds.get(input) === kinds.get(node) && shapeKey(input) === shapeKey(node);
    let depth = 0;
    for (const input of node.inputs) {
      const source = sourceOf(input);
      if (isLeaf(source)) continue;
      depth = Math.max(depth, (level.get(source) as number) + (fusible(source) && source === input ? 0 : 1));
    }
    level.set(node, depth);
    if (!isFused(node)) continue;
    joinGroups(
      node,
      node.inputs.filter(input => fusible(input) && level.get(input) === depth),
      group,
    );
  }
  return orderSteps(program, nodes, group);
}

/** Puts a node into the groups of its neighbours, made one, unless that grows too large. */
function joinGroups(node: Tensor, neighbours: readonly Tensor[], group: Map<Tensor, Tensor[]>): void {
  let members = [node];
  group.set(node, members);
  for (const neighbour of neighbours) {
    const other = group.get(neighbour) as Tensor[];
    if (other === members || other.length + members.length > groupLimit) continue;
    const [small, large] = other.length < members.length ? [other, members] : [members, other];
    large.push(...small);
    for (const tensor of small) group.set(tensor, large);
    members = large;
  }
}

function orderSteps(
  program: Program,
  nodes: readonly Tensor[],
  group: ReadonlyMap<Tensor, readonly Tensor[]>,
): Step[] {
  const position = new Map(nodes.map((node, index) => [node, index]));
  const needed = new Set<Tensor>(programRoots(program).map(sourceOf));
  for (const node of nodes) {
    for (const input of node.inputs) {
      const source = sourceOf(input);
      if (source !== input || group.get(node) === undefined || group.get(source) !== group.get(node))
        needed.add(source);
    }
  }
  const seen = new Set<readonly Tensor[]>();
  const steps: Step[] = [];
  for (const node of nodes) {
    const members = group.get(node);
    if (members === undefined) steps.push({ kind: 'single', node });
    else if (!seen.has(members)) {
      seen.add(members);
      const ordered = [...members].sort((a, b) => (position.get(a) as number) - (position.get(b) as number));
      steps.push(elementwiseStep(ordered, needed));
    }
  }
  return scheduleSteps(steps);
}

function elementwiseStep(nodes: readonly Tensor[], needed: ReadonlySet<Tensor>): ElementwiseStep {
  const inside = new Set(nodes);
  const inputs = new Set<Tensor>();
  for (const node of nodes) {
    for (const input of node.inputs) if (!inside.has(input)) inputs.add(sourceOf(input));
  }
  return {
    kind: 'elementwise',
    shape: staticShape('elementwise', nodes[0].shape),
    nodes,
    inputs: [...inputs],
    outputs: nodes.filter(node => needed.has(node)),
  };
}

/** Orders steps so that each comes after what it reads, otherwise as late producers first allow. */
function scheduleSteps(steps: readonly Step[]): Step[] {
  const producer = new Map<Tensor, Step>();
  for (const step of steps) for (const tensor of stepWrites(step)) producer.set(tensor, step);
  const done = new Set<Step>();
  const order: Step[] = [];
  const stack: Step[] = [];
  for (const root of steps) {
    stack.push(root);
    while (stack.length > 0) {
      const step = stack[stack.length - 1];
      const missing = done.has(step)
        ? []
        : stepReads(step).flatMap(tensor => {
            const source = producer.get(tensor);
            return source !== undefined && source !== step && !done.has(source) ? [source] : [];
          });
      if (missing.length > 0) stack.push(...missing);
      else {
        stack.pop();
        if (!done.has(step)) order.push(step);
        done.add(step);
      }
    }
  }
  return order;
}
