/** The layer `RandomCrop`. */
import { ops } from '../../../../graph/index.ts';
import type { SeedStream } from '../../../../graph/random.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import type { DataFormat } from '../base/channels.ts';
import { defineLayer } from '../base/definition.ts';
import { dataFormatOf } from '../base/layerArguments.ts';
import { seedStream } from '../regularization/dropping.ts';
import { onImages, resizeByCutting, sizedAs } from './images.ts';

interface Settings {
  readonly height: number;
  readonly width: number;
  readonly stream: SeedStream;
  readonly format: DataFormat;
}

/** `size` cells of an axis from a random place on. */
function cut(x: Tensor, axis: number, size: number, stream: SeedStream): Tensor {
  const start = ops.randomUniform([], stream, 0, (x.shape[axis] as number) - size + 1, 'int32');
  return ops.gather(x, ops.add(ops.range(size), start), axis);
}

export const randomCrop = defineLayer<Settings>({
  name: 'RandomCrop',
  module: 'preprocessing.random_crop',
  parameters: 'height, width, seed=None, data_format=None',
  documentation: 'A random part of the images while training, else their middle.',
  source: 'https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_crop/',
  masking: 'stop',
  callParameters: 'inputs, training=True',
  init: (args, _layer, py) => ({
    height: args.positiveInteger('height'),
    width: args.positiveInteger('width'),
    stream: seedStream(args, py),
    format: dataFormatOf(args),
  }),
  call(layer, { inputs: [input], training }) {
    const { height, width, stream, format } = layer.settings;
    return onImages(ops.toFloat(input), format, x => {
      const [, rows, columns] = x.shape;
      if (rows === null || columns === null) return sizedAs(x, height, width);
      if (!training || rows < height || columns < width) return resizeByCutting(x, height, width);
      return cut(cut(x, 1, height, stream), 2, width, stream);
    });
  },
});
