/** The activation `elu`. */
import { ops } from '../../../graph/index.ts';
import type { ActivationDefinition } from './definition.ts';

export const elu: ActivationDefinition = {
  name: 'elu',
  parameters: 'alpha=1.0',
  documentation: 'x where positive, else alpha * (exp(x) - 1).',
  source: 'https://keras.io/api/layers/activations/',
  compute: (x, alpha) => ops.elu(x, alpha ?? 1),
};
