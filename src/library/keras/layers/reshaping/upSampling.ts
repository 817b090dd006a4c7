/** The layers UpSampling1D, UpSampling2D and UpSampling3D. */
import { ops } from '../../../../graph/index.ts';
import type { Dim } from '../../../../graph/shapes.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { NotKnown } from '../../../../python/values.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import { type ArgumentReader, formatNames, numberOf } from '../../objects/arguments.ts';
import { readWindowArgument } from '../../objects/windowArgument.ts';
import { type DataFormat, inChannelsLast } from '../base/channels.ts';
import { defineLayer, type LayerDefinition } from '../base/definition.ts';
import { axesText, dimText, sameChannels } from '../base/derivation.ts';
import { dataFormatOf } from '../base/layerArguments.ts';
import { type Interpolation, interpolationOf, interpolations, resizeImages } from '../base/resampling.ts';

interface Settings {
  readonly size: readonly number[];
  readonly format: DataFormat;
  readonly interpolation: Interpolation;
}

/** Each cell repeated along an axis; the batch may be of unknown size. */
function repeated(x: Tensor, count: number, axis: number): Tensor {
  if (count === 1) return x;
  const dim = x.shape[axis];
  const shape: Dim[] = x.shape.map((size, index) =>
    index === axis ? (dim === null ? null : dim * count) : size,
  );
  if (dim === null) return ops.abstractValue('repeat', [x], shape, x.dtype);
  const copies = ops.concat(new Array<Tensor>(count).fill(ops.expandDims(x, axis + 1)), axis + 1);
  return ops.reshape(copies, shape);
}

function enlarge(x: Tensor, { size, interpolation }: Settings): Tensor {
  if (interpolation === 'nearest')
    return size.reduce((result, count, axis) => repeated(result, count, axis + 1), x);
  const [height, width] = [x.shape[1], x.shape[2]];
  if (height === null || width === null) {
    const shape = x.shape.map((dim, axis) =>
      dim !== null && (axis === 1 || axis === 2) ? dim * size[axis - 1] : dim,
    );
    return ops.abstractValue('resize', [x], shape, 'float32');
  }
  return resizeImages(x, height * size[0], width * size[1], interpolation);
}

/** Keras 2 makes an integer of a single size, as Python does. */
function readSize(args: ArgumentReader, rank: number): readonly number[] {
  const value = args.value('size');
  if (rank > 1 || args.py.state(kerasVersionKey).current === 3) return readWindowArgument(args, 'size', rank);
  const number = numberOf(value);
  if (number !== undefined) return [Math.trunc(number)];
  if (typeof value !== 'string')
    throw new NotKnown('what an earlier version makes of this size is not modelled');
  const words = `invalid literal for int() with base 10: ${args.py.repr(value)}`;
  return args.fail('size', { 3: words });
}

/** `initial` is the default of size as Keras writes it. */
export function upSampling(rank: 1 | 2 | 3, initial: string): LayerDefinition {
  const more = ['', ', data_format=None, interpolation="nearest"', ', data_format=None'][rank - 1];
  return defineLayer<Settings>({
    name: `UpSampling${rank}D`,
    module: `reshaping.up_sampling${rank}d`,
    parameters: `size=${initial}${more}`,
    renamed: { length: 'size', dim_ordering: 'data_format' },
    documentation:
      rank === 2
        ? 'Enlarges images by repeating or interpolating cells.'
        : 'Repeats cells along each spatial axis.',
    source: `https://keras.io/api/layers/reshaping_layers/up_sampling${rank}d/`,
    init(args, layer) {
      layer.inputSpec = [{ ndim: rank + 2 }];
      return {
        size: readSize(args, rank),
        format: rank === 1 ? 'channels_last' : dataFormatOf(args),
        interpolation:
          rank === 2
            ? interpolationOf(
                args,
                given =>
                  `The \`interpolation\` argument must be one of ${formatNames(interpolations)}. Received: interpolation=${given}`,
              )
            : 'nearest',
      };
    },
    derive(layer, [input], output) {
      const { size, format } = layer.settings;
      const axes = axesText(
        format,
        input,
        output,
        (axis, from, to) => `${dimText(from)} × ${size[axis]} = ${dimText(to)}`,
      );
      return sameChannels(axes, input, format);
    },
    call: (layer, { inputs: [x] }) =>
      inChannelsLast(x, layer.settings.format, input => enlarge(input, layer.settings)),
  });
}
