/** The layer `GaussianNoise`. */
import { ops } from '../../../../graph/index.ts';
import type { SeedStream } from '../../../../graph/random.ts';
import { isStatic } from '../../../../graph/shapes.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import { defineLayer } from '../base/definition.ts';
import { seedStream } from './dropping.ts';

export const gaussianNoise = defineLayer<{ readonly deviation: number; readonly stream: SeedStream }>({
  name: 'GaussianNoise',
  module: 'regularization.gaussian_noise',
  parameters: 'stddev, seed=None',
  renamed: { sigma: 'stddev' },
  documentation: 'Adds normal noise while training.',
  source: 'https://keras.io/api/layers/regularization_layers/gaussian_noise/',
  masking: 'pass',
  init(args, _layer, py) {
    const deviation = args.number('stddev');
    // Keras 2 took any deviation.
    if (py.state(kerasVersionKey).current === 3 && (deviation < 0 || deviation > 1)) {
      args.fail(
        'stddev',
        `Invalid value received for argument \`stddev\`. Expected a float value between 0 and 1. Received: stddev=${deviation}`,
      );
    }
    return { deviation, stream: seedStream(args, py) };
  },
  call(layer, { inputs: [x], training }) {
    const { deviation, stream } = layer.settings;
    if (!training || deviation === 0 || !isStatic(x.shape)) return x;
    return ops.add(x, ops.randomNormal(x.shape, stream, 0, deviation));
  },
});
