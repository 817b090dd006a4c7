/** Inserting and deleting elements. */

import { IndexError, raise, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { NotKnown, PySlice, type Value } from '../../python/values.ts';
import { integerArgument, integersArgument } from './arguments.ts';
import { asType } from './casting.ts';
import { toArray } from './conversion.ts';
import { define } from './definition.ts';
import { elementFacts, partFacts } from './facts.ts';
import { parseIndex } from './indexParsing.ts';
import { truePositions } from './indexWindow.ts';
import { axisOrNull } from './joinFunctions.ts';
import { concatenate, pickAlong, sliceAxis } from './joining.ts';
import { abstractArray, concreteArray, NdArray, requireNumbers } from './ndarray.ts';
import { normalizeAxis, normalizeIndex } from './shapes.ts';
import { fromItems } from './storage.ts';
import { broadcastTo, expandDimensions, ravel } from './views.ts';

/** Indices to remove or to insert before, from ints, slices, masks or arrays. */
function indicesOf(value: Value, length: number, axis: number, py: Interpreter): number[] {
  const [item] = parseIndex(value, py);
  if (item.kind === 'integer') {
    if (item.value === 'unknown') throw new NotKnown('an index is not known before it runs');
    return [normalizeIndex(item.value, length, axis)];
  }
  if (item.kind === 'slice') {
    const everything = fromItems(
      Float64Array.from({ length }, (_, i) => i),
      [length],
      'int64',
    );
    const picked = toArray(py.getItem(concreteArray(everything), value), py);
    return [...requireNumbers(picked)];
  }
  const array = item.kind === 'mask' ? truePositions(item.array)[0] : toArray(value, py);
  return [...requireNumbers(array)].map(index => normalizeIndex(index, length, axis));
}

export const edits = [
  define(
    'delete(arr, obj, axis=None)',
    'A copy without the elements at indices.',
    ([value, indices, axis], py) => {
      const array = axis === null ? ravel(toArray(value, py)) : toArray(value, py);
      const along = normalizeAxis(axisOrNull(axis, py) ?? 0, array.rank);
      const length = array.shape[along];
      if (length === null) throw new NotKnown('a length is not known before it runs');
      if (indices instanceof NdArray && indices.dtype === 'bool' && indices.rank !== 1) {
        throw raise(
          ValueError,
          `boolean array argument obj to delete must be one dimensional and match the axis length of ${length}`,
        );
      }
      const removed = new Set(indicesOf(indices, length, along, py));
      const kept = Array.from({ length }, (_, i) => i).filter(i => !removed.has(i));
      if (array.data === null)
        return abstractArray(
          array.shape.map((own, i) => (i === along ? kept.length : own)),
          array.dtype,
          partFacts(elementFacts(array.facts), null, false),
        );
      return concreteArray(pickAlong(array.data, along, kept));
    },
    ([value, , axis], py) => {
      const array = toArray(value, py);
      if (axis === null)
        return abstractArray([null], array.dtype, partFacts(elementFacts(array.facts), null, false));
      const along = normalizeAxis(integerArgument(axis, py), array.rank);
      return abstractArray(
        array.shape.map((own, i) => (i === along ? null : own)),
        array.dtype,
        partFacts(elementFacts(array.facts), null, false),
      );
    },
  ),
  define(
    'insert(arr, obj, values, axis=None)',
    'A copy with values put before indices.',
    ([value, indices, values, axis], py) => {
      const array = axis === null ? ravel(toArray(value, py)) : toArray(value, py);
      const along = normalizeAxis(axisOrNull(axis, py) ?? 0, array.rank);
      const length = array.shape[along];
      if (length === null) throw new NotKnown('a length is not known before it runs');
      const single = typeof indices === 'number';
      const places = (single ? [indices as number] : integersArgument(indices, py)).map(index => {
        if (index < -length || index > length) {
          throw raise(IndexError, `index ${index} is out of bounds for axis ${along} with size ${length}`);
        }
        return index < 0 ? index + length : index;
      });
      let source = asType(toArray(values, py), array.dtype);
      if (single && source.rank === array.rank - 1 && array.rank > 1)
        source = expandDimensions(source, [along]);
      if (single && source.rank > 0 && array.rank === 1)
        return insertMany(array, new Array<number>(source.shape[0] ?? 1).fill(places[0]), source, along);
      const count = single && source.rank === array.rank ? (source.shape[along] ?? 1) : places.length;
      const targetShape = array.shape.map((own, i) => (i === along ? count : own));
      return insertMany(
        array,
        single ? new Array<number>(count).fill(places[0]) : places,
        broadcastTo(source, targetShape),
        along,
      );
    },
  ),
  define('trim_zeros(filt, trim="fb")', 'Without leading and trailing zeros.', ([value, trim], py) => {
    const array = toArray(value, py);
    const numbers = requireNumbers(array);
    let start = 0;
    let stop = numbers.length;
    const where = String(trim).toLowerCase();
    if (where.includes('f')) while (start < stop && numbers[start] === 0) start++;
    if (where.includes('b')) while (stop > start && numbers[stop - 1] === 0) stop--;
    const kept = sliceAxis(array, 0, start, stop);
    return value instanceof NdArray
      ? kept
      : py.callMethod(value, '__getitem__', [new PySlice(start, stop, null)]);
  }),
];

function insertMany(array: NdArray, places: readonly number[], source: NdArray, axis: number): NdArray {
  const length = array.shape[axis] as number;
  const order = places
    .map((place, index) => ({ place, index }))
    .sort((a, b) => a.place - b.place || a.index - b.index);
  const parts: NdArray[] = [];
  let last = 0;
  for (const { place, index } of order) {
    if (place > last) parts.push(sliceAxis(array, axis, last, place));
    parts.push(sliceAxis(source, axis, index, index + 1));
    last = place;
  }
  if (last < length) parts.push(sliceAxis(array, axis, last, length));
  return concatenate(parts, axis, array.dtype);
}
