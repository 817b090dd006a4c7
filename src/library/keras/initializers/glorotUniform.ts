/** The initializer `GlorotUniform`. */
import { scalingInitializer } from './scaling.ts';

export const glorotUniform = scalingInitializer(
  'GlorotUniform',
  'Uniform within sqrt(6 / (fan_in + fan_out)) of 0 (Glorot and Bengio 2010).',
  1,
  'fan_avg',
  'uniform',
);
