/** What the Python text of k-means calls: one round of Lloyd's algorithm, with scikit-learn's order of sums. */
import { named, native } from '../../python/functions.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { PyFloat, type Value } from '../../python/values.ts';
import { concreteArray, type NdArray, requireNumbers } from '../numpy/ndarray.ts';
import { fromItems, type NumberItems } from '../numpy/storage.ts';

function tableOf(value: Value): readonly [items: NumberItems, rows: number, width: number] {
  const array = value as NdArray;
  return [requireNumbers(array), array.shape[0] as number, array.shape[1] as number];
}

/** The squared distance of two rows, four features at a time. */
function apart(a: NumberItems, from: number, b: NumberItems, to: number, width: number): number {
  let sum = 0;
  let k = 0;
  for (; k + 4 <= width; k += 4) {
    const [d0, d1] = [a[from + k] - b[to + k], a[from + k + 1] - b[to + k + 1]];
    const [d2, d3] = [a[from + k + 2] - b[to + k + 2], a[from + k + 3] - b[to + k + 3]];
    sum += d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
  }
  for (; k < width; k++) sum += (a[from + k] - b[to + k]) * (a[from + k] - b[to + k]);
  return sum;
}

const nearestCentres = native(
  'nearest_centres(table, centres)',
  ([table, centres]) => {
    const [rows, count, width] = tableOf(table);
    const [middles, clusters] = tableOf(centres);
    const squares = new Float64Array(clusters);
    for (let c = 0; c < clusters; c++)
      for (let k = 0; k < width; k++) squares[c] += middles[c * width + k] * middles[c * width + k];
    const labels = new Int32Array(count);
    for (let i = 0; i < count; i++) {
      let least = Number.POSITIVE_INFINITY;
      for (let c = 0; c < clusters; c++) {
        let product = 0;
        for (let k = 0; k < width; k++) product += rows[i * width + k] * middles[c * width + k];
        const distance = squares[c] - 2 * product;
        if (distance < least) [least, labels[i]] = [distance, c];
      }
    }
    return concreteArray(fromItems(labels, [count], 'int32'));
  },
  'The number of the nearest centre for each row.',
);

/** Empty clusters take the samples that lie furthest from their centres, which leave their own. */
function fillEmpty(
  empty: readonly number[],
  rows: NumberItems,
  count: number,
  width: number,
  labels: NumberItems,
  before: NumberItems,
  sums: Float64Array,
  weights: Float64Array,
): void {
  const distances = Float64Array.from({ length: count }, (_, i) =>
    apart(rows, i * width, before, labels[i] * width, width),
  );
  const furthest = Array.from({ length: count }, (_, i) => i).sort((a, b) => distances[b] - distances[a]);
  for (const [turn, cluster] of empty.entries()) {
    const sample = furthest[turn];
    const old = labels[sample];
    for (let k = 0; k < width; k++) {
      sums[old * width + k] -= rows[sample * width + k];
      sums[cluster * width + k] = rows[sample * width + k];
    }
    weights[cluster] = 1;
    weights[old] -= 1;
  }
}

const movedCentres = native(
  'moved_centres(table, labels, centres)',
  ([table, given, centres]) => {
    const [rows, count, width] = tableOf(table);
    const [before, clusters] = tableOf(centres);
    const labels = requireNumbers(given as NdArray);
    const sums = new Float64Array(clusters * width);
    const weights = new Float64Array(clusters);
    for (let i = 0; i < count; i++) {
      weights[labels[i]]++;
      for (let k = 0; k < width; k++) sums[labels[i] * width + k] += rows[i * width + k];
    }
    const empty = Array.from(weights.keys()).filter(cluster => weights[cluster] === 0);
    if (empty.length > 0) fillEmpty(empty, rows, count, width, labels, before, sums, weights);
    for (let c = 0; c < clusters; c++) {
      const share = 1 / weights[c];
      if (weights[c] > 0) for (let k = 0; k < width; k++) sums[c * width + k] *= share;
    }
    return concreteArray(fromItems(sums, [clusters, width], 'float64'));
  },
  'The means of the rows of each label.',
);

const inertia = native(
  'inertia(table, labels, centres)',
  ([table, given, centres]) => {
    const [rows, count, width] = tableOf(table);
    const labels = requireNumbers(given as NdArray);
    const [middles] = tableOf(centres);
    let sum = 0;
    for (let i = 0; i < count; i++) sum += apart(rows, i * width, middles, labels[i] * width, width);
    return new PyFloat(sum);
  },
  'The sum of squared distances to the own centres.',
);

export const clusterFunctionsModule: LibraryModule = {
  name: 'sklearn._clusters',
  entries: () => named(nearestCentres, movedCentres, inertia),
};
