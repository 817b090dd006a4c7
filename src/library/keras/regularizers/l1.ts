/** The regularizer `L1`. */
import { ops } from '../../../graph/index.ts';
import { type RegularizerDefinition, strength } from './definition.ts';

export const l1: RegularizerDefinition = {
  name: 'L1',
  aliases: ['l1'],
  parameters: 'l1=0.01',
  documentation: 'l1 times the sum of absolute values.',
  source: 'https://keras.io/api/layers/regularizers/',
  init: args => {
    const l1 = strength(args, 'l1');
    return value => ops.mul(l1, ops.sum(ops.abs(value)));
  },
};
