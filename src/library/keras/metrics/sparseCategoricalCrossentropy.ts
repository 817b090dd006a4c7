/** The metric `SparseCategoricalCrossentropy`. */

import { sameRank } from '../losses/shapes.ts';
import { sparseCategoricalCrossentropy as sparseCategoricalCrossentropyLoss } from '../losses/sparseCategoricalCrossentropy.ts';
import { meanMetric } from './means.ts';

export const sparseCategoricalCrossentropy = meanMetric({
  name: 'SparseCategoricalCrossentropy',
  parameters: 'from_logits=False, axis=-1, ignore_class=None',
  defaultName: 'sparse_categorical_crossentropy',
  documentation: 'Mean of the loss `SparseCategoricalCrossentropy`.',
  values: args => {
    const compute = sparseCategoricalCrossentropyLoss.compute(args);
    return (yTrue, yPred) => {
      const [target, output] = sameRank(yTrue, yPred);
      return compute(target, output);
    };
  },
});
