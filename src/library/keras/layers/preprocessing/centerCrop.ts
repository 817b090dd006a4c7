/** The layer `CenterCrop`. */
import { ops } from '../../../../graph/index.ts';
import type { DataFormat } from '../base/channels.ts';
import { defineLayer } from '../base/definition.ts';
import { dataFormatOf } from '../base/layerArguments.ts';
import { cutCentre, onImages, resizeByCutting, sizedAs } from './images.ts';

interface Settings {
  readonly height: number;
  readonly width: number;
  readonly format: DataFormat;
}

export const centerCrop = defineLayer<Settings>({
  name: 'CenterCrop',
  module: 'preprocessing.center_crop',
  parameters: 'height, width, data_format=None',
  documentation: 'The middle of images; smaller images are resized.',
  source: 'https://keras.io/api/layers/preprocessing_layers/image_preprocessing/center_crop/',
  masking: 'stop',
  init: args => ({
    height: args.positiveInteger('height'),
    width: args.positiveInteger('width'),
    format: dataFormatOf(args),
  }),
  call(layer, { inputs: [input] }) {
    const { height, width, format } = layer.settings;
    return onImages(ops.toFloat(input), format, x => {
      const [, rows, columns] = x.shape;
      if (rows === null || columns === null) return sizedAs(x, height, width);
      return rows >= height && columns >= width
        ? cutCentre(x, height, width)
        : resizeByCutting(x, height, width);
    });
  },
});
