/**
 * Fits a temperature: the T that minimises the negative log-likelihood of softmax(logits / T).
 *
 * In b = 1 / T the mean NLL, mean(logsumexp(b z) - b z[y]), is convex: its slope mean(E[z] - z[y]) rises with b, and
 * its curvature is mean(Var[z]), both under softmax(b z). So the optimum is the only zero of the slope. It is
 * bracketed and then found by Newton steps on log b that fall back to bisection. There is none at a finite T when
 * the slope never turns positive (every label has the largest logit: ever sharper is ever better) or is not
 * negative at b = 0 (labels no likelier than chance: ever softer is better); both are known exactly beforehand.
 */
import type { Logits } from './logits.ts';
import { usableRows } from './logits.ts';
import { rowMaximum, rowNegativeLogLikelihood } from './softmax.ts';

/** What is returned for T where the optimum lies at 0 or at infinity. */
export const TEMPERATURE_BOUNDS = { lowest: 1e-3, highest: 1e3 } as const;

/**
 * How the fit ended.
 * - `optimum`: the true minimum.
 * - `separable`: every label has the largest logit; the NLL falls all the way to T = 0. T is the lower bound.
 * - `uninformative`: the logits say no more of the labels than chance; the NLL falls to T = infinity. T is the upper
 *   bound.
 * - `flat`: all logits of a row are the same; T changes nothing and stays 1.
 * - `empty`: no sample can be judged; T stays 1.
 */
export type FitOutcome = 'optimum' | 'separable' | 'uninformative' | 'flat' | 'empty';

export interface TemperatureFit {
  temperature: number;
  outcome: FitOutcome;
  /** Samples used: with a label in range and finite logits. */
  samples: number;
  /** Mean NLL in nats at T = 1 and at the fitted T; NaN when empty. */
  likelihoodBefore: number;
  likelihoodAfter: number;
  iterations: number;
}

/** Labels are class indices; rows with others (such as -1) are left out. Never worse than T = 1. */
export function fitTemperature(logits: Logits, labels: ArrayLike<number>): TemperatureFit {
  return fitOnRows(logits, labels, usableRows(logits, labels), 1);
}

/** As `fitTemperature`, on these usable rows (repeats allowed), starting from a guess. */
export function fitOnRows(
  logits: Logits,
  labels: ArrayLike<number>,
  rows: readonly number[],
  guess: number,
): TemperatureFit {
  const outcome = foresee(logits, labels, rows);
  let temperature = 1;
  let iterations = 0;
  if (outcome === 'separable' || outcome === 'uninformative') {
    temperature = outcome === 'separable' ? TEMPERATURE_BOUNDS.lowest : TEMPERATURE_BOUNDS.highest;
  } else if (outcome === 'optimum') {
    const root = findRoot(
      logSharpness => slopeAt(logits, labels, rows, Math.exp(logSharpness)),
      -Math.log(guess),
    );
    temperature = Math.exp(-root.position);
    iterations = root.iterations;
  }
  const before = meanLikelihood(logits, labels, rows, 1);
  const after = meanLikelihood(logits, labels, rows, temperature);
  // Only rounding can make the optimum look worse than T = 1; then 1 is as good.
  return after > before
    ? {
        temperature: 1,
        outcome,
        samples: rows.length,
        likelihoodBefore: before,
        likelihoodAfter: before,
        iterations,
      }
    : {
        temperature,
        outcome,
        samples: rows.length,
        likelihoodBefore: before,
        likelihoodAfter: after,
        iterations,
      };
}

function meanLikelihood(
  logits: Logits,
  labels: ArrayLike<number>,
  rows: readonly number[],
  temperature: number,
): number {
  let sum = 0;
  for (const row of rows) {
    sum += rowNegativeLogLikelihood(logits, row, labels[row]!, temperature);
  }
  return sum / rows.length;
}

/** Which outcome it will be, from the slope at b = 0 and at b = infinity. */
function foresee(logits: Logits, labels: ArrayLike<number>, rows: readonly number[]): FitOutcome {
  if (rows.length === 0) {
    return 'empty';
  }
  let slopeAtZero = 0;
  let shortfall = 0;
  let spread = 0;
  for (const row of rows) {
    const start = row * logits.columns;
    const label = logits.values[start + labels[row]!]!;
    const maximum = rowMaximum(logits, row);
    let sum = 0;
    let count = 0;
    for (let column = 0; column < logits.columns; column++) {
      const value = logits.values[start + column]!;
      if (value !== Number.NEGATIVE_INFINITY) {
        // Differences first: the mean of huge logits would swallow them.
        sum += value - label;
        count++;
        spread = Math.max(spread, maximum - value);
      }
    }
    slopeAtZero += sum / count;
    shortfall += maximum - label;
  }
  if (spread === 0) {
    return 'flat';
  }
  if (shortfall === 0) {
    return 'separable';
  }
  return slopeAtZero >= 0 ? 'uninformative' : 'optimum';
}

interface Slope {
  /** d NLL / d b: rises with b. */
  slope: number;
  /** d slope / d log b, at least 0. */
  rate: number;
}

function slopeAt(
  logits: Logits,
  labels: ArrayLike<number>,
  rows: readonly number[],
  sharpness: number,
): Slope {
  let slope = 0;
  let curvature = 0;
  for (const row of rows) {
    const start = row * logits.columns;
    const maximum = rowMaximum(logits, row);
    let sum = 0;
    let first = 0;
    let second = 0;
    for (let column = 0; column < logits.columns; column++) {
      const below = logits.values[start + column]! - maximum;
      const weight = Math.exp(below * sharpness);
      if (weight > 0) {
        sum += weight;
        first += weight * below;
        second += weight * below * below;
      }
    }
    const mean = first / sum;
    slope += mean - (logits.values[start + labels[row]!]! - maximum);
    curvature += Math.max(0, second / sum - mean * mean);
  }
  return { slope: slope / rows.length, rate: (curvature / rows.length) * sharpness };
}

/** The zero of a rising function that is negative far left and positive far right. */
function findRoot(
  evaluate: (position: number) => Slope,
  start: number,
): { position: number; iterations: number } {
  let position = start;
  let value = evaluate(position);
  let low = position;
  let high = position;
  let iterations = 1;
  for (let step = 0.25; value.slope !== 0 && step < 1e3; step *= 2) {
    const rising = value.slope < 0;
    const next = evaluate(rising ? high + step : low - step);
    iterations++;
    if (rising) {
      low = high;
      high += step;
    } else {
      high = low;
      low -= step;
    }
    position = rising ? high : low;
    value = next;
    if (rising !== next.slope < 0) {
      break;
    }
  }
  while (value.slope !== 0 && high - low > 1e-13 * Math.max(1, Math.abs(position)) && iterations < 200) {
    if (value.slope < 0) {
      low = position;
    } else {
      high = position;
    }
    const newton = position - value.slope / value.rate;
    // Tested before the bracket: at the root itself rounding points either way.
    if (Math.abs(newton - position) < 1e-12) {
      return { position, iterations };
    }
    position = newton > low && newton < high ? newton : (low + high) / 2;
    value = evaluate(position);
    iterations++;
  }
  return { position, iterations };
}
