/** The layer `LeakyReLU`. */
import { ops } from '../../../../graph/index.ts';
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
    return args.fail(
      name,
      `The negative_slope value of a Leaky ReLU layer cannot be None or negative value. Expected a float. Received: negative_slope=${shown}`,
    );
  },
  call: (layer, { inputs: [x] }) => ops.leakyRelu(x, layer.settings),
});
