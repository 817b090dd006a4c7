/** The layer `UnitNormalization`. */
import { ops } from '../../../../graph/index.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import { defineLayer } from '../base/definition.ts';
import type { LayerObject } from '../base/layerObject.ts';
import { dimAt, readAxes } from './scaling.ts';

export const unitNormalization = defineLayer<readonly number[]>({
  name: 'UnitNormalization',
  module: 'normalization.unit_normalization',
  parameters: 'axis=-1',
  documentation: 'Scales each sample to length 1 along the given axes.',
  source: 'https://keras.io/api/layers/normalization_layers/unit_normalization/',
  masking: 'pass',
  init: args => readAxes(args),
  build(layer, [shape], py) {
    if (py.state(kerasVersionKey).current < 3)
      for (const axis of layer.settings) dimAt(py, layer as LayerObject, shape, axis);
  },
  call(layer, { inputs: [input] }) {
    const x = ops.toFloat(input);
    const squares = ops.sum(ops.square(x), layer.settings, true);
    return ops.mul(x, ops.rsqrt(ops.maximum(squares, 1e-12)));
  },
});
