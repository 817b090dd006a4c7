/** What the Python text of `sklearn.tree` calls: growing a tree, and finding the leaf of each sample. */
import { named, native } from '../../../python/functions.ts';
import type { LibraryModule } from '../../../python/modules.ts';
import { PyFloat, PyTuple, type Value } from '../../../python/values.ts';
import { concreteArray, NdArray, requireNumbers } from '../../numpy/ndarray.ts';
import { fromItems, type Items } from '../../numpy/storage.ts';
import { type Criterion, Entropy, FriedmanError, Gini, SquaredError, type Targets } from './criteria.ts';
import { growTree } from './growing.ts';
import { Splitter } from './splitting.ts';

function criterionOf(name: string, targets: Targets, width: number): Criterion {
  switch (name) {
    case 'gini':
      return new Gini(targets, width);
    case 'entropy':
      return new Entropy(targets, width);
    case 'friedman_mse':
      return new FriedmanError(targets);
    default:
      return new SquaredError(targets);
  }
}

function numberOf(value: Value): number {
  return value instanceof PyFloat ? value.value : Number(value);
}

function totalOf(weights: Float64Array | null, samples: number): number {
  if (weights === null) return samples;
  let total = 0;
  for (const weight of weights) total += weight;
  return total;
}

function column(items: Items, dtype: 'int64' | 'float64'): NdArray {
  return concreteArray(fromItems(items, [items.length], dtype));
}

const grow = native(
  'grow(table, targets, weights, classes, criterion, splitter, seed, limits)',
  ([table, targets, weights, classes, criterion, splitter, seed, limits]) => {
    const rows = table as NdArray;
    const answers = targets as NdArray;
    const [samples, features] = rows.shape as number[];
    const outputs = answers.shape[1] as number;
    const given = weights instanceof NdArray ? Float64Array.from(requireNumbers(weights)) : null;
    const known: Targets = {
      values: Float64Array.from(requireNumbers(answers)),
      outputs,
      weights: given,
      totalWeight: totalOf(given, samples),
    };
    const [maxDepth, minSamplesSplit, minSamplesLeaf, minWeightLeaf, maxFeatures, maxLeafNodes, decrease] = (
      limits as PyTuple
    ).items;
    const width = numberOf(classes);
    const search = new Splitter(
      Float32Array.from(requireNumbers(rows)),
      features,
      known,
      criterionOf(String(criterion), known, width),
      {
        maxFeatures: numberOf(maxFeatures),
        minSamplesLeaf: numberOf(minSamplesLeaf),
        minWeightLeaf: numberOf(minWeightLeaf),
        random: splitter === 'random',
      },
      numberOf(seed),
    );
    const tree = growTree(search, outputs * width, {
      maxDepth: numberOf(maxDepth),
      minSamplesSplit: numberOf(minSamplesSplit),
      minSamplesLeaf: numberOf(minSamplesLeaf),
      minWeightLeaf: numberOf(minWeightLeaf),
      minImpurityDecrease: numberOf(decrease),
      maxLeafNodes: maxLeafNodes === null ? null : numberOf(maxLeafNodes),
    });
    const nodes = tree.left.length;
    const values = fromItems(Float64Array.from(tree.values), [nodes, outputs, width], 'float64');
    return new PyTuple([
      column(Float64Array.from(tree.left), 'int64'),
      column(Float64Array.from(tree.right), 'int64'),
      column(Float64Array.from(tree.feature), 'int64'),
      column(Float64Array.from(tree.threshold), 'float64'),
      column(Float64Array.from(tree.impurity), 'float64'),
      column(Float64Array.from(tree.samples), 'int64'),
      column(Float64Array.from(tree.weight), 'float64'),
      concreteArray(values),
      tree.depth,
    ]);
  },
  'The nodes of a tree grown on these samples: children, features, thresholds, impurities, counts, weights, values, depth.',
);

const leaves = native(
  'leaves(table, left, right, feature, threshold)',
  ([table, left, right, feature, threshold]) => {
    const rows = table as NdArray;
    const [samples, features] = rows.shape as number[];
    const values = Float32Array.from(requireNumbers(rows));
    const [lefts, rights, cuts, bounds] = [left, right, feature, threshold].map(each =>
      requireNumbers(each as NdArray),
    );
    const found = new Float64Array(samples);
    for (let sample = 0; sample < samples; sample++) {
      let node = 0;
      while (lefts[node] !== -1)
        node = values[sample * features + cuts[node]] <= bounds[node] ? lefts[node] : rights[node];
      found[sample] = node;
    }
    return column(found, 'int64');
  },
  'The number of the leaf that each sample ends in.',
);

const importances = native(
  'importances(left, right, feature, impurity, weight, features)',
  ([left, right, feature, impurity, weight, features]) => {
    const [lefts, rights, cuts, impurities, weights] = [left, right, feature, impurity, weight].map(each =>
      requireNumbers(each as NdArray),
    );
    const found = new Float64Array(numberOf(features));
    for (let node = 0; node < lefts.length; node++) {
      if (lefts[node] === -1) continue;
      const [a, b] = [lefts[node], rights[node]];
      found[cuts[node]] +=
        weights[node] * impurities[node] - weights[a] * impurities[a] - weights[b] * impurities[b];
    }
    for (let i = 0; i < found.length; i++) found[i] /= weights[0];
    return column(found, 'float64');
  },
  'How much each feature lessens the impurity in all nodes together.',
);

export const treeFunctionsModule: LibraryModule = {
  name: 'sklearn._trees',
  entries: () => named(grow, leaves, importances),
};
