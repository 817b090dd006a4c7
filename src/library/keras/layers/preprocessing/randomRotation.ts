/** The layer `RandomRotation`. */
import { ops } from '../../../../graph/index.ts';
import { type Sampling, transformImages } from './affine.ts';
import { drawn, type EarlierFactor, randomLayer, readFactor, readSampling } from './randomLayer.ts';

/** Keras 2 turns as often as it is told. */
const inOrder: EarlierFactor = (low, high, shown) =>
  high < low ? `\`factor\` argument cannot have a negative value. Received: factor=${shown}` : null;

export const randomRotation = randomLayer<{
  readonly factor: readonly [number, number];
  readonly sampling: Sampling;
}>({
  name: 'RandomRotation',
  module: 'random_rotation',
  parameters:
    'factor, fill_mode="reflect", interpolation="bilinear", seed=None, fill_value=0.0, value_range=(0, 255), data_format=None',
  documentation: 'Turns each image by a random angle while training; a factor of 1 is a full turn.',
  page: 'random_rotation',
  read: args => ({ factor: readFactor(args, 'factor', inOrder), sampling: readSampling(args) }),
  change(images, { factor, sampling, stream }) {
    const [batch, height, width] = images.shape as readonly number[];
    const angle = ops.mul(drawn(batch, factor, stream), 2 * Math.PI);
    const [cos, sin] = [ops.cos(angle), ops.sin(angle)];
    const [w, h] = [width - 1, height - 1];
    const x = ops.mul(ops.sub(w, ops.sub(ops.mul(cos, w), ops.mul(sin, h))), 0.5);
    const y = ops.mul(ops.sub(h, ops.add(ops.mul(sin, w), ops.mul(cos, h))), 0.5);
    return transformImages(images, { x: [cos, ops.neg(sin), x], y: [sin, cos, y] }, sampling);
  },
});
