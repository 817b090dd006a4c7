/** The loss `KLDivergence` and its function `kl_divergence`. */
import { ops } from '../../../graph/index.ts';
import { epsilon, type LossDefinition } from './definition.ts';

export const kLDivergence: LossDefinition = {
  className: 'KLDivergence',
  functionName: 'kl_divergence',
  aliases: ['kld', 'KLD', 'kullback_leibler_divergence'],
  parameters: '',
  documentation: 'sum(t log(t / p)): how far one distribution is from the other.',
  source: 'https://keras.io/api/losses/',
  expects: 'distribution',
  probabilities: true,
  compute: () => (yTrue, yPred) => {
    const target = ops.clip(yTrue, epsilon, 1);
    const output = ops.clip(yPred, epsilon, 1);
    return ops.sum(ops.mul(target, ops.log(ops.div(target, output))), [-1]);
  },
};
