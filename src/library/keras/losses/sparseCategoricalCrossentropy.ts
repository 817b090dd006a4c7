/** The loss `SparseCategoricalCrossentropy` and its function `sparse_categorical_crossentropy`. */
import { ops } from '../../../graph/index.ts';
import { sparse } from './crossentropy.ts';
import type { LossDefinition } from './definition.ts';

export const sparseCategoricalCrossentropy: LossDefinition = {
  className: 'SparseCategoricalCrossentropy',
  functionName: 'sparse_categorical_crossentropy',
  parameters: 'from_logits=False, ignore_class=None, axis=-1',
  documentation: 'Crossentropy of integer labels and a probability for each class.',
  source: 'https://keras.io/api/losses/',
  expects: 'sparse',
  probabilities: true,
  compute: args => {
    const [fromLogits, ignored] = [args.boolean('from_logits'), args.optionalInteger('ignore_class')];
    return (yTrue, yPred) => {
      if (ignored === null) return sparse(yTrue, yPred, fromLogits);
      const counts = ops.notEqual(yTrue, ignored);
      const losses = sparse(ops.mul(yTrue, ops.cast(counts, yTrue.dtype)), yPred, fromLogits);
      return ops.select(ops.reshape(counts, losses.shape), losses, 0);
    };
  },
};
