/** The layer `Cropping1D`. */
import { cropping } from './cropping.ts';

export const cropping1D = cropping(1, '(1, 1)');
