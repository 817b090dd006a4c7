/** `array.view(dtype)`: the bytes of an array read as another type. */
import { raise, TypeError, ValueError } from '../../python/errors.ts';
import { fromBytes } from './byteReading.ts';
import { toBytes } from './bytes.ts';
import { type DTypeName, dtypeInfo } from './dtypes.ts';
import { abstractArray, abstractView, concreteArray, type NdArray, viewOf } from './ndarray.ts';
import { asRecordType, isStruct, structTypeOf } from './structs/types.ts';
import { fieldNames, overColumns } from './structs/values.ts';

/** The same elements under the same type. */
export function sameView(array: NdArray): NdArray {
  return array.data === null ? abstractView(array, array.shape, array.facts) : viewOf(array, array.data);
}

/** Another type over the same bytes. Fields under other names share their memory; other changes copy. */
export function viewAs(array: NdArray, type: DTypeName): NdArray {
  if (type === array.dtype) return sameView(array);
  const both = isStruct(array.dtype) && isStruct(type);
  if (both && asRecordType(array.dtype, false) === asRecordType(type, false))
    return overColumns(array, type, fieldNames(array.dtype));
  const subarray = structTypeOf(type)?.subarray ?? null;
  if (subarray !== null) {
    const flat = viewAs(array, subarray.dtype);
    const rows = flat.shape.slice(0, -1) as number[];
    const shape = [...rows, ...subarray.shape];
    return flat.data === null
      ? abstractArray(shape, subarray.dtype)
      : concreteArray(flat.data.view(shape, rowMajor(shape)));
  }
  const from = dtypeInfo(array.dtype).itemSize;
  const size = dtypeInfo(type).itemSize;
  const last = array.shape[array.rank - 1] as number;
  checkSizes(array.rank, last, from, size);
  const shape =
    from === size
      ? (array.shape as number[])
      : [...(array.shape.slice(0, -1) as number[]), (last * from) / size];
  if (array.data === null) return abstractArray(shape, type);
  return concreteArray(fromBytes(toBytes(array.data), shape, type));
}

function rowMajor(shape: readonly number[]): number[] {
  return shape.map((_, axis) => shape.slice(axis + 1).reduce((product, length) => product * length, 1));
}

function checkSizes(rank: number, last: number | null, from: number, to: number): void {
  if (from === to) return;
  if (rank === 0)
    throw raise(
      ValueError,
      'Changing the dtype of a 0d array is only supported if the itemsize is unchanged',
    );
  if (to === 0) throw raise(TypeError, 'Cannot change data-type for object array.');
  if (to < from && from % to !== 0) {
    throw raise(
      ValueError,
      'When changing to a smaller dtype, its size must be a divisor of the size of original dtype',
    );
  }
  if (to > from && last !== null && (last * from) % to !== 0) {
    throw raise(
      ValueError,
      'When changing to a larger dtype, its size must be a divisor of the total size in bytes of the last axis of the array.',
    );
  }
}
