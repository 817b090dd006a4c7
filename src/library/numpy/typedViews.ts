/** `array.view(dtype)`: the bytes of an array read as another type. */
import { NotImplementedError, raise, TypeError, ValueError } from '../../python/errors.ts';
import { arrayFromBytes } from './byteReading.ts';
import { bytesOf } from './bytes.ts';
import { dtypeInfo, type OrderedType } from './dtypes.ts';
import { noFacts } from './facts.ts';
import { abstractArray, abstractView, inOrder, type NdArray, type Shape, viewOf } from './ndarray.ts';
import { memoryAs } from './sharedBytes.ts';
import { ArrayData } from './storage.ts';
import { asRecordType, isStruct, reordered, structTypeOf } from './structs/types.ts';
import { fieldNames, overColumns } from './structs/values.ts';

/** The same elements under the same type. */
export function sameView(array: NdArray): NdArray {
  return array.data === null ? abstractView(array, array.shape, array.facts) : viewOf(array, array.data);
}

/** Another type over the same bytes, which are shared. Rows of fields as plain elements can only be read. */
export function viewAs(array: NdArray, type: OrderedType, running: boolean): NdArray {
  const { dtype, bigEndian } = type;
  if (dtype === array.dtype && bigEndian === array.bigEndian) return sameView(array);
  const both = isStruct(array.dtype) && isStruct(dtype);
  if (both && asRecordType(array.dtype, false) === asRecordType(dtype, false))
    return overColumns(array, dtype, fieldNames(array.dtype));
  const subarray = structTypeOf(dtype)?.subarray ?? null;
  if (subarray !== null) {
    const flat = viewAs(array, subarray, running);
    const rows = flat.shape.slice(0, -1) as number[];
    const shape = [...rows, ...subarray.shape];
    return flat.data === null
      ? laterView(array, shape, subarray)
      : viewOf(flat, flat.data.view(shape, rowMajor(shape)));
  }
  const from = dtypeInfo(array.dtype).itemSize;
  const size = dtypeInfo(dtype).itemSize;
  const last = array.shape[array.rank - 1] as number;
  if (array.data !== null && from !== size) checkContiguous(array.data);
  checkSizes(array.rank, last, from, size);
  const shape =
    from === size
      ? (array.shape as number[])
      : [...(array.shape.slice(0, -1) as number[]), (last * from) / size];
  if (array.data === null) {
    array.memory.lose(noFacts);
    return laterView(array, shape, type);
  }
  if (isStruct(array.dtype) || isStruct(dtype) || array.dtype === 'object' || dtype === 'object') {
    const copy = arrayFromBytes(bytesOf(array), shape, type);
    copy.memory.writeable = array.data.size === 0;
    return copy;
  }
  if (!running) {
    // What is written through the view would have to be followed; nothing is known of either from here on.
    array.memory.lose(noFacts);
    return laterView(array, shape, type);
  }
  return sharedView(array, array.data, shape, type);
}

/** A view under another type before its contents are known. */
function laterView(array: NdArray, shape: Shape, { dtype, bigEndian }: OrderedType): NdArray {
  const view = inOrder(abstractArray(shape, dtype), bigEndian);
  view.base = array.base ?? array;
  return view;
}

/** The same bytes under the same type, in another order. */
export function viewInOrder(
  array: NdArray,
  order: (type: OrderedType) => OrderedType,
  running: boolean,
): NdArray {
  const type = isStruct(array.dtype)
    ? { dtype: reordered(array.dtype, order), bigEndian: false }
    : order(array.type);
  return viewAs(array, type, running);
}

function sharedView(array: NdArray, data: ArrayData, shape: readonly number[], type: OrderedType): NdArray {
  const { dtype } = type;
  const [from, size] = [dtypeInfo(data.dtype).itemSize, dtypeInfo(dtype).itemSize];
  const last = data.rank - 1;
  const scaled = (count: number): number => {
    const place = (count * from) / size;
    if (Number.isInteger(place)) return place;
    throw raise(
      NotImplementedError,
      `a view as ${dtype} that does not begin at a whole element is not supported by Kerascope`,
    );
  };
  const strides = data.strides.map((stride, axis) =>
    from === size ? stride : axis === last ? 1 : data.shape[axis] > 1 ? scaled(stride) : 1,
  );
  const memory = memoryAs(array.memory, array.type, type);
  const view = viewOf(array, new ArrayData(memory, dtype, shape, strides, scaled(data.offset)));
  return inOrder(view, type.bigEndian);
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
