/** The layer `Dropout`. */
import { defineLayer } from '../base/definition.ts';
import { type DropoutSettings, dropOut, readRate, seedStream } from './dropping.ts';

export const dropout = defineLayer<DropoutSettings & { readonly noise: readonly (number | null)[] | null }>({
  name: 'Dropout',
  module: 'regularization.dropout',
  parameters: 'rate, noise_shape=None, seed=None',
  renamed: { p: 'rate' },
  documentation: 'Sets a random share of its input to 0 while training and scales up the rest.',
  source: 'https://keras.io/api/layers/regularization_layers/',
  masking: 'pass',
  init: (args, _layer, py) => ({
    rate: readRate(args),
    stream: seedStream(args, py),
    noise: args.value('noise_shape') === null ? null : args.dims('noise_shape'),
  }),
  call: (layer, { inputs: [x], training }) =>
    training ? dropOut(x, layer.settings, layer.settings.noise ?? x.shape) : x,
});
