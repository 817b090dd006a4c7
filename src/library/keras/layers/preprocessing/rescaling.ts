/** The layer `Rescaling`. */
import { fullFloat } from '../../../../graph/dtypes.ts';
import { ops } from '../../../../graph/index.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { tensorOf } from '../../tensors/conversion.ts';
import { defineLayer } from '../base/definition.ts';

export const rescaling = defineLayer<{ readonly scale: Tensor; readonly offset: Tensor }>({
  name: 'Rescaling',
  module: 'preprocessing.rescaling',
  parameters: 'scale, offset=0.0',
  documentation: 'inputs * scale + offset: Rescaling(1 / 255) brings pixels to 0…1.',
  source: 'https://keras.io/api/layers/preprocessing_layers/image_preprocessing/rescaling/',
  masking: 'pass',
  init: (args, layer, py) => ({
    scale: tensorOf(py, args.value('scale'), fullFloat(layer.computeDtype)),
    offset: tensorOf(py, args.value('offset'), fullFloat(layer.computeDtype)),
  }),
  call: (layer, { inputs: [x] }) =>
    ops.add(ops.mul(ops.toFloat(x), layer.settings.scale), layer.settings.offset),
});
