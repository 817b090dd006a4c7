/** The regularizer `L2`. */
import { ops } from '../../../graph/index.ts';
import { type RegularizerDefinition, strength } from './definition.ts';

export const l2: RegularizerDefinition = {
  name: 'L2',
  aliases: ['l2'],
  parameters: 'l2=0.01',
  documentation: 'l2 times the sum of squares.',
  source: 'https://keras.io/api/layers/regularizers/',
  init: args => {
    const l2 = strength(args, 'l2');
    return value => ops.mul(l2, ops.sum(ops.square(value)));
  },
};
