/** The loss `BinaryFocalCrossentropy` and its function `binary_focal_crossentropy`. */
import { ops } from '../../../graph/index.ts';
import { binary, smoothBinary } from './crossentropy.ts';
import type { LossDefinition } from './definition.ts';

export const binaryFocalCrossentropy: LossDefinition = {
  className: 'BinaryFocalCrossentropy',
  functionName: 'binary_focal_crossentropy',
  parameters:
    'apply_class_balancing=False, alpha=0.25, gamma=2.0, from_logits=False, label_smoothing=0.0, axis=-1',
  documentation: 'Binary crossentropy that weighs hard samples more (Lin et al. 2018).',
  source: 'https://keras.io/api/losses/',
  expects: 'binary',
  probabilities: true,
  compute: args => {
    const balanced = args.boolean('apply_class_balancing');
    const [alpha, gamma, smoothing] = [
      args.number('alpha'),
      args.number('gamma'),
      args.number('label_smoothing'),
    ];
    const [fromLogits, axis] = [args.boolean('from_logits'), args.integer('axis')];
    return (yTrue, yPred) => {
      const target = smoothBinary(yTrue, smoothing);
      const output = fromLogits ? ops.sigmoid(yPred) : yPred;
      const loss = binary(target, output, false);
      const right = ops.add(ops.mul(target, output), ops.mul(ops.sub(1, target), ops.sub(1, output)));
      const focal = ops.mul(ops.pow(ops.sub(1, right), gamma), loss);
      const weight = ops.add(ops.mul(target, alpha), ops.mul(ops.sub(1, target), 1 - alpha));
      return ops.mean(balanced ? ops.mul(weight, focal) : focal, [axis]);
    };
  },
};
