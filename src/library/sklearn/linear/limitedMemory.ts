/** L-BFGS as L-BFGS-B does it where nothing is bounded (Byrd, Lu, Nocedal and Zhu 1995), with its tests for the end. */
import { searchLine } from './lineSearch.ts';

/** The value at a point; the gradient there is written into `gradient`. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

export interface Descent {
  readonly point: Float64Array;
  readonly turns: number;
  /** 0: converged, 1: too many turns, 2: no step could be found. */
  readonly status: 0 | 1 | 2;
}

const MEMORY = 10;
const EPSILON = 2 ** -52;
const LONGEST = 1e10;
const TRIALS = 20;

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function largest(a: Float64Array): number {
  let most = 0;
  for (const value of a) most = Math.max(most, Math.abs(value));
  return most;
}

interface Pair {
  readonly moved: Float64Array;
  readonly bent: Float64Array;
  readonly product: number;
}

/** The gradient times the inverse of the approximated second derivative, turned downhill. */
function downhill(gradient: Float64Array, memory: readonly Pair[]): Float64Array {
  const direction = gradient.map(value => -value);
  const factors: number[] = [];
  for (let i = memory.length - 1; i >= 0; i--) {
    const { moved, bent, product } = memory[i];
    factors[i] = inner(moved, direction) / product;
    for (let k = 0; k < direction.length; k++) direction[k] -= factors[i] * bent[k];
  }
  const last = memory.at(-1);
  if (last !== undefined) {
    const scale = last.product / inner(last.bent, last.bent);
    for (let k = 0; k < direction.length; k++) direction[k] *= scale;
  }
  for (const [i, { moved, bent, product }] of memory.entries()) {
    const rest = factors[i] - inner(bent, direction) / product;
    for (let k = 0; k < direction.length; k++) direction[k] += rest * moved[k];
  }
  return direction;
}

/**
 * Minimises a smooth function. Ends where no entry of the gradient is larger than `slope`, or where a turn lessens the
 * value by less than `progress` of it.
 */
export function descend(
  objective: Objective,
  start: Float64Array,
  limits: { readonly slope: number; readonly progress: number; readonly maxTurns: number },
): Descent {
  const size = start.length;
  let point = start.slice();
  let gradient = new Float64Array(size);
  let value = objective(point, gradient);
  let memory: Pair[] = [];
  let turns = 0;
  if (largest(gradient) <= limits.slope) return { point, turns, status: 0 };
  while (true) {
    const direction = downhill(gradient, memory);
    const slope = inner(gradient, direction);
    const trial = { point: new Float64Array(size), gradient: new Float64Array(size), value: 0 };
    const evaluate = (step: number) => {
      for (let k = 0; k < size; k++) trial.point[k] = point[k] + step * direction[k];
      trial.value = objective(trial.point, trial.gradient);
      return { value: trial.value, slope: inner(trial.gradient, direction) };
    };
    const first = turns === 0 ? Math.min(1 / Math.sqrt(inner(direction, direction)), LONGEST) : 1;
    const step = slope >= 0 ? null : searchLine(evaluate, { value, slope }, first, LONGEST, TRIALS);
    if (step === null) {
      if (memory.length === 0) return { point, turns, status: 2 };
      memory = [];
      continue;
    }
    turns++;
    const before = { point, gradient, value };
    ({ point, gradient, value } = trial);
    if (turns >= limits.maxTurns) return { point, turns, status: 1 };
    if (largest(gradient) <= limits.slope) return { point, turns, status: 0 };
    if (before.value - value <= limits.progress * Math.max(Math.abs(before.value), Math.abs(value), 1))
      return { point, turns, status: 0 };
    const bent = gradient.map((each, k) => each - before.gradient[k]);
    const moved = direction.map(each => each * step);
    const product = (inner(gradient, direction) - slope) * step;
    if (product <= EPSILON * (-slope * step)) continue;
    if (memory.length === MEMORY) memory.shift();
    memory.push({ moved, bent, product });
  }
}
