/** The layer `GlobalAveragePooling3D`. */
import { globalPooling } from './globalPooling.ts';

export const globalAveragePooling3D = globalPooling('Average', 3);
