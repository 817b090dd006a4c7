/**
 * Softmax with a temperature, softmax(z / T), and its logarithm, without overflow.
 */
import type { Logits } from './logits.ts';

/** Probabilities of one row at a temperature above 0, written to `into` (length: classes) and returned. */
export function softmaxRow(
  logits: Logits,
  row: number,
  temperature: number,
  into: Float64Array = new Float64Array(logits.columns),
): Float64Array {
  const start = row * logits.columns;
  const maximum = rowMaximum(logits, row);
  let sum = 0;
  for (let column = 0; column < logits.columns; column++) {
    const weight = Math.exp((logits.values[start + column]! - maximum) / temperature);
    into[column] = weight;
    sum += weight;
  }
  for (let column = 0; column < logits.columns; column++) {
    into[column] = into[column]! / sum;
  }
  return into;
}

/** Probabilities of all rows, samples x classes, flat. */
export function softmax(logits: Logits, temperature = 1): Float64Array {
  const probabilities = new Float64Array(logits.values.length);
  for (let row = 0; row < logits.rows; row++) {
    softmaxRow(
      logits,
      row,
      temperature,
      probabilities.subarray(row * logits.columns, (row + 1) * logits.columns),
    );
  }
  return probabilities;
}

/** -log softmax(z / T)[label] of one row, exact also where the probability underflows. */
export function rowNegativeLogLikelihood(
  logits: Logits,
  row: number,
  label: number,
  temperature: number,
): number {
  const start = row * logits.columns;
  const maximum = rowMaximum(logits, row);
  let sum = 0;
  for (let column = 0; column < logits.columns; column++) {
    sum += Math.exp((logits.values[start + column]! - maximum) / temperature);
  }
  return Math.log(sum) + (maximum - logits.values[start + label]!) / temperature;
}

/** The largest logit of a row. */
export function rowMaximum(logits: Logits, row: number): number {
  const start = row * logits.columns;
  let maximum = Number.NEGATIVE_INFINITY;
  for (let column = 0; column < logits.columns; column++) {
    maximum = Math.max(maximum, logits.values[start + column]!);
  }
  return maximum;
}
