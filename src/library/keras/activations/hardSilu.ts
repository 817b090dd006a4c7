/** The activation `hard_silu`. */
import { ops } from '../../../graph/index.ts';
import type { ActivationDefinition } from './definition.ts';

export const hardSilu: ActivationDefinition = {
  name: 'hard_silu',
  aliases: ['hard_swish'],
  documentation: 'x * hard_sigmoid(x).',
  source: 'https://keras.io/api/layers/activations/',
  compute: x => ops.mul(x, ops.div(ops.relu6(ops.add(ops.toFloat(x), 3)), 6)),
};
