/** The loss `MeanAbsolutePercentageError` and its function `mean_absolute_percentage_error`. */
import { ops } from '../../../graph/index.ts';
import { epsilon, type LossDefinition } from './definition.ts';
import { meanOver } from './regression.ts';

export const meanAbsolutePercentageError: LossDefinition = {
  className: 'MeanAbsolutePercentageError',
  functionName: 'mean_absolute_percentage_error',
  aliases: ['mape', 'MAPE'],
  parameters: '',
  documentation: 'Mean of differences in percent of the labels.',
  source: 'https://keras.io/api/losses/',
  expects: 'same',
  probabilities: false,
  compute: () => (yTrue, yPred) =>
    ops.mul(
      100,
      meanOver(yTrue, yPred, (target, output) =>
        ops.abs(ops.div(ops.sub(target, output), ops.maximum(ops.abs(target), epsilon))),
      ),
    ),
};
