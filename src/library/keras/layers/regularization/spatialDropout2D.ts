/** The layer `SpatialDropout2D`. */
import { defineLayer } from '../base/definition.ts';
import { dataFormatOf } from '../base/layerArguments.ts';
import { type DropoutSettings, dropOut, readRate, seedStream } from './dropping.ts';

export const spatialDropout2D = defineLayer<DropoutSettings & { readonly first: boolean }>({
  name: 'SpatialDropout2D',
  module: 'regularization.spatial_dropout',
  parameters: 'rate, data_format=None, seed=None',
  renamed: { p: 'rate', dim_ordering: 'data_format' },
  documentation: 'Drops whole feature maps of (batch, rows, columns, channels).',
  source: 'https://keras.io/api/layers/regularization_layers/',
  masking: 'pass',
  init(args, layer, py) {
    layer.inputSpec = [{ ndim: 4 }];
    return {
      rate: readRate(args),
      stream: seedStream(args, py),
      first: dataFormatOf(args) === 'channels_first',
    };
  },
  call(layer, { inputs: [x], training }) {
    const channel = layer.settings.first ? 1 : x.shape.length - 1;
    const noise = x.shape.map((dim, axis) => (axis === 0 || axis === channel ? dim : 1));
    return training ? dropOut(x, layer.settings, noise) : x;
  },
});
