/** The constraint `MaxNorm`. */
import { ops } from '../../../graph/index.ts';
import { type ConstraintDefinition, lengths } from './definition.ts';

export const maxNorm: ConstraintDefinition = {
  name: 'MaxNorm',
  aliases: ['max_norm'],
  parameters: 'max_value=2, axis=0',
  documentation: 'Scales vectors along `axis` down to at most `max_value` long.',
  source: 'https://keras.io/api/layers/constraints/',
  init: args => {
    const [limit, axes] = [args.number('max_value'), args.integers('axis')];
    return value => {
      const norm = lengths(value, axes);
      return ops.mul(value, ops.div(ops.clip(norm, 0, limit), ops.add(norm, 1e-7)));
    };
  },
};
