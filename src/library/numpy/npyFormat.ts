/** NumPy's own file format: a header with type and shape, then the elements. */
import { raise, ValueError } from '../../python/errors.ts';
import { NotKnown } from '../../python/values.ts';
import { arrayFromBytes } from './byteReading.ts';
import { bytesOf } from './bytes.ts';
import { dtypeFromText, dtypeInfo, hasByteOrder, type OrderedType } from './dtypes.ts';
import { abstractArray, inOrder, likeIn, type NdArray, requireData } from './ndarray.ts';
import { compactShape } from './shapes.ts';
import { sizeOf } from './storage.ts';
import { headerText, structOfHeader } from './structs/headers.ts';
import { transpose } from './views.ts';

export interface Header extends OrderedType {
  readonly shape: readonly number[];
  readonly fortran: boolean;
  readonly start: number;
}

/** Reads the header of a .npy file. */
export function parseHeader(bytes: Uint8Array): Header {
  const version = bytes[6];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = version >= 2;
  requireBytes('array header length', bytes.length - 8, wide ? 4 : 2);
  const length = wide ? view.getUint32(8, true) : view.getUint16(8, true);
  const start = (wide ? 12 : 10) + length;
  requireBytes('array header', bytes.length - (wide ? 12 : 10), length);
  const text = String.fromCharCode(...bytes.subarray(wide ? 12 : 10, start));
  const descriptor = /'descr':\s*'([^']+)'/.exec(text)?.[1];
  const shape = /'shape':\s*\(([^)]*)\), \}?/.exec(text)?.[1] ?? /'shape':\s*\(([^)]*)\)/.exec(text)?.[1];
  const dtype = descriptor === undefined ? structOfHeader(text) : dtypeFromText(descriptor);
  if (shape === undefined || dtype === null) throw new NotKnown('the type of this array is not modelled');
  return {
    dtype,
    shape: shape
      .split(',')
      .map(part => part.trim())
      .filter(part => part !== '')
      .map(Number),
    bigEndian: (descriptor?.startsWith('>') ?? false) && hasByteOrder(dtype),
    fortran: /'fortran_order':\s*True/.test(text),
    start,
  };
}

/** Refuses a file that ends too early, in NumPy's words. */
function requireBytes(what: string, there: number, wanted: number): void {
  if (there >= wanted) return;
  throw raise(ValueError, `EOF: reading ${what}, expected ${wanted} bytes got ${Math.max(0, there)}`);
}

export function isNpy(bytes: Uint8Array): boolean {
  return bytes[0] === 0x93 && String.fromCharCode(...bytes.subarray(1, 6)) === 'NUMPY';
}

/** Where the elements of an array end that begins with these bytes. */
export function arrayEnd(bytes: Uint8Array): number {
  const header = parseHeader(bytes);
  return header.start + sizeOf(header.shape) * dtypeInfo(header.dtype).itemSize;
}

export function parseArray(bytes: Uint8Array): NdArray {
  const header = parseHeader(bytes);
  if (header.dtype === 'object')
    throw raise(ValueError, 'Object arrays cannot be loaded when allow_pickle=False');
  const size = sizeOf(header.shape);
  const data = new Uint8Array(bytes.subarray(header.start));
  const shape = header.fortran ? [...header.shape].reverse() : header.shape;
  const { itemSize } = dtypeInfo(header.dtype);
  const there = Math.floor(data.length / Math.max(1, itemSize));
  if (there < size) {
    throw raise(ValueError, `cannot reshape array of size ${there} into shape ${compactShape(header.shape)}`);
  }
  const array = arrayFromBytes(data, shape, header);
  return header.fortran ? transpose(array) : array;
}

export function writeArray(array: NdArray): Uint8Array {
  const data = requireData(array);
  const shape = data.shape.length === 1 ? `(${data.shape[0]},)` : `(${data.shape.join(', ')})`;
  const turnedRound = transpose(array);
  const byColumns = !data.contiguous && turnedRound.data!.contiguous;
  const description = headerText(array.type);
  let header = `{'descr': ${description}, 'fortran_order': ${byColumns ? 'True' : 'False'}, 'shape': ${shape}, }`;
  header = header.padEnd(Math.ceil((10 + header.length + 1) / 64) * 64 - 11, ' ') + '\n';
  const body = bytesOf(byColumns ? turnedRound : array);
  const bytes = new Uint8Array(10 + header.length + body.length);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length & 0xff, header.length >> 8]);
  for (let i = 0; i < header.length; i++) bytes[10 + i] = header.charCodeAt(i);
  bytes.set(body, 10 + header.length);
  return bytes;
}

/** Arrays with more elements are known by shape, type and facts under analysis. */
const KEPT_ELEMENTS = 4096;

/**
 * What the beginning of a file tells of its array: shape and type; facts where it is whole, contents where they are
 * small as well.
 */
export function glimpseArray(head: Uint8Array, size: number): NdArray {
  const header = parseHeader(head);
  if (head.length < size || header.dtype === 'object')
    return inOrder(abstractArray(header.shape, header.dtype), header.bigEndian);
  return reduced(parseArray(head));
}

/** The array as analysis keeps it: with its contents where they are few, else with what is certain of them. */
export function reduced(array: NdArray): NdArray {
  if (array.size !== null && array.size <= KEPT_ELEMENTS) return array;
  return likeIn(abstractArray(array.shape, array.dtype, array.facts), array);
}
