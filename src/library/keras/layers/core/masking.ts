/** The layer `Masking`. */
import { ops } from '../../../../graph/index.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { defineLayer } from '../base/definition.ts';

function kept(x: Tensor, maskValue: number): Tensor {
  return ops.any(ops.notEqual(x, maskValue), [-1]);
}

export const masking = defineLayer<number>({
  name: 'Masking',
  module: 'core.masking',
  parameters: 'mask_value=0.0',
  documentation: 'Marks steps whose features all equal `mask_value`: the layers after it skip them.',
  source: 'https://keras.io/api/layers/core_layers/masking/',
  masking: 'pass',
  init: args => args.number('mask_value'),
  call: (layer, { inputs: [x] }) =>
    ops.mul(x, ops.cast(ops.expandDims(kept(x, layer.settings), -1), x.dtype)),
  mask: (layer, { inputs: [x] }) => kept(x, layer.settings),
});
