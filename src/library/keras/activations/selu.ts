/** The activation `selu`. */
import { ops } from '../../../graph/index.ts';
import type { ActivationDefinition } from './definition.ts';

export const selu: ActivationDefinition = {
  name: 'selu',
  documentation: 'Scaled elu, which keeps mean and variance (Klambauer et al. 2017).',
  source: 'https://keras.io/api/layers/activations/',
  compute: x => ops.selu(x),
};
