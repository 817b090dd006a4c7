/** The initializer `LecunUniform`. */
import { scalingInitializer } from './scaling.ts';

export const lecunUniform = scalingInitializer(
  'LecunUniform',
  'Uniform within sqrt(3 / fan_in) of 0 (LeCun et al. 1998).',
  1,
  'fan_in',
  'uniform',
);
