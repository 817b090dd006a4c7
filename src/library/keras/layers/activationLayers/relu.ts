/** The layer `ReLU`. */
import { rectify } from '../../activations/relu.ts';
import { type ArgumentReader, numberOf } from '../../objects/arguments.ts';
import { defineLayer } from '../base/definition.ts';

interface Settings {
  readonly max: number | null;
  readonly slope: number;
  readonly threshold: number;
}

/** A number that must not be negative, with Keras's words where it is. */
function readLimit(args: ArgumentReader, name: string): number {
  const value = numberOf(args.value(name));
  if (value !== undefined && value >= 0) return value;
  const shown = args.py.str(args.value(name));
  return args.fail(name, {
    3: `${name} of a ReLU layer cannot be a negative value. Received: ${name}=${shown}`,
    2: `${name} of a ReLU layer cannot be a negative value. Received: ${shown}`,
  });
}

export const relu = defineLayer<Settings>({
  name: 'ReLU',
  module: 'activations.relu',
  parameters: 'max_value=None, negative_slope=0.0, threshold=0.0',
  documentation: 'x where it is at least the threshold, else 0 or a small slope.',
  source: 'https://keras.io/api/layers/activation_layers/relu/',
  masking: 'pass',
  init: args => ({
    max: args.value('max_value') === null ? null : readLimit(args, 'max_value'),
    slope: readLimit(args, 'negative_slope'),
    threshold: readLimit(args, 'threshold'),
  }),
  call: (layer, { inputs: [x] }) => {
    const { max, slope, threshold } = layer.settings;
    return rectify(x, slope, max, threshold);
  },
});
