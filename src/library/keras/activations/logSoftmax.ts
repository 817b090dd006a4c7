/** The activation `log_softmax`. */
import { ops } from '../../../graph/index.ts';
import type { ActivationDefinition } from './definition.ts';

export const logSoftmax: ActivationDefinition = {
  name: 'log_softmax',
  parameters: 'axis=-1',
  documentation: 'The logarithm of softmax, without overflow.',
  source: 'https://keras.io/api/layers/activations/',
  compute: (x, axis) => ops.logSoftmax(x, axis ?? -1),
};
