/** The initializer `RandomUniform`. */
import type { InitializerDefinition } from './definition.ts';
import { seeded, uniform } from './scaling.ts';

export const randomUniform: InitializerDefinition = {
  name: 'RandomUniform',
  aliases: ['uniform'],
  parameters: 'minval=-0.05, maxval=0.05, seed=None',
  documentation: 'Uniform numbers.',
  source: 'https://keras.io/api/layers/initializers/',
  init: args => {
    const [low, high] = [args.number('minval'), args.number('maxval')];
    return seeded(args, (shape, seed) => uniform(shape, seed, low, high));
  },
};
