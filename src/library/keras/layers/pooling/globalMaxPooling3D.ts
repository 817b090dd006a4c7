/** The layer `GlobalMaxPooling3D`. */
import { globalPooling } from './globalPooling.ts';

export const globalMaxPooling3D = globalPooling('Max', 3);
