/** The layer `GlobalMaxPooling1D`. */
import { globalPooling } from './globalPooling.ts';

export const globalMaxPooling1D = globalPooling('Max', 1);
