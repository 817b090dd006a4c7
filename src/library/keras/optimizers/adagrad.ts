/** The optimizer `Adagrad`. */
import { ops } from '../../../graph/index.ts';
import type { OptimizerDefinition } from './definition.ts';

export const adagrad: OptimizerDefinition = {
  name: 'Adagrad',
  parameters: 'learning_rate=0.001, initial_accumulator_value=0.1, epsilon=1e-7',
  defaultName: 'adagrad',
  documentation: 'Divides by the root of the sum of all squared gradients (Duchi et al. 2011).',
  source: 'https://keras.io/api/optimizers/adagrad/',
  init(args) {
    const [initial, epsilon] = [args.number('initial_accumulator_value'), args.number('epsilon')];
    return ({ gradient, value, rate, slot }) => {
      const memory = slot('accumulator', initial);
      const squares = memory.assign(ops.add(memory.read(), ops.square(gradient)));
      return ops.sub(value, ops.div(ops.mul(rate, gradient), ops.sqrt(ops.add(squares, epsilon))));
    };
  },
};
