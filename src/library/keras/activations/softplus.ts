/** The activation `softplus`. */
import { ops } from '../../../graph/index.ts';
import type { ActivationDefinition } from './definition.ts';

export const softplus: ActivationDefinition = {
  name: 'softplus',
  documentation: 'log(exp(x) + 1).',
  source: 'https://keras.io/api/layers/activations/',
  compute: x => ops.softplus(x),
};
