/** The metric `Poisson`. */
import { poisson as poissonLoss } from '../losses/poisson.ts';
import { sameRank } from '../losses/shapes.ts';
import { meanMetric } from './means.ts';

export const poisson = meanMetric({
  name: 'Poisson',
  parameters: '',
  defaultName: 'poisson',
  documentation: 'Mean of the loss `Poisson`.',
  values: args => {
    const compute = poissonLoss.compute(args);
    return (yTrue, yPred) => {
      const [target, output] = sameRank(yTrue, yPred);
      return compute(target, output);
    };
  },
});
