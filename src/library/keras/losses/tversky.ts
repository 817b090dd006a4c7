/** The loss `Tversky` and its function `tversky`. */
import { ops } from '../../../graph/index.ts';
import { epsilon, type LossDefinition } from './definition.ts';

export const tversky: LossDefinition = {
  className: 'Tversky',
  functionName: 'tversky',
  parameters: 'alpha=0.5, beta=0.5',
  documentation: '1 - Tversky index: false positives and negatives weighed apart.',
  source: 'https://keras.io/api/losses/',
  expects: 'same',
  probabilities: true,
  compute: args => {
    const [alpha, beta] = [args.number('alpha'), args.number('beta')];
    return (yTrue, yPred) => {
      const [target, output] = [ops.flatten(yTrue), ops.flatten(yPred)];
      const shared = ops.sum(ops.mul(target, output));
      const falsePositive = ops.sum(ops.mul(ops.sub(1, target), output));
      const falseNegative = ops.sum(ops.mul(target, ops.sub(1, output)));
      const wrong = ops.add(ops.mul(alpha, falsePositive), ops.mul(beta, falseNegative));
      return ops.sub(1, ops.div(shared, ops.add(ops.add(shared, wrong), epsilon)));
    };
  },
};
