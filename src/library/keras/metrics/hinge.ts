/** The metric `Hinge`. */
import { hinge as hingeLoss } from '../losses/hinge.ts';
import { sameRank } from '../losses/shapes.ts';
import { meanMetric } from './means.ts';

export const hinge = meanMetric({
  name: 'Hinge',
  parameters: '',
  defaultName: 'hinge',
  documentation: 'Mean of the loss `Hinge`.',
  values: args => {
    const compute = hingeLoss.compute(args);
    return (yTrue, yPred) => {
      const [target, output] = sameRank(yTrue, yPred);
      return compute(target, output);
    };
  },
});
