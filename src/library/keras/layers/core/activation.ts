/** The layer `Activation`. */
import type { Activation } from '../../activations/resolve.ts';
import { defineLayer } from '../base/definition.ts';
import { activationOf } from '../base/layerArguments.ts';

export const activation = defineLayer<Activation>({
  name: 'Activation',
  module: 'core.activation',
  parameters: 'activation',
  documentation: 'Applies an activation function to its input.',
  source: 'https://keras.io/api/layers/core_layers/activation/',
  masking: 'pass',
  init: args => activationOf(args),
  call: (layer, { inputs: [x] }) => layer.settings.apply(x),
});
