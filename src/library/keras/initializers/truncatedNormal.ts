/** The initializer `TruncatedNormal`. */
import type { InitializerDefinition } from './definition.ts';
import { truncatedNormal as draw, seeded } from './scaling.ts';

export const truncatedNormal: InitializerDefinition = {
  name: 'TruncatedNormal',
  parameters: 'mean=0.0, stddev=0.05, seed=None',
  documentation: 'Normal numbers within two standard deviations.',
  source: 'https://keras.io/api/layers/initializers/',
  init: args => {
    const [mean, deviation] = [args.number('mean'), args.number('stddev')];
    return seeded(args, (shape, seed) => draw(shape, seed, mean, deviation));
  },
};
