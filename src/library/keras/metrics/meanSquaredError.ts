/** The metric `MeanSquaredError`. */
import { meanSquaredError as meanSquaredErrorLoss } from '../losses/meanSquaredError.ts';
import { sameRank } from '../losses/shapes.ts';
import { meanMetric } from './means.ts';

export const meanSquaredError = meanMetric({
  name: 'MeanSquaredError',
  aliases: ['mse', 'MSE'],
  parameters: '',
  defaultName: 'mean_squared_error',
  documentation: 'Mean of the loss `MeanSquaredError`.',
  values: args => {
    const compute = meanSquaredErrorLoss.compute(args);
    return (yTrue, yPred) => {
      const [target, output] = sameRank(yTrue, yPred);
      return compute(target, output);
    };
  },
});
