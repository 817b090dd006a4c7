/** The activation `linear`. */
import type { ActivationDefinition } from './definition.ts';

export const linear: ActivationDefinition = {
  name: 'linear',
  documentation: 'x itself.',
  source: 'https://keras.io/api/layers/activations/',
  compute: x => x,
};
