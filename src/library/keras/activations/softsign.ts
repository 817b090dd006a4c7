/** The activation `softsign`. */
import { ops } from '../../../graph/index.ts';
import type { ActivationDefinition } from './definition.ts';

export const softsign: ActivationDefinition = {
  name: 'softsign',
  documentation: 'x / (|x| + 1).',
  source: 'https://keras.io/api/layers/activations/',
  compute: x => ops.div(x, ops.add(ops.abs(x), 1)),
};
