/** The activation `exponential`. */
import { ops } from '../../../graph/index.ts';
import type { ActivationDefinition } from './definition.ts';

export const exponential: ActivationDefinition = {
  name: 'exponential',
  documentation: 'exp(x).',
  source: 'https://keras.io/api/layers/activations/',
  compute: x => ops.exp(x),
};
