/** Where the largest and the smallest elements are. */
import { raise, ValueError } from '../../python/errors.ts';
import type { PyComplex, Value } from '../../python/values.ts';
import * as complex from './complexNumbers.ts';
import { NOT_A_TIME } from './dates/units.ts';
import { kindOf } from './dtypes.ts';
import { facts } from './facts.ts';
import { abstractArray, concreteArray, type NdArray } from './ndarray.ts';
import { normalizeAxis, reducedShape } from './shapes.ts';
import { type ArrayData, forEachPosition, fromItems, type Items, sizeOf } from './storage.ts';
import { reshape } from './views.ts';

/** `argmax` and `argmin` along one axis, or of the flattened array. */
export function argumentOf(
  name: 'argmax' | 'argmin',
  array: NdArray,
  axis: number | null,
  keep = false,
): NdArray {
  const along = axis === null ? null : normalizeAxis(axis, array.rank);
  const length = along === null ? array.size : array.shape[along];
  if (length === 0) throw raise(ValueError, `attempt to get ${name} of an empty sequence`);
  const flat = along === null ? reshapeFlat(array) : array;
  const shape = reducedShape(
    along === null && !keep ? flat.shape : array.shape,
    along === null ? null : [along],
    keep,
  );
  if (array.data === null) {
    const bound = length === null ? null : length - 1;
    return abstractArray(shape, 'int64', facts({ integers: true, minimum: 0, maximum: bound }));
  }
  const plain = reducedShape(flat.shape, [along ?? 0], false) as number[];
  const data = positionsOfExtremes(name, flat.data!, along ?? 0, plain);
  return reshape(concreteArray(data), shape as number[]);
}

export function reshapeFlat(array: NdArray): NdArray {
  return array.size === null ? array : reshape(array, [array.size]);
}

function positionsOfExtremes(
  name: 'argmax' | 'argmin',
  data: ArrayData,
  axis: number,
  shape: readonly number[],
): ArrayData {
  const kept = data.shape.map((_, index) => index).filter(index => index !== axis);
  const outer = data.view(
    shape,
    kept.map(index => data.strides[index]),
  );
  const result = new Float64Array(sizeOf(shape));
  const length = data.shape[axis];
  const step = data.strides[axis];
  const items: Items = data.items;
  const isComplex = kindOf(data.dtype) === 'c';
  const endsSearch = 'Mm'.includes(kindOf(data.dtype))
    ? (value: Value) => value === NOT_A_TIME
    : (value: Value) => typeof value === 'number' && Number.isNaN(value);
  forEachPosition(outer, (start, index) => {
    let best: Value = items[start];
    let at = 0;
    for (let i = 1; i < length; i++) {
      const value: Value = items[start + i * step];
      if (endsSearch(best)) break;
      const order = isComplex
        ? complex.compare(value as PyComplex, best as PyComplex)
        : (value as number) > (best as number)
          ? 1
          : (value as number) < (best as number)
            ? -1
            : 0;
      const better = name === 'argmax' ? order > 0 : order < 0;
      if (better || endsSearch(value)) {
        best = value;
        at = i;
      }
    }
    result[index] = at;
  });
  return fromItems(result, shape, 'int64');
}
