/** `array.view(dtype)`: the bytes of an array read as another type. */
import { NotImplementedError, raise, TypeError, ValueError } from '../../python/errors.ts';
import { fromBytes } from './byteReading.ts';
import { toBytes } from './bytes.ts';
import { type DTypeName, dtypeInfo } from './dtypes.ts';
import { noFacts } from './facts.ts';
import { abstractArray, abstractView, concreteArray, type NdArray, viewOf } from './ndarray.ts';
import { memoryAs } from './sharedBytes.ts';
import { ArrayData } from './storage.ts';
import { asRecordType, isStruct, structTypeOf } from './structs/types.ts';
import { fieldNames, overColumns } from './structs/values.ts';

/** The same elements under the same type. */
export function sameView(array: NdArray): NdArray {
  return array.data === null ? abstractView(array, array.shape, array.facts) : viewOf(array, array.data);
}

/** Another type over the same bytes, which are shared. Rows of fields as plain elements can only be read. */
export function viewAs(array: NdArray, type: DTypeName, running: boolean): NdArray {
  if (type === array.dtype) return sameView(array);
  const both = isStruct(array.dtype) && isStruct(type);
  if (both && asRecordType(array.dtype, false) === asRecordType(type, false))
    return overColumns(array, type, fieldNames(array.dtype));
  const subarray = structTypeOf(type)?.subarray ?? null;
  if (subarray !== null) {
    const flat = viewAs(array, subarray.dtype, running);
    const rows = flat.shape.slice(0, -1) as number[];
    const shape = [...rows, ...subarray.shape];
    return flat.data === null
      ? abstractArray(shape, subarray.dtype)
      : concreteArray(flat.data.view(shape, rowMajor(shape)));
  }
  const from = dtypeInfo(array.dtype).itemSize;
  const size = dtypeInfo(type).itemSize;
  const last = array.shape[array.rank - 1] as number;
  if (array.data !== null && from !== size) checkContiguous(array.data);
  checkSizes(array.rank, last, from, size);
  const shape =
    from === size
      ? (array.shape as number[])
      : [...(array.shape.slice(0, -1) as number[]), (last * from) / size];
  if (array.data === null) return abstractArray(shape, type);
  if (isStruct(array.dtype) || isStruct(type) || array.dtype === 'object' || type === 'object') {
    const copy = concreteArray(fromBytes(toBytes(array.data), shape, type));
    copy.memory.writeable = array.data.size === 0;
    return copy;
  }
  if (!running) {
    // What is written through the view would have to be followed; nothing is known of either from here on.
    array.memory.lose(noFacts);
    return abstractArray(shape, type);
  }
  return sharedView(array, array.data, shape, type);
}

function sharedView(array: NdArray, data: ArrayData, shape: readonly number[], type: DTypeName): NdArray {
  const [from, size] = [dtypeInfo(data.dtype).itemSize, dtypeInfo(type).itemSize];
  const last = data.rank - 1;
  const scaled = (count: number): number => {
    const place = (count * from) / size;
    if (Number.isInteger(place)) return place;
    throw raise(
      NotImplementedError,
      `a view as ${type} that does not begin at a whole element is not supported by Kerascope`,
    );
  };
  const strides = data.strides.map((stride, axis) =>
    from === size ? stride : axis === last ? 1 : data.shape[axis] > 1 ? scaled(stride) : 1,
  );
  const memory = memoryAs(array.memory, data.dtype, type);
  return viewOf(array, new ArrayData(memory, type, shape, strides, scaled(data.offset)));
}

function rowMajor(shape: readonly number[]): number[] {
  return shape.map((_, axis) => shape.slice(axis + 1).reduce((product, length) => product * length, 1));
}

function checkContiguous(data: ArrayData): void {
  const last = data.rank - 1;
  if (data.rank > 0 && data.strides[last] !== 1 && data.shape[last] !== 1 && data.size > 0)
    throw raise(ValueError, 'To change to a dtype of a different size, the last axis must be contiguous');
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
