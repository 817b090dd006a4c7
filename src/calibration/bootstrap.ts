/**
 * How sure the fitted temperature is: percentile intervals from refits on resampled splits (Efron 1979).
 */
import type { Logits } from './logits.ts';
import { usableRows } from './logits.ts';
import { fitOnRows, fitTemperature } from './temperature.ts';

export interface TemperatureInterval {
  /** The fit on all samples. */
  temperature: number;
  lower: number;
  upper: number;
  /** Share of resamples whose temperature lies inside, such as 0.95. */
  level: number;
  replicates: number;
  /** Share of resamples without an optimum at a finite temperature. */
  unboundedShare: number;
}

export interface BootstrapOptions {
  replicates?: number;
  level?: number;
  /** The same seed gives the same interval. */
  seed?: number;
}

/** The interval, or null when there are fewer than 2 usable samples. */
export function temperatureInterval(
  logits: Logits,
  labels: ArrayLike<number>,
  options: BootstrapOptions = {},
): TemperatureInterval | null {
  const { replicates = 200, level = 0.95, seed = 1 } = options;
  const rows = usableRows(logits, labels);
  if (rows.length < 2) {
    return null;
  }
  const { temperature } = fitTemperature(logits, labels);
  const random = generator(seed);
  const sample = new Array<number>(rows.length);
  const temperatures: number[] = [];
  let unbounded = 0;
  for (let replicate = 0; replicate < replicates; replicate++) {
    for (let index = 0; index < rows.length; index++) {
      sample[index] = rows[Math.floor(random() * rows.length)]!;
    }
    const fit = fitOnRows(logits, labels, sample, temperature);
    temperatures.push(fit.temperature);
    unbounded += fit.outcome === 'optimum' ? 0 : 1;
  }
  temperatures.sort((first, second) => first - second);
  return {
    temperature,
    lower: quantile(temperatures, (1 - level) / 2),
    upper: quantile(temperatures, (1 + level) / 2),
    level,
    replicates,
    unboundedShare: unbounded / replicates,
  };
}

/** Linear interpolation between order statistics. */
function quantile(sorted: readonly number[], share: number): number {
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below]! + (sorted[above]! - sorted[below]!) * (position - below);
}

/** Uniform numbers in [0, 1): the 32-bit generator mulberry32. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
