/** The loss `CategoricalCrossentropy` and its function `categorical_crossentropy`. */

import { categorical, smoothClasses } from './crossentropy.ts';
import type { LossDefinition } from './definition.ts';

export const categoricalCrossentropy: LossDefinition = {
  className: 'CategoricalCrossentropy',
  functionName: 'categorical_crossentropy',
  parameters: 'from_logits=False, label_smoothing=0.0, axis=-1',
  documentation: 'Crossentropy of one-hot labels and a probability for each class.',
  source: 'https://keras.io/api/losses/',
  expects: 'one-hot',
  probabilities: true,
  compute: args => {
    const [fromLogits, smoothing, axis] = [
      args.boolean('from_logits'),
      args.number('label_smoothing'),
      args.integer('axis'),
    ];
    return (yTrue, yPred) => categorical(smoothClasses(yTrue, smoothing), yPred, fromLogits, axis);
  },
};
