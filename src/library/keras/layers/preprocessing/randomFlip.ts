/** The layer `RandomFlip`. */
import { ops } from '../../../../graph/index.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { randomLayer } from './randomLayer.ts';

export const randomFlip = randomLayer<{ readonly axes: readonly number[] }>({
  name: 'RandomFlip',
  module: 'random_flip',
  parameters: 'mode="horizontal_and_vertical", seed=None',
  documentation: 'Mirrors each image at random while training.',
  page: 'random_flip',
  read(args) {
    const mode = args.value('mode');
    return { axes: mode === 'horizontal' ? [2] : mode === 'vertical' ? [1] : [2, 1] };
  },
  change(images, { axes, stream }) {
    return axes.reduce<Tensor>((result, axis) => {
      const turn = ops.bernoulli([images.shape[0] as number, 1, 1, 1], 0.5, stream);
      return ops.select(turn, ops.reverse(result, [axis]), result);
    }, images);
  },
});
