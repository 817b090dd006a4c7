/** `randint` and `integers`: whole numbers of any type within bounds. */

import { raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { PyTuple, touch, type Value } from '../../../python/values.ts';
import { arrayOrScalar, toArray } from '../conversion.ts';
import { orderedType } from '../dtypeObjects.ts';
import { type DTypeName, dtypeInfo } from '../dtypes.ts';
import { type Facts, facts } from '../facts.ts';
import { abstractArray, concreteArray, requireNumbers, type Shape } from '../ndarray.ts';
import { allocate, type NumberItems, sizeOf } from '../storage.ts';
import { broadcastTo, copyArray } from '../views.ts';
import type { Draws } from './distributions.ts';
import { resultShape, unknownNumber } from './drawing.ts';
import type { RandomStream } from './streams.ts';

export function integers(
  stream: RandomStream,
  args: readonly Value[],
  endpoint: boolean,
  py: Interpreter,
): Value {
  const [lowValue, highValue, size, dtypeValue] = args;
  const { dtype, bigEndian } = orderedType(dtypeValue === 'int' ? 'int64' : dtypeValue, py);
  if (bigEndian && !stream.legacy) {
    throw raise(
      ValueError,
      'Providing a dtype with a non-native byteorder is not supported. If you require platform-independent byteorder, call byteswap when required.',
    );
  }
  const [from, to] =
    highValue === null
      ? [toArray(0), toArray(lowValue, py)]
      : [toArray(lowValue, py), toArray(highValue, py)];
  const shape = resultShape(size, [from, to], py);
  const shift = endpoint ? 0 : 1;
  const known = from.rank === 0 && to.rank === 0 && from.data !== null && to.data !== null;
  if (known)
    checkBounds(
      Number(from.data!.items[from.data!.offset]),
      Number(to.data!.items[to.data!.offset]),
      dtype,
      shift,
      size,
    );
  touch(stream);
  if (!py.running) {
    const whole = !from.facts.integers || !to.facts.integers ? null : to.facts.maximum;
    const bounds = facts({
      integers: true,
      minimum: from.facts.integers ? from.facts.minimum : null,
      maximum: whole === null ? null : whole - shift,
      occurrence: drawnEnds(from.facts, to.facts, shift, shape),
    });
    if (shape === null && dtypeValue === 'int' && stream.legacy) return unknownNumber('int64');
    return arrayOrScalar(abstractArray(shape ?? [], dtype, bounds));
  }
  const data = allocate((shape ?? []) as number[], dtype);
  const items = data.items as NumberItems;
  if (known) {
    const low = Math.trunc(Number(from.data!.items[from.data!.offset]));
    const range = Math.trunc(Number(to.data!.items[to.data!.offset])) - shift - low;
    fillBounded(stream, items, low, range, dtype);
  } else {
    const lows = requireNumbers(copyArray(broadcastTo(from, shape ?? [])));
    const highs = requireNumbers(copyArray(broadcastTo(to, shape ?? [])));
    for (let i = 0; i < items.length; i++) {
      if (lows[i] > highs[i] - shift) throw raise(ValueError, 'low >= high');
      items[i] = lows[i] + stream.draws.bounded(highs[i] - shift - lows[i]);
    }
  }
  if (shape !== null) return concreteArray(data);
  if (dtypeValue === 'int' || dtypeValue === 'int64')
    return stream.legacy && dtypeValue === 'int' ? items[0] : arrayOrScalar(concreteArray(data));
  return arrayOrScalar(concreteArray(data));
}

function checkBounds(low: number, high: number, dtype: DTypeName, shift: number, size: Value): void {
  const { minimum, maximum } = dtypeInfo(dtype);
  if (low < minimum) throw raise(ValueError, `low is out of bounds for ${dtype}`);
  if (high - shift > maximum) throw raise(ValueError, `high is out of bounds for ${dtype}`);
  if (
    size !== null &&
    size instanceof PyTuple &&
    sizeOf(size.items.filter(item => typeof item === 'number') as number[]) === 0
  )
    return;
  if (low > high - shift) throw raise(ValueError, shift === 0 ? 'low > high' : 'low >= high');
}

/** Small integer types take several numbers out of one 32-bit draw. */
function fillBounded(
  stream: RandomStream,
  items: NumberItems,
  low: number,
  range: number,
  dtype: DTypeName,
): void {
  const { draws } = stream;
  const { itemSize, kind } = dtypeInfo(dtype);
  if (range === 0) {
    items.fill(low);
    return;
  }
  if (itemSize >= 4 && kind !== 'b') {
    for (let i = 0; i < items.length; i++) items[i] = low + draws.bounded(range);
    return;
  }
  const width = kind === 'b' ? 1 : itemSize * 8;
  const full = 2 ** width - 1;
  const chunk = chunks(draws, width);
  let mask = 1;
  while (mask < range) mask = mask * 2 + 1;
  for (let i = 0; i < items.length; i++) {
    if (kind === 'b' || range === full) items[i] = low + chunk();
    else if (stream.legacy) {
      let value = chunk() & mask;
      while (value > range) value = chunk() & mask;
      items[i] = low + value;
    } else {
      const exclusive = range + 1;
      let product = chunk() * exclusive;
      if ((product & full) < exclusive) {
        const threshold = (full - range) % exclusive;
        while ((product & full) < threshold) product = chunk() * exclusive;
      }
      items[i] = low + Math.floor(product / (full + 1));
    }
  }
}

function chunks(draws: Draws, width: number): () => number {
  let buffer = 0;
  let left = 0;
  return () => {
    if (left === 0) {
      buffer = draws.bits.next32();
      left = 32 / width - 1;
    } else {
      buffer >>>= width;
      left--;
    }
    return (buffer & (2 ** width - 1)) >>> 0;
  };
}

/** Each whole number of the range is drawn as often as any other. */
function drawnEnds(from: Facts, to: Facts, shift: number, shape: Shape | null): Facts['occurrence'] {
  if (from.constant === null || to.constant === null || shape === null || shape.includes(null)) return null;
  const values = Math.ceil(to.constant) - shift - Math.ceil(from.constant) + 1;
  return values >= 1 ? { share: 1 / values, draws: sizeOf(shape as number[]), isUniform: true } : null;
}
