/** Draws of several colours at once, without putting back. */
import { raise, ValueError } from '../../../python/errors.ts';
import type { Bound } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { touch, type Value } from '../../../python/values.ts';
import { integerArgument, shapeArgument } from '../arguments.ts';
import { toArray } from '../conversion.ts';
import { facts } from '../facts.ts';
import { abstractArray, concreteArray, requireNumbers } from '../ndarray.ts';
import { allocate, sizeOf } from '../storage.ts';
import { hypergeometric } from './discreteDistributions.ts';
import { type Draws, maskedBounded } from './distributions.ts';
import type { RandomStream } from './streams.ts';

type Fill = (draws: Draws, colours: readonly number[], sample: number, into: Float64Array) => void;

/** One colour after the other, each against all that are left. */
const byColours: Fill = (draws, colours, sample, into) => {
  let left = sample;
  let others = colours.reduce((a, b) => a + b, 0);
  for (let j = 0; j < colours.length - 1 && left > 0; j++) {
    others -= colours[j];
    into[j] = hypergeometric(draws, colours[j], others, left, false);
    left -= into[j];
  }
  if (left > 0) into[colours.length - 1] = left;
};

/** The items themselves, shuffled as far as the sample goes. */
function byItems(colours: readonly number[]): Fill {
  const items = colours.flatMap((count, colour) => new Array<number>(count).fill(colour));
  return (draws, _, sample, into) => {
    for (let j = 0; j < sample; j++) {
      const other = j + maskedBounded(draws.bits, items.length - j - 1);
      [items[j], items[other]] = [items[other], items[j]];
    }
    for (let j = 0; j < sample; j++) into[items[j]]++;
  };
}

export function multivariateHypergeometric(
  stream: RandomStream,
  [given, wanted, size, method]: Bound,
  py: Interpreter,
): Value {
  if (method !== 'count' && method !== 'marginals')
    throw raise(ValueError, 'method must be "count" or "marginals".');
  const table = toArray(given, py);
  if (table.rank !== 1)
    throw raise(
      ValueError,
      'colors must be a one-dimensional sequence of nonnegative integers not exceeding 9223372036854775807.',
    );
  const shape = size === null ? [] : shapeArgument(size, py);
  const sample = integerArgument(wanted, py);
  if (sample < 0) throw raise(ValueError, 'nsample must be nonnegative.');
  touch(stream);
  const width = table.shape[0];
  if (!py.running || shape.includes(null) || table.data === null)
    return abstractArray([...shape, width], 'int64', facts({ integers: true, minimum: 0, maximum: sample }));
  const colours = Array.from(requireNumbers(table));
  const total = colours.reduce((a, b) => a + b, 0);
  if (sample > total) throw raise(ValueError, 'nsample > sum(colors)');
  const data = allocate([...(shape as number[]), colours.length], 'int64');
  const items = data.items as Float64Array;
  const fill = method === 'count' ? byItems(colours) : byColours;
  // Of more than half, what stays behind is drawn.
  const turned = sample > Math.floor(total / 2);
  for (let row = 0; row < sizeOf(shape as number[]); row++) {
    const into = items.subarray(row * colours.length, (row + 1) * colours.length);
    fill(stream.draws, colours, turned ? total - sample : sample, into);
    if (turned) for (let j = 0; j < colours.length; j++) into[j] = colours[j] - into[j];
  }
  return concreteArray(data);
}
