/** The layer `RandomTranslation`. */
import { ops } from '../../../../graph/index.ts';
import { type Sampling, transformImages } from './affine.ts';
import {
  drawn,
  type EarlierFactor,
  every,
  randomLayer,
  readFactor,
  readSampling,
  withinOne,
} from './randomLayer.ts';

interface Settings {
  readonly height: readonly [number, number];
  readonly width: readonly [number, number];
  readonly sampling: Sampling;
}

const outOfOrder = (name: string, shown: string) =>
  `\`${name}\` cannot have upper bound less than lower bound, got ${shown}`;

const ofHeight: EarlierFactor = (low, high, shown) =>
  high < low ? outOfOrder('height_factor', shown) : withinOne(low, high, shown);

const ofWidth: EarlierFactor = (low, high, shown) => {
  if (high < low) return outOfOrder('width_factor', shown);
  const isWithin = withinOne(low, high, shown) === null;
  return isWithin ? null : `\`width_factor\` must have values between [-1, 1], got ${shown}`;
};

export const randomTranslation = randomLayer<Settings>({
  name: 'RandomTranslation',
  module: 'random_translation',
  parameters:
    'height_factor, width_factor, fill_mode="reflect", interpolation="bilinear", seed=None, fill_value=0.0, data_format=None',
  documentation: 'Shifts each image by random shares of its height and width while training.',
  page: 'random_translation',
  read: args => ({
    height: readFactor(args, 'height_factor', ofHeight),
    width: readFactor(args, 'width_factor', ofWidth),
    sampling: readSampling(args),
  }),
  change(images, { height, width, sampling, stream }) {
    const [batch, rows, columns] = images.shape as readonly number[];
    const down = ops.mul(drawn(batch, height, stream), -rows);
    const right = ops.mul(drawn(batch, width, stream), -columns);
    const [one, none] = [every(batch, 1), every(batch, 0)];
    return transformImages(images, { x: [one, none, right], y: [none, one, down] }, sampling);
  },
});
