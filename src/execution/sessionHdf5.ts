/** HDF5 files through h5wasm, whoever loaded it. Files are made in the library's memory, never on disk. */
import type { DType } from '../graph/dtypes.ts';
import type { HostArray } from '../graph/engine.ts';
import { hostData } from '../graph/tensor.ts';
import { emptyGroup, fileType, type Hdf5, type Hdf5Group } from '../library/keras/saving/hdf5.ts';
import { assertNever } from '../python/assertNever.ts';

export type Hdf5Library = typeof import('h5wasm');
type FileSystem = Awaited<Hdf5Library['ready']>['FS'];

/** Reading and writing with a loaded library. */
export async function hdf5With(library: Hdf5Library): Promise<Hdf5> {
  const { FS: files } = await library.ready;
  return {
    read: bytes => readFile(library, files, bytes),
    write: root => writeFile(library, files, root),
  };
}

const place = '/kerascope.h5';

/** What every HDF5 file begins with. */
const signature = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

function readFile(library: Hdf5Library, files: FileSystem, bytes: Uint8Array): Hdf5Group {
  // The library would say it at length, and to the console.
  if (signature.some((byte, place) => bytes[place] !== byte)) throw new Error('file signature not found');
  files.writeFile(place, bytes);
  try {
    const file = new library.File(place, 'r');
    try {
      return readGroup(library, file);
    } finally {
      file.close();
    }
  } finally {
    files.unlink(place);
  }
}

function readGroup(library: Hdf5Library, group: InstanceType<Hdf5Library['Group']>): Hdf5Group {
  const made = emptyGroup();
  for (const [name, attribute] of Object.entries(group.attrs)) {
    const { value } = attribute;
    if (typeof value === 'string') made.attributes.set(name, value);
    else if (Array.isArray(value)) made.attributes.set(name, value.map(String));
  }
  for (const name of group.keys()) {
    const item = group.get(name);
    if (item instanceof library.Group) made.groups.set(name, readGroup(library, item));
    else if (item instanceof library.Dataset) {
      const array = arrayOf(item.value, item.shape ?? []);
      if (array !== null) made.datasets.set(name, array);
    }
  }
  return made;
}

/** Numbers as a variable holds them; null for text. */
function arrayOf(value: unknown, shape: readonly number[]): HostArray | null {
  const items =
    typeof value === 'number' || typeof value === 'bigint'
      ? [Number(value)]
      : ArrayBuffer.isView(value)
        ? Array.from(value as unknown as ArrayLike<number | bigint>, Number)
        : null;
  if (items === null) return null;
  const dtype = readAs.find(([Items]) => value instanceof Items)?.[1] ?? 'float32';
  return { data: hostData(items, dtype), shape: [...shape], dtype };
}

/** What the library reads, and the dtype of what it stands for. */
const readAs = [
  [Int32Array, 'int32'],
  [Float64Array, 'float64'],
  [BigInt64Array, 'int64'],
  [BigUint64Array, 'uint64'],
  [Uint32Array, 'uint32'],
  [Int16Array, 'int16'],
  [Uint16Array, 'uint16'],
  [Int8Array, 'int8'],
] as const satisfies readonly (readonly [unknown, DType])[];

/** Contents in the array that the library takes for a type of file. */
function writtenAs(data: HostArray['data'], type: ReturnType<typeof fileType>) {
  switch (type) {
    case '<B':
      return Uint8Array.from(data);
    case '<b':
      return Int8Array.from(data);
    case '<H':
      return Uint16Array.from(data);
    case '<h':
      return Int16Array.from(data);
    case '<I':
      return Uint32Array.from(data);
    case '<i':
      return Int32Array.from(data);
    case '<Q':
      return BigUint64Array.from(Array.from(data, BigInt));
    case '<q':
      return BigInt64Array.from(Array.from(data, BigInt));
    case '<d':
      return Float64Array.from(data);
    case '<f':
      return Float32Array.from(data);
    default:
      return assertNever(type);
  }
}

function writeFile(library: Hdf5Library, files: FileSystem, root: Hdf5Group): Uint8Array {
  const file = new library.File(place, 'w');
  writeGroup(file, root);
  file.flush();
  file.close();
  const bytes = files.readFile(place);
  files.unlink(place);
  return bytes;
}

function writeGroup(target: InstanceType<Hdf5Library['Group']>, group: Hdf5Group): void {
  for (const [name, value] of group.attributes) {
    if (typeof value === 'string') target.create_attribute(name, value);
    else if (value.length === 0) target.create_attribute(name, [], [0], 'S1');
    else target.create_attribute(name, [...value]);
  }
  for (const [name, { data, shape, dtype }] of group.datasets) {
    const type = fileType(dtype);
    target.create_dataset({ name, data: writtenAs(data, type), shape: [...shape], dtype: type });
  }
  for (const [name, inner] of group.groups) writeGroup(target.create_group(name), inner);
}
