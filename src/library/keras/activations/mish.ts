/** The activation `mish`. */
import { ops } from '../../../graph/index.ts';
import type { ActivationDefinition } from './definition.ts';

export const mish: ActivationDefinition = {
  name: 'mish',
  documentation: 'x * tanh(softplus(x)) (Misra 2019).',
  source: 'https://keras.io/api/layers/activations/',
  compute: x => ops.mul(x, ops.tanh(ops.softplus(x))),
};
