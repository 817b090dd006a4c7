/** The layer `GlobalAveragePooling2D`. */
import { globalPooling } from './globalPooling.ts';

export const globalAveragePooling2D = globalPooling('Average', 2);
