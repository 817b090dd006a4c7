/** Support vector machines as LIBSVM formulates them: classes one against one, numbers within a tube, one class alone. */
import { type Kernel, KernelMatrix, kernelBetween, type Samples } from './kernels.ts';
import { type Line, pairwiseChance, platt, type Shuffling, sharedChances } from './platt.ts';
import { PairedSolver, type Problem, type Solution, Solver, type SolverOptions } from './solver.ts';

export type Formulation = 'c_svc' | 'nu_svc' | 'one_class' | 'epsilon_svr' | 'nu_svr';

export interface MachineOptions extends SolverOptions {
  readonly formulation: Formulation;
  readonly kernel: Kernel;
  readonly cost: number;
  readonly nu: number;
  readonly epsilon: number;
  readonly probability: boolean;
}

export interface Training {
  readonly samples: Samples;
  /** Class codes 0, 1, …, or numbers. */
  readonly targets: Float64Array;
  /** A weight of its cost for each sample. */
  readonly weights: Float64Array;
}

/** A fitted machine: which samples support it, and with what weight in each decision. */
export interface Machine {
  readonly options: MachineOptions;
  readonly support: Int32Array;
  readonly vectors: Samples;
  /** How many support vectors each class has. */
  readonly counts: readonly number[];
  /** Row after row: one for each class but one, or a single one. */
  readonly coefficients: readonly Float64Array[];
  readonly rho: Float64Array;
  readonly lines: readonly Line[];
  readonly steps: readonly number[];
  readonly ended: boolean;
}

function picked(samples: Samples, places: Int32Array): Samples {
  return { ...samples, rows: places.map(place => samples.rows[place]) };
}

function doubled(array: Float64Array): Float64Array {
  const both = new Float64Array(array.length * 2);
  both.set(array);
  both.set(array, array.length);
  return both;
}

/** Signs +1 and -1, costs, and the coefficients of the samples: one decision. */
interface Decision {
  readonly alpha: Float64Array;
  readonly rho: number;
  readonly steps: number;
  readonly ended: boolean;
}

function decided(solution: Solution, alpha: Float64Array, divisor = 1): Decision {
  return { alpha, rho: solution.rho / divisor, steps: solution.steps, ended: solution.ended };
}

/** Separates samples with positive targets from the others. */
function separate(training: Training, options: MachineOptions, costs: readonly [number, number]): Decision {
  const { samples, targets, weights } = training;
  const size = targets.length;
  const signs = Int8Array.from(targets, target => (target > 0 ? 1 : -1));
  const problem: Problem = {
    matrix: new KernelMatrix(options.kernel, samples),
    base: Int32Array.from({ length: size }, (_, i) => i),
    signs,
    linear: new Float64Array(size),
    bounds: weights.slice(),
    start: new Float64Array(size),
  };
  if (options.formulation === 'c_svc') {
    problem.linear.fill(-1);
    for (let i = 0; i < size; i++) problem.bounds[i] = weights[i] * costs[signs[i] === 1 ? 0 : 1];
    const solution = new Solver(problem, options).solve();
    return decided(
      solution,
      solution.alpha.map((value, i) => value * signs[i]),
    );
  }
  let total = 0;
  for (const weight of weights) total += options.nu * weight;
  const left: Record<string, number> = { 1: total / 2, '-1': total / 2 };
  for (let i = 0; i < size; i++) {
    problem.start[i] = Math.min(weights[i], left[signs[i]]);
    left[signs[i]] -= problem.start[i];
  }
  const solution = new PairedSolver(problem, options).solve();
  const { scale } = solution;
  return decided(
    solution,
    solution.alpha.map((value, i) => value * (signs[i] / scale)),
    scale,
  );
}

/** Encloses samples of one class. */
function enclose({ samples, weights }: Training, options: MachineOptions): Decision {
  const size = weights.length;
  const start = new Float64Array(size);
  let left = 0;
  for (const weight of weights) left += weight * options.nu;
  for (let i = 0; i < size && left > 0; i++) {
    start[i] = Math.min(weights[i], left);
    left -= start[i];
  }
  const problem: Problem = {
    matrix: new KernelMatrix(options.kernel, samples),
    base: Int32Array.from({ length: size }, (_, i) => i),
    signs: new Int8Array(size).fill(1),
    linear: new Float64Array(size),
    bounds: weights,
    start,
  };
  const solution = new Solver(problem, options).solve();
  return decided(solution, solution.alpha);
}

/** Fits numbers within a tube: two variables for each sample, one for each side. */
function regress({ samples, targets, weights }: Training, options: MachineOptions): Decision {
  const size = targets.length;
  const tube = options.formulation === 'epsilon_svr';
  const costs = weights.map(weight => weight * options.cost);
  const start = new Float64Array(size);
  if (!tube) {
    let left = 0;
    for (const cost of costs) left += cost * options.nu;
    left /= 2;
    for (let i = 0; i < size; i++) {
      start[i] = Math.min(left, costs[i]);
      left -= start[i];
    }
  }
  const problem: Problem = {
    matrix: new KernelMatrix(options.kernel, samples),
    base: Int32Array.from({ length: 2 * size }, (_, i) => i % size),
    signs: Int8Array.from({ length: 2 * size }, (_, i) => (i < size ? 1 : -1)),
    linear: Float64Array.from({ length: 2 * size }, (_, i) => {
      const slack = tube ? options.epsilon : 0;
      return i < size ? slack - targets[i] : slack + targets[i - size];
    }),
    bounds: doubled(costs),
    start: doubled(start),
  };
  const solution = new (tube ? Solver : PairedSolver)(problem, options).solve();
  return decided(
    solution,
    Float64Array.from(targets, (_, i) => solution.alpha[i] - solution.alpha[i + size]),
  );
}

/** The decision of one pair of classes for samples that took no part in it: five parts, each left out once. */
function heldOut(
  training: Training,
  options: MachineOptions,
  costs: readonly [number, number],
  chance: Shuffling,
): Float64Array {
  const size = training.targets.length;
  const order = chance.shuffled(size);
  const values = new Float64Array(size);
  for (let fold = 0; fold < 5; fold++) {
    const [begin, end] = [Math.floor((fold * size) / 5), Math.floor(((fold + 1) * size) / 5)];
    const rest = Int32Array.from([...order.slice(0, begin), ...order.slice(end)]);
    const part: Training = {
      samples: picked(training.samples, rest),
      targets: Float64Array.from(rest, place => training.targets[place]),
      weights: Float64Array.from(rest, place => training.weights[place]),
    };
    const positive = part.targets.some(target => target > 0);
    const negative = part.targets.some(target => target <= 0);
    const out = order.slice(begin, end);
    if (!positive || !negative) {
      for (const place of out) values[place] = positive ? 1 : negative ? -1 : 0;
      continue;
    }
    const codes = part.targets.map(target => (target > 0 ? 1 : 0));
    const inner = { ...options, probability: false, cost: 1 };
    // Every training starts the random numbers anew, also one inside of another.
    chance.restart();
    const machine = trainClasses({ ...part, targets: codes }, inner, [costs[1], costs[0]], chance);
    const found = decisions(machine, picked(training.samples, out));
    // Class 0 stands for the negative sign, whose side is the positive one of that machine.
    for (const [i, place] of out.entries()) values[place] = -found[i];
  }
  return values;
}

function nonzero(alpha: Float64Array, from: number, count: number, marks: Uint8Array, at: number): void {
  for (let k = 0; k < count; k++) if (Math.abs(alpha[from + k]) > 0) marks[at + k] = 1;
}

/** The samples of each class, one class after the other. */
function grouped(targets: Float64Array): { order: Int32Array; starts: number[]; sizes: number[] } {
  const places: number[][] = [];
  for (const [place, code] of targets.entries()) {
    places[code] ??= [];
    places[code].push(place);
  }
  const present = places.filter(group => group !== undefined);
  const starts: number[] = [];
  let total = 0;
  for (const group of present) {
    starts.push(total);
    total += group.length;
  }
  return { order: Int32Array.from(present.flat()), starts, sizes: present.map(group => group.length) };
}

function trainClasses(
  training: Training,
  options: MachineOptions,
  classWeights: readonly number[],
  chance: Shuffling,
): Machine {
  const { order, starts, sizes } = grouped(training.targets);
  const classes = sizes.length;
  const marks = new Uint8Array(order.length);
  const found: { i: number; j: number; decision: Decision }[] = [];
  const lines: Line[] = [];
  const costOf = (place: number) => options.cost * (classWeights[place] ?? 1);
  for (let i = 0; i < classes; i++) {
    for (let j = i + 1; j < classes; j++) {
      const places = Int32Array.from([
        ...order.subarray(starts[i], starts[i] + sizes[i]),
        ...order.subarray(starts[j], starts[j] + sizes[j]),
      ]);
      const pair: Training = {
        samples: picked(training.samples, places),
        targets: Float64Array.from(places, (_, k) => (k < sizes[i] ? 1 : -1)),
        weights: Float64Array.from(places, place => training.weights[place]),
      };
      const costs: [number, number] = [costOf(i), costOf(j)];
      if (options.probability) lines.push(platt(heldOut(pair, options, costs, chance), pair.targets));
      const decision = separate(pair, options, costs);
      nonzero(decision.alpha, 0, sizes[i], marks, starts[i]);
      nonzero(decision.alpha, sizes[i], sizes[j], marks, starts[j]);
      found.push({ i, j, decision });
    }
  }
  const counts = sizes.map((size, i) =>
    marks.subarray(starts[i], starts[i] + size).reduce((a, b) => a + b, 0),
  );
  const support = order.filter((_, k) => marks[k] === 1);
  const begins = counts.map((_, i) => counts.slice(0, i).reduce((a, b) => a + b, 0));
  const coefficients = Array.from({ length: classes - 1 }, () => new Float64Array(support.length));
  for (const { i, j, decision } of found) {
    for (const [own, row, from] of [
      [i, j - 1, 0],
      [j, i, sizes[i]],
    ]) {
      let at = begins[own];
      for (let k = 0; k < sizes[own]; k++)
        if (marks[starts[own] + k] === 1) coefficients[row][at++] = decision.alpha[from + k];
    }
  }
  return {
    options,
    support,
    vectors: picked(training.samples, support),
    counts,
    coefficients,
    rho: Float64Array.from(found, each => each.decision.rho),
    lines,
    steps: found.map(each => each.decision.steps),
    ended: found.every(each => each.decision.ended),
  };
}

/** Fits a machine. Samples without weight take no part. */
export function trainMachine(
  training: Training,
  options: MachineOptions,
  classWeights: readonly number[],
  chance: Shuffling,
): Machine {
  const kept = Int32Array.from(training.targets.keys()).filter(place => training.weights[place] > 0);
  const part: Training = {
    samples: picked(training.samples, kept),
    targets: Float64Array.from(kept, place => training.targets[place]),
    weights: Float64Array.from(kept, place => training.weights[place]),
  };
  if (options.formulation === 'c_svc' || options.formulation === 'nu_svc') {
    const machine = trainClasses(part, options, classWeights, chance);
    return { ...machine, support: machine.support.map(place => kept[place]) };
  }
  const decision = options.formulation === 'one_class' ? enclose(part, options) : regress(part, options);
  const support = Int32Array.from(kept.keys()).filter(place => Math.abs(decision.alpha[place]) > 0);
  return {
    options,
    support: support.map(place => kept[place]),
    vectors: picked(part.samples, support),
    counts: [support.length, support.length],
    coefficients: [Float64Array.from(support, place => decision.alpha[place])],
    rho: Float64Array.of(decision.rho),
    lines: [],
    steps: [decision.steps],
    ended: decision.ended,
  };
}

/** The decision values of samples, pair of classes after pair of classes (one value for numbers). */
export function decisions(machine: Machine, samples: Samples): Float64Array {
  const { vectors, counts, coefficients, rho, options } = machine;
  const size = vectors.rows.length;
  const width = rho.length;
  const kernels = new Float64Array(size);
  const values = new Float64Array(samples.rows.length * width);
  const begins = counts.map((_, i) => counts.slice(0, i).reduce((a, b) => a + b, 0));
  const classes = options.formulation === 'c_svc' || options.formulation === 'nu_svc' ? counts.length : 0;
  for (let sample = 0; sample < samples.rows.length; sample++) {
    for (let k = 0; k < size; k++) kernels[k] = kernelBetween(options.kernel, samples, sample, vectors, k);
    if (classes === 0) {
      let sum = 0;
      for (let k = 0; k < size; k++) sum += coefficients[0][k] * kernels[k];
      values[sample] = sum - rho[0];
      continue;
    }
    let pair = 0;
    for (let i = 0; i < classes; i++) {
      for (let j = i + 1; j < classes; j++) {
        let sum = 0;
        for (let k = begins[i]; k < begins[i] + counts[i]; k++) sum += coefficients[j - 1][k] * kernels[k];
        for (let k = begins[j]; k < begins[j] + counts[j]; k++) sum += coefficients[i][k] * kernels[k];
        values[sample * width + pair] = sum - rho[pair];
        pair++;
      }
    }
  }
  return values;
}

/** The class that most pairs of classes vote for; of equal ones the first. */
export function votes(machine: Machine, values: Float64Array): Float64Array {
  const classes = machine.counts.length;
  const width = machine.rho.length;
  const winners = new Float64Array(values.length / width);
  for (let sample = 0; sample < winners.length; sample++) {
    const counts = new Float64Array(classes);
    let pair = sample * width;
    for (let i = 0; i < classes; i++)
      for (let j = i + 1; j < classes; j++) counts[values[pair++] > 0 ? i : j]++;
    for (let i = 1; i < classes; i++) if (counts[i] > counts[winners[sample]]) winners[sample] = i;
  }
  return winners;
}

/** The chance of each class, row after row. */
export function chances(machine: Machine, values: Float64Array): Float64Array {
  const classes = machine.counts.length;
  const width = machine.rho.length;
  const rows = values.length / width;
  const found = new Float64Array(rows * classes);
  for (let sample = 0; sample < rows; sample++) {
    const pairs = Array.from({ length: classes }, () => new Float64Array(classes));
    let pair = 0;
    for (let i = 0; i < classes; i++) {
      for (let j = i + 1; j < classes; j++) {
        pairs[i][j] = pairwiseChance(values[sample * width + pair], machine.lines[pair]);
        pairs[j][i] = 1 - pairs[i][j];
        pair++;
      }
    }
    found.set(sharedChances(pairs), sample * classes);
  }
  return found;
}
