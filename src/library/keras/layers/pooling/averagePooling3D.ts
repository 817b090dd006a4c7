/** The layer `AveragePooling3D`. */
import { windowPooling } from './windowPooling.ts';

export const averagePooling3D = windowPooling('Average', 3, null);
