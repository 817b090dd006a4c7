/** The layer `ZeroPadding1D`. */
import { zeroPadding } from './zeroPadding.ts';

export const zeroPadding1D = zeroPadding(1, '1');
