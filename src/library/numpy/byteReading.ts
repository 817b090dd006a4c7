/** Arrays from bytes, text and iterators. */

import { raise, TypeError, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { classOf } from '../../python/types.ts';
import { NotKnown, PyBytes, PyComplex, PyFloat, PyList, Unknown, type Value } from '../../python/values.ts';
import { integerArgument } from './arguments.ts';
import { turned } from './byteOrder.ts';
import { bytesOf } from './bytes.ts';
import { elementOf, itemsOf } from './casting.ts';
import { converted } from './conversion.ts';
import { isTime } from './dates/units.ts';
import { define } from './definition.ts';
import { orderedType } from './dtypeObjects.ts';
import { type DTypeName, dtypeInfo, type OrderedType } from './dtypes.ts';
import { abstractArray, concreteArray, inOrder, NdArray } from './ndarray.ts';
import { type ArrayData, fromItems, type NumberItems, sizeOf } from './storage.ts';
import { type Column, rowsOver } from './structs/rows.ts';
import { elementsOf, fieldSize, structType, structTypeOf } from './structs/types.ts';

export const fromOthers = [
  define(
    'frombuffer(buffer, dtype=float, count=-1, offset=0, *, like=None)',
    'An array from the bytes of a buffer.',
    ([buffer, dtype, count, offset], py) => {
      const type = orderedType(dtype, py);
      if (buffer instanceof Unknown) {
        // How long the bytes of a file are is not known, but what they are read as is.
        if (count === -1) return inOrder(abstractArray([null], type.dtype), type.bigEndian);
        throw new NotKnown(buffer.reason);
      }
      const all = bufferBytes(buffer, py);
      const start = integerArgument(offset, py);
      if (start < 0 || start > all.length)
        throw raise(
          ValueError,
          `offset must be non-negative and no greater than buffer length (${all.length})`,
        );
      const bytes = all.subarray(start);
      const wanted = integerArgument(count, py);
      const { itemSize } = dtypeInfo(type.dtype);
      if (wanted < 0 && bytes.length % itemSize !== 0)
        throw raise(ValueError, 'buffer size must be a multiple of element size');
      const length = wanted < 0 ? bytes.length / itemSize : wanted;
      if (length * itemSize > bytes.length) throw raise(ValueError, 'buffer is smaller than requested size');
      const result = arrayFromBytes(bytes.subarray(0, length * itemSize), [length], type);
      result.memory.writeable = false;
      return result;
    },
  ),
  define(
    'fromiter(iter, dtype, count=-1, *, like=None)',
    'A one-dimensional array from an iterable.',
    ([iterable, dtype], py) => converted(new PyList(py.collect(iterable)), orderedType(dtype, py), py),
  ),
  define(
    'fromstring(string, dtype=float, count=-1, *, sep, like=None)',
    'Numbers read from text.',
    ([text, dtype, , sep], py) => {
      if (text instanceof Unknown) throw new NotKnown(text.reason);
      if (sep instanceof Unknown) throw new NotKnown(sep.reason);
      const parts = (text as string)
        .split(sep === ' ' ? /\s+/ : (sep as string))
        .filter(part => part.trim() !== '');
      const numbers = new PyList(parts.map(part => new PyFloat(Number(part))));
      return converted(numbers, orderedType(dtype, py), py);
    },
  ),
];

/** The bytes that an object shows of its memory. TypeError for objects that show none. */
export function bufferBytes(value: Value, py: Interpreter): Uint8Array {
  if (value instanceof PyBytes) return value.data;
  if (value instanceof NdArray) return bytesOf(value);
  const cls = classOf(value);
  const shows = cls.name === 'memoryview' || cls.name === 'array' || cls.name === 'mmap';
  const bytes = shows ? py.callMethod(value, 'tobytes', []) : null;
  if (bytes instanceof Unknown) throw new NotKnown(bytes.reason);
  if (bytes instanceof PyBytes) return bytes.data;
  throw raise(TypeError, `a bytes-like object is required, not '${cls.name}'`);
}

/** A new array from the bytes of its elements. */
export function arrayFromBytes(bytes: Uint8Array, shape: readonly number[], type: OrderedType): NdArray {
  const subarray = structTypeOf(type.dtype)?.subarray ?? null;
  if (subarray !== null) return arrayFromBytes(bytes, [...shape, ...subarray.shape], subarray);
  return inOrder(concreteArray(fromBytes(bytes, shape, type)), type.bigEndian);
}

/** Elements from bytes in the order of their type. */
export function fromBytes(given: Uint8Array, shape: readonly number[], type: OrderedType): ArrayData {
  const { dtype } = type;
  const { kind, itemSize } = dtypeInfo(dtype);
  const size = sizeOf(shape);
  if (kind === 'V') return rowsFromBytes(given, shape, dtype);
  const bytes = type.bigEndian ? turned(given, dtype) : given;
  if (bytes.byteOffset % 8 !== 0 || bytes.buffer.byteLength !== bytes.length)
    return fromBytesAligned(new Uint8Array(bytes), shape, dtype, kind, itemSize, size);
  return fromBytesAligned(bytes, shape, dtype, kind, itemSize, size);
}

/** Rows: each field from its own bytes. */
function rowsFromBytes(bytes: Uint8Array, shape: readonly number[], dtype: DTypeName): ArrayData {
  const size = sizeOf(shape);
  const { fields, itemSize } = structType(dtype);
  const columns = fields.map((field): Column => {
    const width = elementsOf(field.shape);
    const each = fieldSize(field);
    const own = new Uint8Array(size * each);
    for (let row = 0; row < size; row++) {
      const start = row * itemSize + field.offset;
      own.set(bytes.subarray(start, start + each), row * each);
    }
    return { field, width, memory: fromBytes(own, [size * width], field).memory };
  });
  return fromItems(rowsOver(columns, size), shape, dtype);
}

function fromBytesAligned(
  bytes: Uint8Array,
  shape: readonly number[],
  dtype: DTypeName,
  kind: string,
  itemSize: number,
  size: number,
) {
  const { buffer } = bytes;
  const direct: Record<string, () => NumberItems> = {
    bool: () => new Uint8Array(buffer, 0, size).slice(),
    int8: () => new Int8Array(buffer, 0, size).slice(),
    uint8: () => new Uint8Array(buffer, 0, size).slice(),
    int16: () => new Int16Array(buffer, 0, size).slice(),
    uint16: () => new Uint16Array(buffer, 0, size).slice(),
    int32: () => new Int32Array(buffer, 0, size).slice(),
    uint32: () => new Uint32Array(buffer, 0, size).slice(),
    float32: () => new Float32Array(buffer, 0, size).slice(),
    float64: () => new Float64Array(buffer, 0, size).slice(),
  };
  const quick = direct[dtype];
  if (quick) return fromItems(quick(), shape, dtype);
  if (isTime(dtype))
    return fromItems(new BigInt64Array(buffer as ArrayBuffer, 0, size).slice(), shape, dtype);
  const view = new DataView(buffer as ArrayBuffer);
  const values: Value[] = new Array(size);
  for (let i = 0; i < size; i++) {
    const at = i * itemSize;
    if (dtype === 'int64') values[i] = normalized(view.getBigInt64(at, true));
    else if (dtype === 'uint64') values[i] = normalized(view.getBigUint64(at, true));
    else if (dtype === 'float16') values[i] = halfFromBits(view.getUint16(at, true));
    else if (kind === 'c') {
      const read =
        itemSize === 8
          ? (place: number) => view.getFloat32(place, true)
          : (place: number) => view.getFloat64(place, true);
      values[i] = elementOf(new PyComplex(read(at), read(at + itemSize / 2)), dtype);
    } else if (kind === 'U') {
      let text = '';
      for (let k = 0; k < itemSize; k += 4) text += String.fromCodePoint(view.getUint32(at + k, true));
      values[i] = text.replace(/\0+$/, '');
    } else values[i] = String.fromCharCode(...bytes.subarray(at, at + itemSize)).replace(/\0+$/, '');
  }
  return fromItems(itemsOf(values, dtype), shape, dtype);
}

function normalized(value: bigint): Value {
  return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value;
}

function halfFromBits(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
