/**
 * Logits as calibration takes them: a matrix, samples x classes, made from whatever the model puts out.
 */

/** Scores before softmax, row by row: `values[row * columns + column]`. */
export interface Logits {
  rows: number;
  columns: number;
  values: Float64Array;
  /** What the rows were made from; a temperature fitted on `probabilities` applies to their logarithms. */
  source: 'logits' | 'probabilities' | 'binary logits' | 'binary probabilities';
  /** How many probabilities were 0 and had to be raised to `SMALLEST_PROBABILITY`. */
  raised: number;
}

/** Probabilities below this are raised to it before their logarithm is taken. */
export const SMALLEST_PROBABILITY = 1e-12;

/** A matrix of logits, samples x classes, given flat; throws a RangeError when the sizes do not agree. */
export function fromLogits(values: ArrayLike<number>, rows: number, columns: number): Logits {
  requireSize(values, rows * columns);
  return { rows, columns, values: Float64Array.from(values), source: 'logits', raised: 0 };
}

/** Logits from a list of rows of one length. */
export function fromRows(rows: readonly (readonly number[])[]): Logits {
  const columns = rows[0]?.length ?? 0;
  return fromLogits(rows.flat(), rows.length, columns);
}

/**
 * Logits up to a constant for each row, as logarithms of probabilities.
 *
 * `temperature` is the one these probabilities were already made with, if any: log p = z / temperature - constant,
 * so multiplying by it gives z back.
 */
export function fromProbabilities(
  values: ArrayLike<number>,
  rows: number,
  columns: number,
  temperature = 1,
): Logits {
  requireSize(values, rows * columns);
  let raised = 0;
  const logarithms = Float64Array.from(values, probability => {
    if (probability < SMALLEST_PROBABILITY) {
      raised++;
      return Math.log(SMALLEST_PROBABILITY) * temperature;
    }
    return Math.log(probability) * temperature;
  });
  return { rows, columns, values: logarithms, source: 'probabilities', raised };
}

/** The two-class softmax that equals a sigmoid: sigmoid(z / T) = softmax((0, z) / T)[1]. */
export function fromBinaryLogits(values: ArrayLike<number>): Logits {
  const both = new Float64Array(values.length * 2);
  for (let row = 0; row < values.length; row++) {
    both[row * 2 + 1] = values[row]!;
  }
  return { rows: values.length, columns: 2, values: both, source: 'binary logits', raised: 0 };
}

/** As `fromBinaryLogits`, from the probability of class 1. `temperature` as in `fromProbabilities`. */
export function fromBinaryProbabilities(values: ArrayLike<number>, temperature = 1): Logits {
  const pairs = new Float64Array(values.length * 2);
  for (let row = 0; row < values.length; row++) {
    pairs[row * 2] = 1 - values[row]!;
    pairs[row * 2 + 1] = values[row]!;
  }
  return {
    ...fromProbabilities(pairs, values.length, 2, temperature),
    source: 'binary probabilities',
  };
}

/** The class of the largest logit; ties go to the first, as in NumPy. */
export function argmax(logits: Logits, row: number): number {
  const start = row * logits.columns;
  let best = 0;
  for (let column = 1; column < logits.columns; column++) {
    if (logits.values[start + column]! > logits.values[start + best]!) {
      best = column;
    }
  }
  return best;
}

/**
 * The rows that can be judged: label in range, no NaN or +Infinity, the label's logit finite. A logit of -Infinity
 * elsewhere is a class that is ruled out.
 */
export function usableRows(logits: Logits, labels: ArrayLike<number>): number[] {
  const rows: number[] = [];
  for (let row = 0; row < logits.rows; row++) {
    const label = labels[row];
    if (label === undefined || !Number.isInteger(label) || label < 0 || label >= logits.columns) {
      continue;
    }
    const start = row * logits.columns;
    let usable = Number.isFinite(logits.values[start + label]!);
    for (let column = 0; usable && column < logits.columns; column++) {
      usable = logits.values[start + column]! < Number.POSITIVE_INFINITY;
    }
    if (usable) {
      rows.push(row);
    }
  }
  return rows;
}

function requireSize(values: ArrayLike<number>, size: number): void {
  if (values.length !== size) {
    throw new RangeError(`Expected ${size} values, received ${values.length}`);
  }
}
