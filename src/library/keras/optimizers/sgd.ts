/** The optimizer `SGD`. */
import { ops } from '../../../graph/index.ts';
import type { OptimizerDefinition } from './definition.ts';

export const sgd: OptimizerDefinition = {
  name: 'SGD',
  parameters: 'learning_rate=0.01, momentum=0.0, nesterov=False',
  defaultName: 'SGD',
  documentation: 'Against the gradient, optionally with momentum.',
  source: 'https://keras.io/api/optimizers/sgd/',
  init(args) {
    const [momentum, nesterov] = [args.number('momentum'), args.boolean('nesterov')];
    if (momentum < 0 || momentum > 1) args.fail('momentum', '`momentum` must be a float between [0, 1].');
    return ({ gradient, value, rate, slot }) => {
      const change = ops.mul(gradient, rate);
      if (momentum === 0) return ops.sub(value, change);
      const memory = slot('momentum');
      const velocity = memory.assign(ops.sub(ops.mul(memory.read(), momentum), change));
      return ops.add(value, nesterov ? ops.sub(ops.mul(velocity, momentum), change) : velocity);
    };
  },
};
