/** Every constraint, its Python class, and what a `…_constraint` argument stands for. */

import { message } from '../../../python/message.ts';
import { tensorFunctions } from '../objects/tensorFunctions.ts';
import { unknownName } from '../versionWords.ts';
import type { ConstraintDefinition } from './definition.ts';
import { maxNorm } from './maxNorm.ts';
import { minMaxNorm } from './minMaxNorm.ts';
import { nonNeg } from './nonNeg.ts';
import { unitNorm } from './unitNorm.ts';

/** The registry. */
export const constraints: readonly ConstraintDefinition[] = [maxNorm, nonNeg, unitNorm, minMaxNorm];

export const {
  base: constraintClass,
  classes: constraintClasses,
  resolve: resolveConstraint,
} = tensorFunctions({
  kind: 'constraint',
  baseName: 'Constraint',
  module: 'keras.src.constraints.constraints',
  definitions: constraints,
  code: 'unknown-constraint',
  unknownInKeras2: name => unknownName('constraint', name),
  explanation: name => message('There is no constraint called `{0}`.', name),
});
