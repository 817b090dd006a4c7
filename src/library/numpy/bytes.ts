/** Elements as bytes, as `tobytes` and .npy files hold them. */
import type { PyComplex, Value } from '../../python/values.ts';
import { turned } from './byteOrder.ts';
import { dtypeInfo } from './dtypes.ts';
import { concreteArray, type NdArray, requireData } from './ndarray.ts';
import { type ArrayData, contiguousItems, copyData, type NumberItems } from './storage.ts';
import { fieldSize, structType } from './structs/types.ts';
import { fieldView } from './structs/values.ts';

/** The bytes of an array's elements in row-major order. */
export function bytesOf(array: NdArray): Uint8Array {
  return toBytes(requireData(array), array.bigEndian);
}

/** The bytes of elements in row-major order. */
export function toBytes(data: ArrayData, bigEndian: boolean): Uint8Array {
  if (bigEndian) return turned(toBytes(data, false), data.dtype);
  const items = contiguousItems(data);
  const { kind, itemSize } = dtypeInfo(data.dtype);
  const direct =
    !Array.isArray(items) &&
    (items as NumberItems).BYTES_PER_ELEMENT === itemSize &&
    (kind !== 'i' || itemSize < 8) &&
    (kind !== 'u' || itemSize < 8);
  if (direct || items instanceof BigInt64Array || items instanceof BigUint64Array) {
    const typed = items as NumberItems;
    return new Uint8Array(typed.buffer as ArrayBuffer, typed.byteOffset, typed.byteLength).slice();
  }
  if (kind === 'V') return rowBytes(data, itemSize);
  const bytes = new Uint8Array(items.length * itemSize);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < items.length; i++) writeElement(view, i * itemSize, items[i], kind, itemSize);
  return bytes;
}

/** Rows: the bytes of each field in its place. */
function rowBytes(data: ArrayData, itemSize: number): Uint8Array {
  const rows = concreteArray(copyData(data));
  const bytes = new Uint8Array(data.size * itemSize);
  for (const field of structType(data.dtype).fields) {
    const own = bytesOf(fieldView(rows, field.name));
    const size = fieldSize(field);
    for (let row = 0; row < data.size; row++)
      bytes.set(own.subarray(row * size, (row + 1) * size), row * itemSize + field.offset);
  }
  return bytes;
}

function writeElement(view: DataView, at: number, value: Value, kind: string, itemSize: number): void {
  switch (kind) {
    case 'i':
      view.setBigInt64(at, BigInt(value as number), true);
      return;
    case 'u':
      view.setBigUint64(at, BigInt(value as number), true);
      return;
    case 'f':
      view.setUint16(at, halfBits(value as number), true);
      return;
    case 'c': {
      const { real, imaginary } = value as PyComplex;
      if (itemSize === 8) {
        view.setFloat32(at, real, true);
        view.setFloat32(at + 4, imaginary, true);
      } else {
        view.setFloat64(at, real, true);
        view.setFloat64(at + 8, imaginary, true);
      }
      return;
    }
    case 'U':
      [...(value as string)].forEach((character, index) => {
        view.setUint32(at + index * 4, character.codePointAt(0)!, true);
      });
      return;
    default:
      [...String(value)].forEach((character, index) => {
        view.setUint8(at + index, character.charCodeAt(0));
      });
  }
}

/** The bits of a number that is exactly representable in half precision. */
function halfBits(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const magnitude = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00;
  if (magnitude === Number.POSITIVE_INFINITY) return sign | 0x7c00;
  if (magnitude < 2 ** -14) return sign | (magnitude * 2 ** 24);
  const exponent = Math.floor(Math.log2(magnitude));
  return sign | ((exponent + 15) << 10) | ((magnitude / 2 ** exponent - 1) * 1024);
}
