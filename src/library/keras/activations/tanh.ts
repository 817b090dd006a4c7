/** The activation `tanh`. */
import { ops } from '../../../graph/index.ts';
import type { ActivationDefinition } from './definition.ts';

export const tanh: ActivationDefinition = {
  name: 'tanh',
  documentation: 'Hyperbolic tangent.',
  source: 'https://keras.io/api/layers/activations/',
  compute: x => ops.tanh(x),
};
