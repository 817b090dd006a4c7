/** The loss `MeanSquaredLogarithmicError` and its function `mean_squared_logarithmic_error`. */
import { ops } from '../../../graph/index.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import { epsilon, type LossDefinition } from './definition.ts';
import { meanOver } from './regression.ts';

function logOf(x: Tensor): Tensor {
  return ops.log(ops.add(ops.maximum(x, epsilon), 1));
}

export const meanSquaredLogarithmicError: LossDefinition = {
  className: 'MeanSquaredLogarithmicError',
  functionName: 'mean_squared_logarithmic_error',
  aliases: ['msle', 'MSLE'],
  parameters: '',
  documentation: 'Mean of squared differences of log(1 + x).',
  source: 'https://keras.io/api/losses/',
  expects: 'same',
  probabilities: false,
  compute: () => (yTrue, yPred) =>
    meanOver(yTrue, yPred, (target, output) => ops.square(ops.sub(logOf(target), logOf(output)))),
};
