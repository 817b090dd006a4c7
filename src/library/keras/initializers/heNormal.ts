/** The initializer `HeNormal`. */
import { scalingInitializer } from './scaling.ts';

export const heNormal = scalingInitializer(
  'HeNormal',
  'Truncated normal with variance 2 / fan_in (He et al. 2015).',
  2,
  'fan_in',
  'truncated_normal',
);
