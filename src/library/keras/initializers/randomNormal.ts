/** The initializer `RandomNormal`. */
import type { InitializerDefinition } from './definition.ts';
import { normal, seeded } from './scaling.ts';

export const randomNormal: InitializerDefinition = {
  name: 'RandomNormal',
  aliases: ['normal'],
  parameters: 'mean=0.0, stddev=0.05, seed=None',
  documentation: 'Normal numbers.',
  source: 'https://keras.io/api/layers/initializers/',
  init: args => {
    const [mean, deviation] = [args.number('mean'), args.number('stddev')];
    return seeded(args, (shape, seed) => normal(shape, seed, mean, deviation));
  },
};
