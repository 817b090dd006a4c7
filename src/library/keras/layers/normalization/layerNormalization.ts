/** The layer `LayerNormalization`. */
import { isFloating } from '../../../../graph/dtypes.ts';
import { ops } from '../../../../graph/index.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { defineLayer } from '../base/definition.ts';
import type { LayerObject } from '../base/layerObject.ts';
import {
  dimAt,
  fromFront,
  inFullPrecision,
  makeScaling,
  readAxes,
  readScaling,
  refuseTwice,
  type Scaling,
  standardize,
} from './scaling.ts';

interface Settings {
  readonly axes: readonly number[];
  readonly rms: boolean;
  readonly scaling: Scaling;
}

export const layerNormalization = defineLayer<Settings>({
  name: 'LayerNormalization',
  module: 'normalization.layer_normalization',
  parameters:
    'axis=-1, epsilon=0.001, center=True, scale=True, rms_scaling=False, beta_initializer="zeros", gamma_initializer="ones", beta_regularizer=None, gamma_regularizer=None, beta_constraint=None, gamma_constraint=None',
  documentation: 'Brings each sample to mean 0 and variance 1 over the given axes.',
  source: 'https://keras.io/api/layers/normalization_layers/layer_normalization/',
  masking: 'pass',
  init(args, layer) {
    layer.autocast = false;
    const rms = args.boolean('rms_scaling');
    const scaling = readScaling(args);
    return { axes: readAxes(args), rms, scaling: rms ? { ...scaling, beta: null } : scaling };
  },
  build(layer, [shape], py) {
    const { axes, scaling } = layer.settings;
    refuseTwice(py, layer as LayerObject, axes, shape);
    makeScaling(
      layer,
      py,
      scaling,
      axes.map(axis => dimAt(py, layer, shape, axis)),
    );
  },
  call(layer, { inputs: [input], trace }) {
    const { scaling, rms } = layer.settings;
    const own = ops.cast(input, isFloating(layer.computeDtype) ? layer.computeDtype : 'float32');
    const x = layer.dtype === 'float32' ? inFullPrecision(own) : own;
    const back = (output: Tensor) => ops.cast(output, own.dtype);
    const axes = layer.settings.axes.map(axis => fromFront(axis, x.shape.length));
    const wide = x.shape.map((dim, index) => (axes.includes(index) ? dim : 1));
    const weights = layer.ownWeights.map(weight => ops.reshape(weight.read(trace), wide));
    const gamma = scaling.gamma === null ? null : weights[0];
    const beta = scaling.beta === null ? null : weights[gamma === null ? 0 : 1];
    const mean = ops.mean(x, axes, true);
    const variance = ops.mean(ops.square(ops.sub(x, mean)), axes, true);
    if (rms) {
      const scaled = ops.mul(x, ops.rsqrt(ops.add(variance, scaling.epsilon)));
      return back(gamma === null ? scaled : ops.mul(scaled, gamma));
    }
    return back(standardize(x, mean, variance, scaling.epsilon, gamma, beta));
  },
});
