/** The initializer `LecunNormal`. */
import { scalingInitializer } from './scaling.ts';

export const lecunNormal = scalingInitializer(
  'LecunNormal',
  'Truncated normal with variance 1 / fan_in (LeCun et al. 1998).',
  1,
  'fan_in',
  'truncated_normal',
);
