/** The activation `hard_sigmoid`. */
import { ops } from '../../../graph/index.ts';
import type { ActivationDefinition } from './definition.ts';

export const hardSigmoid: ActivationDefinition = {
  name: 'hard_sigmoid',
  documentation: 'relu6(x + 3) / 6.',
  source: 'https://keras.io/api/layers/activations/',
  compute: x => ops.div(ops.relu6(ops.add(ops.toFloat(x), 3)), 6),
};
