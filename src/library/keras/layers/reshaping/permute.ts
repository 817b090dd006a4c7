/** The layer `Permute`. */

import { ops } from '../../../../graph/index.ts';
import { formatShape, type Shape } from '../../../../graph/shapes.ts';
import { type PythonError, raise, ValueError } from '../../../../python/errors.ts';
import { message } from '../../../../python/message.ts';
import { NotKnown } from '../../../../python/values.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import { brackets } from '../../errors/graphWords.ts';
import { layerDetail } from '../base/callErrors.ts';
import { defineLayer } from '../base/definition.ts';
import { dimText } from '../base/derivation.ts';
import type { LayerObject } from '../base/layerObject.ts';

function notAsMany(layer: LayerObject, axes: number, shape: Shape): PythonError {
  const text = `Dimension must be ${shape.length} but is ${axes} for 'transpose' (op: 'Transpose') with input shapes: ${brackets(shape)}, [${axes}].`;
  return raise(ValueError, text, {
    code: 'input-rank',
    ...layerDetail(layer),
    explanation: message(
      '`{0}` needs input with {1} dimensions and receives {2}.',
      layer.cls.name,
      axes,
      formatShape(shape),
    ),
  });
}

export const permute = defineLayer<readonly number[]>({
  name: 'Permute',
  module: 'reshaping.permute',
  parameters: 'dims',
  documentation: 'The axes of each sample in another order; axes count from 1.',
  source: 'https://keras.io/api/layers/reshaping_layers/permute/',
  init(args, layer) {
    const dims = args.dims('dims') as number[];
    const sorted = [...dims].sort((a, b) => a - b);
    const { current: version } = args.py.state(kerasVersionKey);
    if (version === 1) return dims;
    if (sorted.some((dim, index) => dim !== index + 1)) {
      args.fail(
        'dims',
        `Invalid permutation argument \`dims\` for Permute Layer. The set of indices in \`dims\` must be consecutive and start from 1. Received dims=${args.py.str(args.value('dims'))}`,
      );
    }
    layer.inputSpec = [{ ndim: dims.length + 1 }];
    return dims;
  },
  derive: (layer, [input]) =>
    message(
      'axes in the order {0}: {1}',
      layer.settings.join(', '),
      layer.settings.map(axis => dimText(input[axis])).join(', '),
    ),
  call(layer, { inputs: [x] }) {
    const order = [0, ...layer.settings];
    // Keras 1 leaves all of it to TensorFlow.
    if (order.length !== x.shape.length) throw notAsMany(layer as LayerObject, order.length, x.shape);
    if (order.some((_, axis) => !order.includes(axis))) throw new NotKnown('an order with an axis twice');
    return ops.transpose(x, order);
  },
});
