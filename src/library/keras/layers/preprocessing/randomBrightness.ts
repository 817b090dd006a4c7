/** The layer `RandomBrightness`. */
import { ops } from '../../../../graph/index.ts';
import { PyList, PyTuple } from '../../../../python/values.ts';
import { numberOf } from '../../objects/arguments.ts';
import { type EarlierFactor, randomLayer, readFactor } from './randomLayer.ts';

interface Settings {
  readonly factor: readonly [number, number];
  readonly range: readonly [number, number];
}

const withinRange: EarlierFactor = (low, high) => {
  const outside = [high, low].find(number => number > 1 || number < -1);
  return outside === undefined
    ? null
    : `The \`factor\` argument should be a number (or a list of two numbers) in the range [-1.0, 1.0]. Got ${outside}`;
};

export const randomBrightness = randomLayer<Settings>({
  name: 'RandomBrightness',
  module: 'random_brightness',
  parameters: 'factor, value_range=(0, 255), seed=None',
  documentation: 'Makes each image brighter or darker at random while training.',
  page: 'random_brightness',
  read(args) {
    const value = args.value('value_range');
    const items = value instanceof PyTuple || value instanceof PyList ? value.items : [];
    const numbers = items.map(item => numberOf(item) ?? 0).sort((a, b) => a - b);
    const told = 'The `value_range` argument should be a list of two numbers. ';
    if (numbers.length !== 2) {
      args.fail('value_range', {
        2: `${told}Got ${args.py.str(value)}`,
        3: `${told}Received: value_range=${args.py.str(value)}`,
      });
    }
    return { factor: readFactor(args, 'factor', withinRange), range: [numbers[0], numbers[1]] };
  },
  change(images, { factor, range: [low, high], stream }) {
    const delta = ops.randomUniform([images.shape[0] as number, 1, 1, 1], stream, factor[0], factor[1]);
    return ops.clip(ops.add(images, ops.mul(delta, high - low)), low, high);
  },
});
