/**
 * The one place where bytes are turned round. Arrays keep numbers, whatever order their bytes stand in; the order shows
 * only where bytes are seen: in files, in `tobytes`, and under another type.
 */
import { type DTypeName, dtypeInfo } from './dtypes.ts';
import { elementsOf, fieldSize, isStruct, structType } from './structs/types.ts';

/** The bytes of each element the other way round: of both parts of complex numbers, each character, each field. */
export function turned(bytes: Uint8Array, dtype: DTypeName): Uint8Array {
  if (isStruct(dtype)) return turnedRows(bytes, dtype);
  const { kind, itemSize } = dtypeInfo(dtype);
  const unit = kind === 'c' ? itemSize / 2 : kind === 'U' ? 4 : kind === 'S' || kind === 'V' ? 1 : itemSize;
  const result = new Uint8Array(bytes.length);
  for (let start = 0; start + unit <= bytes.length; start += unit)
    for (let k = 0; k < unit; k++) result[start + k] = bytes[start + unit - 1 - k];
  return result;
}

function turnedRows(bytes: Uint8Array, dtype: DTypeName): Uint8Array {
  const { itemSize, fields, subarray } = structType(dtype);
  if (subarray !== null) return turned(bytes, subarray.dtype);
  const result = bytes.slice();
  for (let row = 0; row + itemSize <= bytes.length; row += itemSize) {
    for (const field of fields) {
      const start = row + field.offset;
      const own = bytes.subarray(start, start + fieldSize(field));
      if (elementsOf(field.shape) > 0) result.set(turned(own, field.dtype), start);
    }
  }
  return result;
}
