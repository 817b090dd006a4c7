/** The activation `softmax`. */
import { ops } from '../../../graph/index.ts';
import type { ActivationDefinition } from './definition.ts';

export const softmax: ActivationDefinition = {
  name: 'softmax',
  parameters: 'axis=-1',
  documentation: 'exp(x) over its sum along an axis: a probability for each class.',
  source: 'https://keras.io/api/layers/activations/',
  compute: (x, axis) => ops.softmax(x, axis ?? -1),
};
