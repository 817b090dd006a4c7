/** The layer `RandomContrast`. */
import { ops } from '../../../../graph/index.ts';
import { PyList, PyTuple } from '../../../../python/values.ts';
import { numberOf } from '../../objects/arguments.ts';
import { randomLayer } from './randomLayer.ts';

export const randomContrast = randomLayer<{ readonly lower: number; readonly upper: number }>({
  name: 'RandomContrast',
  module: 'random_contrast',
  parameters: 'factor, seed=None',
  documentation:
    'Stretches or flattens the contrast of the images at random while training; pixels lie in 0…255.',
  page: 'random_contrast',
  read(args) {
    const value = args.value('factor');
    const items = value instanceof PyTuple || value instanceof PyList ? value.items : [value, value];
    const [lower, upper] = items.map(item => numberOf(item) ?? -1);
    if (lower < 0 || upper < 0 || lower > 1) {
      args.fail(
        'factor',
        `\`factor\` argument cannot have negative values or values greater than 1.Received: factor=${args.py.str(value)}`,
      );
    }
    return { lower, upper };
  },
  change(images, { lower, upper, stream }) {
    const factor = ops.randomUniform([], stream, 1 - lower, 1 + upper);
    const mean = ops.mean(images, [1, 2], true);
    return ops.clip(ops.add(ops.mul(ops.sub(images, mean), factor), mean), 0, 255);
  },
});
