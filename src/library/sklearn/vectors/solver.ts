/**
 * Sequential minimal optimization with second-order choice of the pair and shrinking (Fan, Chen and Lin, JMLR 6, 2005):
 * minimises ½αᵀQα + pᵀα with yᵀα constant and 0 ≤ α ≤ C, where Q holds the signed kernel. The order of the steps is
 * LIBSVM's, so that the result is the same to the digits that are printed.
 */
import type { KernelMatrix } from './kernels.ts';

export interface Problem {
  readonly matrix: KernelMatrix;
  /** The row of the kernel matrix that each variable belongs to. */
  readonly base: Int32Array;
  /** +1 or -1 for each variable. */
  readonly signs: Int8Array;
  readonly linear: Float64Array;
  readonly bounds: Float64Array;
  readonly start: Float64Array;
}

export interface SolverOptions {
  readonly tolerance: number;
  readonly shrinking: boolean;
  /** Steps at most; -1 for no limit. */
  readonly maxSteps: number;
}

export interface Solution {
  readonly alpha: Float64Array;
  readonly rho: number;
  /** The second multiplier of the ν-formulations. */
  readonly scale: number;
  readonly steps: number;
  readonly ended: boolean;
}

const TINY = 1e-12;
const LOWER = 0;
const UPPER = 1;
const FREE = 2;

function exchange(array: Float64Array | Int32Array | Int8Array | Uint8Array, i: number, j: number): void {
  const kept = array[i];
  array[i] = array[j];
  array[j] = kept;
}

export class Solver {
  protected readonly size: number;
  protected active: number;
  protected readonly signs: Int8Array;
  protected readonly gradient: Float64Array;
  protected readonly status: Uint8Array;
  protected readonly tolerance: number;
  protected readonly diagonal: Float64Array;
  protected readonly base: Int32Array;
  protected pair: [number, number] = [-1, -1];
  private readonly matrix: KernelMatrix;
  private readonly alpha: Float64Array;
  private readonly bounds: Float64Array;
  private readonly linear: Float64Array;
  private readonly places: Int32Array;
  /** The gradient's part of the variables at their upper bound. */
  private readonly fixed: Float64Array;
  private readonly options: SolverOptions;
  private unshrunk = false;

  constructor(problem: Problem, options: SolverOptions) {
    this.size = problem.signs.length;
    this.active = this.size;
    this.matrix = problem.matrix;
    this.base = problem.base.slice();
    this.signs = problem.signs.slice();
    this.alpha = problem.start.slice();
    this.bounds = problem.bounds.slice();
    this.linear = problem.linear.slice();
    this.diagonal = Float64Array.from(this.base, row => this.matrix.diagonal[row]);
    this.places = Int32Array.from({ length: this.size }, (_, i) => i);
    this.status = new Uint8Array(this.size);
    for (let i = 0; i < this.size; i++) this.settle(i);
    this.gradient = this.linear.slice();
    this.fixed = new Float64Array(this.size);
    this.tolerance = options.tolerance;
    this.options = options;
  }

  private settle(i: number): void {
    this.status[i] = this.alpha[i] >= this.bounds[i] ? UPPER : this.alpha[i] <= 0 ? LOWER : FREE;
  }

  protected isUpper(i: number): boolean {
    return this.status[i] === UPPER;
  }

  protected isLower(i: number): boolean {
    return this.status[i] === LOWER;
  }

  /** The kernel's row of a variable, by rows of the matrix: look up with `base`. */
  protected kernelRow(i: number): Float32Array {
    return this.matrix.row(this.base[i]);
  }

  /** Adds a multiple of Q's row `i` to some entries of an array. */
  private addRow(into: Float64Array, i: number, factor: number, from: number, to: number): void {
    const row = this.kernelRow(i);
    const signed = factor * this.signs[i];
    for (let k = from; k < to; k++) into[k] += this.signs[k] * (signed * row[this.base[k]]);
  }

  solve(): Solution {
    const { size, alpha, bounds } = this;
    for (let i = 0; i < size; i++) {
      if (this.isLower(i)) continue;
      this.addRow(this.gradient, i, alpha[i], 0, size);
      if (this.isUpper(i)) this.addRow(this.fixed, i, bounds[i], 0, size);
    }
    let steps = 0;
    let counter = Math.min(size, 1000) + 1;
    let ended = true;
    while (true) {
      if (this.options.maxSteps !== -1 && steps >= this.options.maxSteps) {
        ended = false;
        break;
      }
      if (--counter === 0) {
        counter = Math.min(size, 1000);
        if (this.options.shrinking) this.shrink();
      }
      if (!this.choosePair()) {
        this.reconstruct();
        this.active = size;
        if (!this.choosePair()) break;
        counter = 1;
      }
      steps++;
      this.step(...this.pair);
    }
    const { rho, scale } = this.multipliers();
    const found = new Float64Array(size);
    for (let i = 0; i < size; i++) found[this.places[i]] = alpha[i];
    return { alpha: found, rho, scale, steps, ended };
  }

  /** Moves a pair to where it is best within its bounds. */
  private step(i: number, j: number): void {
    const { alpha, bounds, gradient, signs, active, base } = this;
    const [rowI, rowJ] = [this.kernelRow(i), this.kernelRow(j)];
    const [beforeI, beforeJ] = [alpha[i], alpha[j]];
    const curve = this.diagonal[i] + this.diagonal[j] - 2 * rowI[base[j]];
    const divisor = curve <= 0 ? TINY : curve;
    if (signs[i] !== signs[j]) {
      const delta = (-gradient[i] - gradient[j]) / divisor;
      this.placeOpposed(i, j, alpha[i] - alpha[j], delta);
    } else {
      const delta = (gradient[i] - gradient[j]) / divisor;
      this.placeAlike(i, j, alpha[i] + alpha[j], delta);
    }
    const [changeI, changeJ] = [signs[i] * (alpha[i] - beforeI), signs[j] * (alpha[j] - beforeJ)];
    for (let k = 0; k < active; k++)
      gradient[k] += signs[k] * (rowI[base[k]] * changeI + rowJ[base[k]] * changeJ);
    for (const each of [i, j]) {
      const was = this.isUpper(each);
      this.settle(each);
      if (was !== this.isUpper(each))
        this.addRow(this.fixed, each, was ? -bounds[each] : bounds[each], 0, this.size);
    }
  }

  private placeOpposed(i: number, j: number, difference: number, delta: number): void {
    const { alpha, bounds } = this;
    alpha[i] += delta;
    alpha[j] += delta;
    if (difference > 0) {
      if (alpha[j] < 0) this.place(i, difference, j, 0);
    } else if (alpha[i] < 0) this.place(i, 0, j, -difference);
    if (difference > bounds[i] - bounds[j]) {
      if (alpha[i] > bounds[i]) this.place(i, bounds[i], j, bounds[i] - difference);
    } else if (alpha[j] > bounds[j]) this.place(i, bounds[j] + difference, j, bounds[j]);
  }

  private placeAlike(i: number, j: number, sum: number, delta: number): void {
    const { alpha, bounds } = this;
    alpha[i] -= delta;
    alpha[j] += delta;
    if (sum > bounds[i]) {
      if (alpha[i] > bounds[i]) this.place(i, bounds[i], j, sum - bounds[i]);
    } else if (alpha[j] < 0) this.place(i, sum, j, 0);
    if (sum > bounds[j]) {
      if (alpha[j] > bounds[j]) this.place(i, sum - bounds[j], j, bounds[j]);
    } else if (alpha[i] < 0) this.place(i, 0, j, sum);
  }

  private place(i: number, valueI: number, j: number, valueJ: number): void {
    this.alpha[i] = valueI;
    this.alpha[j] = valueJ;
  }

  /** The gradient of the variables that were set aside. */
  private reconstruct(): void {
    const { active, size, gradient, alpha, status } = this;
    if (active === size) return;
    for (let j = active; j < size; j++) gradient[j] = this.fixed[j] + this.linear[j];
    let free = 0;
    for (let j = 0; j < active; j++) if (status[j] === FREE) free++;
    if (free * size > 2 * active * (size - active)) {
      for (let i = active; i < size; i++) {
        const row = this.kernelRow(i);
        for (let j = 0; j < active; j++)
          if (status[j] === FREE)
            gradient[i] += alpha[j] * (this.signs[i] * this.signs[j] * row[this.base[j]]);
      }
      return;
    }
    for (let i = 0; i < active; i++) if (status[i] === FREE) this.addRow(gradient, i, alpha[i], active, size);
  }

  private swap(i: number, j: number): void {
    for (const array of [this.signs, this.gradient, this.status, this.alpha, this.linear])
      exchange(array, i, j);
    for (const array of [this.places, this.fixed, this.bounds, this.base, this.diagonal])
      exchange(array, i, j);
  }

  /** How much an exchange with `j` lessens the objective, as a negative number. */
  protected decrease(i: number, row: Float32Array, j: number, slope: number): number {
    const curve = this.diagonal[i] + this.diagonal[j] - 2 * row[this.base[j]];
    return -(slope * slope) / (curve > 0 ? curve : TINY);
  }

  /** Finds the pair to move; false when none violates the conditions by more than the tolerance. */
  protected choosePair(): boolean {
    const { active, signs, gradient } = this;
    let [most, first] = [-Infinity, -1];
    for (let t = 0; t < active; t++) {
      const pull = -signs[t] * gradient[t];
      if (!(signs[t] === 1 ? this.isUpper(t) : this.isLower(t)) && pull >= most) [most, first] = [pull, t];
    }
    const row = first === -1 ? null : this.kernelRow(first);
    let [other, second, best] = [-Infinity, -1, Infinity];
    for (let j = 0; j < active; j++) {
      if (signs[j] === 1 ? this.isLower(j) : this.isUpper(j)) continue;
      const pull = signs[j] * gradient[j];
      if (pull >= other) other = pull;
      const slope = most + pull;
      if (slope <= 0 || row === null) continue;
      const decrease = this.decrease(first, row, j, slope);
      if (decrease <= best) [second, best] = [j, decrease];
    }
    if (most + other < this.tolerance || second === -1) return false;
    this.pair = [first, second];
    return true;
  }

  /** Takes up all variables once more when the end is near; sets those aside for which `done` holds. */
  protected setAside(violation: number, done: (i: number) => boolean): void {
    if (!this.unshrunk && violation <= this.tolerance * 10) {
      this.unshrunk = true;
      this.reconstruct();
      this.active = this.size;
    }
    for (let i = 0; i < this.active; i++) {
      if (!done(i)) continue;
      this.active--;
      while (this.active > i) {
        if (!done(this.active)) {
          this.swap(i, this.active);
          break;
        }
        this.active--;
      }
    }
  }

  protected shrink(): void {
    const { signs, gradient } = this;
    let [upward, downward] = [-Infinity, -Infinity];
    for (let i = 0; i < this.active; i++) {
      const pull = signs[i] * gradient[i];
      const [canGrow, canFall] =
        signs[i] === 1 ? [!this.isUpper(i), !this.isLower(i)] : [!this.isLower(i), !this.isUpper(i)];
      if (canGrow) upward = Math.max(upward, -pull);
      if (canFall) downward = Math.max(downward, pull);
    }
    this.setAside(upward + downward, i => {
      if (this.isUpper(i)) return -gradient[i] > (signs[i] === 1 ? upward : downward);
      return this.isLower(i) && gradient[i] > (signs[i] === 1 ? downward : upward);
    });
  }

  protected multipliers(): { rho: number; scale: number } {
    return {
      rho: this.multiplier(
        () => true,
        i => this.signs[i] * this.gradient[i],
        i => this.signs[i] === 1,
      ),
      scale: 0,
    };
  }

  /** The mean slope of the free variables that are asked for, else the middle of what the bounds leave open. */
  protected multiplier(
    asked: (i: number) => boolean,
    slope: (i: number) => number,
    upward: (i: number) => boolean,
  ): number {
    let [free, sum, above, below] = [0, 0, Infinity, -Infinity];
    for (let i = 0; i < this.active; i++) {
      if (!asked(i)) continue;
      const value = slope(i);
      if (this.status[i] === FREE) {
        free++;
        sum += value;
      } else if (this.isUpper(i) === upward(i)) below = Math.max(below, value);
      else above = Math.min(above, value);
    }
    return free > 0 ? sum / free : (above + below) / 2;
  }
}

/** The solver of the ν-formulations, where each sign's variables keep their sum: pairs are of one sign. */
export class PairedSolver extends Solver {
  protected override choosePair(): boolean {
    const { active, signs, gradient } = this;
    const most: Record<string, number> = { 1: -Infinity, '-1': -Infinity };
    const first: Record<string, number> = { 1: -1, '-1': -1 };
    for (let t = 0; t < active; t++) {
      const pull = -signs[t] * gradient[t];
      if ((signs[t] === 1 ? this.isUpper(t) : this.isLower(t)) || pull < most[signs[t]]) continue;
      most[signs[t]] = pull;
      first[signs[t]] = t;
    }
    const other: Record<string, number> = { 1: -Infinity, '-1': -Infinity };
    const rows: Record<string, Float32Array | null> = {
      1: first[1] === -1 ? null : this.kernelRow(first[1]),
      '-1': first['-1'] === -1 ? null : this.kernelRow(first['-1']),
    };
    let [second, best] = [-1, Infinity];
    for (let j = 0; j < active; j++) {
      if (signs[j] === 1 ? this.isLower(j) : this.isUpper(j)) continue;
      const pull = signs[j] * gradient[j];
      other[signs[j]] = Math.max(other[signs[j]], pull);
      const slope = most[signs[j]] + pull;
      const row = rows[signs[j]];
      if (slope <= 0 || row === null) continue;
      const decrease = this.decrease(first[signs[j]], row, j, slope);
      if (decrease <= best) [second, best] = [j, decrease];
    }
    const violation = Math.max(most[1] + other[1], most['-1'] + other['-1']);
    if (violation < this.tolerance || second === -1) return false;
    this.pair = [first[signs[second]], second];
    return true;
  }

  protected override shrink(): void {
    const { signs, gradient } = this;
    // What violates most: growing and falling variables of sign +1, then of sign -1.
    let [grow, fall, growOther, fallOther] = [-Infinity, -Infinity, -Infinity, -Infinity];
    for (let i = 0; i < this.active; i++) {
      if (!this.isUpper(i)) {
        if (signs[i] === 1) grow = Math.max(grow, -gradient[i]);
        else fallOther = Math.max(fallOther, -gradient[i]);
      }
      if (!this.isLower(i)) {
        if (signs[i] === 1) fall = Math.max(fall, gradient[i]);
        else growOther = Math.max(growOther, gradient[i]);
      }
    }
    this.setAside(Math.max(grow + fall, growOther + fallOther), i => {
      if (this.isUpper(i)) return -gradient[i] > (signs[i] === 1 ? grow : fallOther);
      return this.isLower(i) && gradient[i] > (signs[i] === 1 ? fall : growOther);
    });
  }

  protected override multipliers(): { rho: number; scale: number } {
    const of = (sign: number) =>
      this.multiplier(
        i => this.signs[i] === sign,
        i => this.gradient[i],
        () => true,
      );
    const [positive, negative] = [of(1), of(-1)];
    return { rho: (positive - negative) / 2, scale: (positive + negative) / 2 };
  }
}
