/** The optimizer `Adadelta`. */
import { ops } from '../../../graph/index.ts';
import type { OptimizerDefinition } from './definition.ts';

export const adadelta: OptimizerDefinition = {
  name: 'Adadelta',
  parameters: 'learning_rate=0.001, rho=0.95, epsilon=1e-7',
  defaultName: 'adadelta',
  documentation: 'Steps in proportion to the size of past steps (Zeiler 2012).',
  source: 'https://keras.io/api/optimizers/adadelta/',
  init(args) {
    const [rho, epsilon] = [args.number('rho'), args.number('epsilon')];
    return ({ gradient, value, rate, slot }) => {
      const [gradients, changes] = [slot('accumulated_grad'), slot('accumulated_delta_var')];
      const squares = gradients.assign(
        ops.add(ops.mul(rho, gradients.read()), ops.mul(1 - rho, ops.square(gradient))),
      );
      const before = changes.read();
      const ratio = ops.div(ops.sqrt(ops.add(before, epsilon)), ops.sqrt(ops.add(squares, epsilon)));
      const change = ops.neg(ops.mul(ratio, gradient));
      changes.assign(ops.add(ops.mul(rho, before), ops.mul(1 - rho, ops.square(change))));
      return ops.add(value, ops.mul(rate, change));
    };
  },
};
