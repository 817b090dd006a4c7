/** The metric `LogCoshError`. */
import { logCosh as logCoshLoss } from '../losses/logCosh.ts';
import { sameRank } from '../losses/shapes.ts';
import { meanMetric } from './means.ts';

export const logCoshError = meanMetric({
  name: 'LogCoshError',
  aliases: ['logcosh'],
  parameters: '',
  defaultName: 'logcosh',
  documentation: 'Mean of the loss `LogCosh`.',
  values: args => {
    const compute = logCoshLoss.compute(args);
    return (yTrue, yPred) => {
      const [target, output] = sameRank(yTrue, yPred);
      return compute(target, output);
    };
  },
});
