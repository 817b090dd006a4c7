/** The mistakes themselves, each with its words in one version of Keras or another. */
import { dataErrors } from './dataErrors.ts';
import { labelErrors } from './labelErrors.ts';
import { nameErrors } from './nameErrors.ts';
import type { RealError } from './pasting.ts';
import { shapeErrors } from './shapeErrors.ts';

export const realErrors: Readonly<Record<string, RealError>> = {
  ...labelErrors,
  ...shapeErrors,
  ...nameErrors,
  ...dataErrors,
};
