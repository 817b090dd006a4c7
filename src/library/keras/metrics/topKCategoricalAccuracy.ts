/** The metric `TopKCategoricalAccuracy`. */
import { ops } from '../../../graph/index.ts';
import { topKMatches } from './matches.ts';
import { meanMetric } from './means.ts';

export const topKCategoricalAccuracy = meanMetric({
  name: 'TopKCategoricalAccuracy',
  functionName: 'top_k_categorical_accuracy',
  parameters: 'k=5',
  defaultName: 'top_k_categorical_accuracy',
  documentation: 'Share of samples whose class is among the k largest outputs, labels one-hot.',
  values: args => {
    const k = args.integer('k');
    return (yTrue, yPred) => topKMatches(ops.argMax(yTrue, -1), yPred, k);
  },
});
