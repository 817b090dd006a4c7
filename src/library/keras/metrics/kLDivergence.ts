/** The metric `KLDivergence`. */
import { kLDivergence as kLDivergenceLoss } from '../losses/kLDivergence.ts';
import { sameRank } from '../losses/shapes.ts';
import { meanMetric } from './means.ts';

export const kLDivergence = meanMetric({
  name: 'KLDivergence',
  aliases: ['kld', 'KLD'],
  parameters: '',
  defaultName: 'kl_divergence',
  documentation: 'Mean of the loss `KLDivergence`.',
  values: args => {
    const compute = kLDivergenceLoss.compute(args);
    return (yTrue, yPred) => {
      const [target, output] = sameRank(yTrue, yPred);
      return compute(target, output);
    };
  },
});
