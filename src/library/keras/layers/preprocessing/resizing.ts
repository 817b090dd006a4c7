/** The layer `Resizing`. */

import { isInteger } from '../../../../graph/dtypes.ts';
import { ops } from '../../../../graph/index.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import type { DataFormat } from '../base/channels.ts';
import { defineLayer } from '../base/definition.ts';
import { dataFormatOf } from '../base/layerArguments.ts';
import { type Interpolation, interpolationOf, resizeImages } from '../base/resampling.ts';
import { onImages, resizeByCutting, sizedAs } from './images.ts';

interface Settings {
  readonly height: number;
  readonly width: number;
  readonly interpolation: Interpolation;
  readonly fit: 'stretch' | 'cut' | 'pad';
  readonly fillValue: number;
  readonly format: DataFormat;
}

/** Images with margins, so that nothing is cut or stretched. */
function padded(x: Tensor, { height, width, fillValue }: Settings): Tensor {
  const [rows, columns] = [x.shape[1] as number, x.shape[2] as number];
  const fullRows = Math.max(rows, Math.trunc((columns * height) / width));
  const fullColumns = Math.max(columns, Math.trunc((rows * width) / height));
  const [top, left] = [Math.trunc((fullRows - rows) / 2), Math.trunc((fullColumns - columns) / 2)];
  const margins: [number, number][] = [
    [0, 0],
    [top, fullRows - rows - top],
    [left, fullColumns - columns - left],
    [0, 0],
  ];
  return ops.pad(x, margins, 'constant', fillValue);
}

function resize(x: Tensor, settings: Settings): Tensor {
  const { height, width, interpolation, fit } = settings;
  if (x.shape[1] === null || x.shape[2] === null) return sizedAs(x, height, width);
  if (fit === 'cut') return resizeByCutting(x, height, width, interpolation);
  return resizeImages(fit === 'pad' ? padded(x, settings) : x, height, width, interpolation);
}

export const resizing = defineLayer<Settings>({
  name: 'Resizing',
  module: 'preprocessing.resizing',
  parameters:
    'height, width, interpolation="bilinear", crop_to_aspect_ratio=False, pad_to_aspect_ratio=False, fill_mode="constant", fill_value=0.0, data_format=None',
  documentation: 'Images resized to a height and a width.',
  source: 'https://keras.io/api/layers/preprocessing_layers/image_preprocessing/resizing/',
  masking: 'stop',
  init: args => ({
    height: args.positiveInteger('height'),
    width: args.positiveInteger('width'),
    interpolation: interpolationOf(
      args,
      given =>
        `Invalid value for argument \`interpolation\`. Expected of one ('bilinear', 'nearest', 'lanczos3', 'lanczos5', 'bicubic'). Received: interpolation=${given}`,
    ),
    fit: args.boolean('crop_to_aspect_ratio')
      ? 'cut'
      : args.boolean('pad_to_aspect_ratio')
        ? 'pad'
        : 'stretch',
    fillValue: args.number('fill_value'),
    format: dataFormatOf(args),
  }),
  call(layer, { inputs: [x] }) {
    const resized = onImages(x, layer.settings.format, images => resize(images, layer.settings));
    return isInteger(x.dtype) ? ops.cast(resized, x.dtype) : resized;
  },
});
