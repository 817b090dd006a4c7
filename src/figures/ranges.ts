/** Ranges of a figure's axes and the round numbers in them. */

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
  if (low > high) return { low: 0, high: 1 };
  const space = high > low ? (high - low) * margin : Math.max(Math.abs(low) * margin, 0.05);
  return { low: low - space, high: high + space };
}

/** Round numbers inside the range, at most about as many as asked for. */
export function ticksOf(range: Range, wanted: number): number[] {
  const rough = (range.high - range.low) / Math.max(1, wanted);
  if (!(rough > 0) || !Number.isFinite(rough)) return [range.low];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step =
    [1, 2, 2.5, 5, 10].map(factor => factor * power).find(candidate => candidate >= rough * 0.999) ??
    10 * power;
  const ticks: number[] = [];
  for (let index = Math.ceil(range.low / step - 1e-9); index * step <= range.high + step * 1e-9; index++) {
    // Multiples keep the digits that sums of steps lose.
    ticks.push(Number((index * step).toPrecision(12)));
  }
  return ticks;
}

/** Powers of ten inside the range, every one or every few. */
export function powersOf({ low, high }: Range, wanted: number): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  const step = Math.max(1, Math.ceil((last - first + 1) / Math.max(2, wanted)));
  const powers: number[] = [];
  for (let power = first; power <= last; power += step) powers.push(Number(`1e${power}`));
  return powers;
}
