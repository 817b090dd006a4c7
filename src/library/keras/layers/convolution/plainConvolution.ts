/** The layers Conv1D, Conv2D and Conv3D, which differ in their number of spatial axes only. */
import { ops } from '../../../../graph/index.ts';
import { formatShape } from '../../../../graph/shapes.ts';
import { raise, ValueError } from '../../../../python/errors.ts';
import { message } from '../../../../python/message.ts';
import { adaptFromStart, biasOf, loraMethod, mainWeight, mainWeightProperty } from '../base/adaptation.ts';
import { channelsOf, toChannelsLast } from '../base/channels.ts';
import { defineLayer, type LayerDefinition } from '../base/definition.ts';
import { windowText, withFilters } from '../base/derivation.ts';
import { type WeightSettings, weightSettings } from '../base/layerArguments.ts';
import type { LayerObject } from '../base/layerObject.ts';
import {
  asOneBatch,
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
  readonly filters: number;
  readonly groups: number;
  readonly kernel: WeightSettings;
}

/** One of the three definitions. `ones` is the default of strides and dilation as Keras writes it. */
export function plainConvolution(
  rank: 1 | 2 | 3,
  ones: string,
  source: string,
  documentation: string,
): LayerDefinition {
  return defineLayer<Settings>({
    name: `Conv${rank}D`,
    aliases: [`Convolution${rank}D`],
    module: `convolutional.conv${rank}d`,
    parameters: `filters, kernel_size, strides=${ones}, padding="valid", data_format=None, dilation_rate=${ones}, groups=1, activation=None, use_bias=True, kernel_initializer="glorot_uniform", bias_initializer="zeros", kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None, bias_constraint=None, lora_rank=None`,
    renamed: renamedArguments,
    documentation,
    source,
    methods: [loraMethod('kernel')],
    entries: [mainWeightProperty('kernel')],
    init(args, layer) {
      const filters = readCount(args, 'filters');
      const groups = args.integer('groups');
      const window = readWindow(args, rank, rank === 1);
      if (groups <= 0)
        args.fail('groups', `The number of groups must be a positive integer. Received: groups=${groups}.`);
      if (filters % groups !== 0) {
        args.fail('groups', {
          3: `The number of filters must be evenly divisible by the number of groups. Received: groups=${groups}, filters=${filters}.`,
          2: `The number of filters must be evenly divisible by the number of groups. Received: groups=${groups}, filters=${filters}`,
        });
      }
      layer.inputSpec = [{ minNdim: rank + 2, inKeras1: { ndim: rank + 2 } }];
      return { window, groups, filters, output: readOutput(args), kernel: weightSettings(args, 'kernel') };
    },
    build(layer, [shape], py) {
      const { window, filters, groups, kernel, output } = layer.settings;
      const channels = fixChannels(layer, window, shape);
      if (channels !== null && channels % groups !== 0) {
        throw raise(
          ValueError,
          `The number of input channels must be evenly divisible by the number of groups. Received groups=${groups}, but the input has ${channels} channels (full input shape is ${formatShape(shape)}).`,
          {
            code: 'groups',
            explanation: message('{0} channels do not divide into {1} groups.', channels, groups),
          },
        );
      }
      checkKernelFits(py, layer as LayerObject, window, asOneBatch(py, window, shape), filters);
      const depth = channels === null ? null : channels / groups;
      layer.makeWeight(py, { name: 'kernel', shape: [...window.size, depth, filters], ...kernel });
      makeBias(layer, py, output, filters);
      layer.built = true;
      adaptFromStart(py, layer as LayerObject, 'kernel');
    },
    call(layer, { inputs: [x], trace, py }) {
      const { window, filters, groups, output } = layer.settings;
      const shape = asOneBatch(py, window, x.shape);
      const target = layer as LayerObject;
      checkKernelFits(py, target, window, shape, filters);
      const [kernel, bias] = [mainWeight(target, 'kernel', trace), biasOf(target)];
      const { strides, padding, dilation, format } = window;
      const options = { strides, padding, dilation, groups };
      const input = toChannelsLast(shape === x.shape ? x : ops.reshape(x, shape), format);
      const product =
        input.shape.at(-1) === null
          ? withoutChannels(input, window, filters, (one, cell) =>
              ops.convolution(one, cell, { ...options, groups: 1 }),
            )
          : ops.convolution(input, kernel, options);
      const result = finish(product, bias, output, format, trace);
      if (shape === x.shape) return result;
      return ops.reshape(result, [...x.shape.slice(0, -rank - 1), ...result.shape.slice(1)]);
    },
    derive: (layer, [input], output) =>
      withFilters(windowText(layer.settings.window, input, output), layer.settings.filters),
    flops(layer, input, output) {
      const channels = channelsOf(input, layer.settings.window.format);
      return windowFlops(
        layer.settings.window,
        channels === null ? null : channels / layer.settings.groups,
        output,
      );
    },
  });
}
