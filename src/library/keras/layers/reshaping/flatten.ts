/** The layer `Flatten`. */
import { ops } from '../../../../graph/index.ts';
import { sizeOf } from '../../../../graph/shapes.ts';
import { message } from '../../../../python/message.ts';
import { defineLayer } from '../base/definition.ts';
import { productText } from '../base/derivation.ts';
import { dataFormatOf } from '../base/layerArguments.ts';

export const flatten = defineLayer<{ readonly first: boolean }>({
  name: 'Flatten',
  module: 'reshaping.flatten',
  parameters: 'data_format=None',
  documentation: 'All axes but the batch in one.',
  source: 'https://keras.io/api/layers/reshaping_layers/flatten/',
  init(args, layer) {
    layer.inputSpec = [{ minNdim: 1, inKeras1: { minNdim: 3 } }];
    return { first: dataFormatOf(args) === 'channels_first' };
  },
  derive: (_layer, [input]) => message('all axes but the batch: {0}', productText(input.slice(1))),
  call(layer, { inputs: [x] }) {
    if (x.shape.length === 1) return ops.expandDims(x, -1);
    const input = layer.settings.first && x.shape.length > 2 ? ops.moveAxis(x, 1, -1) : x;
    const size = sizeOf(input.shape.slice(1));
    return ops.reshape(input, size === null ? [input.shape[0], null] : [input.shape[0], size]);
  },
});
