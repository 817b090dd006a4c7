/** The optimizer `Ftrl`. */
import { ops } from '../../../graph/index.ts';
import type { OptimizerDefinition } from './definition.ts';

export const ftrl: OptimizerDefinition = {
  name: 'Ftrl',
  parameters:
    'learning_rate=0.001, learning_rate_power=-0.5, initial_accumulator_value=0.1, l1_regularization_strength=0.0, l2_regularization_strength=0.0, l2_shrinkage_regularization_strength=0.0, beta=0.0',
  defaultName: 'ftrl',
  documentation: 'Follow the regularized leader (McMahan et al. 2013).',
  source: 'https://keras.io/api/optimizers/ftrl/',
  init(args) {
    const [power, initial] = [args.number('learning_rate_power'), args.number('initial_accumulator_value')];
    const [l1, l2] = [args.number('l1_regularization_strength'), args.number('l2_regularization_strength')];
    const [shrinkage, beta] = [args.number('l2_shrinkage_regularization_strength'), args.number('beta')];
    return ({ gradient, value, rate, slot }) => {
      const [squares, sums] = [slot('accumulator', initial), slot('linear')];
      const strength = ops.add(l2, ops.div(beta, ops.mul(2, rate)));
      const before = squares.read();
      const after = squares.assign(ops.add(before, ops.square(gradient)));
      const shrunk = ops.add(gradient, ops.mul(2 * shrinkage, value));
      const sigma = ops.div(ops.sub(ops.pow(after, -power), ops.pow(before, -power)), rate);
      const linear = sums.assign(ops.add(sums.read(), ops.sub(shrunk, ops.mul(sigma, value))));
      const quadratic = ops.add(ops.div(ops.pow(after, -power), rate), ops.mul(2, strength));
      return ops.div(ops.sub(ops.clip(linear, -l1, l1), linear), quadratic);
    };
  },
};
