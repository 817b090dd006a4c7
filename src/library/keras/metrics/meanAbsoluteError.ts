/** The metric `MeanAbsoluteError`. */
import { meanAbsoluteError as meanAbsoluteErrorLoss } from '../losses/meanAbsoluteError.ts';
import { sameRank } from '../losses/shapes.ts';
import { meanMetric } from './means.ts';

export const meanAbsoluteError = meanMetric({
  name: 'MeanAbsoluteError',
  aliases: ['mae', 'MAE'],
  parameters: '',
  defaultName: 'mean_absolute_error',
  documentation: 'Mean of the loss `MeanAbsoluteError`.',
  values: args => {
    const compute = meanAbsoluteErrorLoss.compute(args);
    return (yTrue, yPred) => {
      const [target, output] = sameRank(yTrue, yPred);
      return compute(target, output);
    };
  },
});
