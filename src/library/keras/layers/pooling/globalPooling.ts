/** The layers GlobalMaxPooling and GlobalAveragePooling over one, two or three spatial axes. */
import { ops } from '../../../../graph/index.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { message } from '../../../../python/message.ts';
import { channelsOf, type DataFormat } from '../base/channels.ts';
import { defineLayer, type LayerDefinition } from '../base/definition.ts';
import { dimText } from '../base/derivation.ts';
import { dataFormatOf } from '../base/layerArguments.ts';

interface Settings {
  readonly format: DataFormat;
  readonly keepDims: boolean;
}

/** The mean over the steps that a mask keeps. */
function maskedMean(x: Tensor, mask: Tensor, axis: number, keepDims: boolean): Tensor {
  const weights = ops.expandDims(ops.cast(mask, x.dtype), axis === 1 ? 2 : 1);
  return ops.div(ops.sum(ops.mul(x, weights), [axis], keepDims), ops.sum(weights, [axis], keepDims));
}

export function globalPooling(mode: 'Max' | 'Average', rank: 1 | 2 | 3): LayerDefinition {
  return defineLayer<Settings>({
    name: `Global${mode}Pooling${rank}D`,
    aliases: [`Global${mode === 'Max' ? 'Max' : 'Avg'}Pool${rank}D`],
    module: `pooling.global_${mode.toLowerCase()}_pooling${rank}d`,
    parameters: 'data_format=None, keepdims=False',
    renamed: { dim_ordering: 'data_format' },
    documentation: `The ${mode === 'Max' ? 'largest element' : 'mean'} of each channel over all of space: (batch, ...space, channels) to (batch, channels).`,
    source: `https://keras.io/api/layers/pooling_layers/global_${mode.toLowerCase()}_pooling${rank}d/`,
    masking: 'stop',
    init(args, layer) {
      layer.inputSpec = [{ ndim: rank + 2 }];
      return { format: dataFormatOf(args), keepDims: args.boolean('keepdims') };
    },
    derive: (layer, [input]) =>
      message('one number for each of {0} channels', dimText(channelsOf(input, layer.settings.format))),
    call(layer, { inputs: [x], masks: [mask] }) {
      const { format, keepDims } = layer.settings;
      const first = format === 'channels_first' ? 2 : 1;
      const axes = Array.from({ length: rank }, (_, index) => first + index);
      if (mode === 'Max') return ops.max(x, axes, keepDims);
      const input = ops.toFloat(x);
      return rank === 1 && mask !== null
        ? maskedMean(input, mask, first, keepDims)
        : ops.mean(input, axes, keepDims);
    },
  });
}
