/** The activation `relu6`. */
import { ops } from '../../../graph/index.ts';
import type { ActivationDefinition } from './definition.ts';

export const relu6: ActivationDefinition = {
  name: 'relu6',
  documentation: 'min(max(x, 0), 6).',
  source: 'https://keras.io/api/layers/activations/',
  compute: x => ops.relu6(x),
};
