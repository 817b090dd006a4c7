/** The loss `Huber` and its function `huber`. */
import { ops } from '../../../graph/index.ts';
import type { LossDefinition } from './definition.ts';
import { meanOver } from './regression.ts';

export const huber: LossDefinition = {
  className: 'Huber',
  functionName: 'huber',
  parameters: 'delta=1.0',
  documentation: 'Squared for small differences, linear beyond delta.',
  source: 'https://keras.io/api/losses/',
  expects: 'same',
  probabilities: false,
  compute: args => {
    const delta = args.number('delta');
    return (yTrue, yPred) =>
      meanOver(yTrue, yPred, (target, output) => {
        const size = ops.abs(ops.sub(output, target));
        const linear = ops.sub(ops.mul(delta, size), 0.5 * delta * delta);
        return ops.select(ops.lessEqual(size, delta), ops.mul(0.5, ops.square(size)), linear);
      });
  },
};
