/** The layer `RandomFlip`. */
import { ops } from '../../../../graph/index.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { ofVersion } from '../../versionWords.ts';
import { randomLayer } from './randomLayer.ts';

export const randomFlip = randomLayer<{ readonly axes: readonly number[] }>({
  name: 'RandomFlip',
  module: 'random_flip',
  parameters: 'mode="horizontal_and_vertical", seed=None',
  documentation: 'Mirrors each image at random while training.',
  page: 'random_flip',
  read(args, { name }) {
    const mode = args.value('mode');
    const isKnown = ['horizontal', 'vertical', 'horizontal_and_vertical'].includes(String(mode));
    // Keras 3 turns nothing then.
    if (!isKnown && ofVersion(args.py, { 2: true, 3: false }))
      args.fail('mode', `RandomFlip layer ${name} received an unknown mode argument ${args.py.str(mode)}`);
    if (!isKnown) return { axes: [] };
    return { axes: mode === 'horizontal' ? [2] : mode === 'vertical' ? [1] : [2, 1] };
  },
  change(images, { axes, stream }) {
    return axes.reduce<Tensor>((result, axis) => {
      const turn = ops.bernoulli([images.shape[0] as number, 1, 1, 1], 0.5, stream);
      return ops.select(turn, ops.reverse(result, [axis]), result);
    }, images);
  },
});
