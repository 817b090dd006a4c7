/** The regularizer `L1L2`. */
import { ops } from '../../../graph/index.ts';
import { type RegularizerDefinition, strength } from './definition.ts';

export const l1L2: RegularizerDefinition = {
  name: 'L1L2',
  aliases: ['l1_l2'],
  parameters: 'l1=0.0, l2=0.0',
  documentation: 'l1 times the sum of absolute values plus l2 times the sum of squares.',
  source: 'https://keras.io/api/layers/regularizers/',
  init: args => {
    const [l1, l2] = [strength(args, 'l1'), strength(args, 'l2')];
    return value => ops.add(ops.mul(l1, ops.sum(ops.abs(value))), ops.mul(l2, ops.sum(ops.square(value))));
  },
};
