/** The layer `UpSampling1D`. */
import { upSampling } from './upSampling.ts';

export const upSampling1D = upSampling(1, '2');
