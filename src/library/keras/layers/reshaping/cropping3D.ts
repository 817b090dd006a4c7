/** The layer `Cropping3D`. */
import { cropping } from './cropping.ts';

export const cropping3D = cropping(3, '((1, 1), (1, 1), (1, 1))');
