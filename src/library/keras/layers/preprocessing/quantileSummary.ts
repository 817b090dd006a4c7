/**
 * Quantiles of numbers that come batch by batch: what stands for many numbers is a few of them, each with a weight
 * (source: keras/src/layers/preprocessing/discretization.py of version 3.3.3).
 */

/** Values in ascending order, and how many numbers each stands for. */
export interface QuantileSummary {
  readonly values: readonly number[];
  readonly weights: readonly number[];
}

export const emptySummary: QuantileSummary = { values: [], weights: [] };

/** One batch: at most 1 / `precision` of its numbers, evenly apart. */
export function summarized(numbers: ArrayLike<number>, precision: number): QuantileSummary {
  const sorted = Float32Array.from(numbers).sort();
  const increment = sorted.length / (1 / precision);
  const step = Math.max(increment, 1);
  const values: number[] = [];
  for (let place = Math.trunc(increment); place < sorted.length; place += Math.trunc(step))
    values.push(sorted[place]);
  return { values, weights: values.map(() => Math.fround(step)) };
}

/** Two summaries as one, within the precision. */
export function merged(a: QuantileSummary, b: QuantileSummary, precision: number): QuantileSummary {
  const pairs = [...a.values, ...b.values].map(
    (value, index) => [value, [...a.weights, ...b.weights][index]] as const,
  );
  pairs.sort(([one], [other]) => one - other);
  return compressed(
    { values: pairs.map(([value]) => value), weights: pairs.map(([, weight]) => weight) },
    precision,
  );
}

/** Linear between the points; the first and last beyond them. */
function interpolated(at: number, xs: readonly number[], ys: readonly number[]): number {
  const last = xs.length - 1;
  if (at <= xs[0]) return ys[0];
  if (at >= xs[last]) return ys[last];
  const right = xs.findIndex(x => x > at);
  const share = (at - xs[right - 1]) / (xs[right] - xs[right - 1]);
  return ys[right - 1] + share * (ys[right] - ys[right - 1]);
}

function compressed(summary: QuantileSummary, precision: number): QuantileSummary {
  if (summary.values.length * precision < 1) return summary;
  let total = 0;
  const sums = summary.weights.map(weight => {
    total = Math.fround(total + weight);
    return total;
  });
  const shares = sums.map(sum => Math.fround(sum / total));
  const wanted = Array.from(
    { length: Math.ceil(1 / precision) },
    (_, index) => precision + index * precision,
  );
  const reached = wanted.map(share => interpolated(share, shares, sums));
  return {
    values: wanted.map(share => Math.fround(interpolated(share, shares, summary.values))),
    weights: reached.map((sum, index) => Math.fround(sum - (index === 0 ? 0 : reached[index - 1]))),
  };
}

/** The boundaries that divide the numbers into so many bins. */
export function boundariesFor(summary: QuantileSummary, bins: number): readonly number[] {
  return compressed(summary, 1 / bins).values.slice(0, -1);
}
