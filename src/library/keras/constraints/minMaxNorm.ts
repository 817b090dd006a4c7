/** The constraint `MinMaxNorm`. */
import { ops } from '../../../graph/index.ts';
import { type ConstraintDefinition, lengths } from './definition.ts';

export const minMaxNorm: ConstraintDefinition = {
  name: 'MinMaxNorm',
  aliases: ['min_max_norm'],
  parameters: 'min_value=0.0, max_value=1.0, rate=1.0, axis=0',
  documentation: 'Scales vectors along `axis` into a range of lengths.',
  source: 'https://keras.io/api/layers/constraints/',
  init: args => {
    const [low, high, rate] = [args.number('min_value'), args.number('max_value'), args.number('rate')];
    const axes = args.integers('axis');
    return value => {
      const norm = lengths(value, axes);
      const wanted = ops.add(ops.mul(rate, ops.clip(norm, low, high)), ops.mul(1 - rate, norm));
      return ops.mul(value, ops.div(wanted, ops.add(norm, 1e-7)));
    };
  },
};
