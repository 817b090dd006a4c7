/** `tensorflow.random`. */
import { isFloating } from '../../graph/dtypes.ts';
import { ops } from '../../graph/index.ts';
import { SeedStream } from '../../graph/random.ts';
import { isStatic, sizeOf } from '../../graph/shapes.ts';
import type { Tensor } from '../../graph/tensor.ts';
import { type NativeFunction, native } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { NotKnown } from '../../python/values.ts';
import './dataset.ts';
import { drawCategories } from '../keras/modules/random.ts';
import { nextSeed, setSeed } from '../keras/naming.ts';
import { dimsOf, numberOf } from '../keras/objects/arguments.ts';
import { integerOf } from '../keras/ops/reading.ts';
import { dtypeOf, tensorOf, wrap } from '../keras/tensors/conversion.ts';
import { factsOfTensor, noteFacts } from '../keras/tensors/tensorFacts.ts';
import { facts } from '../numpy/facts.ts';
import type { Entries } from './rootFunctions.ts';

function draw(
  name: string,
  parameters: string,
  make: (shape: readonly number[], stream: SeedStream, a: Tensor, b: Tensor) => Tensor,
): NativeFunction {
  return native(
    `${name}(shape, ${parameters}, dtype=None, seed=None, name=None)`,
    ([shape, a, b, dtype, seed], py) => {
      const dims = dimsOf(py, shape);
      if (!isStatic(dims)) return wrap(py, ops.abstractValue(name, [], dims, 'float32'));
      const stream = new SeedStream(typeof seed === 'number' ? seed : nextSeed(py));
      const low = ops.toFloat(tensorOf(py, a ?? 0));
      const high = ops.toFloat(tensorOf(py, b ?? 1));
      const type = dtypeOf(py, dtype) ?? 'float32';
      const drawn = make(dims, stream, low, high);
      const numbers = ops.cast(isFloating(type) ? drawn : ops.floor(drawn), type);
      if (name === 'uniform' && !py.running && !isFloating(type)) noteWhole(py, numbers, low, high);
      return wrap(py, numbers);
    },
  );
}

/** Whole numbers drawn alike from `low` up to `high`, which is not among them. */
function noteWhole(py: Interpreter, numbers: Tensor, low: Tensor, high: Tensor): void {
  const [minimum, end] = [factsOfTensor(low).facts.constant, factsOfTensor(high).facts.constant];
  const draws = sizeOf(numbers.shape);
  if (minimum === null || end === null || draws === null || end <= minimum) return;
  const occurrence = { share: 1 / (end - minimum), draws };
  const known = facts({ integers: true, minimum, maximum: end - 1, occurrence });
  noteFacts(numbers, { facts: known, madeAt: py.span });
}

export const random: Entries = [
  [
    'shuffle',
    native('shuffle(value, seed=None, name=None)', ([value, seed], py) => {
      const tensor = tensorOf(py, value);
      const [rows] = tensor.shape;
      if (rows === null || rows === undefined) throw new NotKnown('a dimension is not known');
      const stream = new SeedStream(typeof seed === 'number' ? seed : nextSeed(py));
      const order = ops.argSort(ops.randomUniform([rows], stream));
      return wrap(py, ops.gather(tensor, order, 0));
    }),
  ],
  [
    'categorical',
    native(
      'categorical(logits, num_samples, dtype=None, seed=None, name=None)',
      ([logits, count, , seed], py) => {
        const stream = new SeedStream(typeof seed === 'number' ? seed : nextSeed(py));
        return wrap(py, ops.cast(drawCategories(tensorOf(py, logits), integerOf(count, 1), stream), 'int64'));
      },
    ),
  ],
  [
    'set_seed',
    native('set_seed(seed)', ([seed], py) => {
      setSeed(py, numberOf(seed) ?? 0);
      return null;
    }),
  ],
  [
    'normal',
    draw('normal', 'mean=0.0, stddev=1.0', (shape, stream, mean, deviation) =>
      ops.add(mean, ops.mul(ops.randomNormal(shape, stream), deviation)),
    ),
  ],
  [
    'uniform',
    draw('uniform', 'minval=0, maxval=None', (shape, stream, low, high) =>
      ops.add(low, ops.mul(ops.randomUniform(shape, stream), ops.sub(high, low))),
    ),
  ],
  [
    'truncated_normal',
    draw('truncated_normal', 'mean=0.0, stddev=1.0', (shape, stream, mean, deviation) =>
      ops.add(mean, ops.mul(ops.randomTruncatedNormal(shape, stream), deviation)),
    ),
  ],
];
