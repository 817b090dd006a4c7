/** The loss `CategoricalHinge` and its function `categorical_hinge`. */
import { ops } from '../../../graph/index.ts';
import type { LossDefinition } from './definition.ts';

export const categoricalHinge: LossDefinition = {
  className: 'CategoricalHinge',
  functionName: 'categorical_hinge',
  parameters: '',
  documentation: 'max(largest wrong score - right score + 1, 0).',
  source: 'https://keras.io/api/losses/',
  expects: 'one-hot',
  probabilities: false,
  compute: () => (yTrue, yPred) => {
    const right = ops.sum(ops.mul(yTrue, yPred), [-1]);
    const wrong = ops.max(ops.mul(ops.sub(1, yTrue), yPred), [-1]);
    return ops.relu(ops.add(ops.sub(wrong, right), 1));
  },
};
