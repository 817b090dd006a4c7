/** The layer `ZeroPadding3D`. */
import { zeroPadding } from './zeroPadding.ts';

export const zeroPadding3D = zeroPadding(3, '((1, 1), (1, 1), (1, 1))');
