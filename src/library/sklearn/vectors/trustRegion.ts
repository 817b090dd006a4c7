/** Linear machines as LIBLINEAR fits them by Newton's steps in a trust region (Lin, Weng and Keerthi 2008). */
import type { LinearFit, LinearOptions, LinearProblem } from './linear.ts';

export type SmoothLoss = 'squared_hinge' | 'logistic' | 'squared_tube';

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k];
  return sum;
}

function lengthOf(a: Float64Array): number {
  return Math.sqrt(inner(a, a));
}

function addTo(into: Float64Array, factor: number, what: Float64Array): void {
  for (let k = 0; k < into.length; k++) into[k] += factor * what[k];
}

/** ½|w|² and the loss of all samples, with gradient and products with the second derivative at the last place asked. */
class Objective {
  private readonly problem: LinearProblem;
  private readonly loss: SmoothLoss;
  private readonly epsilon: number;
  private readonly scores: Float64Array;
  /** Slope and curvature of each sample's loss by its score. */
  private readonly slopes: Float64Array;
  private readonly curves: Float64Array;

  constructor(problem: LinearProblem, loss: SmoothLoss, epsilon: number) {
    this.problem = problem;
    this.loss = loss;
    this.epsilon = epsilon;
    this.scores = new Float64Array(problem.targets.length);
    this.slopes = new Float64Array(problem.targets.length);
    this.curves = new Float64Array(problem.targets.length);
  }

  value(weights: Float64Array): number {
    const { problem, scores } = this;
    let sum = inner(weights, weights) / 2;
    for (let i = 0; i < scores.length; i++) {
      let score = 0;
      for (let k = 0; k < problem.features; k++) score += weights[k] * problem.rows[i * problem.features + k];
      scores[i] = score;
      sum += this.lossOf(i);
    }
    return sum;
  }

  private lossOf(i: number): number {
    const [cost, target, score] = [this.problem.costs[i], this.problem.targets[i], this.scores[i]];
    switch (this.loss) {
      case 'logistic': {
        const margin = target * score;
        return margin >= 0
          ? cost * Math.log(1 + Math.exp(-margin))
          : cost * (-margin + Math.log(1 + Math.exp(margin)));
      }
      case 'squared_hinge': {
        const lack = 1 - target * score;
        return lack > 0 ? cost * lack * lack : 0;
      }
      case 'squared_tube': {
        const out = Math.abs(score - target) - this.epsilon;
        return out > 0 ? cost * out * out : 0;
      }
    }
  }

  gradient(weights: Float64Array): Float64Array {
    const { problem, scores, slopes, curves } = this;
    for (let i = 0; i < scores.length; i++) {
      const [cost, target, score] = [problem.costs[i], problem.targets[i], scores[i]];
      if (this.loss === 'logistic') {
        const chance = 1 / (1 + Math.exp(-target * score));
        slopes[i] = cost * (chance - 1) * target;
        curves[i] = cost * (chance * (1 - chance));
      } else if (this.loss === 'squared_hinge') {
        const within = target * score < 1;
        slopes[i] = within ? 2 * (cost * target * (target * score - 1)) : 0;
        curves[i] = within ? 2 * cost : 0;
      } else {
        const off = score - target;
        const out = off < -this.epsilon ? off + this.epsilon : off > this.epsilon ? off - this.epsilon : 0;
        slopes[i] = 2 * (cost * out);
        curves[i] = out === 0 ? 0 : 2 * cost;
      }
    }
    return this.gathered(weights, slopes);
  }

  curved(direction: Float64Array): Float64Array {
    const { problem, curves } = this;
    const each = curves.map((curve, i) => {
      if (curve === 0) return 0;
      let score = 0;
      for (let k = 0; k < problem.features; k++)
        score += direction[k] * problem.rows[i * problem.features + k];
      return curve * score;
    });
    return this.gathered(direction, each);
  }

  private gathered(first: Float64Array, factors: Float64Array): Float64Array {
    const { features, rows } = this.problem;
    const sum = new Float64Array(features);
    for (let i = 0; i < factors.length; i++) {
      if (factors[i] === 0) continue;
      for (let k = 0; k < features; k++) sum[k] += factors[i] * rows[i * features + k];
    }
    for (let k = 0; k < features; k++) sum[k] += first[k];
    return sum;
  }
}

/** Conjugate gradients for the step within the region: the step, and what is left of the gradient. */
function stepWithin(
  objective: Objective,
  gradient: Float64Array,
  radius: number,
): { step: Float64Array; rest: Float64Array } {
  const step = new Float64Array(gradient.length);
  const rest = gradient.map(value => -value);
  const direction = rest.slice();
  const enough = 0.1 * lengthOf(gradient);
  let left = inner(rest, rest);
  while (lengthOf(rest) > enough) {
    const curved = objective.curved(direction);
    const factor = left / inner(direction, curved);
    addTo(step, factor, direction);
    if (lengthOf(step) > radius) {
      addTo(step, -factor, direction);
      const [along, own, size] = [inner(step, direction), inner(step, step), inner(direction, direction)];
      const room = radius * radius - own;
      const root = Math.sqrt(along * along + size * room);
      const partial = along >= 0 ? room / (along + root) : (root - along) / size;
      addTo(step, partial, direction);
      addTo(rest, -partial, curved);
      break;
    }
    addTo(rest, -factor, curved);
    const now = inner(rest, rest);
    for (let k = 0; k < direction.length; k++) direction[k] = direction[k] * (now / left) + rest[k];
    left = now;
  }
  return { step, rest };
}

/** The radius for the next step, by how well the last one was foretold. */
function nextRadius(radius: number, length: number, alpha: number, actual: number, foretold: number): number {
  if (actual < 1e-4 * foretold) return Math.min(Math.max(alpha, 0.25) * length, 0.5 * radius);
  if (actual < 0.25 * foretold) return Math.max(0.25 * radius, Math.min(alpha * length, 0.5 * radius));
  if (actual < 0.75 * foretold) return Math.max(0.25 * radius, Math.min(alpha * length, 4 * radius));
  return Math.max(radius, Math.min(alpha * length, 4 * radius));
}

/** Minimises the objective from zero until the gradient is `tolerance` of the first one. */
export function fitSmoothly(
  problem: LinearProblem,
  loss: SmoothLoss,
  epsilon: number,
  { tolerance, maxTurns }: LinearOptions,
): LinearFit {
  const objective = new Objective(problem, loss, epsilon);
  const weights = new Float64Array(problem.features);
  let value = objective.value(weights);
  let gradient = objective.gradient(weights);
  const first = lengthOf(gradient);
  let [radius, turn] = [first, 1];
  let going = first > tolerance * first;
  while (turn <= maxTurns && going) {
    const { step, rest } = stepWithin(objective, gradient, radius);
    const there = Float64Array.from(weights, (weight, k) => weight + step[k]);
    const descent = inner(gradient, step);
    const foretold = -0.5 * (descent - inner(step, rest));
    const valueThere = objective.value(there);
    const actual = value - valueThere;
    const length = lengthOf(step);
    if (turn === 1) radius = Math.min(radius, length);
    const over = valueThere - value - descent;
    radius = nextRadius(
      radius,
      length,
      over <= 0 ? 4 : Math.max(0.25, -0.5 * (descent / over)),
      actual,
      foretold,
    );
    if (actual > 1e-4 * foretold) {
      turn++;
      weights.set(there);
      value = valueThere;
      gradient = objective.gradient(weights);
      if (lengthOf(gradient) <= tolerance * first) break;
    }
    const small = (change: number) => Math.abs(change) <= 1e-12 * Math.abs(value);
    going = !(value < -1e32 || (actual === 0 && foretold <= 0) || (small(actual) && small(foretold)));
  }
  return { weights, turns: turn - 1 };
}
