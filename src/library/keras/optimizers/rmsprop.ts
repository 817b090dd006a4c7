/** The optimizer `RMSprop`. */
import { ops } from '../../../graph/index.ts';
import type { OptimizerDefinition } from './definition.ts';

export const rmsprop: OptimizerDefinition = {
  name: 'RMSprop',
  parameters: 'learning_rate=0.001, rho=0.9, momentum=0.0, epsilon=1e-7, centered=False',
  defaultName: 'rmsprop',
  documentation: 'Divides by a running root mean square of gradients (Hinton 2012).',
  source: 'https://keras.io/api/optimizers/rmsprop/',
  init(args) {
    const [rho, momentum, epsilon] = [args.number('rho'), args.number('momentum'), args.number('epsilon')];
    const centered = args.boolean('centered');
    return ({ gradient, value, rate, slot }) => {
      const squares = slot('velocity');
      const velocity = squares.assign(
        ops.add(ops.mul(rho, squares.read()), ops.mul(1 - rho, ops.square(gradient))),
      );
      let spread = velocity;
      if (centered) {
        const means = slot('average_gradient');
        const mean = means.assign(ops.add(ops.mul(rho, means.read()), ops.mul(1 - rho, gradient)));
        spread = ops.sub(velocity, ops.square(mean));
      }
      const change = ops.div(ops.mul(rate, gradient), ops.sqrt(ops.add(spread, epsilon)));
      if (momentum === 0) return ops.sub(value, change);
      const memory = slot('momentum');
      return ops.sub(value, memory.assign(ops.add(ops.mul(momentum, memory.read()), change)));
    };
  },
};
