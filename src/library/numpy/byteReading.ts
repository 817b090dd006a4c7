/** Arrays from bytes, text and iterators. */

import { raise, TypeError, ValueError } from '../../python/errors.ts';
import { NotKnown, PyBytes, PyComplex, PyFloat, PyList, Unknown, type Value } from '../../python/values.ts';
import { integerArgument } from './arguments.ts';
import { elementOf, itemsOf } from './casting.ts';
import { toArray } from './conversion.ts';
import { isTime } from './dates/units.ts';
import { define } from './definition.ts';
import { isSwapped, requiredDType, typeInAnyOrder } from './dtypeObjects.ts';
import { type DTypeName, dtypeInfo } from './dtypes.ts';
import { concreteArray } from './ndarray.ts';
import { type ArrayData, fromItems, type NumberItems, sizeOf } from './storage.ts';
import { type Column, rowsOver } from './structs/rows.ts';
import { elementsOf, fieldSize, structType } from './structs/types.ts';

export const fromOthers = [
  define(
    'frombuffer(buffer, dtype=float, count=-1, offset=0, *, like=None)',
    'An array from the bytes of a buffer.',
    ([buffer, dtype, count, offset], py) => {
      if (!(buffer instanceof PyBytes)) throw raise(TypeError, "a bytes-like object is required, not 'str'");
      const type = typeInAnyOrder(dtype, py) ?? 'float64';
      const bytes = buffer.data.subarray(integerArgument(offset, py));
      const wanted = integerArgument(count, py);
      const { itemSize } = dtypeInfo(type);
      if (wanted < 0 && bytes.length % itemSize !== 0)
        throw raise(ValueError, 'buffer size must be a multiple of element size');
      const length = wanted < 0 ? bytes.length / itemSize : wanted;
      if (length * itemSize > bytes.length) throw raise(ValueError, 'buffer is smaller than requested size');
      const used = bytes.subarray(0, length * itemSize);
      const result = concreteArray(fromBytes(isSwapped(dtype) ? turned(used, type) : used, [length], type));
      result.memory.writeable = false;
      return result;
    },
  ),
  define(
    'fromiter(iter, dtype, count=-1, *, like=None)',
    'A one-dimensional array from an iterable.',
    ([iterable, dtype], py) => toArray(new PyList(py.collect(iterable)), py, requiredDType(dtype, py)),
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
      return toArray(new PyList(parts.map(part => new PyFloat(Number(part)))), py, requiredDType(dtype, py));
    },
  ),
];

/** The bytes of each element the other way round; those of both parts of complex numbers, of each character of text. */
export function turned(bytes: Uint8Array, dtype: DTypeName): Uint8Array {
  const { kind, itemSize } = dtypeInfo(dtype);
  if (kind === 'V') throw new NotKnown('the bytes of rows of fields are not turned round');
  const unit = kind === 'c' ? itemSize / 2 : kind === 'U' ? 4 : kind === 'S' ? 1 : itemSize;
  const result = new Uint8Array(bytes.length);
  for (let start = 0; start + unit <= bytes.length; start += unit)
    for (let k = 0; k < unit; k++) result[start + k] = bytes[start + unit - 1 - k];
  return result;
}

/** Elements from little-endian bytes. */
export function fromBytes(bytes: Uint8Array, shape: readonly number[], dtype: DTypeName): ArrayData {
  const { kind, itemSize } = dtypeInfo(dtype);
  const size = sizeOf(shape);
  if (kind === 'V') return rowsFromBytes(bytes, shape, dtype);
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
    return { field, width, memory: fromBytes(own, [size * width], field.dtype).memory };
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
