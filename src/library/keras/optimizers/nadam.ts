/** The optimizer `Nadam`. */
import { ops } from '../../../graph/index.ts';
import type { OptimizerDefinition } from './definition.ts';

export const nadam: OptimizerDefinition = {
  name: 'Nadam',
  parameters: 'learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7',
  defaultName: 'nadam',
  documentation: 'Adam with Nesterov momentum (Dozat 2015).',
  source: 'https://keras.io/api/optimizers/nadam/',
  init(args) {
    const [beta1, beta2, epsilon] = [args.number('beta_1'), args.number('beta_2'), args.number('epsilon')];
    return ({ gradient, value, rate, step, slot, shared }) => {
      const schedule = (at: ReturnType<typeof ops.add>) =>
        ops.mul(beta1, ops.sub(1, ops.mul(0.5, ops.pow(0.96, at))));
      const [now, next] = [schedule(step), schedule(ops.add(step, 1))];
      const products = shared('u_product', 1);
      const product = products.assign(ops.mul(products.read(), now));
      const [first, second] = [slot('momentum'), slot('velocity')];
      const momentum = first.assign(
        ops.add(first.read(), ops.mul(ops.sub(gradient, first.read()), 1 - beta1)),
      );
      const velocity = second.assign(
        ops.add(second.read(), ops.mul(ops.sub(ops.square(gradient), second.read()), 1 - beta2)),
      );
      const ahead = ops.div(ops.mul(next, momentum), ops.sub(1, ops.mul(product, next)));
      const here = ops.div(ops.mul(ops.sub(1, now), gradient), ops.sub(1, product));
      const spread = ops.sqrt(ops.div(velocity, ops.sub(1, ops.pow(beta2, step))));
      return ops.sub(value, ops.div(ops.mul(ops.add(ahead, here), rate), ops.add(spread, epsilon)));
    };
  },
};
