/** Grows a tree node by node: depth first, or the most useful split first where the number of leaves is limited. */
import type { Split, Splitter } from './splitting.ts';

const epsilon = 2 ** -52;

export interface GrowthLimits {
  readonly maxDepth: number;
  readonly minSamplesSplit: number;
  readonly minSamplesLeaf: number;
  readonly minWeightLeaf: number;
  readonly minImpurityDecrease: number;
  /** Null for as many as come. */
  readonly maxLeafNodes: number | null;
}

/** The nodes of a tree, each at its number; children and features of leaves are -1 and -2. */
export class GrownTree {
  readonly left: number[] = [];
  readonly right: number[] = [];
  readonly feature: number[] = [];
  readonly threshold: number[] = [];
  readonly impurity: number[] = [];
  readonly samples: number[] = [];
  readonly weight: number[] = [];
  readonly values: number[] = [];
  depth = 0;

  add(parent: Parent | null, start: number, end: number, impurity: number, weight: number): number {
    const node = this.left.length;
    if (parent !== null) (parent.isLeft ? this.left : this.right)[parent.node] = node;
    this.left.push(-1);
    this.right.push(-1);
    this.feature.push(-2);
    this.threshold.push(-2);
    this.impurity.push(impurity);
    this.samples.push(end - start);
    this.weight.push(weight);
    return node;
  }

  cut(node: number, split: Split): void {
    this.feature[node] = split.feature;
    this.threshold[node] = split.threshold;
  }
}

interface Parent {
  readonly node: number;
  readonly isLeft: boolean;
}

interface Pending {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly parent: Parent | null;
  /** Null for the root: it is measured first. */
  readonly impurity: number | null;
  readonly constants: number;
}

interface Examined {
  readonly node: number;
  readonly split: Split | null;
  readonly constants: number;
  readonly pending: Pending;
}

export function growTree(splitter: Splitter, width: number, limits: GrowthLimits): GrownTree {
  const tree = new GrownTree();
  const root: Pending = {
    start: 0,
    end: splitter.samples.length,
    depth: 0,
    parent: null,
    impurity: null,
    constants: 0,
  };
  if (limits.maxLeafNodes === null) growDepthFirst(tree, splitter, width, limits, root);
  else growBestFirst(tree, splitter, width, limits, root, limits.maxLeafNodes);
  return tree;
}

/** Adds a node to the tree and looks for its split; null where it is to stay a leaf. */
function examine(
  tree: GrownTree,
  splitter: Splitter,
  width: number,
  limits: GrowthLimits,
  pending: Pending,
): Examined {
  const { start, end, depth, parent } = pending;
  splitter.begin(start, end);
  const { criterion } = splitter;
  const impurity = pending.impurity ?? criterion.nodeImpurity();
  const { weight } = criterion;
  const isLeaf =
    depth >= limits.maxDepth ||
    end - start < limits.minSamplesSplit ||
    end - start < 2 * limits.minSamplesLeaf ||
    weight < 2 * limits.minWeightLeaf ||
    impurity <= epsilon;
  let split: Split | null = null;
  let { constants } = pending;
  if (!isLeaf) {
    const found = splitter.split(impurity, constants);
    constants = found.constants;
    if (found.best.position < end && found.best.improvement + epsilon >= limits.minImpurityDecrease)
      split = found.best;
  }
  const node = tree.add(parent, start, end, impurity, weight);
  const value = new Float64Array(width);
  criterion.writeValue(value, 0);
  tree.values.push(...value);
  tree.depth = Math.max(tree.depth, depth);
  return { node, split, constants, pending };
}

function childrenOf(found: Examined, split: Split): readonly [left: Pending, right: Pending] {
  const { start, end, depth } = found.pending;
  const { constants, node } = found;
  const { position, impurityLeft, impurityRight } = split;
  return [
    {
      start,
      end: position,
      depth: depth + 1,
      parent: { node, isLeft: true },
      impurity: impurityLeft,
      constants,
    },
    {
      start: position,
      end,
      depth: depth + 1,
      parent: { node, isLeft: false },
      impurity: impurityRight,
      constants,
    },
  ];
}

function growDepthFirst(
  tree: GrownTree,
  splitter: Splitter,
  width: number,
  limits: GrowthLimits,
  root: Pending,
): void {
  const waiting = [root];
  for (let pending = waiting.pop(); pending !== undefined; pending = waiting.pop()) {
    const found = examine(tree, splitter, width, limits, pending);
    if (found.split === null) continue;
    tree.cut(found.node, found.split);
    const [left, right] = childrenOf(found, found.split);
    waiting.push(right, left);
  }
}

function growBestFirst(
  tree: GrownTree,
  splitter: Splitter,
  width: number,
  limits: GrowthLimits,
  root: Pending,
  maxLeafNodes: number,
): void {
  const frontier: Examined[] = [];
  let splitsLeft = maxLeafNodes - 1;
  push(frontier, examine(tree, splitter, width, limits, root));
  while (frontier.length > 0) {
    const found = pop(frontier);
    if (found.split === null || splitsLeft <= 0) continue;
    splitsLeft--;
    tree.cut(found.node, found.split);
    const [left, right] = childrenOf({ ...found, constants: 0 }, found.split);
    const both = [left, right].map(each => examine(tree, splitter, width, limits, each));
    for (const each of both) push(frontier, each);
  }
}

function gain(found: Examined): number {
  return found.split === null ? 0 : found.split.improvement;
}

/** Into a heap with the largest gain in front, as C++'s `push_heap` does it. */
function push(heap: Examined[], found: Examined): void {
  heap.push(found);
  rise(heap, heap.length - 1, found);
}

function rise(heap: Examined[], from: number, found: Examined): void {
  let hole = from;
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    if (!(gain(heap[parent]) < gain(found))) break;
    heap[hole] = heap[parent];
    hole = parent;
  }
  heap[hole] = found;
}

/** The largest gain, as C++'s `pop_heap` takes it. */
function pop(heap: Examined[]): Examined {
  const first = heap[0];
  const last = heap.pop()!;
  if (heap.length === 0) return first;
  let hole = 0;
  let child = 2;
  for (; child < heap.length; child = 2 * hole + 2) {
    if (gain(heap[child]) < gain(heap[child - 1])) child--;
    heap[hole] = heap[child];
    hole = child;
  }
  if (child === heap.length) {
    heap[hole] = heap[child - 1];
    hole = child - 1;
  }
  rise(heap, hole, last);
  return first;
}
