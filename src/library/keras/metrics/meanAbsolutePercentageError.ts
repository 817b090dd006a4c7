/** The metric `MeanAbsolutePercentageError`. */
import { meanAbsolutePercentageError as meanAbsolutePercentageErrorLoss } from '../losses/meanAbsolutePercentageError.ts';
import { sameRank } from '../losses/shapes.ts';
import { meanMetric } from './means.ts';

export const meanAbsolutePercentageError = meanMetric({
  name: 'MeanAbsolutePercentageError',
  aliases: ['mape', 'MAPE'],
  parameters: '',
  defaultName: 'mean_absolute_percentage_error',
  documentation: 'Mean of the loss `MeanAbsolutePercentageError`.',
  values: args => {
    const compute = meanAbsolutePercentageErrorLoss.compute(args);
    return (yTrue, yPred) => {
      const [target, output] = sameRank(yTrue, yPred);
      return compute(target, output);
    };
  },
});
