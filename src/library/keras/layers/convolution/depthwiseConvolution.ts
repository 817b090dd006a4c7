/** The layers DepthwiseConv1D and DepthwiseConv2D: every channel has windows of its own. */
import { ops } from '../../../../graph/index.ts';
import { message } from '../../../../python/message.ts';
import { channelsOf, toChannelsLast } from '../base/channels.ts';
import { defineLayer, type LayerDefinition } from '../base/definition.ts';
import { dimText, windowText } from '../base/derivation.ts';
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
  windowFlops,
  withoutChannels,
} from './convolving.ts';

interface Settings {
  readonly window: Window;
  readonly output: OutputSettings;
  readonly multiplier: number;
  readonly depthwise: WeightSettings;
}

export function depthwiseConvolution(
  rank: 1 | 2,
  ones: string,
  source: string,
  documentation: string,
): LayerDefinition {
  return defineLayer<Settings>({
    name: `DepthwiseConv${rank}D`,
    module: `convolutional.depthwise_conv${rank}d`,
    parameters: `kernel_size, strides=${ones}, padding="valid", depth_multiplier=1, data_format=None, dilation_rate=${ones}, activation=None, use_bias=True, depthwise_initializer="glorot_uniform", bias_initializer="zeros", depthwise_regularizer=None, bias_regularizer=None, activity_regularizer=None, depthwise_constraint=None, bias_constraint=None`,
    renamed: renamedArguments,
    documentation,
    source,
    init(args, layer) {
      const multiplier = readCount(args, 'depth_multiplier');
      layer.inputSpec = [{ minNdim: rank + 2, inKeras1: { ndim: rank + 2 } }];
      return {
        window: readWindow(args, rank, false),
        output: readOutput(args),
        multiplier,
        depthwise: weightSettings(args, 'depthwise'),
      };
    },
    build(layer, [shape], py) {
      const { window, multiplier, depthwise, output } = layer.settings;
      const channels = fixChannels(layer, window, shape);
      checkKernelFits(py, layer as LayerObject, window, shape, multiplier, 'depthwise');
      layer.makeWeight(py, { name: 'kernel', shape: [...window.size, channels, multiplier], ...depthwise });
      makeBias(layer, py, output, channels === null ? null : channels * multiplier);
    },
    call(layer, { inputs: [x], trace, py }) {
      const { window, multiplier, output } = layer.settings;
      checkKernelFits(
        py,
        layer as LayerObject,
        window,
        x.shape,
        multiplier * (channelsOf(x.shape, window.format) ?? 1),
        'depthwise',
      );
      const [kernel, bias] = layer.ownWeights;
      const { strides, padding, dilation, format } = window;
      const input = toChannelsLast(x, format);
      const options = { strides, padding, dilation };
      const each =
        input.shape.at(-1) === null
          ? withoutChannels(input, window, null, (one, cell) => ops.convolution(one, cell, options))
          : ops.depthwiseConvolution(input, kernel.read(trace), options);
      return finish(each, bias, output, format, trace);
    },
    derive: (layer, [input], output) =>
      message(
        '{0}; {1} channels × {2}',
        windowText(layer.settings.window, input, output),
        dimText(channelsOf(input, layer.settings.window.format)),
        layer.settings.multiplier,
      ),
    flops: (layer, _input, output) => windowFlops(layer.settings.window, 1, output),
  });
}
