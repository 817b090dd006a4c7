/** The optimizer `Lion`. */
import { ops } from '../../../graph/index.ts';
import type { OptimizerDefinition } from './definition.ts';

export const lion: OptimizerDefinition = {
  name: 'Lion',
  parameters: 'learning_rate=0.001, beta_1=0.9, beta_2=0.99',
  defaultName: 'lion',
  documentation: 'The sign of a mix of gradient and momentum (Chen et al. 2023).',
  source: 'https://keras.io/api/optimizers/lion/',
  init(args) {
    const [beta1, beta2] = [args.number('beta_1'), args.number('beta_2')];
    if (beta1 <= 0 || beta1 > 1)
      args.fail(
        'beta_1',
        `Argument \`beta_1\` must be in the [0, 1] range. Otherwise, the optimizer degenerates to SignSGD. Received: beta_1=${beta1}.`,
      );
    return ({ gradient, value, rate, slot }) => {
      const memory = slot('momentum');
      const momentum = memory.read();
      const direction = ops.sign(ops.add(ops.mul(momentum, beta1), ops.mul(gradient, 1 - beta1)));
      memory.assign(ops.add(ops.mul(momentum, beta2), ops.mul(gradient, 1 - beta2)));
      return ops.sub(value, ops.mul(rate, direction));
    };
  },
};
