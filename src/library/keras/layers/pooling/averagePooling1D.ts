/** The layer `AveragePooling1D`. */
import { windowPooling } from './windowPooling.ts';

export const averagePooling1D = windowPooling('Average', 1, null);
