/** The layer `GroupNormalization`. */
import { ops } from '../../../../graph/index.ts';
import type { Dim, Shape } from '../../../../graph/shapes.ts';
import { raise, ValueError } from '../../../../python/errors.ts';
import { message } from '../../../../python/message.ts';
import { defineLayer } from '../base/definition.ts';
import { dimAt, fromFront, makeScaling, readScaling, type Scaling, standardize } from './scaling.ts';

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
    const dim = dimAt(layer, shape, axis);
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
    const mean = ops.mean(grouped, axes, true);
    const variance = ops.mean(ops.square(ops.sub(grouped, mean)), axes, true);
    return ops.reshape(standardize(grouped, mean, variance, scaling.epsilon, gamma, beta), x.shape);
  },
});
