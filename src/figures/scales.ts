/** From values to places along an axis, as matplotlib's scales measure them. */

export type FigureScale =
  | { kind: 'linear' }
  | { kind: 'log' }
  | { kind: 'symlog'; base: number; linthresh: number; linscale: number }
  | { kind: 'logit' }
  | { kind: 'asinh'; width: number }
  /** A function of the script's own, as pairs of values; straight between them. */
  | { kind: 'table'; from: Float64Array; to: Float64Array };

/** What is lower than any place: nothing is drawn at minus infinity, but bars reach down to there. */
const FAR = -1000;

export function measureOf(scale: FigureScale): (value: number) => number {
  switch (scale.kind) {
    case 'linear':
      return value => value;
    case 'log':
      return value => (value > 0 ? Math.log10(value) : value <= 0 ? FAR : Number.NaN);
    case 'symlog': {
      const { base, linthresh, linscale } = scale;
      const linear = linscale / (1 - 1 / base);
      return value => {
        const size = Math.abs(value);
        return size <= linthresh
          ? value * linear
          : Math.sign(value) * linthresh * (linear + Math.log(size / linthresh) / Math.log(base));
      };
    }
    case 'logit':
      return value => (value <= 0 ? FAR : value >= 1 ? -FAR : Math.log10(value / (1 - value)));
    case 'asinh':
      return value => scale.width * Math.asinh(value / scale.width);
    case 'table':
      return value => between(scale.from, scale.to, value);
  }
}

function between(from: Float64Array, to: Float64Array, value: number): number {
  const rising = from[0]! <= from[from.length - 1]!;
  let [low, high] = [0, from.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (from[middle]! <= value === rising) low = middle;
    else high = middle;
  }
  const span = from[high]! - from[low]!;
  return to[low]! + (span === 0 ? 0 : ((value - from[low]!) / span) * (to[high]! - to[low]!));
}
