/** The activation `leaky_relu`. */
import { ops } from '../../../graph/index.ts';
import type { ActivationDefinition } from './definition.ts';

export const leakyRelu: ActivationDefinition = {
  name: 'leaky_relu',
  parameters: 'negative_slope=0.2',
  documentation: 'x where positive, else a small slope times x.',
  source: 'https://keras.io/api/layers/activations/',
  compute: (x, slope) => ops.leakyRelu(x, slope ?? 0.2),
};
