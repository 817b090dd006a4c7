// Test data: numbers of a range that keep their distance from each other.
import { fillUniform } from '../../src/graph/index.ts';

/** Distinct numbers in a range, so that no two compete for a maximum. */
export function spreadNumbers(size: number, low: number, high: number, seed: number): Float32Array {
  const data = new Float32Array(size);
  fillUniform(data, { seed, position: 0, salt: 0 });
  const order = Array.from(data.keys()).sort((a, b) => data[a] - data[b]);
  order.forEach((place, rank) => {
    data[place] = low + ((high - low) * (rank + 0.5)) / size;
  });
  return data;
}
