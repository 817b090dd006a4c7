/** The initializer `HeUniform`. */
import { scalingInitializer } from './scaling.ts';

export const heUniform = scalingInitializer(
  'HeUniform',
  'Uniform within sqrt(6 / fan_in) of 0 (He et al. 2015).',
  2,
  'fan_in',
  'uniform',
);
