/** The constraint `NonNeg`. */
import { ops } from '../../../graph/index.ts';
import type { ConstraintDefinition } from './definition.ts';

export const nonNeg: ConstraintDefinition = {
  name: 'NonNeg',
  aliases: ['non_neg'],
  parameters: '',
  documentation: 'Sets negative elements to 0.',
  source: 'https://keras.io/api/layers/constraints/',
  init: () => value => ops.relu(value),
};
