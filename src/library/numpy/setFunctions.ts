/** Distinct elements and sets of them. */

import type { Interpreter } from '../../python/interpreter.ts';
import { NotKnown, PyTuple, type Value } from '../../python/values.ts';
import { integerArgument } from './arguments.ts';
import { asType } from './casting.ts';
import { arrayOrScalar, toArray } from './conversion.ts';
import { define } from './definition.ts';
import { elementFacts, facts, gaplessEnds } from './facts.ts';
import { indexArray } from './indexing.ts';
import { commonType, concatenate, pickAlong } from './joining.ts';
import { abstractArray, concreteArray, likeIn, type NdArray, requireData } from './ndarray.ts';
import { normalizeAxis } from './shapes.ts';
import { comparison, distinctElements, positionArray, sortedAlong } from './sorting.ts';
import { allocate, contiguousItems, type NumberItems } from './storage.ts';
import { copyArray, ravel, transpose } from './views.ts';

const unique = define(
  'unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True)',
  'The distinct elements in order; optionally where, which and how many.',
  ([ar, index, inverse, counts, axis], py) => {
    const array = toArray(ar, py);
    if (axis !== null && array.rank > 1)
      return uniqueRows(
        array,
        integerArgument(axis, py),
        [index, inverse, counts].map(flag => py.truth(flag)),
        py,
      );
    const distinct = distinctElements(requireData(array), py);
    const results: Value[] = [concreteArray(distinct.values)];
    if (py.truth(index)) results.push(positionArray(distinct.firsts));
    if (py.truth(inverse)) results.push(positionArray(distinct.inverse));
    if (py.truth(counts)) results.push(positionArray(distinct.counts));
    return results.length === 1 ? results[0] : new PyTuple(results);
  },
  ([ar, index, inverse, counts, axis], py) => {
    const array = toArray(ar, py);
    if (axis !== null) throw new NotKnown('distinct rows are not known before it runs');
    const positions = (length: number | null) =>
      abstractArray([length], 'int64', facts({ integers: true, minimum: 0 }));
    const distinct = distinctBefore(array);
    const [length] = distinct.shape;
    const results: Value[] = [distinct];
    if (py.truth(index)) results.push(positions(length));
    if (py.truth(inverse)) results.push(positions(array.size));
    if (py.truth(counts)) results.push(positions(length));
    return results.length === 1 ? results[0] : new PyTuple(results);
  },
);

/** The distinct elements of contents that are not known: all of them where every number of a range is there. */
export function distinctBefore(array: NdArray): NdArray {
  const ends = gaplessEnds(array.facts, array.size);
  if (ends === null)
    return abstractArray([array.size === 0 ? 0 : null], array.dtype, elementFacts(array.facts));
  const data = allocate([ends.greatest - ends.least + 1], array.dtype);
  const items = data.items as NumberItems;
  for (let i = 0; i < items.length; i++) items[i] = ends.least + i;
  return likeIn(concreteArray(data), array);
}

function uniqueRows(array: NdArray, axis: number, flags: readonly boolean[], py: Interpreter): Value {
  const along = normalizeAxis(axis, array.rank);
  const moved =
    along === 0 ? array : transpose(array, [along, ...array.shape.map((_, i) => i).filter(i => i !== along)]);
  const data = copyArray(moved).data;
  if (data === null) throw new NotKnown('distinct rows are not known before it runs');
  const [length] = data.shape;
  const width = length === 0 ? 0 : data.size / length;
  const items = contiguousItems(data);
  const compare = comparison(array.dtype, py);
  const order = Array.from({ length }, (_, i) => i);
  const compareRows = (a: number, b: number): number => {
    for (let k = 0; k < width; k++) {
      const result = compare(items[a * width + k], items[b * width + k]);
      if (result !== 0) return result;
    }
    return 0;
  };
  order.sort((a, b) => compareRows(a, b) || a - b);
  const firsts: number[] = [];
  const counts: number[] = [];
  const inverse = new Float64Array(length);
  order.forEach((row, i) => {
    if (i === 0 || compareRows(row, order[i - 1]) !== 0) {
      firsts.push(row);
      counts.push(0);
    }
    counts[counts.length - 1]++;
    inverse[row] = counts.length - 1;
  });
  const picked = concreteArray(pickAlong(requireData(array), along, firsts));
  const results: Value[] = [picked];
  if (flags[0]) results.push(positionArray(Float64Array.from(firsts)));
  if (flags[1]) results.push(positionArray(inverse));
  if (flags[2]) results.push(positionArray(Float64Array.from(counts)));
  return results.length === 1 ? results[0] : new PyTuple(results);
}

function distinctOf(value: Value, py: Interpreter): NdArray {
  return concreteArray(distinctElements(requireData(toArray(value, py)), py).values);
}

/** Whether each element is among others. */
function membership(element: Value, test: Value, invert: Value, py: Interpreter): NdArray {
  const array = toArray(element, py);
  const others = toArray(test, py);
  if (array.data === null || others.data === null) return abstractArray(array.shape, 'bool');
  const type = commonType([array, others]);
  const known = new Set<Value>(contiguousItems(asType(others, type).data!));
  const items = contiguousItems(asType(array, type).data!);
  const result = allocate(array.data.shape, 'bool');
  const wanted = !py.truth(invert);
  for (let i = 0; i < items.length; i++) {
    const found = typeof items[i] === 'number' && Number.isNaN(items[i]) ? false : known.has(items[i]);
    (result.items as Uint8Array)[i] = found === wanted ? 1 : 0;
  }
  return concreteArray(result);
}

export const sets = [
  unique,
  define(
    'isin(element, test_elements, assume_unique=False, invert=False, *, kind=None)',
    'Whether each element is among others.',
    ([a, b, , invert], py) => arrayOrScalar(membership(a, b, invert, py)),
  ),
  define(
    'in1d(ar1, ar2, assume_unique=False, invert=False, *, kind=None)',
    'Whether each element is among others, flattened.',
    ([a, b, , invert], py) => ravel(membership(a, b, invert, py)),
  ),
  define(
    'intersect1d(ar1, ar2, assume_unique=False, return_indices=False)',
    'The elements in both, in order.',
    ([a, b], py) => {
      const [left, right] = [distinctOf(a, py), distinctOf(b, py)];
      return indexArray(left, [{ kind: 'mask', array: membership(left, right, false, py) }]);
    },
  ),
  define('union1d(ar1, ar2)', 'The elements in either, in order.', ([a, b], py) =>
    distinctOf(concatenate([ravel(toArray(a, py)), ravel(toArray(b, py))], 0), py),
  ),
  define(
    'setdiff1d(ar1, ar2, assume_unique=False)',
    'The elements of one that are not in another, in order.',
    ([a, b], py) => {
      const left = likeIn(distinctOf(a, py), toArray(a, py));
      return indexArray(left, [{ kind: 'mask', array: membership(left, b, true, py) }]);
    },
  ),
  define(
    'setxor1d(ar1, ar2, assume_unique=False)',
    'The elements in exactly one of two, in order.',
    ([a, b], py) => {
      const [left, right] = [distinctOf(a, py), distinctOf(b, py)];
      const only = (x: NdArray, y: NdArray): NdArray =>
        indexArray(x, [{ kind: 'mask', array: membership(x, y, true, py) }]);
      return sortedAlong(concatenate([only(left, right), only(right, left)], 0), 0, py);
    },
  ),
];
