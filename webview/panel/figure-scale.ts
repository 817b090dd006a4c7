/**
 * Ranges and ticks of a figure's axes.
 */

/** Data coordinates from `low` to `high`; never empty. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** The range that covers the values, with a margin as a share of it; infinite and missing values are left out. */
export function rangeOf(values: Iterable<number>, margin = 0.05): Range {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (Number.isFinite(value)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (low > high) {
    return { low: 0, high: 1 };
  }
  const space = high > low ? (high - low) * margin : Math.max(Math.abs(low) * margin, 0.5);
  return { low: low - space, high: high + space };
}

/** Round numbers inside the range, about as many as asked for. */
export function ticksOf(range: Range, wanted: number): number[] {
  const rough = (range.high - range.low) / Math.max(1, wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step =
    [1, 2, 5, 10].map(factor => factor * power).find(candidate => candidate >= rough) ?? 10 * power;
  const ticks: number[] = [];
  for (let index = Math.ceil(range.low / step); index * step <= range.high; index++) {
    // Multiples keep the digits that sums of steps lose.
    ticks.push(Number((index * step).toPrecision(12)));
  }
  return ticks;
}
