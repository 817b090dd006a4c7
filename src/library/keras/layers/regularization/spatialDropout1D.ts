/** The layer `SpatialDropout1D`. */
import { defineLayer } from '../base/definition.ts';
import { type DropoutSettings, dropOut, readRate, seedStream } from './dropping.ts';

export const spatialDropout1D = defineLayer<DropoutSettings & { readonly first: boolean }>({
  name: 'SpatialDropout1D',
  module: 'regularization.spatial_dropout',
  parameters: 'rate, seed=None',
  renamed: { p: 'rate' },
  documentation: 'Drops whole channels of (batch, steps, channels).',
  source: 'https://keras.io/api/layers/regularization_layers/',
  masking: 'pass',
  init(args, layer, py) {
    layer.inputSpec = [{ ndim: 3 }];
    return { rate: readRate(args), stream: seedStream(args, py), first: false };
  },
  call(layer, { inputs: [x], training }) {
    const channel = layer.settings.first ? 1 : x.shape.length - 1;
    const noise = x.shape.map((dim, axis) => (axis === 0 || axis === channel ? dim : 1));
    return training ? dropOut(x, layer.settings, noise) : x;
  },
});
