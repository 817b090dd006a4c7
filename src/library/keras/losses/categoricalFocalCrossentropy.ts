/** The loss `CategoricalFocalCrossentropy` and its function `categorical_focal_crossentropy`. */
import { ops } from '../../../graph/index.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import { type ArgumentReader, numberOf } from '../objects/arguments.ts';
import { tensorOf } from '../tensors/conversion.ts';
import { smoothClasses } from './crossentropy.ts';
import { epsilon, type LossDefinition } from './definition.ts';

/** One weight, or one for each class. */
function alphaOf(args: ArgumentReader): number | Tensor {
  const value = args.value('alpha');
  return numberOf(value) ?? tensorOf(args.py, value, 'float32');
}

export const categoricalFocalCrossentropy: LossDefinition = {
  className: 'CategoricalFocalCrossentropy',
  functionName: 'categorical_focal_crossentropy',
  parameters: 'alpha=0.25, gamma=2.0, from_logits=False, label_smoothing=0.0, axis=-1',
  documentation: 'Categorical crossentropy that weighs hard samples more (Lin et al. 2018).',
  source: 'https://keras.io/api/losses/',
  expects: 'one-hot',
  probabilities: true,
  compute: args => {
    const alpha = alphaOf(args);
    const [gamma, smoothing] = [args.number('gamma'), args.number('label_smoothing')];
    const [fromLogits, axis] = [args.boolean('from_logits'), args.integer('axis')];
    return (yTrue, yPred) => {
      const target = smoothClasses(yTrue, smoothing);
      const probabilities = fromLogits ? ops.softmax(yPred, axis) : yPred;
      const normalized = ops.div(probabilities, ops.sum(probabilities, [axis], true));
      const output = ops.clip(normalized, epsilon, 1 - epsilon);
      const weight = ops.mul(ops.pow(ops.sub(1, output), gamma), alpha);
      return ops.neg(ops.sum(ops.mul(ops.mul(weight, target), ops.log(output)), [axis]));
    };
  },
};
