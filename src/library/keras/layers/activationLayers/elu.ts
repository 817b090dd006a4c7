/** The layer `ELU`. */
import { ops } from '../../../../graph/index.ts';
import { defineLayer } from '../base/definition.ts';

export const elu = defineLayer<number>({
  name: 'ELU',
  module: 'activations.elu',
  parameters: 'alpha=1.0',
  documentation: 'x where positive, else alpha * (exp(x) - 1).',
  source: 'https://keras.io/api/layers/activation_layers/elu/',
  masking: 'pass',
  init: args => args.number('alpha'),
  call: (layer, { inputs: [x] }) => ops.elu(x, layer.settings),
});
