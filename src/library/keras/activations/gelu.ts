/** The activation `gelu`. */
import { ops } from '../../../graph/index.ts';
import type { ActivationDefinition } from './definition.ts';

export const gelu: ActivationDefinition = {
  name: 'gelu',
  parameters: 'approximate=False',
  documentation: 'x times the normal distribution function of x, exact or by the tanh approximation.',
  source: 'https://keras.io/api/layers/activations/',
  compute: (x, approximate) => ops.gelu(x, Boolean(approximate)),
};
