/** The constraint `UnitNorm`. */
import { ops } from '../../../graph/index.ts';
import { type ConstraintDefinition, lengths } from './definition.ts';

export const unitNorm: ConstraintDefinition = {
  name: 'UnitNorm',
  aliases: ['unit_norm'],
  parameters: 'axis=0',
  documentation: 'Scales vectors along `axis` to length 1.',
  source: 'https://keras.io/api/layers/constraints/',
  init: args => {
    const axes = args.integers('axis');
    return value => ops.div(value, ops.add(lengths(value, axes), 1e-7));
  },
};
