/** The loss `MeanSquaredError` and its function `mean_squared_error`. */
import { ops } from '../../../graph/index.ts';
import type { LossDefinition } from './definition.ts';
import { meanOver } from './regression.ts';

export const meanSquaredError: LossDefinition = {
  className: 'MeanSquaredError',
  functionName: 'mean_squared_error',
  aliases: ['mse', 'MSE'],
  parameters: '',
  documentation: 'Mean of squared differences.',
  source: 'https://keras.io/api/losses/',
  expects: 'same',
  probabilities: false,
  compute: () => (yTrue, yPred) =>
    meanOver(yTrue, yPred, (target, output) => ops.square(ops.sub(target, output))),
};
