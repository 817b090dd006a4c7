/** The metric `BinaryCrossentropy`. */
import { binaryCrossentropy as binaryCrossentropyLoss } from '../losses/binaryCrossentropy.ts';
import { sameRank } from '../losses/shapes.ts';
import { meanMetric } from './means.ts';

export const binaryCrossentropy = meanMetric({
  name: 'BinaryCrossentropy',
  aliases: ['bce', 'BCE'],
  parameters: 'from_logits=False, label_smoothing=0.0, axis=-1',
  defaultName: 'binary_crossentropy',
  documentation: 'Mean of the loss `BinaryCrossentropy`.',
  values: args => {
    const compute = binaryCrossentropyLoss.compute(args);
    return (yTrue, yPred) => {
      const [target, output] = sameRank(yTrue, yPred);
      return compute(target, output);
    };
  },
});
