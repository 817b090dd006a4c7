/** The layer `Cropping2D`. */
import { cropping } from './cropping.ts';

export const cropping2D = cropping(2, '((0, 0), (0, 0))');
