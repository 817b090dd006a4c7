/** The activation `sigmoid`. */
import { ops } from '../../../graph/index.ts';
import type { ActivationDefinition } from './definition.ts';

export const sigmoid: ActivationDefinition = {
  name: 'sigmoid',
  documentation: '1 / (1 + exp(-x)): a probability for each output on its own.',
  source: 'https://keras.io/api/layers/activations/',
  compute: x => ops.sigmoid(x),
};
