/** The layer `UpSampling2D`. */
import { upSampling } from './upSampling.ts';

export const upSampling2D = upSampling(2, '(2, 2)');
