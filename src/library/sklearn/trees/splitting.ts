/** The best cut of a node's samples: which feature, at which threshold, as scikit-learn's splitters search for it. */
import type { Criterion, Targets } from './criteria.ts';
import { sortSamples } from './sampleOrder.ts';

/** Values of a feature that lie no further apart count as equal. */
const sameValue = Math.fround(1e-7);
const largestDraw = 0x7fffffff;

export interface Split {
  feature: number;
  /** The first place of the right part; the node's end where no split was found. */
  position: number;
  threshold: number;
  improvement: number;
  impurityLeft: number;
  impurityRight: number;
}

export interface SplitLimits {
  /** How many features are looked at for each split. */
  readonly maxFeatures: number;
  readonly minSamplesLeaf: number;
  readonly minWeightLeaf: number;
  /** Whether thresholds are drawn by chance, one for each feature, instead of tried all. */
  readonly random: boolean;
}

export class Splitter {
  readonly criterion: Criterion;
  readonly samples: Int32Array;
  private readonly columns: Float32Array;
  private readonly width: number;
  private readonly limits: SplitLimits;
  private readonly features: Int32Array;
  private readonly constants: Int32Array;
  private readonly values: Float32Array;
  private state: number;
  private start = 0;
  private end = 0;

  /** `table` holds the samples row by row; `seed` begins the stream that features are drawn from. */
  constructor(
    table: Float32Array,
    width: number,
    targets: Targets,
    criterion: Criterion,
    limits: SplitLimits,
    seed: number,
  ) {
    this.columns = table;
    this.width = width;
    this.criterion = criterion;
    this.limits = limits;
    this.state = seed >>> 0;
    const count = table.length / Math.max(1, width);
    const used: number[] = [];
    for (let i = 0; i < count; i++) if (targets.weights === null || targets.weights[i] !== 0) used.push(i);
    this.samples = Int32Array.from(used);
    this.features = Int32Array.from({ length: width }, (_, i) => i);
    this.constants = new Int32Array(width);
    this.values = new Float32Array(count);
  }

  begin(start: number, end: number): void {
    this.start = start;
    this.end = end;
    this.criterion.begin(this.samples, start, end);
  }

  /** A whole number below 2**31 of Marsaglia's xorshift, as `rand_r` of scikit-learn's trees. */
  private draw(): number {
    let state = this.state === 0 ? 1 : this.state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.state = state >>> 0;
    return this.state % (largestDraw + 1);
  }

  /**
   * The best split of the node, and how many features are known to be constant in it. Features are drawn without
   * replacement; those that an ancestor found constant are not looked at again.
   */
  split(impurity: number, knownConstants: number): { readonly best: Split; readonly constants: number } {
    const { features, start, end } = this;
    const best: Split = {
      feature: 0,
      position: end,
      threshold: 0,
      improvement: Number.NEGATIVE_INFINITY,
      impurityLeft: Number.POSITIVE_INFINITY,
      impurityRight: Number.POSITIVE_INFINITY,
    };
    let bestProxy = Number.NEGATIVE_INFINITY;
    let [remaining, visited, found, drawn, constants] = [this.width, 0, 0, 0, knownConstants];
    while (remaining > constants && (visited < this.limits.maxFeatures || visited <= found + drawn)) {
      visited++;
      let place = drawn + (this.draw() % (remaining - found - drawn));
      if (place < knownConstants) {
        exchange(features, drawn, place);
        drawn++;
        continue;
      }
      place += found;
      const feature = features[place];
      for (let p = start; p < end; p++) this.values[p] = this.columns[this.samples[p] * this.width + feature];
      const spread = this.limits.random ? this.range() : this.sorted();
      if (spread.largest <= Math.fround(spread.smallest + sameValue)) {
        exchange(features, place, constants);
        found++;
        constants++;
        continue;
      }
      remaining--;
      exchange(features, remaining, place);
      bestProxy = this.limits.random
        ? this.tryDrawn(feature, spread, best, bestProxy)
        : this.tryAll(feature, best, bestProxy);
    }
    if (best.position < end) this.finish(best, impurity);
    // The features that ancestors found constant stay in their order; siblings share it.
    features.set(this.constants.subarray(0, knownConstants));
    this.constants.set(features.subarray(knownConstants, knownConstants + found), knownConstants);
    return { best, constants };
  }

  private sorted(): { smallest: number; largest: number } {
    sortSamples(this.values, this.samples, this.start, this.end - this.start);
    return { smallest: this.values[this.start], largest: this.values[this.end - 1] };
  }

  private range(): { smallest: number; largest: number } {
    let smallest = this.values[this.start];
    let largest = smallest;
    for (let p = this.start + 1; p < this.end; p++) {
      const value = this.values[p];
      if (value < smallest) smallest = value;
      else if (value > largest) largest = value;
    }
    return { smallest, largest };
  }

  private allows(position: number): boolean {
    const { minSamplesLeaf } = this.limits;
    return position - this.start >= minSamplesLeaf && this.end - position >= minSamplesLeaf;
  }

  private get tooLight(): boolean {
    const { minWeightLeaf } = this.limits;
    return this.criterion.weightLeft < minWeightLeaf || this.criterion.weightRight < minWeightLeaf;
  }

  private tryAll(feature: number, best: Split, before: number): number {
    const { values, criterion, end } = this;
    let bestProxy = before;
    criterion.reset();
    let p = this.start;
    while (p < end) {
      while (p + 1 < end && values[p + 1] <= Math.fround(values[p] + sameValue)) p++;
      p++;
      if (p >= end || !this.allows(p)) continue;
      criterion.update(p);
      if (this.tooLight) continue;
      const proxy = criterion.proxyImprovement();
      if (!(proxy > bestProxy)) continue;
      bestProxy = proxy;
      let threshold = values[p - 1] / 2 + values[p] / 2;
      if (threshold === values[p] || !Number.isFinite(threshold)) threshold = values[p - 1];
      Object.assign(best, { feature, position: p, threshold });
    }
    return bestProxy;
  }

  private tryDrawn(
    feature: number,
    { smallest, largest }: { smallest: number; largest: number },
    best: Split,
    before: number,
  ): number {
    const { values, criterion } = this;
    let threshold = ((largest - smallest) * this.draw()) / largestDraw + smallest;
    if (threshold === largest) threshold = smallest;
    const position = this.partition(place => values[place] <= threshold, values);
    if (!this.allows(position)) return before;
    criterion.reset();
    criterion.update(position);
    if (this.tooLight) return before;
    const proxy = criterion.proxyImprovement();
    if (!(proxy > before)) return before;
    Object.assign(best, { feature, position, threshold });
    return proxy;
  }

  /** Moves the samples that go left to the front; the place of the first that goes right. */
  private partition(goesLeft: (place: number) => boolean, values: Float32Array | null): number {
    let [p, end] = [this.start, this.end];
    while (p < end) {
      if (goesLeft(p)) p++;
      else {
        end--;
        exchange(this.samples, p, end);
        if (values !== null) exchange(values, p, end);
      }
    }
    return end;
  }

  private finish(best: Split, impurity: number): void {
    const { samples, columns, width, criterion } = this;
    this.partition(place => columns[samples[place] * width + best.feature] <= best.threshold, null);
    criterion.reset();
    criterion.update(best.position);
    const [left, right] = criterion.childImpurities();
    best.impurityLeft = left;
    best.impurityRight = right;
    best.improvement = criterion.improvement(impurity, left, right);
  }
}

function exchange(items: Int32Array | Float32Array, i: number, j: number): void {
  const item = items[i];
  items[i] = items[j];
  items[j] = item;
}
