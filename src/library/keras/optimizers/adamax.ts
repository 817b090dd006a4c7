/** The optimizer `Adamax`. */
import { ops } from '../../../graph/index.ts';
import type { OptimizerDefinition } from './definition.ts';

export const adamax: OptimizerDefinition = {
  name: 'Adamax',
  parameters: 'learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7',
  defaultName: 'adamax',
  documentation: 'Adam with the largest gradient in place of the mean square (Kingma and Ba 2014).',
  source: 'https://keras.io/api/optimizers/adamax/',
  init(args) {
    const [beta1, beta2, epsilon] = [args.number('beta_1'), args.number('beta_2'), args.number('epsilon')];
    return ({ gradient, value, rate, step, slot }) => {
      const [first, largest] = [slot('momentum'), slot('norm')];
      const momentum = first.assign(
        ops.add(first.read(), ops.mul(ops.sub(gradient, first.read()), 1 - beta1)),
      );
      const norm = largest.assign(ops.maximum(ops.mul(beta2, largest.read()), ops.abs(gradient)));
      const correction = ops.sub(1, ops.pow(beta1, step));
      return ops.sub(value, ops.div(ops.mul(rate, momentum), ops.mul(correction, ops.add(norm, epsilon))));
    };
  },
};
