/** The layer `MaxPooling1D`. */
import { windowPooling } from './windowPooling.ts';

export const maxPooling1D = windowPooling('Max', 1, '2');
