/** The loss `LogCosh` and its function `log_cosh`. */
import { ops } from '../../../graph/index.ts';
import type { LossDefinition } from './definition.ts';
import { meanOver } from './regression.ts';

export const logCosh: LossDefinition = {
  className: 'LogCosh',
  functionName: 'log_cosh',
  aliases: ['logcosh'],
  parameters: '',
  documentation: 'Mean of log(cosh(difference)).',
  source: 'https://keras.io/api/losses/',
  expects: 'same',
  probabilities: false,
  compute: () => (yTrue, yPred) =>
    meanOver(yTrue, yPred, (target, output) => {
      const error = ops.sub(output, target);
      return ops.sub(ops.add(error, ops.softplus(ops.mul(error, -2))), Math.LN2);
    }),
};
