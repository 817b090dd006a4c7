/** Every regularizer, its Python class, and what a `…_regularizer` argument stands for. */

import { TypeError } from '../../../python/errors.ts';
import { message } from '../../../python/message.ts';
import { tensorFunctions } from '../objects/tensorFunctions.ts';
import { notCallable } from '../versionWords.ts';
import type { RegularizerDefinition } from './definition.ts';
import { l1 } from './l1.ts';
import { l1L2 } from './l1L2.ts';
import { l2 } from './l2.ts';
import { orthogonalRegularizer } from './orthogonalRegularizer.ts';

/** The registry. */
export const regularizers: readonly RegularizerDefinition[] = [l1, l2, l1L2, orthogonalRegularizer];

export const {
  base: regularizerClass,
  classes: regularizerClasses,
  resolve: resolveRegularizer,
} = tensorFunctions({
  kind: 'regularizer',
  baseName: 'Regularizer',
  module: 'keras.src.regularizers.regularizers',
  definitions: regularizers,
  code: 'unknown-regularizer',
  // It is taken as it is, and called when the model is trained.
  unknownInKeras2: name => [TypeError, notCallable(name)],
  explanation: name => message('There is no regularizer called `{0}`.', name),
});
