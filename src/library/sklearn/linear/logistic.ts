/** Logistic regression's penalised loss with its gradient, and its fit by L-BFGS. */
import { named, native } from '../../../python/functions.ts';
import type { LibraryModule } from '../../../python/modules.ts';
import { PyFloat, PyTuple, type Value } from '../../../python/values.ts';
import { concreteArray, type NdArray, requireNumbers } from '../../numpy/ndarray.ts';
import { fromItems } from '../../numpy/storage.ts';
import { descend, type Objective } from './limitedMemory.ts';

interface Setting {
  /** Row after row. */
  readonly rows: Float64Array;
  readonly features: number;
  /** 0 and 1 where there is one output, else class codes. */
  readonly targets: Float64Array;
  readonly weights: Float64Array;
  readonly outputs: number;
  readonly intercept: boolean;
  readonly penalty: number;
}

/** ln(1 + exp(x)), also for large numbers. */
function softplus(x: number): number {
  if (x <= -37) return Math.exp(x);
  if (x <= -2) return Math.log1p(Math.exp(x));
  if (x <= 18) return Math.log(1 + Math.exp(x));
  return x <= 33.3 ? x + Math.exp(-x) : x;
}

/** A sample's loss; its slopes by the scores are written over these. */
function lossOf(scores: Float64Array, target: number): number {
  if (scores.length === 1) {
    const score = scores[0];
    const loss = softplus(score) - target * score;
    if (score > -37) {
      const small = Math.exp(-score);
      scores[0] = (1 - target - target * small) / (1 + small);
    } else scores[0] = Math.exp(score) - target;
    return loss;
  }
  let most = scores[0];
  for (const score of scores) most = Math.max(most, score);
  const own = scores[target];
  let sum = 0;
  for (let k = 0; k < scores.length; k++) {
    scores[k] = Math.exp(scores[k] - most);
    sum += scores[k];
  }
  for (let k = 0; k < scores.length; k++) scores[k] /= sum;
  scores[target] -= 1;
  return Math.log(sum) + most - own;
}

/** The loss of all samples and half the penalty of the squared coefficients; outputs lie next to each other. */
function objectiveOf(setting: Setting): Objective {
  const { rows, features, targets, weights, outputs, intercept, penalty } = setting;
  const scores = new Float64Array(outputs);
  return (point, gradient) => {
    gradient.fill(0);
    let loss = 0;
    for (let i = 0; i < targets.length; i++) {
      for (let k = 0; k < outputs; k++) {
        let score = 0;
        for (let j = 0; j < features; j++) score += rows[i * features + j] * point[j * outputs + k];
        scores[k] = intercept ? score + point[features * outputs + k] : score;
      }
      loss += weights[i] * lossOf(scores, targets[i]);
      for (let k = 0; k < outputs; k++) {
        const slope = weights[i] * scores[k];
        for (let j = 0; j < features; j++) gradient[j * outputs + k] += rows[i * features + j] * slope;
        if (intercept) gradient[features * outputs + k] += slope;
      }
    }
    let squares = 0;
    for (let k = 0; k < features * outputs; k++) {
      squares += point[k] * point[k];
      gradient[k] += penalty * point[k];
    }
    return loss + 0.5 * penalty * squares;
  };
}

function numberOf(value: Value): number {
  return value instanceof PyFloat ? value.value : Number(value);
}

function numbersOf(value: Value): Float64Array {
  return Float64Array.from(requireNumbers(value as NdArray));
}

const fitLogistic = native(
  'fit_logistic(table, targets, weights, outputs, intercept, penalty, tolerance, turns, start)',
  ([table, targets, weights, outputs, intercept, penalty, tolerance, turns, start]) => {
    const objective = objectiveOf({
      rows: numbersOf(table),
      features: ((table as NdArray).shape as number[])[1],
      targets: numbersOf(targets),
      weights: numbersOf(weights),
      outputs: numberOf(outputs),
      intercept: intercept === true,
      penalty: numberOf(penalty),
    });
    const found = descend(objective, numbersOf(start), {
      slope: numberOf(tolerance),
      progress: 2.220446049250313e-9,
      maxTurns: numberOf(turns),
    });
    const point = concreteArray(fromItems(found.point, [found.point.length], 'float64'));
    return new PyTuple([point, found.turns, found.status]);
  },
  'Coefficients (the outputs of a feature next to each other, the intercepts last), turns, and how it ended.',
);

export const logisticFunctionsModule: LibraryModule = {
  name: 'sklearn._logistic',
  entries: () => named(fitLogistic),
};
