/** The layer `Identity`. */
import { defineLayer } from '../base/definition.ts';

export const identity = defineLayer<null>({
  name: 'Identity',
  module: 'core.identity',
  parameters: '',
  documentation: 'Passes its input on unchanged.',
  source: 'https://keras.io/api/layers/core_layers/identity/',
  masking: 'pass',
  init: () => null,
  call: (_layer, { inputs, isList }) => (isList ? inputs : inputs[0]),
});
