/** The layer `RandomZoom`. */
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
  /** Null where the width follows the height. */
  readonly width: readonly [number, number] | null;
  readonly sampling: Sampling;
}

const aboveMinusOne: EarlierFactor = (low, high, shown) =>
  low < -1 || high < -1
    ? `\`width_factor\` argument must have values larger than -1. Received: width_factor=${shown}`
    : null;

export const randomZoom = randomLayer<Settings>({
  name: 'RandomZoom',
  module: 'random_zoom',
  parameters:
    'height_factor, width_factor=None, fill_mode="reflect", interpolation="bilinear", seed=None, fill_value=0.0, data_format=None',
  documentation: 'Zooms each image out (above 0) or in (below 0) at random while training.',
  page: 'random_zoom',
  read: args => ({
    height: readFactor(args, 'height_factor', withinOne),
    width: args.value('width_factor') === null ? null : readFactor(args, 'width_factor', aboveMinusOne),
    sampling: readSampling(args),
  }),
  change(images, { height, width, sampling, stream }) {
    const [batch, rows, columns] = images.shape as readonly number[];
    const tall = ops.add(drawn(batch, height, stream), 1);
    const wide = width === null ? tall : ops.add(drawn(batch, width, stream), 1);
    const none = every(batch, 0);
    const x = ops.mul(ops.sub(1, wide), (columns - 1) / 2);
    const y = ops.mul(ops.sub(1, tall), (rows - 1) / 2);
    return transformImages(images, { x: [wide, none, x], y: [none, tall, y] }, sampling);
  },
});
