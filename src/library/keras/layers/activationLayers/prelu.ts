/** The layer `PReLU`. */
import { ops } from '../../../../graph/index.ts';
import { defineLayer } from '../base/definition.ts';
import { type WeightSettings, weightSettings } from '../base/layerArguments.ts';

interface Settings {
  readonly alpha: WeightSettings;
  readonly sharedAxes: readonly number[];
}

export const prelu = defineLayer<Settings>({
  name: 'PReLU',
  module: 'activations.prelu',
  parameters: 'alpha_initializer="Zeros", alpha_regularizer=None, alpha_constraint=None, shared_axes=None',
  documentation: 'x where positive, else a learnt slope times x; axes in `shared_axes` share their slopes.',
  source: 'https://keras.io/api/layers/activation_layers/prelu/',
  masking: 'pass',
  init: args => ({
    alpha: weightSettings(args, 'alpha'),
    sharedAxes: args.value('shared_axes') === null ? [] : args.integers('shared_axes'),
  }),
  build(layer, [shape], py) {
    const { alpha, sharedAxes } = layer.settings;
    const own = shape.slice(1).map((dim, index) => (sharedAxes.includes(index + 1) ? 1 : dim));
    layer.makeWeight(py, { name: 'alpha', shape: own, ...alpha });
    const fixed = shape.flatMap((dim, axis): [number, number][] =>
      axis === 0 || dim === null || sharedAxes.includes(axis) ? [] : [[axis, dim]],
    );
    layer.inputSpec = [{ ndim: shape.length, axes: new Map(fixed) }];
  },
  call(layer, { inputs: [input], trace }) {
    const x = ops.toFloat(input);
    const alpha = layer.ownWeights[0].read(trace);
    return ops.sub(ops.relu(x), ops.mul(alpha, ops.relu(ops.neg(x))));
  },
});
