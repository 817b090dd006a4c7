/** The layer `ZeroPadding2D`. */
import { zeroPadding } from './zeroPadding.ts';

export const zeroPadding2D = zeroPadding(2, '(1, 1)');
