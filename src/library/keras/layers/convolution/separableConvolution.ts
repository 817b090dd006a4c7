/** The layers SeparableConv1D and SeparableConv2D: a window for each channel, then a mixture of the channels. */
import { ops } from '../../../../graph/index.ts';
import { channelsOf, productOf, toChannelsLast } from '../base/channels.ts';
import { defineLayer, type LayerDefinition } from '../base/definition.ts';
import { windowText, withFilters } from '../base/derivation.ts';
import { type WeightSettings, weightSettings } from '../base/layerArguments.ts';
import type { LayerObject } from '../base/layerObject.ts';
import {
  checkKernelFits,
  finish,
  fixChannels,
  makeBias,
  type OutputSettings,
  readCount,
  readOutput,
  readWindow,
  renamedArguments,
  type Window,
  withoutChannels,
} from './convolving.ts';

interface Settings {
  readonly window: Window;
  readonly output: OutputSettings;
  readonly filters: number;
  readonly multiplier: number;
  readonly depthwise: WeightSettings;
  readonly pointwise: WeightSettings;
}

export function separableConvolution(
  rank: 1 | 2,
  ones: string,
  source: string,
  documentation: string,
): LayerDefinition {
  return defineLayer<Settings>({
    name: `SeparableConv${rank}D`,
    aliases: [`SeparableConvolution${rank}D`],
    module: `convolutional.separable_conv${rank}d`,
    parameters: `filters, kernel_size, strides=${ones}, padding="valid", data_format=None, dilation_rate=${ones}, depth_multiplier=1, activation=None, use_bias=True, depthwise_initializer="glorot_uniform", pointwise_initializer="glorot_uniform", bias_initializer="zeros", depthwise_regularizer=None, pointwise_regularizer=None, bias_regularizer=None, activity_regularizer=None, depthwise_constraint=None, pointwise_constraint=None, bias_constraint=None`,
    renamed: renamedArguments,
    documentation,
    source,
    init(args, layer) {
      const multiplier = readCount(args, 'depth_multiplier');
      const filters = readCount(args, 'filters');
      layer.inputSpec = [{ minNdim: rank + 2, inKeras1: { ndim: rank + 2 } }];
      return {
        window: readWindow(args, rank, rank === 1),
        output: readOutput(args),
        filters,
        multiplier,
        depthwise: weightSettings(args, 'depthwise'),
        pointwise: weightSettings(args, 'pointwise'),
      };
    },
    build(layer, [shape], py) {
      const { window, filters, multiplier, depthwise, pointwise, output } = layer.settings;
      const channels = fixChannels(layer, window, shape);
      checkKernelFits(py, layer as LayerObject, window, shape, multiplier, 'separable');
      const inner = channels === null ? null : channels * multiplier;
      layer.makeWeight(py, {
        name: 'depthwise_kernel',
        shape: [...window.size, channels, multiplier],
        ...depthwise,
      });
      const point = new Array<number>(rank).fill(1);
      layer.makeWeight(py, { name: 'pointwise_kernel', shape: [...point, inner, filters], ...pointwise });
      makeBias(layer, py, output, filters);
    },
    call(layer, { inputs: [x], trace, py }) {
      const { window, filters, output } = layer.settings;
      checkKernelFits(py, layer as LayerObject, window, x.shape, layer.settings.multiplier, 'separable');
      const [depthwise, pointwise, bias] = layer.ownWeights;
      const { strides, padding, dilation, format } = window;
      const input = toChannelsLast(x, format);
      const options = { strides, padding, dilation };
      if (input.shape.at(-1) === null) {
        const mixed = withoutChannels(input, window, filters, (one, cell) =>
          ops.convolution(one, cell, options),
        );
        return finish(mixed, bias, output, format, trace);
      }
      const each = ops.depthwiseConvolution(input, depthwise.read(trace), options);
      return finish(ops.convolution(each, pointwise.read(trace)), bias, output, format, trace);
    },
    derive: (layer, [input], output) =>
      withFilters(windowText(layer.settings.window, input, output), layer.settings.filters),
    flops(layer, input, output) {
      const { window, multiplier, filters } = layer.settings;
      const inner = productOf([channelsOf(input, window.format), multiplier]);
      const outputs = productOf(output.slice(1));
      const places = outputs === null ? null : outputs / filters;
      const each = productOf([places, inner, ...window.size]);
      const mixed = productOf([outputs, inner]);
      return each === null || mixed === null ? null : each + mixed;
    },
  });
}
