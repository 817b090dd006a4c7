/** The layer `RepeatVector`. */
import { ops } from '../../../../graph/index.ts';
import { isStatic } from '../../../../graph/shapes.ts';
import { TypeError } from '../../../../python/errors.ts';
import { message } from '../../../../python/message.ts';
import { classOf } from '../../../../python/types.ts';
import { NotKnown } from '../../../../python/values.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import { defineLayer } from '../base/definition.ts';
import { dimText } from '../base/derivation.ts';

export const repeatVector = defineLayer<number>({
  name: 'RepeatVector',
  module: 'reshaping.repeat_vector',
  parameters: 'n',
  documentation: '(batch, features) to (batch, n, features).',
  source: 'https://keras.io/api/layers/reshaping_layers/repeat_vector/',
  init(args, layer) {
    const isInteger = typeof args.value('n') === 'number' || typeof args.value('n') === 'boolean';
    if (!isInteger && args.py.state(kerasVersionKey).current === 1)
      throw new NotKnown('Keras 1 leaves the number of repetitions to TensorFlow');
    if (!isInteger)
      args.fail('n', {
        3: `Expected an integer value for \`n\`, got ${args.py.str(args.value('n'))}.`,
        2: [
          TypeError,
          `Expected an integer value for \`n\`, got <class '${classOf(args.value('n')).name}'>.`,
        ],
      });
    layer.inputSpec = [{ ndim: 2 }];
    return args.integer('n');
  },
  derive: (layer, [input]) => message('{0} times the {1} features', layer.settings, dimText(input.at(-1))),
  call(layer, { inputs: [x] }) {
    const shape = [x.shape[0], layer.settings, x.shape[1]];
    const wide = ops.expandDims(x, 1);
    return isStatic(shape)
      ? ops.broadcastTo(wide, shape)
      : ops.abstractValue('repeatVector', [x], shape, x.dtype);
  },
});
