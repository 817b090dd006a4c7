/** The layer `GroupNormalization`. */
import { ops } from '../../../../graph/index.ts';
import type { Dim, Shape } from '../../../../graph/shapes.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { raise, ValueError } from '../../../../python/errors.ts';
import { message } from '../../../../python/message.ts';
import { isNarrow } from '../../policy.ts';
import { defineLayer } from '../base/definition.ts';
import { dimAt, fromFront, makeScaling, readScaling, type Scaling, standardize } from './scaling.ts';

/** Moments beyond it are cut, in bfloat16 too. */
const LARGEST_HALF = 65504;

interface Settings {
  readonly groups: number;
  readonly axis: number;
  readonly scaling: Scaling;
}

function checkGroups(groups: number, dim: number): void {
  const explanation = message('{0} channels do not divide into {1} groups.', dim, groups);
  const detail = { code: 'groups', explanation };
  if (dim < groups) {
    throw raise(
      ValueError,
      `Number of groups (${groups}) cannot be more than the number of channels (${dim}).`,
      detail,
    );
  }
  if (dim % groups !== 0) {
    throw raise(
      ValueError,
      `Number of groups (${groups}) must be a multiple of the number of channels (${dim}).`,
      detail,
    );
  }
}

/** The shape with one axis divided into (groups, size / groups). */
function divided(shape: Shape, axis: number, groups: number, dim: number): Dim[] {
  return [...shape.slice(0, axis), groups, dim / groups, ...shape.slice(axis + 1)];
}

export const groupNormalization = defineLayer<Settings>({
  name: 'GroupNormalization',
  module: 'normalization.group_normalization',
  parameters:
    'groups=32, axis=-1, epsilon=0.001, center=True, scale=True, beta_initializer="zeros", gamma_initializer="ones", beta_regularizer=None, gamma_regularizer=None, beta_constraint=None, gamma_constraint=None',
  documentation: 'Brings each group of channels of each sample to mean 0 and variance 1.',
  source: 'https://keras.io/api/layers/normalization_layers/group_normalization/',
  masking: 'pass',
  init: args => ({ groups: args.integer('groups'), axis: args.integer('axis'), scaling: readScaling(args) }),
  build(layer, [shape], py) {
    const { groups, axis, scaling } = layer.settings;
    const dim = dimAt(py, layer, shape, axis);
    if (dim !== null) {
      checkGroups(groups === -1 ? dim : groups, dim);
      layer.inputSpec = [{ ndim: shape.length, axes: new Map([[axis, dim]]) }];
    }
    makeScaling(layer, py, scaling, [dim]);
  },
  call(layer, { inputs: [input], trace }) {
    const { scaling } = layer.settings;
    const x = ops.toFloat(input);
    const axis = fromFront(layer.settings.axis, x.shape.length);
    const dim = x.shape[axis];
    if (dim === null) return ops.abstractValue('groupNormalization', [x], x.shape, x.dtype);
    const groups = layer.settings.groups === -1 ? dim : layer.settings.groups;
    const grouped = ops.reshape(x, divided(x.shape, axis, groups, dim));
    const axes = grouped.shape.map((_, index) => index).filter(index => index !== 0 && index !== axis);
    const wide = divided(
      x.shape.map(() => 1),
      axis,
      groups,
      dim,
    );
    const weights = layer.ownWeights.map(weight => ops.reshape(weight.read(trace), wide));
    const gamma = scaling.gamma === null ? null : weights[0];
    const beta = scaling.beta === null ? null : weights[gamma === null ? 0 : 1];
    const normalize = isNarrow(x.dtype) ? standardizeNarrow : standardizeGroups;
    return ops.reshape(normalize(grouped, axes, scaling.epsilon, gamma, beta), x.shape);
  },
});

function standardizeGroups(
  x: Tensor,
  axes: readonly number[],
  epsilon: number,
  gamma: Tensor | null,
  beta: Tensor | null,
): Tensor {
  const mean = ops.mean(x, axes, true);
  const variance = ops.mean(ops.square(ops.sub(x, mean)), axes, true);
  return standardize(x, mean, variance, epsilon, gamma, beta);
}

/** In 16 bits as Keras rounds: moments in 32 bits and back, then every step of `x * inverse + (beta - mean * inverse)`. */
function standardizeNarrow(
  x: Tensor,
  axes: readonly number[],
  epsilon: number,
  gamma: Tensor | null,
  beta: Tensor | null,
): Tensor {
  const wide = ops.cast(x, 'float32');
  const exact = ops.mean(wide, axes, true);
  const spread = ops.mean(ops.square(ops.sub(wide, exact)), axes, true);
  const [mean, variance] = [exact, spread].map(value =>
    ops.cast(ops.clip(value, -LARGEST_HALF, LARGEST_HALF), x.dtype),
  );
  const plain = ops.rsqrt(ops.add(variance, epsilon));
  const inverse = gamma === null ? plain : ops.mul(plain, ops.cast(gamma, x.dtype));
  const shift = ops.mul(ops.neg(mean), inverse);
  const offset = beta === null ? shift : ops.add(shift, ops.cast(beta, x.dtype));
  return ops.add(ops.mul(x, inverse), offset);
}
