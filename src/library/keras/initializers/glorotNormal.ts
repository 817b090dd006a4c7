/** The initializer `GlorotNormal`. */
import { scalingInitializer } from './scaling.ts';

export const glorotNormal = scalingInitializer(
  'GlorotNormal',
  'Truncated normal with variance 2 / (fan_in + fan_out) (Glorot and Bengio 2010).',
  1,
  'fan_avg',
  'truncated_normal',
);
