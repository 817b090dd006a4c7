/** The layer `BatchNormalization`. */
import { ops } from '../../../../graph/index.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import type { Initializer } from '../../initializers/resolve.ts';
import type { VariableObject } from '../../tensors/variableObject.ts';
import type { Trace } from '../../trace.ts';
import { defineLayer } from '../base/definition.ts';
import { initializerOf } from '../base/layerArguments.ts';
import {
  dimAt,
  fromFront,
  inFullPrecision,
  makeScaling,
  readAxis,
  readScaling,
  type Scaling,
  standardize,
} from './scaling.ts';

interface Settings {
  readonly axis: number;
  readonly momentum: number;
  readonly scaling: Scaling;
  readonly mean: Initializer;
  readonly variance: Initializer;
}

/** Keras's small number for divisions (keras.config.epsilon()). */
const fuzz = 1e-7;

/** Mean and variance over all axes but one, each with the shape that broadcasts; a mask leaves steps out. */
function moments(x: Tensor, axis: number, mask: Tensor | null): { mean: Tensor; variance: Tensor } {
  const axes = x.shape.map((_, index) => index).filter(index => index !== axis);
  if (mask === null) {
    const mean = ops.mean(x, axes, true);
    return { mean, variance: ops.mean(ops.square(ops.sub(x, mean)), axes, true) };
  }
  const weights = ops.expandDims(ops.cast(mask, x.dtype), -1);
  const weighted = ops.mul(weights, x);
  const count = ops.add(ops.sum(weights, axes, true), fuzz);
  const mean = ops.div(ops.sum(weighted, axes, true), count);
  const distances = ops.mul(weights, ops.square(ops.sub(weighted, mean)));
  return { mean, variance: ops.div(ops.sum(distances, axes, true), count) };
}

function follow(variable: VariableObject, value: Tensor, momentum: number, trace: Trace): void {
  const batch = ops.mul(ops.reshape(value, variable.shape), 1 - momentum);
  variable.assign(trace, ops.add(ops.mul(variable.read(trace), momentum), ops.stopGradient(batch)));
}

export const batchNormalization = defineLayer<Settings>({
  name: 'BatchNormalization',
  aliases: ['BatchNorm'],
  module: 'normalization.batch_normalization',
  parameters:
    'axis=-1, momentum=0.99, epsilon=0.001, center=True, scale=True, beta_initializer="zeros", gamma_initializer="ones", moving_mean_initializer="zeros", moving_variance_initializer="ones", beta_regularizer=None, gamma_regularizer=None, beta_constraint=None, gamma_constraint=None, synchronized=False',
  renamed: { beta_init: 'beta_initializer', gamma_init: 'gamma_initializer' },
  documentation:
    'Brings each channel to mean 0 and variance 1 over the batch while training, and by moving averages after.',
  source: 'https://keras.io/api/layers/normalization_layers/batch_normalization/',
  masking: 'pass',
  init: args => ({
    axis: readAxis(args),
    momentum: args.number('momentum'),
    scaling: readScaling(args),
    mean: initializerOf(args, 'moving_mean_initializer'),
    variance: initializerOf(args, 'moving_variance_initializer'),
  }),
  build(layer, [shape], py) {
    const { axis, scaling, mean, variance } = layer.settings;
    const dim = dimAt(py, layer, shape, axis);
    makeScaling(layer, py, scaling, [dim]);
    const moving = { shape: [dim], trainable: false, autocast: false };
    layer.makeWeight(py, { name: 'moving_mean', ...moving, initializer: mean });
    layer.makeWeight(py, { name: 'moving_variance', ...moving, initializer: variance });
    layer.inputSpec = [{ ndim: shape.length, ...(dim === null ? {} : { axes: new Map([[axis, dim]]) }) }];
  },
  call(layer, { inputs: [input], masks: [mask], training, trace }) {
    const { momentum, scaling } = layer.settings;
    const x = inFullPrecision(ops.toFloat(input));
    const back = (output: Tensor) => ops.cast(output, ops.toFloat(input).dtype);
    const axis = fromFront(layer.settings.axis, x.shape.length);
    const wide = x.shape.map((dim, index) => (index === axis ? dim : 1));
    const [movingMean, movingVariance] = layer.ownWeights.slice(-2);
    const read = (variable: VariableObject) => ops.reshape(variable.read(trace), wide);
    const gamma = scaling.gamma === null ? null : read(layer.ownWeights[0]);
    const beta = scaling.beta === null ? null : read(layer.ownWeights[scaling.gamma === null ? 0 : 1]);
    if (!training || !layer.trainable) {
      return back(standardize(x, read(movingMean), read(movingVariance), scaling.epsilon, gamma, beta));
    }
    const { mean, variance } = moments(x, axis, mask);
    follow(movingMean, mean, momentum, trace);
    follow(movingVariance, variance, momentum, trace);
    return back(standardize(x, mean, variance, scaling.epsilon, gamma, beta));
  },
});
