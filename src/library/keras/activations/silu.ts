/** The activation `silu`. */
import { ops } from '../../../graph/index.ts';
import type { ActivationDefinition } from './definition.ts';

export const silu: ActivationDefinition = {
  name: 'silu',
  aliases: ['swish'],
  documentation: 'x * sigmoid(x), also called swish.',
  source: 'https://keras.io/api/layers/activations/',
  compute: x => ops.silu(x),
};
