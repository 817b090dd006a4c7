/**
 * How good a split of samples is: Gini's impurity and entropy of classes, squared errors of numbers. Sums run in
 * scikit-learn's own order, since the last bit decides between splits that are equally good.
 */

/** The targets of all samples: class codes or numbers, sample after sample, with a weight each where there are weights. */
export interface Targets {
  readonly values: Float64Array;
  readonly outputs: number;
  readonly weights: Float64Array | null;
  /** The weight of all samples together. */
  readonly totalWeight: number;
}

/** The samples of one node, cut at a position into those to the left and those to the right. */
export abstract class Criterion {
  protected readonly targets: Targets;
  /** Numbers that are summed for each output: one for each class, or a single one. */
  protected readonly width: number;
  protected readonly total: Float64Array;
  protected readonly left: Float64Array;
  protected readonly right: Float64Array;
  protected samples: Int32Array = new Int32Array(0);
  protected start = 0;
  protected end = 0;
  protected position = 0;
  weight = 0;
  weightLeft = 0;
  weightRight = 0;

  constructor(targets: Targets, width: number) {
    this.targets = targets;
    this.width = width;
    this.total = new Float64Array(targets.outputs * width);
    this.left = new Float64Array(targets.outputs * width);
    this.right = new Float64Array(targets.outputs * width);
  }

  protected abstract add(sums: Float64Array, sample: number, weight: number): void;
  abstract nodeImpurity(): number;
  abstract childImpurities(): readonly [left: number, right: number];

  /** Takes up the samples of a node. */
  begin(samples: Int32Array, start: number, end: number): void {
    this.samples = samples;
    this.start = start;
    this.end = end;
    this.weight = 0;
    this.total.fill(0);
    const { weights } = this.targets;
    for (let place = start; place < end; place++) {
      const sample = samples[place];
      const weight = weights === null ? 1 : weights[sample];
      this.add(this.total, sample, weight);
      this.weight += weight;
    }
    this.reset();
  }

  /** Moves every sample to the right. */
  reset(): void {
    this.position = this.start;
    this.weightLeft = 0;
    this.weightRight = this.weight;
    this.left.fill(0);
    this.right.set(this.total);
  }

  /** Moves the cut onwards, counting from the end that is nearer. */
  update(position: number): void {
    const { weights } = this.targets;
    if (position - this.position <= this.end - position) {
      for (let place = this.position; place < position; place++) {
        const sample = this.samples[place];
        const weight = weights === null ? 1 : weights[sample];
        this.add(this.left, sample, weight);
        this.weightLeft += weight;
      }
    } else {
      this.left.set(this.total);
      this.weightLeft = this.weight;
      for (let place = this.end - 1; place >= position; place--) {
        const sample = this.samples[place];
        const weight = weights === null ? 1 : weights[sample];
        this.add(this.left, sample, -weight);
        this.weightLeft -= weight;
      }
    }
    this.weightRight = this.weight - this.weightLeft;
    for (let i = 0; i < this.total.length; i++) this.right[i] = this.total[i] - this.left[i];
    this.position = position;
  }

  /** What grows with the improvement and costs less. */
  proxyImprovement(): number {
    const [left, right] = this.childImpurities();
    return -this.weightRight * right - this.weightLeft * left;
  }

  improvement(parent: number, left: number, right: number): number {
    return (
      (this.weight / this.targets.totalWeight) *
      (parent - (this.weightRight / this.weight) * right - (this.weightLeft / this.weight) * left)
    );
  }

  /** Writes the answer of the node: the weight of each class, or the mean. */
  abstract writeValue(into: Float64Array, offset: number): void;
}

abstract class ClassCriterion extends Criterion {
  protected add(sums: Float64Array, sample: number, weight: number): void {
    const { values, outputs } = this.targets;
    for (let k = 0; k < outputs; k++) sums[k * this.width + values[sample * outputs + k]] += weight;
  }

  /** The impurity of one output's class weights. */
  protected abstract impurityOf(counts: Float64Array, from: number, weight: number): number;

  nodeImpurity(): number {
    return this.meanImpurity(this.total, this.weight);
  }

  childImpurities(): readonly [number, number] {
    return [this.meanImpurity(this.left, this.weightLeft), this.meanImpurity(this.right, this.weightRight)];
  }

  private meanImpurity(counts: Float64Array, weight: number): number {
    let sum = 0;
    for (let k = 0; k < this.targets.outputs; k++) sum += this.impurityOf(counts, k * this.width, weight);
    return sum / this.targets.outputs;
  }

  writeValue(into: Float64Array, offset: number): void {
    into.set(this.total, offset);
  }
}

export class Gini extends ClassCriterion {
  protected impurityOf(counts: Float64Array, from: number, weight: number): number {
    let squares = 0;
    for (let c = from; c < from + this.width; c++) squares += counts[c] * counts[c];
    return 1 - squares / (weight * weight);
  }
}

export class Entropy extends ClassCriterion {
  protected impurityOf(counts: Float64Array, from: number, weight: number): number {
    let entropy = 0;
    for (let c = from; c < from + this.width; c++) {
      if (counts[c] <= 0) continue;
      const share = counts[c] / weight;
      entropy -= share * (Math.log(share) / Math.LN2);
    }
    return entropy;
  }
}

export class SquaredError extends Criterion {
  private squares = 0;

  constructor(targets: Targets) {
    super(targets, 1);
  }

  protected add(sums: Float64Array, sample: number, weight: number): void {
    const { values, outputs } = this.targets;
    for (let k = 0; k < outputs; k++) sums[k] += weight * values[sample * outputs + k];
  }

  override begin(samples: Int32Array, start: number, end: number): void {
    super.begin(samples, start, end);
    this.squares = this.squaresOf(start, end);
  }

  private squaresOf(start: number, end: number): number {
    const { values, outputs, weights } = this.targets;
    let sum = 0;
    for (let place = start; place < end; place++) {
      const sample = this.samples[place];
      const weight = weights === null ? 1 : weights[sample];
      for (let k = 0; k < outputs; k++) {
        const value = values[sample * outputs + k];
        sum += weight * value * value;
      }
    }
    return sum;
  }

  nodeImpurity(): number {
    return this.variance(this.squares, this.total, this.weight);
  }

  private variance(squares: number, sums: Float64Array, weight: number): number {
    let impurity = squares / weight;
    for (const sum of sums) impurity -= (sum / weight) ** 2;
    return impurity / this.targets.outputs;
  }

  childImpurities(): readonly [number, number] {
    const squaresLeft = this.squaresOf(this.start, this.position);
    return [
      this.variance(squaresLeft, this.left, this.weightLeft),
      this.variance(this.squares - squaresLeft, this.right, this.weightRight),
    ];
  }

  override proxyImprovement(): number {
    let [left, right] = [0, 0];
    for (let k = 0; k < this.left.length; k++) {
      left += this.left[k] * this.left[k];
      right += this.right[k] * this.right[k];
    }
    return left / this.weightLeft + right / this.weightRight;
  }

  writeValue(into: Float64Array, offset: number): void {
    for (let k = 0; k < this.total.length; k++) into[offset + k] = this.total[k] / this.weight;
  }
}

/** Squared errors with Friedman's score of a split, which asks for halves of like size. */
export class FriedmanError extends SquaredError {
  private difference(): number {
    let [left, right] = [0, 0];
    for (let k = 0; k < this.left.length; k++) {
      left += this.left[k];
      right += this.right[k];
    }
    return this.weightRight * left - this.weightLeft * right;
  }

  override proxyImprovement(): number {
    const difference = this.difference();
    return (difference * difference) / (this.weightLeft * this.weightRight);
  }

  override improvement(): number {
    const difference = this.difference() / this.targets.outputs;
    return (difference * difference) / (this.weightLeft * this.weightRight * this.weight);
  }
}
