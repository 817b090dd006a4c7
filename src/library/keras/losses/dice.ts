/** The loss `Dice` and its function `dice`. */
import { ops } from '../../../graph/index.ts';
import { epsilon, type LossDefinition } from './definition.ts';

export const dice: LossDefinition = {
  className: 'Dice',
  functionName: 'dice',
  parameters: '',
  documentation: '1 - 2 |A and B| / (|A| + |B|) over all elements.',
  source: 'https://keras.io/api/losses/',
  expects: 'same',
  probabilities: true,
  compute: () => (yTrue, yPred) => {
    const shared = ops.sum(ops.mul(ops.flatten(yTrue), ops.flatten(yPred)));
    const total = ops.add(ops.add(ops.sum(yTrue), ops.sum(yPred)), epsilon);
    return ops.sub(1, ops.div(ops.mul(2, shared), total));
  },
};
