/** The metric `MeanSquaredLogarithmicError`. */
import { meanSquaredLogarithmicError as meanSquaredLogarithmicErrorLoss } from '../losses/meanSquaredLogarithmicError.ts';
import { sameRank } from '../losses/shapes.ts';
import { meanMetric } from './means.ts';

export const meanSquaredLogarithmicError = meanMetric({
  name: 'MeanSquaredLogarithmicError',
  aliases: ['msle', 'MSLE'],
  parameters: '',
  defaultName: 'mean_squared_logarithmic_error',
  documentation: 'Mean of the loss `MeanSquaredLogarithmicError`.',
  values: args => {
    const compute = meanSquaredLogarithmicErrorLoss.compute(args);
    return (yTrue, yPred) => {
      const [target, output] = sameRank(yTrue, yPred);
      return compute(target, output);
    };
  },
});
