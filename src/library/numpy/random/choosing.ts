/** `shuffle`, `permutation` and `choice`. */

import { raise, TypeError, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { classOf } from '../../../python/types.ts';
import { PyList, PyRange, PyTuple, touch, Unknown, type Value } from '../../../python/values.ts';
import { integerArgument, shapeArgument } from '../arguments.ts';
import { arrayOrScalar, toArray } from '../conversion.ts';
import { elementFacts, facts } from '../facts.ts';
import { pickAlong } from '../joining.ts';
import {
  abstractArray,
  concreteArray,
  inOrder,
  likeIn,
  NdArray,
  numbersOf,
  requireData,
} from '../ndarray.ts';
import { drawnPositions, shuffledRows } from '../rowOrder.ts';
import { normalizeAxis } from '../shapes.ts';
import { type ArrayData, allocate, type NumberItems, sizeOf } from '../storage.ts';
import { copyArray, moveAxes, ravel, reshape } from '../views.ts';
import type { Draws } from './distributions.ts';
import * as distributions from './distributions.ts';
import { unknownNumber } from './drawing.ts';
import type { RandomStream } from './streams.ts';

/** Fisher and Yates; `draw(i)` gives a position in 0..i. */
function shuffledPositions(length: number, draw: (limit: number) => number, first = 1): Float64Array {
  const order = Float64Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i >= first; i--) {
    const j = draw(i);
    const kept = order[i];
    order[i] = order[j];
    order[j] = kept;
  }
  return order;
}

function positionsArray(order: Float64Array): NdArray {
  const data = allocate([order.length], 'int64');
  (data.items as Float64Array).set(order);
  return concreteArray(data);
}

/** Both kinds of stream shuffle by masked rejection. */
export function permutation(stream: RandomStream, value: Value, axis: number, py: Interpreter): Value {
  const { draws } = stream;
  const masked = (limit: number): number => distributions.maskedBounded(draws.bits, limit);
  const array =
    value instanceof NdArray || value instanceof PyList || value instanceof PyTuple
      ? toArray(value, py)
      : null;
  touch(stream);
  if (array === null) {
    const length = shapeArgument(value, py)[0];
    if (!py.running) {
      const positions = abstractArray(
        [length],
        'int64',
        facts({
          integers: true,
          minimum: 0,
          maximum: length === null ? null : length - 1,
          occurrence: length === null || length === 0 ? null : { share: 1 / length, draws: length },
        }),
      );
      return drawnPositions(positions, stream, true, py);
    }
    return positionsArray(shuffledPositions(length!, masked));
  }
  if (!py.running || array.data === null) {
    const mixed = likeIn(abstractArray(array.shape, array.dtype, array.facts), array);
    if (axis === 0) shuffledRows(mixed, array.memory.rows, stream, py);
    return mixed;
  }
  const order = shuffledPositions(array.data.shape[axis], masked);
  return likeIn(concreteArray(pickAlong(array.data, axis, order)), array);
}

/** `Generator.permuted`: every line along an axis in an order of its own; all elements where the axis is None. */
export function permuted(stream: RandomStream, value: Value, axis: number | null, py: Interpreter): Value {
  const array = toArray(value, py);
  touch(stream);
  if (!py.running || array.data === null)
    return likeIn(abstractArray(array.shape, array.dtype, elementFacts(array.facts)), array);
  const { bits } = stream.draws;
  const draw = (limit: number): number => distributions.maskedBounded(bits, limit);
  if (axis === null) {
    const flat = ravel(copyArray(array)).data!;
    const mixed = likeIn(concreteArray(pickAlong(flat, 0, shuffledPositions(flat.size, draw))), array);
    return reshape(mixed, array.data.shape);
  }
  const along = normalizeAxis(axis, array.rank);
  const moved = copyArray(moveAxes(array, [along], [array.rank - 1])).data!;
  const length = moved.shape[array.rank - 1];
  const items = moved.items as Value[];
  for (let start = 0; start < moved.size; start += length) {
    const line = Array.from({ length }, (_, i) => items[start + i]);
    shuffledPositions(length, draw).forEach((from, to) => {
      items[start + to] = line[from];
    });
  }
  return copyArray(moveAxes(likeIn(concreteArray(moved), array), [array.rank - 1], [along]));
}

export function shuffle(stream: RandomStream, value: Value, axis: number, py: Interpreter): void {
  const { draws } = stream;
  touch(stream);
  const masked = (limit: number): number => distributions.maskedBounded(draws.bits, limit);
  if (value instanceof PyList) {
    touch(value);
    if (!py.running) {
      const reason = 'the order of a shuffled list is not known before it runs';
      value.items = value.items.map(() => new Unknown(reason));
      return;
    }
    const order = shuffledPositions(value.items.length, masked);
    value.items = Array.from(order, index => value.items[index]);
    return;
  }
  if (!(value instanceof NdArray))
    throw raise(TypeError, `'${classOf(value).name}' object does not support item assignment`);
  if (value.data === null || !py.running) {
    value.memory.lose(elementFacts(value.facts));
    const { rows } = value.memory;
    // Of a column or a row of something larger the rows themselves stay.
    if (axis === 0 && value.rank >= (value.base ?? value).rank) shuffledRows(value, rows, stream, py);
    return;
  }
  const { data } = value;
  const order = shuffledPositions(data.shape[axis], masked);
  const shuffled = pickAlong(data, axis, order);
  data.memory.beforeWrite();
  writeBack(shuffled, data);
}

function writeBack(source: ArrayData, target: ArrayData): void {
  const from = source.items as NumberItems;
  const to = target.items as NumberItems;
  let index = 0;
  const walk = (axis: number, offset: number): void => {
    if (axis === target.rank) {
      to[offset] = from[index++];
      return;
    }
    for (let i = 0; i < target.shape[axis]; i++) walk(axis + 1, offset + i * target.strides[axis]);
  };
  walk(0, target.offset);
}

interface Choice {
  readonly population: Value;
  readonly size: Value;
  readonly replace: boolean;
  readonly weights: Value;
  readonly axis: number;
  readonly shuffled: boolean;
}

/** The legacy functions and the Generator say it differently. */
const tooFew = (stream: RandomStream): string =>
  `a must be ${stream.legacy ? 'greater than 0' : 'a positive integer'} unless no samples are taken`;

export function choice(
  stream: RandomStream,
  { population, size, replace, weights, axis, shuffled }: Choice,
  py: Interpreter,
): Value {
  const array =
    population instanceof NdArray ||
    population instanceof PyList ||
    population instanceof PyTuple ||
    population instanceof PyRange
      ? toArray(population, py)
      : null;
  if (array !== null && array.rank !== 1 && stream.legacy) throw raise(ValueError, 'a must be 1-dimensional');
  const length = array === null ? integerArgument(population, py) : array.shape[axis];
  if (length === 0)
    throw raise(
      ValueError,
      array === null ? tooFew(stream) : "'a' cannot be empty unless no samples are taken",
    );
  if (length !== null && length < 0) throw raise(ValueError, tooFew(stream));
  const shape = size === null ? null : shapeArgument(size, py);
  touch(stream);
  const probabilities = weights === null ? null : numbersOf(toArray(weights, py));
  if (probabilities && length !== null && probabilities.length !== length)
    throw raise(
      ValueError,
      stream.legacy ? "'a' and 'p' must have same size" : 'a and p must have same size',
    );
  if (probabilities) checkProbabilities(probabilities, toleranceOf(weights));
  const count = shape === null ? 1 : shape.includes(null) ? null : sizeOf(shape as number[]);
  if (!replace && count !== null && length !== null && count > length)
    throw raise(
      ValueError,
      `Cannot take a larger sample than population when ${stream.legacy ? "'replace=False'" : 'replace is False'}`,
    );
  if (!py.running) {
    const known =
      array === null
        ? facts({
            integers: true,
            minimum: 0,
            maximum: length! - 1,
            occurrence: probabilities || count === null ? null : { share: 1 / length!, draws: count },
          })
        : { ...elementFacts(array.facts), occurrence: null };
    if (array === null && shape === null) return unknownNumber('int64');
    const whole = array?.shape ?? [null];
    const chosen = [...whole.slice(0, axis), ...(shape ?? []), ...whole.slice(axis + 1)];
    const drawn = abstractArray(chosen, array?.dtype ?? 'int64', known);
    if (array === null && probabilities === null && drawn.rank === 1)
      drawnPositions(drawn, stream, !replace && count === length, py);
    return arrayOrScalar(inOrder(drawn, array?.bigEndian ?? false));
  }
  const order = chosenPositions(stream, length!, count!, replace, probabilities, shuffled);
  const positions = positionsArray(order);
  if (array === null) return shape === null ? order[0] : reshapedTo(positions, shape as number[]);
  const picked = concreteArray(pickAlong(requireData(array), axis, order));
  const whole = array.shape as number[];
  const chosen = [...whole.slice(0, axis), ...((shape ?? []) as number[]), ...whole.slice(axis + 1)];
  return arrayOrScalar(likeIn(reshapedTo(picked, chosen), array));
}

function reshapedTo(array: NdArray, shape: readonly number[]): NdArray {
  const data = array.data!;
  const target = allocate(shape, array.dtype);
  for (let i = 0; i < target.size; i++) (target.items as Value[])[i] = data.items[data.offset + i] as Value;
  return concreteArray(target);
}

/** How far the sum of probabilities may be from 1: the root of the precision that an array has, at least that of float64. */
function toleranceOf(weights: Value): number {
  const dtype = weights instanceof NdArray ? weights.dtype : 'float64';
  if (dtype === 'float16') return 2 ** -5;
  return dtype === 'float32' ? 2 ** -11.5 : 2 ** -26;
}

function checkProbabilities(weights: NumberItems, tolerance: number): void {
  let sum = 0;
  for (const weight of weights) sum += weight;
  if (Number.isNaN(sum)) throw raise(ValueError, 'probabilities contain NaN');
  for (const weight of weights) if (weight < 0) throw raise(ValueError, 'probabilities are not non-negative');
  if (Math.abs(sum - 1) > tolerance) throw raise(ValueError, 'probabilities do not sum to 1');
}

function cumulative(weights: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(weights.length);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sums[i] = sum = i === 0 ? weights[0] : sum + weights[i];
  const last = sums[sums.length - 1];
  return sums.map(value => value / last);
}

function firstAbove(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function chosenPositions(
  stream: RandomStream,
  length: number,
  count: number,
  replace: boolean,
  weights: NumberItems | null,
  shuffled: boolean,
): Float64Array {
  const { draws } = stream;
  if (weights !== null)
    return replace
      ? weightedPositions(draws, weights, count)
      : weightedWithoutRepetition(draws, weights, count);
  if (replace) return Float64Array.from({ length: count }, () => draws.bounded(length - 1));
  if (stream.legacy)
    return shuffledPositions(length, limit => distributions.maskedBounded(draws.bits, limit)).slice(0, count);
  return sampleWithoutRepetition(draws, length, count, shuffled);
}

function weightedPositions(draws: Draws, weights: NumberItems, count: number): Float64Array {
  const sums = cumulative(weights);
  return Float64Array.from({ length: count }, () => firstAbove(sums, draws.bits.nextDouble()));
}

function weightedWithoutRepetition(draws: Draws, weights: NumberItems, count: number): Float64Array {
  const left = Float64Array.from(weights);
  if (left.filter(weight => weight > 0).length < count)
    throw raise(ValueError, 'Fewer non-zero entries in p than size');
  const found: number[] = [];
  while (found.length < count) {
    const samples = Array.from({ length: count - found.length }, () => draws.bits.nextDouble());
    for (const index of found) left[index] = 0;
    const sums = cumulative(left);
    for (const index of new Set(samples.map(sample => firstAbove(sums, sample)))) found.push(index);
  }
  return Float64Array.from(found.slice(0, count));
}

/** Floyd's algorithm, or the tail of a shuffle for large samples of large populations. */
function sampleWithoutRepetition(
  draws: Draws,
  length: number,
  count: number,
  shuffled: boolean,
): Float64Array {
  const cutoff = shuffled ? 50 : 20;
  const bounded = (limit: number): number => draws.bounded(limit);
  if (length > 10000 && count > Math.floor(length / cutoff)) {
    return shuffledPositions(length, bounded, Math.max(length - count, 1)).slice(length - count);
  }
  const seen = new Set<number>();
  const found = new Float64Array(count);
  for (let j = length - count, k = 0; j < length; j++, k++) {
    const value = bounded(j);
    found[k] = seen.has(value) ? j : value;
    seen.add(found[k]);
  }
  if (!shuffled) return found;
  for (let i = count - 1; i >= 1; i--) {
    const j = bounded(i);
    const kept = found[i];
    found[i] = found[j];
    found[j] = kept;
  }
  return found;
}
