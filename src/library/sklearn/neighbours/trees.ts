/** Scikit-learn's k-d and ball trees: halves of the points, by the widest feature, searched from the nearer half on. */
import { distanceOf, type Metric, type Points, reduced, reducedOf } from './metrics.ts';
import type { NearestHeap } from './nearestHeap.ts';

interface Node {
  readonly start: number;
  readonly end: number;
  readonly isLeaf: boolean;
}

export abstract class NeighbourTree {
  protected readonly points: Points;
  protected readonly metric: Metric;
  protected readonly order: Int32Array;
  protected readonly nodes: Node[] = [];
  private readonly nodeCount: number;

  constructor(points: Points, metric: Metric, leafSize: number) {
    this.points = points;
    this.metric = metric;
    this.order = Int32Array.from({ length: points.count }, (_, i) => i);
    const levels = Math.floor(Math.log2(Math.max(1, (points.count - 1) / leafSize)) + 1);
    this.nodeCount = 2 ** levels - 1;
  }

  protected abstract describe(node: number, start: number, end: number): void;
  /** The least that the reduced distance of a point to anything in a node can be. */
  protected abstract leastReduced(node: number, queries: Points, query: number): number;

  protected build(node: number, start: number, end: number): void {
    this.describe(node, start, end);
    const isLeaf = 2 * node + 1 >= this.nodeCount || end - start < 2;
    this.nodes[node] = { start, end, isLeaf };
    if (isLeaf) return;
    const half = Math.floor((end - start) / 2);
    this.cut(this.widest(start, end), start, half, end);
    this.build(2 * node + 1, start, start + half);
    this.build(2 * node + 2, start + half, end);
  }

  private widest(start: number, end: number): number {
    const { items, width } = this.points;
    let [best, most] = [0, 0];
    for (let k = 0; k < width; k++) {
      let [low, high] = [items[this.order[start] * width + k], items[this.order[start] * width + k]];
      for (let i = start + 1; i < end; i++) {
        const value = items[this.order[i] * width + k];
        high = Math.max(high, value);
        low = Math.min(low, value);
      }
      if (high - low > most) [most, best] = [high - low, k];
    }
    return best;
  }

  /** Moves the smaller half of a feature to the front, as C++'s `nth_element` does it; ties by number. */
  private cut(feature: number, from: number, half: number, to: number): void {
    const { order } = this;
    const { items, width } = this.points;
    const less = (a: number, b: number): boolean => {
      const [x, y] = [items[a * width + feature], items[b * width + feature]];
      return x === y ? a < b : x < y;
    };
    const exchange = (i: number, j: number): void => {
      [order[i], order[j]] = [order[j], order[i]];
    };
    const middleToFront = (target: number, i: number, j: number, k: number): void => {
      const [a, b, c] = [order[i], order[j], order[k]];
      if (less(a, b)) exchange(target, less(b, c) ? j : less(a, c) ? k : i);
      else exchange(target, less(a, c) ? i : less(b, c) ? k : j);
    };
    const wanted = from + half;
    let [first, last] = [from, to];
    if (wanted === last) return;
    while (last - first > 3) {
      middleToFront(first, first + 1, first + ((last - first) >> 1), last - 1);
      const pivot = order[first];
      let [low, high] = [first + 1, last];
      for (;;) {
        while (less(order[low], pivot)) low++;
        high--;
        while (less(pivot, order[high])) high--;
        if (low >= high) break;
        exchange(low, high);
        low++;
      }
      if (low <= wanted) first = low;
      else last = low;
    }
    for (let i = first + 1; i < last; i++) {
      const place = order[i];
      let j = i;
      for (; j > first && less(place, order[j - 1]); j--) order[j] = order[j - 1];
      order[j] = place;
    }
  }

  /** Puts the nearest points of a query into the heap. */
  search(queries: Points, query: number, heap: NearestHeap): void {
    this.visit(0, queries, query, heap, this.leastReduced(0, queries, query));
  }

  private visit(node: number, queries: Points, query: number, heap: NearestHeap, least: number): void {
    if (least > heap.largest) return;
    const { start, end, isLeaf } = this.nodes[node];
    if (isLeaf) {
      for (let i = start; i < end; i++) {
        const place = this.order[i];
        heap.push(reduced(this.metric, queries, query, this.points, place), place);
      }
      return;
    }
    const [left, right] = [2 * node + 1, 2 * node + 2];
    const leastLeft = this.leastReduced(left, queries, query);
    const leastRight = this.leastReduced(right, queries, query);
    if (leastLeft <= leastRight) {
      this.visit(left, queries, query, heap, leastLeft);
      this.visit(right, queries, query, heap, leastRight);
    } else {
      this.visit(right, queries, query, heap, leastRight);
      this.visit(left, queries, query, heap, leastLeft);
    }
  }
}

export class KdTree extends NeighbourTree {
  private readonly lower: Float64Array[] = [];
  private readonly upper: Float64Array[] = [];

  constructor(points: Points, metric: Metric, leafSize: number) {
    super(points, metric, leafSize);
    this.build(0, 0, points.count);
  }

  protected describe(node: number, start: number, end: number): void {
    const { items, width } = this.points;
    const lower = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
    const upper = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
    for (let i = start; i < end; i++) {
      for (let k = 0; k < width; k++) {
        const value = items[this.order[i] * width + k];
        lower[k] = Math.min(lower[k], value);
        upper[k] = Math.max(upper[k], value);
      }
    }
    this.lower[node] = lower;
    this.upper[node] = upper;
  }

  protected leastReduced(node: number, queries: Points, query: number): number {
    const { width } = this.points;
    const [lower, upper] = [this.lower[node], this.upper[node]];
    const { exponent } = this.metric;
    let sum = 0;
    for (let k = 0; k < width; k++) {
      const value = queries.items[query * width + k];
      const below = lower[k] - value;
      const above = value - upper[k];
      const apart = 0.5 * (below + Math.abs(below) + (above + Math.abs(above)));
      if (exponent === Number.POSITIVE_INFINITY) sum = Math.max(sum, apart);
      else sum += exponent === 2 ? apart * apart : apart ** exponent;
    }
    return sum;
  }
}

export class BallTree extends NeighbourTree {
  private readonly centres: Points[] = [];
  private readonly radii: number[] = [];

  constructor(points: Points, metric: Metric, leafSize: number) {
    super(points, metric, leafSize);
    this.build(0, 0, points.count);
  }

  protected describe(node: number, start: number, end: number): void {
    const { items, width } = this.points;
    const middle = new Float64Array(width);
    for (let i = start; i < end; i++)
      for (let k = 0; k < width; k++) middle[k] += items[this.order[i] * width + k];
    for (let k = 0; k < width; k++) middle[k] /= end - start;
    const centre: Points = { items: middle, count: 1, width };
    let radius = 0;
    for (let i = start; i < end; i++)
      radius = Math.max(radius, reduced(this.metric, centre, 0, this.points, this.order[i]));
    this.centres[node] = centre;
    this.radii[node] = distanceOf(this.metric, radius);
  }

  protected leastReduced(node: number, queries: Points, query: number): number {
    const apart = distanceOf(this.metric, reduced(this.metric, queries, query, this.centres[node], 0));
    return reducedOf(this.metric, Math.max(0, apart - this.radii[node]));
  }
}
