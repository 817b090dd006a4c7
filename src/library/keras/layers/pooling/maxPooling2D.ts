/** The layer `MaxPooling2D`. */
import { windowPooling } from './windowPooling.ts';

export const maxPooling2D = windowPooling('Max', 2, '(2, 2)');
