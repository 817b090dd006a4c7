/** The metric `CategoricalHinge`. */
import { categoricalHinge as categoricalHingeLoss } from '../losses/categoricalHinge.ts';
import { sameRank } from '../losses/shapes.ts';
import { meanMetric } from './means.ts';

export const categoricalHinge = meanMetric({
  name: 'CategoricalHinge',
  parameters: '',
  defaultName: 'categorical_hinge',
  documentation: 'Mean of the loss `CategoricalHinge`.',
  values: args => {
    const compute = categoricalHingeLoss.compute(args);
    return (yTrue, yPred) => {
      const [target, output] = sameRank(yTrue, yPred);
      return compute(target, output);
    };
  },
});
