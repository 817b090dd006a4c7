/** The loss `MeanAbsoluteError` and its function `mean_absolute_error`. */
import { ops } from '../../../graph/index.ts';
import type { LossDefinition } from './definition.ts';
import { meanOver } from './regression.ts';

export const meanAbsoluteError: LossDefinition = {
  className: 'MeanAbsoluteError',
  functionName: 'mean_absolute_error',
  aliases: ['mae', 'MAE'],
  parameters: '',
  documentation: 'Mean of absolute differences.',
  source: 'https://keras.io/api/losses/',
  expects: 'same',
  probabilities: false,
  compute: () => (yTrue, yPred) =>
    meanOver(yTrue, yPred, (target, output) => ops.abs(ops.sub(target, output))),
};
