/** The layer `MaxPooling3D`. */
import { windowPooling } from './windowPooling.ts';

export const maxPooling3D = windowPooling('Max', 3, '(2, 2, 2)');
