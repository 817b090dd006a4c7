/** The layer `AveragePooling2D`. */
import { windowPooling } from './windowPooling.ts';

export const averagePooling2D = windowPooling('Average', 2, null);
