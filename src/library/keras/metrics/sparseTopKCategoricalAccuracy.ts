/** The metric `SparseTopKCategoricalAccuracy`. */
import { topKMatches } from './matches.ts';
import { meanMetric } from './means.ts';

export const sparseTopKCategoricalAccuracy = meanMetric({
  name: 'SparseTopKCategoricalAccuracy',
  functionName: 'sparse_top_k_categorical_accuracy',
  parameters: 'k=5',
  defaultName: 'sparse_top_k_categorical_accuracy',
  documentation: 'Share of samples whose class is among the k largest outputs, labels integers.',
  values: args => {
    const k = args.integer('k');
    return (yTrue, yPred) => topKMatches(yTrue, yPred, k);
  },
});
