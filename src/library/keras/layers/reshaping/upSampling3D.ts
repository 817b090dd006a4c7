/** The layer `UpSampling3D`. */
import { upSampling } from './upSampling.ts';

export const upSampling3D = upSampling(3, '(2, 2, 2)');
