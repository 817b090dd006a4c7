/** What the Python text of `sklearn.svm` calls: fitting machines and asking them. */
import { named, native } from '../../../python/functions.ts';
import type { LibraryModule } from '../../../python/modules.ts';
import { PyFloat, PyTuple, type Value } from '../../../python/values.ts';
import { concreteArray, type NdArray, requireNumbers } from '../../numpy/ndarray.ts';
import { fromItems } from '../../numpy/storage.ts';
import type { Kernel, Samples } from './kernels.ts';
import {
  type LinearFit,
  type LinearOptions,
  type LinearProblem,
  regressLinearly,
  separateLinearly,
} from './linear.ts';
import {
  chances,
  decisions,
  type Formulation,
  type Machine,
  type MachineOptions,
  trainMachine,
  votes,
} from './machines.ts';
import { Shuffling } from './platt.ts';
import { fitSmoothly, type SmoothLoss } from './trustRegion.ts';

function numberOf(value: Value): number {
  return value instanceof PyFloat ? value.value : Number(value);
}

function numbersOf(value: Value): Float64Array {
  return Float64Array.from(requireNumbers(value as NdArray));
}

function doubles(items: Float64Array, shape: readonly number[]): NdArray {
  return concreteArray(fromItems(items, [...shape], 'float64'));
}

function wholes(items: Iterable<number>): NdArray {
  const values = Float64Array.from(items);
  return concreteArray(fromItems(values, [values.length], 'int32'));
}

/** The tuple of options as the Python text gives it. */
function optionsOf(value: Value): MachineOptions {
  const [
    formulation,
    kernel,
    degree,
    gamma,
    coef0,
    cost,
    nu,
    epsilon,
    probability,
    tolerance,
    shrinking,
    steps,
  ] = (value as PyTuple).items;
  return {
    formulation: String(formulation) as Formulation,
    kernel: {
      name: String(kernel) as Kernel['name'],
      degree: numberOf(degree),
      gamma: numberOf(gamma),
      coef0: numberOf(coef0),
    },
    cost: numberOf(cost),
    nu: numberOf(nu),
    epsilon: numberOf(epsilon),
    probability: probability === true,
    tolerance: numberOf(tolerance),
    shrinking: shrinking === true,
    maxSteps: numberOf(steps),
  };
}

function samplesOf(table: Value, rows?: Int32Array): Samples {
  const [count, features] = (table as NdArray).shape as number[];
  return {
    values: numbersOf(table),
    features,
    rows: rows ?? Int32Array.from({ length: count }, (_, i) => i),
  };
}

const fitMachine = native(
  'fit_machine(table, targets, weights, class_weights, options, seed)',
  ([table, targets, weights, classWeights, options, seed]) => {
    const machine = trainMachine(
      { samples: samplesOf(table), targets: numbersOf(targets), weights: numbersOf(weights) },
      optionsOf(options),
      [...numbersOf(classWeights)],
      new Shuffling(numberOf(seed)),
    );
    const width = machine.support.length;
    const coefficients = new Float64Array(width * machine.coefficients.length);
    for (const [row, values] of machine.coefficients.entries()) coefficients.set(values, row * width);
    return new PyTuple([
      wholes(machine.support),
      wholes(machine.counts),
      doubles(coefficients, [machine.coefficients.length, width]),
      doubles(machine.rho, [machine.rho.length]),
      doubles(
        Float64Array.from(machine.lines, line => line.slope),
        [machine.lines.length],
      ),
      doubles(
        Float64Array.from(machine.lines, line => line.shift),
        [machine.lines.length],
      ),
      wholes(machine.steps),
      machine.ended,
    ]);
  },
  'Support, counts by class, coefficients, thresholds, curves of chances, steps, and whether it came to its end.',
);

/** The machine that the arrays of an estimator describe. */
function machineOf(fitted: Value, options: Value): Machine {
  const [vectors, support, counts, coefficients, rho, slopes, shifts] = (fitted as PyTuple).items;
  const known = optionsOf(options);
  const places = Int32Array.from(numbersOf(support));
  const rows = known.kernel.name === 'precomputed' ? places : undefined;
  const [height, width] = (coefficients as NdArray).shape as number[];
  const flat = numbersOf(coefficients);
  const shift = numbersOf(shifts);
  return {
    options: known,
    support: places,
    vectors: samplesOf(vectors, rows),
    counts: [...numbersOf(counts)],
    coefficients: Array.from({ length: height }, (_, row) => flat.subarray(row * width, (row + 1) * width)),
    rho: numbersOf(rho),
    lines: [...numbersOf(slopes)].map((slope, i) => ({ slope, shift: shift[i] })),
    steps: [],
    ended: true,
  };
}

const askMachine = native(
  'ask_machine(table, fitted, options, what)',
  ([table, fitted, options, what]) => {
    const machine = machineOf(fitted, options);
    const samples = samplesOf(table);
    const count = samples.rows.length;
    const values = decisions(machine, samples);
    if (what === 'votes') return doubles(votes(machine, values), [count]);
    if (what === 'chances') return doubles(chances(machine, values), [count, machine.counts.length]);
    return doubles(values, [count, machine.rho.length]);
  },
  'What a machine says of samples: its decision values, the class that they vote for, or chances.',
);

function linearFit(
  kind: string,
  problem: LinearProblem,
  epsilon: number,
  options: LinearOptions,
  chance: Shuffling,
): LinearFit {
  switch (kind) {
    case 'hinge':
    case 'squared_hinge':
      return separateLinearly(problem, kind === 'squared_hinge', options, chance);
    case 'tube':
    case 'squared_tube':
      return regressLinearly(problem, kind === 'squared_tube', epsilon, options, chance);
    default:
      return fitSmoothly(problem, kind.replace('smooth_', '') as SmoothLoss, epsilon, options);
  }
}

const fitLinear = native(
  'fit_linear(table, targets, costs, kind, epsilon, tolerance, turns, seed)',
  ([table, targets, costs, kind, epsilon, tolerance, turns, seed]) => {
    const [, features] = (table as NdArray).shape as number[];
    const answers = targets as NdArray;
    const rows = numbersOf(table);
    const limits = { tolerance: numberOf(tolerance), maxTurns: numberOf(turns) };
    const chance = new Shuffling(numberOf(seed));
    const [count, samples] = answers.shape as number[];
    const [all, each] = [numbersOf(targets), numbersOf(costs)];
    const weights = new Float64Array(count * features);
    const taken: number[] = [];
    for (let row = 0; row < count; row++) {
      const signs = all.subarray(row * samples, (row + 1) * samples);
      const problem: LinearProblem = {
        rows,
        features,
        targets: signs,
        costs: each.subarray(row * samples, (row + 1) * samples),
      };
      const smooth = String(kind).startsWith('smooth_') && kind !== 'smooth_squared_tube';
      const positives = signs.reduce((sum, sign) => sum + (sign > 0 ? 1 : 0), 0);
      // The smooth solvers of classes ask more where one class is rare.
      const rare = Math.max(Math.min(positives, samples - positives), 1);
      const own = smooth ? { ...limits, tolerance: (limits.tolerance * rare) / samples } : limits;
      const fit = linearFit(String(kind), problem, numberOf(epsilon), own, chance);
      weights.set(fit.weights, row * features);
      taken.push(fit.turns);
    }
    return new PyTuple([doubles(weights, [count, features]), wholes(taken)]);
  },
  'Weights and turns of a linear machine for each row of targets.',
);

export const vectorFunctionsModule: LibraryModule = {
  name: 'sklearn._vectors',
  entries: () => named(fitMachine, askMachine, fitLinear),
};
