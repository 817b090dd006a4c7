/** Linear machines as LIBLINEAR fits them by coordinates of the dual problem (Hsieh et al. 2008; Ho and Lin 2012). */
import type { Shuffling } from './platt.ts';

export interface LinearProblem {
  /** Row after row, with the constant of the intercept as last feature where there is one. */
  readonly rows: Float64Array;
  readonly features: number;
  /** +1 and -1, or numbers. */
  readonly targets: Float64Array;
  /** The cost of each sample. */
  readonly costs: Float64Array;
}

export interface LinearFit {
  readonly weights: Float64Array;
  readonly turns: number;
}

export interface LinearOptions {
  readonly tolerance: number;
  readonly maxTurns: number;
}

function product(problem: LinearProblem, sample: number, weights: Float64Array): number {
  const from = sample * problem.features;
  let sum = 0;
  for (let k = 0; k < problem.features; k++) sum += weights[k] * problem.rows[from + k];
  return sum;
}

function add(problem: LinearProblem, sample: number, factor: number, weights: Float64Array): void {
  const from = sample * problem.features;
  for (let k = 0; k < problem.features; k++) weights[k] += factor * problem.rows[from + k];
}

/** Each sample's squared length, summed on top of a number. */
function squares(problem: LinearProblem, first: Float64Array): Float64Array {
  return first.map((start, sample) => {
    let sum = start;
    for (let k = 0; k < problem.features; k++) sum += problem.rows[sample * problem.features + k] ** 2;
    return sum;
  });
}

/** The samples still looked at, in an order drawn anew each turn; those set aside stand behind. */
class ActiveSet {
  readonly order: Int32Array;
  size: number;

  constructor(size: number) {
    this.size = size;
    this.order = Int32Array.from({ length: size }, (_, i) => i);
  }

  get whole(): boolean {
    return this.size === this.order.length;
  }

  setAside(place: number): void {
    this.size--;
    const kept = this.order[place];
    this.order[place] = this.order[this.size];
    this.order[this.size] = kept;
  }
}

/** Classes +1 and -1 by their hinge, or by its square. */
export function separateLinearly(
  problem: LinearProblem,
  squared: boolean,
  options: LinearOptions,
  chance: Shuffling,
): LinearFit {
  const { targets, costs } = problem;
  const alpha = new Float64Array(targets.length);
  const weights = new Float64Array(problem.features);
  const slack = costs.map(cost => (squared ? 0.5 / cost : 0));
  const curves = squares(problem, slack);
  const active = new ActiveSet(targets.length);
  let [highest, lowest, turns] = [Infinity, -Infinity, 0];
  while (turns < options.maxTurns) {
    let [most, least] = [-Infinity, Infinity];
    chance.shuffle(active.order, active.size);
    for (let place = 0; place < active.size; place++) {
      const sample = active.order[place];
      const sign = targets[sample] > 0 ? 1 : -1;
      const bound = squared ? Infinity : costs[sample];
      const slope = product(problem, sample, weights) * sign - 1 + alpha[sample] * slack[sample];
      let pull = slope;
      if (alpha[sample] === 0) {
        if (slope > highest) {
          active.setAside(place--);
          continue;
        }
        pull = Math.min(slope, 0);
      } else if (alpha[sample] === bound) {
        if (slope < lowest) {
          active.setAside(place--);
          continue;
        }
        pull = Math.max(slope, 0);
      }
      most = Math.max(most, pull);
      least = Math.min(least, pull);
      if (Math.abs(pull) <= 1e-12) continue;
      const before = alpha[sample];
      alpha[sample] = Math.min(Math.max(before - slope / curves[sample], 0), bound);
      add(problem, sample, (alpha[sample] - before) * sign, weights);
    }
    turns++;
    if (most - least <= options.tolerance) {
      if (active.whole) break;
      active.size = targets.length;
      [highest, lowest] = [Infinity, -Infinity];
      continue;
    }
    highest = most <= 0 ? Infinity : most;
    lowest = least >= 0 ? -Infinity : least;
  }
  return { weights, turns };
}

/** Numbers within a tube of half-width `epsilon`, by their distance from it or by its square. */
export function regressLinearly(
  problem: LinearProblem,
  squared: boolean,
  epsilon: number,
  options: LinearOptions,
  chance: Shuffling,
): LinearFit {
  const { targets, costs } = problem;
  const beta = new Float64Array(targets.length);
  const weights = new Float64Array(problem.features);
  const curves = squares(problem, new Float64Array(targets.length));
  const active = new ActiveSet(targets.length);
  let [highest, first, turns] = [Infinity, 0, 0];
  while (turns < options.maxTurns) {
    let [most, total] = [0, 0];
    chance.shuffle(active.order, active.size);
    for (let place = 0; place < active.size; place++) {
      const sample = active.order[place];
      const slack = squared ? 0.5 / costs[sample] : 0;
      const bound = squared ? Infinity : costs[sample];
      let slope = -targets[sample] + slack * beta[sample];
      for (let k = 0; k < problem.features; k++)
        slope += problem.rows[sample * problem.features + k] * weights[k];
      const [up, down] = [slope + epsilon, slope - epsilon];
      const violation = tubeViolation(beta[sample], bound, up, down, highest);
      if (violation === null) {
        active.setAside(place--);
        continue;
      }
      most = Math.max(most, violation);
      total += violation;
      const curve = curves[sample] + slack;
      const wanted =
        up < curve * beta[sample] ? -up / curve : down > curve * beta[sample] ? -down / curve : -beta[sample];
      if (Math.abs(wanted) < 1e-12) continue;
      const before = beta[sample];
      beta[sample] = Math.min(Math.max(before + wanted, -bound), bound);
      if (beta[sample] !== before) add(problem, sample, beta[sample] - before, weights);
    }
    if (turns === 0) first = total;
    turns++;
    if (total <= options.tolerance * first) {
      if (active.whole) break;
      active.size = targets.length;
      highest = Infinity;
      continue;
    }
    highest = most;
  }
  return { weights, turns };
}

/** How far a sample is from its condition; null where it can be set aside. */
function tubeViolation(
  beta: number,
  bound: number,
  up: number,
  down: number,
  highest: number,
): number | null {
  if (beta === 0) {
    if (up < 0) return -up;
    if (down > 0) return down;
    return up > highest && down < -highest ? null : 0;
  }
  if (beta >= bound) return up > 0 ? up : up < -highest ? null : 0;
  if (beta <= -bound) return down < 0 ? -down : down > highest ? null : 0;
  return Math.abs(beta > 0 ? up : down);
}
