/** The layer `GlobalMaxPooling2D`. */
import { globalPooling } from './globalPooling.ts';

export const globalMaxPooling2D = globalPooling('Max', 2);
