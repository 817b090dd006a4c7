/** The layer `GaussianDropout`. */
import { ops } from '../../../../graph/index.ts';
import { isStatic } from '../../../../graph/shapes.ts';
import { defineLayer } from '../base/definition.ts';
import { type DropoutSettings, readRate, seedStream } from './dropping.ts';

export const gaussianDropout = defineLayer<DropoutSettings>({
  name: 'GaussianDropout',
  module: 'regularization.gaussian_dropout',
  parameters: 'rate, seed=None',
  renamed: { p: 'rate' },
  documentation: 'Multiplies by normal noise around 1 while training (Srivastava et al. 2014).',
  source: 'https://keras.io/api/layers/regularization_layers/gaussian_dropout/',
  masking: 'pass',
  init: (args, _layer, py) => ({ rate: readRate(args), stream: seedStream(args, py) }),
  call(layer, { inputs: [x], training }) {
    const { rate, stream } = layer.settings;
    if (!training || rate === 0 || !isStatic(x.shape)) return x;
    return ops.mul(x, ops.randomNormal(x.shape, stream, 1, Math.sqrt(rate / (1 - rate))));
  },
});
