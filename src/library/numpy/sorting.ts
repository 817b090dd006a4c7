/** Sorting along an axis, with NumPy's order: NaN last, complex by parts. */
import { raise, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { PyComplex, PyTuple, Value } from '../../python/values.ts';
import * as complex from './complexNumbers.ts';
import { NOT_A_TIME } from './dates/units.ts';
import { kindOf } from './dtypes.ts';
import { elementFacts, facts } from './facts.ts';
import { abstractArray, concreteArray, likeIn, type NdArray } from './ndarray.ts';
import { normalizeAxis } from './shapes.ts';
import { ArrayData, allocate, forEachPosition, fromItems, type Items, type NumberItems } from './storage.ts';
import { structType } from './structs/types.ts';
import { copyArray, ravel } from './views.ts';

/** Compares two elements of a type. */
export function comparison(
  dtype: string,
  py: Interpreter | null,
  order: readonly string[] = [],
): (a: Value, b: Value) => number {
  switch (kindOf(dtype)) {
    case 'V':
      return rowComparison(dtype, py, order);
    case 'c':
      return (a, b) => complex.compare(a as PyComplex, b as PyComplex);
    case 'O':
      return (a, b) => (py!.truth(py!.compare('Lt', a, b)) ? -1 : py!.truth(py!.compare('Lt', b, a)) ? 1 : 0);
    case 'M':
    case 'm':
      return (a, b) => {
        if (a === b) return 0;
        if (a === NOT_A_TIME || b === NOT_A_TIME) return a === NOT_A_TIME ? 1 : -1;
        return (a as bigint) < (b as bigint) ? -1 : 1;
      };
    case 'f':
      return (a, b) => {
        const [x, y] = [a as number, b as number];
        if (x < y) return -1;
        if (x > y) return 1;
        return Number.isNaN(x) ? (Number.isNaN(y) ? 0 : 1) : Number.isNaN(y) ? -1 : 0;
      };
    default:
      return (a, b) => ((a as number) < (b as number) ? -1 : (a as number) > (b as number) ? 1 : 0);
  }
}

/** Compares rows by the fields of `order`, then by the others. ValueError for a name that is none. */
function rowComparison(dtype: string, py: Interpreter | null, order: readonly string[]) {
  const { fields } = structType(dtype);
  const names = fields.map(field => field.name);
  const unknown = order.find(name => !names.includes(name));
  if (unknown !== undefined) throw raise(ValueError, `unknown field name: ${unknown}`);
  const places = [...order, ...names.filter(name => !order.includes(name))].map(name => names.indexOf(name));
  const compares = places.map(place => comparison(fields[place].dtype, py));
  return (a: Value, b: Value): number => {
    const [left, right] = [(a as PyTuple).items, (b as PyTuple).items];
    for (let k = 0; k < places.length; k++) {
      const result = compares[k](left[places[k]], right[places[k]]);
      if (result !== 0) return result;
    }
    return 0;
  };
}

function forEachLine(data: ArrayData, axis: number, visit: (start: number, index: number) => void): void {
  const kept = data.shape.map((_, index) => index).filter(index => index !== axis);
  const outer = data.view(
    kept.map(index => data.shape[index]),
    kept.map(index => data.strides[index]),
  );
  forEachPosition(outer, visit);
}

/** A sorted copy. */
export function sortedAlong(
  array: NdArray,
  axis: number,
  py: Interpreter | null = null,
  order: readonly string[] = [],
): NdArray {
  const along = normalizeAxis(axis, array.rank);
  if (array.data === null)
    return likeIn(abstractArray(array.shape, array.dtype, elementFacts(array.facts)), array);
  const copy = copyArray(array);
  const data = copy.data!;
  const length = data.shape[along];
  const step = data.strides[along];
  const { items } = data;
  if (data.numeric && step === 1) {
    // Typed arrays sort numerically with NaN last, which is NumPy's order.
    for (let start = 0; start < data.size; start += length)
      (items as NumberItems).subarray(start, start + length).sort();
    return copy;
  }
  const compare = comparison(data.dtype, py, order);
  forEachLine(data, along, start => {
    const line = lineOf(items, start, length, step).sort(compare);
    for (let i = 0; i < length; i++) (items as Value[])[start + i * step] = line[i];
  });
  return copy;
}

function lineOf(items: Items, start: number, length: number, step: number): Value[] {
  const line: Value[] = new Array(length);
  for (let i = 0; i < length; i++) line[i] = items[start + i * step];
  return line;
}

/** Orders the positions of a line, given how elements at two positions compare. */
export type LineOrder = (count: number, compare: (a: number, b: number) => number) => ArrayLike<number>;

/** Equal elements stay in their order. */
export const stableOrder: LineOrder = (count, compare) =>
  Uint32Array.from({ length: count }, (_, i) => i).sort((a, b) => compare(a, b) || a - b);

/** The indices that sort along an axis (null: of the flattened array), or that another order gives. */
export function argumentsSorted(
  array: NdArray,
  axis: number | null,
  py: Interpreter | null = null,
  fields: readonly string[] = [],
  ordered: LineOrder = stableOrder,
): NdArray {
  const source = axis === null ? ravel(array) : array;
  if (source.rank === 0) return concreteArray(allocate([1], 'int64'));
  const along = normalizeAxis(axis ?? 0, source.rank);
  const length = source.shape[along];
  if (source.data === null || length === null) {
    return abstractArray(
      source.shape,
      'int64',
      facts({ integers: true, minimum: 0, maximum: length === null ? null : length - 1 }),
    );
  }
  const { data } = source;
  const result = allocate(data.shape, 'int64');
  const places: number[] = [];
  forEachLine(result, along, start => places.push(start));
  const compare = comparison(data.dtype, py, fields);
  const outStep = result.strides[along];
  forEachLine(data, along, (start, index) => {
    const line = lineOf(data.items, start, length, data.strides[along]);
    const order = ordered(length, (a, b) => compare(line[a], line[b]));
    for (let i = 0; i < length; i++) (result.items as Float64Array)[places[index] + i * outStep] = order[i];
  });
  return concreteArray(result);
}

/** Distinct elements in order, with what `np.unique` can return besides. */
export interface Distinct {
  readonly values: ArrayData;
  /** First occurrence of each value. */
  readonly firsts: Float64Array;
  /** Which distinct value each element is. */
  readonly inverse: Float64Array;
  readonly counts: Float64Array;
}

/** The distinct elements of a flattened array. NaNs count as one. */
export function distinctElements(data: ArrayData, py: Interpreter | null): Distinct {
  const order = argumentsSorted(concreteArray(data), null, py).data!.items as Float64Array;
  const flat = ravel(concreteArray(data)).data!;
  const at = (index: number): Value => flat.items[flat.offset + index * flat.strides[0]];
  const compare = comparison(data.dtype, py);
  const firsts: number[] = [];
  const counts: number[] = [];
  const inverse = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const isNew = i === 0 || compare(at(order[i]), at(order[i - 1])) !== 0;
    if (isNew) {
      firsts.push(order[i]);
      counts.push(0);
    }
    counts[counts.length - 1]++;
    inverse[order[i]] = counts.length - 1;
  }
  const values = allocate([firsts.length], data.dtype);
  const target = firsts.map(index => at(index));
  for (let i = 0; i < target.length; i++) {
    if (typeof target[i] === 'bigint')
      return {
        ...wideDistinct(target, data.dtype),
        firsts: Float64Array.from(firsts),
        inverse,
        counts: Float64Array.from(counts),
      };
    (values.items as Value[])[i] = target[i];
  }
  return { values, firsts: Float64Array.from(firsts), inverse, counts: Float64Array.from(counts) };
}

function wideDistinct(values: readonly Value[], dtype: string): { values: ArrayData } {
  const big = values.map(value => BigInt(value as number));
  const items = dtype === 'uint64' ? BigUint64Array.from(big) : BigInt64Array.from(big);
  return { values: fromItems(items, [values.length], dtype) };
}

/** An array of positions. */
export function positionArray(items: Float64Array, shape: readonly number[] = [items.length]): NdArray {
  return concreteArray(new ArrayData(fromItems(items, shape, 'int64').memory, 'int64', shape));
}
