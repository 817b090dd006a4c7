import { raise, TypeError, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { PyFloat, type Value } from '../../python/values.ts';
import { arraysArgument, integerArgument, integersArgument, optionalInteger } from './arguments.ts';
import { asType } from './casting.ts';
import { arrayOrScalar, toArray } from './conversion.ts';
import { define } from './definition.ts';
import { kindOf } from './dtypes.ts';
import { elementFacts, facts } from './facts.ts';
import { indexArray } from './indexing.ts';
import { parseIndex } from './indexParsing.ts';
import { commonType } from './joining.ts';
import { abstractArray, type NdArray, requireData } from './ndarray.ts';
import { NumpyFloat64 } from './scalars.ts';
import { normalizeAxis } from './shapes.ts';
import {
  argumentsSorted,
  comparison,
  type LineOrder,
  positionArray,
  sortedAlong,
  stableOrder,
} from './sorting.ts';
import { contiguousItems } from './storage.ts';
import { isStruct } from './structs/types.ts';
import { heapOrder, partitionOrder, quickOrder } from './unstableOrders.ts';
import { ravel } from './views.ts';

export function alongItems(array: NdArray, index: NdArray, axis: number) {
  return array.shape.map((length, place) => {
    if (place === axis) return { kind: 'array', array: index } as const;
    const shape = array.shape.map((_, other) => (other === place ? (length as number) : 1));
    return {
      kind: 'array',
      array: positionArray(
        Float64Array.from({ length: length as number }, (_, i) => i),
        shape,
      ),
    } as const;
  });
}

/** The fields of `order=`: a name or several. */
export function orderArgument(order: Value, array: NdArray, py: Interpreter): string[] {
  if (order === null) return [];
  if (!isStruct(array.dtype)) throw raise(ValueError, 'Cannot specify order when the array has no fields.');
  return typeof order === 'string' ? [order] : py.collect(order).map(String);
}

/** The algorithm that `kind=` names: NumPy's default does not keep equal elements in their order. */
function lineOrder(kind: Value): LineOrder {
  const name = kind === null ? 'q' : String(kind).toLowerCase()[0];
  switch (name) {
    case 'q':
      return (count, compare) => quickOrder(count, (a, b) => compare(a, b) < 0);
    case 'h':
      return (count, compare) => heapOrder(count, (a, b) => compare(a, b) < 0);
    case 'm':
    case 's':
      return stableOrder;
    default:
      throw raise(
        ValueError,
        `sort kind must be one of 'quick', 'heap', or 'stable' (got ${typeof kind === 'string' ? `'${kind}'` : String(kind)})`,
      );
  }
}

function partitioned(
  array: NdArray,
  kth: Value,
  axis: number,
  fields: readonly string[],
  py: Interpreter,
): NdArray {
  const length = array.shape[normalizeAxis(axis, array.rank)];
  if (kth instanceof PyFloat || kth instanceof NumpyFloat64)
    throw raise(TypeError, 'Partition index must be integer');
  const ranks = integersArgument(kth, py).map(rank => {
    if (length === null || length === 0) return rank;
    if (rank < -length || rank >= length)
      throw raise(ValueError, `kth(=${rank < 0 ? rank + length : rank}) out of bounds (${length})`);
    return rank < 0 ? rank + length : rank;
  });
  return argumentsSorted(array, axis, py, fields, (count, compare) =>
    partitionOrder(count, ranks, (a, b) => compare(a, b) < 0, 'fc'.includes(kindOf(array.dtype))),
  );
}

/** The elements at positions along an axis. */
function takeAlong(array: NdArray, places: NdArray, axis: number): NdArray {
  return indexArray(array, alongItems(array, places, axis));
}

export const sorts = [
  define('sort(a, axis=-1, kind=None, order=None)', 'A sorted copy.', ([a, axis, , order], py) => {
    const array = toArray(a, py);
    const fields = orderArgument(order, array, py);
    return axis === null
      ? sortedAlong(ravel(array), 0, py, fields)
      : sortedAlong(array, integerArgument(axis, py), py, fields);
  }),
  define(
    'argsort(a, axis=-1, kind=None, order=None)',
    'The indices that would sort.',
    ([a, axis, kind, order], py) => {
      const array = toArray(a, py);
      const fields = orderArgument(order, array, py);
      return argumentsSorted(array, optionalInteger(axis, py), py, fields, lineOrder(kind));
    },
  ),
  define('msort(a)', 'A copy sorted along the first axis.', ([a], py) => sortedAlong(toArray(a, py), 0, py)),
  define(
    'lexsort(keys, axis=-1)',
    'The indices that sort by several keys, the last one first.',
    ([keys], py) => {
      const arrays = arraysArgument(keys, py);
      const lines = arrays.map(array => contiguousItems(requireData(array)));
      const compares = arrays.map(array => comparison(array.dtype, py));
      const order = Array.from({ length: lines[0].length }, (_, i) => i);
      order.sort((x, y) => {
        for (let k = lines.length - 1; k >= 0; k--) {
          const result = compares[k](lines[k][x], lines[k][y]);
          if (result !== 0) return result;
        }
        return x - y;
      });
      return positionArray(Float64Array.from(order));
    },
  ),
  define(
    "partition(a, kth, axis=-1, kind='introselect', order=None)",
    'A copy with the kth element in its sorted place, smaller ones before it.',
    ([a, kth, axis, , order], py) => {
      const array = axis === null ? ravel(toArray(a, py)) : toArray(a, py);
      if (array.data === null) return abstractArray(array.shape, array.dtype, elementFacts(array.facts));
      const along = normalizeAxis(optionalInteger(axis, py) ?? 0, array.rank);
      const places = partitioned(array, kth, along, orderArgument(order, array, py), py);
      return takeAlong(array, places, along);
    },
  ),
  define(
    "argpartition(a, kth, axis=-1, kind='introselect', order=None)",
    'The indices of a partition.',
    ([a, kth, axis, , order], py) => {
      const array = axis === null ? ravel(toArray(a, py)) : toArray(a, py);
      const along = optionalInteger(axis, py) ?? 0;
      return partitioned(array, kth, along, orderArgument(order, array, py), py);
    },
  ),
  define(
    "searchsorted(a, v, side='left', sorter=None)",
    'Where elements would be inserted to keep order.',
    ([a, v, side, sorter], py) => {
      let array = toArray(a, py);
      const values = toArray(v, py);
      if (array.rank !== 1) {
        throw raise(
          ValueError,
          array.rank === 0
            ? 'object of too small depth for desired array'
            : 'object too deep for desired array',
        );
      }
      if (sorter !== null && array.data !== null) array = indexArray(array, parseIndex(sorter, py));
      if (array.data === null || values.data === null) {
        return arrayOrScalar(
          abstractArray(
            values.shape,
            'int64',
            facts({ integers: true, minimum: 0, maximum: array.shape[0] ?? null }),
          ),
        );
      }
      const type = commonType([array, values]);
      const sorted = contiguousItems(asType(array, type).data!);
      const compare = comparison(type, py);
      const right = side === 'right';
      const wanted = contiguousItems(asType(values, type).data!);
      const result = Float64Array.from({ length: wanted.length }, (_, i) => {
        let low = 0;
        let high = sorted.length;
        while (low < high) {
          const middle = (low + high) >> 1;
          const order = compare(sorted[middle], wanted[i]);
          if (order < 0 || (right && order === 0)) low = middle + 1;
          else high = middle;
        }
        return low;
      });
      return arrayOrScalar(positionArray(result, values.data.shape));
    },
  ),
];
