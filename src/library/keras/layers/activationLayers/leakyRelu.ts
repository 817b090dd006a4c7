/** The layer `LeakyReLU`. */
import { ops } from '../../../../graph/index.ts';
import { NotKnown } from '../../../../python/values.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import { numberOf } from '../../objects/arguments.ts';
import { defineLayer } from '../base/definition.ts';

export const leakyRelu = defineLayer<number>({
  name: 'LeakyReLU',
  module: 'activations.leaky_relu',
  // Keras 3 still takes the name that Keras 2 gave to the slope.
  parameters: 'negative_slope=0.3, alpha=None',
  documentation: 'x where positive, else a small slope times x.',
  source: 'https://keras.io/api/layers/activation_layers/leaky_relu/',
  masking: 'pass',
  init(args) {
    const name = args.value('alpha') === null ? 'negative_slope' : 'alpha';
    const slope = numberOf(args.value(name));
    if (slope !== undefined && slope >= 0) return slope;
    const shown = args.py.str(args.value(name));
    const isKeras3 = args.py.state(kerasVersionKey).current === 3;
    // Earlier versions took any slope.
    if (slope !== undefined && !isKeras3) return slope;
    if (args.value(name) !== null && !isKeras3) throw new NotKnown('a slope that is no number');
    return args.fail(name, {
      3: `The negative_slope value of a Leaky ReLU layer cannot be None or negative value. Expected a float. Received: negative_slope=${shown}`,
      2: `The alpha value of a Leaky ReLU layer cannot be None, Expecting a float. Received: ${shown}`,
    });
  },
  call: (layer, { inputs: [x] }) => ops.leakyRelu(x, layer.settings),
});
