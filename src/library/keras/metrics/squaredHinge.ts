/** The metric `SquaredHinge`. */

import { sameRank } from '../losses/shapes.ts';
import { squaredHinge as squaredHingeLoss } from '../losses/squaredHinge.ts';
import { meanMetric } from './means.ts';

export const squaredHinge = meanMetric({
  name: 'SquaredHinge',
  parameters: '',
  defaultName: 'squared_hinge',
  documentation: 'Mean of the loss `SquaredHinge`.',
  values: args => {
    const compute = squaredHingeLoss.compute(args);
    return (yTrue, yPred) => {
      const [target, output] = sameRank(yTrue, yPred);
      return compute(target, output);
    };
  },
});
