/** The layers Conv1DTranspose, Conv2DTranspose and Conv3DTranspose: convolutions that enlarge. */
import { ops } from '../../../../graph/index.ts';
import { formatShape } from '../../../../graph/shapes.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import type { ArgumentReader } from '../../objects/arguments.ts';
import { readWindowArgument } from '../../objects/windowArgument.ts';
import { channelsOf, productOf, spatialOf, toChannelsLast } from '../base/channels.ts';
import { defineLayer, type LayerDefinition } from '../base/definition.ts';
import { axesText, dimText, withFilters } from '../base/derivation.ts';
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
  readonly outputPadding: readonly number[] | null;
  readonly output: OutputSettings;
  readonly filters: number;
  readonly kernel: WeightSettings;
}

/** `output_padding`, which Keras 2 wants smaller than the steps. */
function readOutputPadding(args: ArgumentReader, { rank, strides }: Window): readonly number[] | null {
  if (args.value('output_padding') === null) return null;
  const padding = readWindowArgument(args, 'output_padding', rank, { allowZero: true });
  if (args.py.state(kerasVersionKey).current === 2 && strides.some((step, axis) => step <= padding[axis]))
    args.fail(
      'output_padding',
      `Strides must be greater than output padding. Received strides=${formatShape(strides)}, output_padding=${formatShape(padding)}.`,
    );
  return padding;
}

export function transposedConvolution(
  rank: 1 | 2 | 3,
  ones: string,
  source: string,
  documentation: string,
): LayerDefinition {
  return defineLayer<Settings>({
    name: `Conv${rank}DTranspose`,
    aliases: [`Convolution${rank}DTranspose`],
    module: `convolutional.conv${rank}d_transpose`,
    parameters: `filters, kernel_size, strides=${ones}, padding="valid", data_format=None, dilation_rate=${ones}, activation=None, use_bias=True, kernel_initializer="glorot_uniform", bias_initializer="zeros", kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None, bias_constraint=None, output_padding=None`,
    renamed: renamedArguments,
    documentation,
    source,
    init(args, layer) {
      const filters = readCount(args, 'filters');
      const window = readWindow(args, rank, false);
      layer.inputSpec = [{ minNdim: rank + 2, inKeras1: { ndim: rank + 2 } }];
      return {
        window,
        outputPadding: readOutputPadding(args, window),
        output: readOutput(args),
        filters,
        kernel: weightSettings(args, 'kernel'),
      };
    },
    build(layer, [shape], py) {
      const { window, filters, kernel, output } = layer.settings;
      const channels = fixChannels(layer, window, shape);
      checkKernelFits(py, layer as LayerObject, { ...window, padding: 'same' }, shape, filters);
      layer.makeWeight(py, { name: 'kernel', shape: [...window.size, filters, channels], ...kernel });
      makeBias(layer, py, output, filters);
    },
    call(layer, { inputs: [x], trace }) {
      const { window, outputPadding, output } = layer.settings;
      const [kernel, bias] = layer.ownWeights;
      const { strides, dilation, format } = window;
      const padding = window.padding === 'same' ? 'same' : 'valid';
      const options = { strides, padding, dilation, outputPadding } as const;
      const input = toChannelsLast(x, format);
      const enlarged =
        input.shape.at(-1) === null
          ? withoutChannels(input, window, layer.settings.filters, (one, cell) =>
              ops.transposedConvolution(one, cell, options),
            )
          : ops.transposedConvolution(input, kernel.read(trace), options);
      return finish(enlarged, bias, output, format, trace);
    },
    derive(layer, [input], output) {
      const { window, filters, outputPadding } = layer.settings;
      if (outputPadding !== null || window.dilation.some(step => step > 1)) return null;
      const axes = axesText(window.format, input, output, (axis, from, to) => {
        const [size, stride] = [window.size[axis], window.strides[axis]];
        const more = Math.max(size, stride);
        return window.padding === 'same'
          ? `${dimText(from)} × ${stride} = ${dimText(to)}`
          : `(${dimText(from)} - 1) × ${stride} + ${more} = ${dimText(to)}`;
      });
      return withFilters(axes, filters);
    },
    flops(layer, input) {
      const { window, filters } = layer.settings;
      return productOf([
        ...spatialOf(input, window.format),
        channelsOf(input, window.format),
        ...window.size,
        filters,
      ]);
    },
  });
}
