/** The loss `BinaryCrossentropy` and its function `binary_crossentropy`. */
import { ops } from '../../../graph/index.ts';
import { binary, smoothBinary } from './crossentropy.ts';
import type { LossDefinition } from './definition.ts';

export const binaryCrossentropy: LossDefinition = {
  className: 'BinaryCrossentropy',
  functionName: 'binary_crossentropy',
  aliases: ['bce', 'BCE'],
  parameters: 'from_logits=False, label_smoothing=0.0, axis=-1',
  documentation: 'Crossentropy of yes-or-no labels, each output on its own.',
  source: 'https://keras.io/api/losses/',
  expects: 'binary',
  probabilities: true,
  compute: args => {
    const [fromLogits, smoothing, axis] = [
      args.boolean('from_logits'),
      args.number('label_smoothing'),
      args.integer('axis'),
    ];
    return (yTrue, yPred) => ops.mean(binary(smoothBinary(yTrue, smoothing), yPred, fromLogits), [axis]);
  },
};
