/** The layer `AlphaDropout`. */
import { ops } from '../../../../graph/index.ts';
import { isStatic } from '../../../../graph/shapes.ts';
import { defineLayer } from '../base/definition.ts';
import { type DropoutSettings, readRate, seedStream } from './dropping.ts';

/** The value that selu takes for very negative input: -scale * alpha. */
const saturation = -1.7580993408473766;

export const alphaDropout = defineLayer<DropoutSettings>({
  name: 'AlphaDropout',
  module: 'regularization.alpha_dropout',
  parameters: 'rate, noise_shape=None, seed=None',
  renamed: { p: 'rate' },
  documentation: 'Dropout that keeps mean and variance of selu activations (Klambauer et al. 2017).',
  source: 'https://keras.io/api/layers/regularization_layers/alpha_dropout/',
  masking: 'pass',
  init: (args, _layer, py) => ({ rate: readRate(args), stream: seedStream(args, py) }),
  call(layer, { inputs: [x], training }) {
    const { rate, stream } = layer.settings;
    if (!training || rate === 0 || !isStatic(x.shape)) return x;
    const keep = ops.bernoulli(x.shape, 1 - rate, stream);
    const scale = ((1 - rate) * (1 + rate * saturation ** 2)) ** -0.5;
    const shift = -scale * saturation * rate;
    return ops.add(ops.mul(scale, ops.select(keep, x, saturation)), shift);
  },
});
