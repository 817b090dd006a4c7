/** The layer `GlobalAveragePooling1D`. */
import { globalPooling } from './globalPooling.ts';

export const globalAveragePooling1D = globalPooling('Average', 1);
