/** Reading and writing arrays: `load`, `save`, `savez`, `loadtxt`, `genfromtxt`, `savetxt`. */
import { unzipSync, zipSync } from 'fflate';
import { PyClass } from '../../python/classes.ts';
import type { PyDict } from '../../python/collections.ts';
import {
  FileNotFoundError,
  KeyError,
  makeException,
  PythonError,
  raise,
  ValueError,
} from '../../python/errors.ts';
import {
  method,
  type NativeFunction,
  named,
  property,
  type SuspendableBody,
  suspendable,
} from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { type Suspendable, wait } from '../../python/suspension.ts';
import { objectClass } from '../../python/types.ts';
import { NotKnown, PyList, PyObject, PyTuple, Unknown, type Value } from '../../python/values.ts';
import { integerArgument, integersArgument, sequenceOf } from './arguments.ts';
import { toBytes } from './bytes.ts';
import { castArray, parseFloatText } from './casting.ts';
import { toArray } from './conversion.ts';
import { fromBytes } from './creationFunctions.ts';
import { requiredDType } from './dtypeObjects.ts';
import { type DTypeName, dtypeFromText, kindOf, typeString } from './dtypes.ts';
import { scalarText } from './elementText.ts';
import { abstractArray, concreteArray, type NdArray, requireData } from './ndarray.ts';
import { fromItems, sizeOf } from './storage.ts';
import { atLeast, reshape, squeeze, transpose } from './views.ts';

function pathOf(value: Value, py: Interpreter): string {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  return py.str(value);
}

function* readBytes(value: Value, py: Interpreter): Suspendable<Uint8Array> {
  const path = pathOf(value, py);
  if (py.host.files === null) {
    if (!py.running) throw new NotKnown(`${path} is read only when the script runs`);
    throw raise(FileNotFoundError, `[Errno 2] No such file or directory: '${path}'`);
  }
  return yield* wait(py.host.files.read(path));
}

function* writeBytes(path: string, data: Uint8Array, py: Interpreter): Suspendable<void> {
  if (!py.running || py.host.files === null) return;
  yield* wait(py.host.files.write(path, data));
}

interface Header {
  readonly dtype: DTypeName;
  readonly shape: readonly number[];
  readonly fortran: boolean;
  readonly start: number;
}

/** Reads the header of a .npy file. */
export function parseHeader(bytes: Uint8Array): Header {
  const version = bytes[6];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = version >= 2;
  const length = wide ? view.getUint32(8, true) : view.getUint16(8, true);
  const start = (wide ? 12 : 10) + length;
  const text = String.fromCharCode(...bytes.subarray(wide ? 12 : 10, start));
  const descriptor = /'descr':\s*'([^']+)'/.exec(text)?.[1];
  const shape = /'shape':\s*\(([^)]*)\)/.exec(text)?.[1];
  const dtype = descriptor === undefined ? null : dtypeFromText(descriptor);
  if (shape === undefined || dtype === null)
    throw new NotKnown('structured arrays in files are not modelled');
  return {
    dtype,
    shape: shape
      .split(',')
      .map(part => part.trim())
      .filter(part => part !== '')
      .map(Number),
    fortran: /'fortran_order':\s*True/.test(text),
    start,
  };
}

function isNpy(bytes: Uint8Array): boolean {
  return bytes[0] === 0x93 && String.fromCharCode(...bytes.subarray(1, 6)) === 'NUMPY';
}

export function parseArray(bytes: Uint8Array): NdArray {
  const header = parseHeader(bytes);
  if (header.dtype === 'object')
    throw raise(ValueError, 'Object arrays cannot be loaded when allow_pickle=False');
  const size = sizeOf(header.shape);
  const data = bytes.slice(header.start);
  const shape = header.fortran ? [...header.shape].reverse() : header.shape;
  const itemSize = data.length / Math.max(1, size);
  if (size > 0 && itemSize < 1)
    throw raise(
      ValueError,
      `cannot reshape array of size ${data.length} into shape (${header.shape.join(',')})`,
    );
  const array = concreteArray(fromBytes(data, shape, header.dtype));
  return header.fortran ? transpose(array) : array;
}

function writeArray(array: NdArray): Uint8Array {
  const data = requireData(array);
  const shape = data.shape.length === 1 ? `(${data.shape[0]},)` : `(${data.shape.join(', ')})`;
  let header = `{'descr': '${typeString(data.dtype)}', 'fortran_order': False, 'shape': ${shape}, }`;
  header = header.padEnd(Math.ceil((10 + header.length + 1) / 64) * 64 - 11, ' ') + '\n';
  const body = toBytes(data);
  const bytes = new Uint8Array(10 + header.length + body.length);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length & 0xff, header.length >> 8]);
  for (let i = 0; i < header.length; i++) bytes[10 + i] = header.charCodeAt(i);
  bytes.set(body, 10 + header.length);
  return bytes;
}

/** What `np.load` gives for an .npz file: arrays by name, read when asked for. */
class NpzFile extends PyObject {
  declare cls: PyClass;
  readonly entries: ReadonlyMap<string, Uint8Array>;
  constructor(entries: ReadonlyMap<string, Uint8Array>) {
    super();
    this.entries = entries;
  }
}

const entriesOf = (value: Value): ReadonlyMap<string, Uint8Array> => (value as NpzFile).entries;
const names = (value: Value): PyList => new PyList([...entriesOf(value).keys()]);

const npzClass = new PyClass(
  'NpzFile',
  [objectClass],
  [
    ...named(
      method('__getitem__(self, key)', ([self, key]) => {
        const bytes = entriesOf(self).get(String(key));
        if (!bytes)
          throw new PythonError(makeException(KeyError, `${String(key)} is not a file in the archive`));
        return parseArray(bytes);
      }),
      method('__contains__(self, key)', ([self, key]) => entriesOf(self).has(String(key))),
      method('__len__(self)', ([self]) => entriesOf(self).size),
      method('__iter__(self)', ([self], py) => py.iterator(names(self))),
      method('keys(self)', ([self]) => names(self)),
      method(
        'items(self)',
        ([self]) =>
          new PyList([...entriesOf(self)].map(([name, bytes]) => new PyTuple([name, parseArray(bytes)]))),
      ),
      method('close(self)', () => null),
      method('__enter__(self)', ([self]) => self),
      method('__exit__(self, *args)', () => null),
    ),
    property('files', self => names(self)),
  ],
  { module: 'numpy.lib.npyio' },
);
NpzFile.prototype.cls = npzClass;

function* load([file, , allowPickle]: readonly Value[], py: Interpreter): Suspendable<Value> {
  const bytes = yield* readBytes(file, py);
  if (isNpy(bytes)) {
    if (py.running) return parseArray(bytes);
    const header = parseHeader(bytes);
    return abstractArray(header.shape, header.dtype);
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    let files: Record<string, Uint8Array>;
    try {
      files = unzipSync(bytes);
    } catch {
      throw raise(ValueError, 'File is not a zip file');
    }
    return new NpzFile(
      new Map(Object.entries(files).map(([name, data]) => [name.replace(/\.npy$/, ''), data])),
    );
  }
  if (bytes.length === 0) throw raise(ValueError, 'No data left in file');
  if (allowPickle === true) throw new NotKnown('pickled files are not modelled');
  throw raise(ValueError, 'Cannot load file containing pickled data when allow_pickle=False');
}

function saveArchive(compressed: boolean): SuspendableBody {
  return function* ([file, args, keywords], py) {
    const path = pathOf(file, py);
    if (!py.running) return null;
    const files: Record<string, Uint8Array> = {};
    (args as PyTuple).items.forEach((item, index) => {
      files[`arr_${index}.npy`] = writeArray(toArray(item, py));
    });
    for (const [name, value] of (keywords as PyDict).entries())
      files[`${name as string}.npy`] = writeArray(toArray(value, py));
    yield* writeBytes(
      path.endsWith('.npz') ? path : `${path}.npz`,
      zipSync(files, { level: compressed ? 6 : 0 }),
      py,
    );
    return null;
  };
}

interface TextOptions {
  readonly dtype: DTypeName;
  readonly delimiter: string | null;
  readonly skip: number;
  readonly columns: readonly number[] | null;
  readonly comments: string | null;
  /** What stands for a field that is no number; null raises instead. */
  readonly filling: number | null;
}

/** The fields of every line that is not empty. */
function readFields(bytes: Uint8Array, options: TextOptions): string[][] {
  const lines = new Utf8().decode(bytes).split(/\r?\n/).slice(options.skip);
  const rows: string[][] = [];
  for (const line of lines) {
    const bare = options.comments === null ? line : line.split(options.comments)[0];
    if (bare.trim() === '') continue;
    const fields = options.delimiter === null ? bare.trim().split(/\s+/) : bare.split(options.delimiter);
    rows.push(
      options.columns === null
        ? fields
        : options.columns.map(column => fields[column < 0 ? column + fields.length : column] ?? ''),
    );
  }
  return rows;
}

/** UTF-8 without relying on the platform's TextDecoder type. */
class Utf8 {
  decode(bytes: Uint8Array): string {
    let text = '';
    for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
    try {
      return decodeURIComponent(escapeBytes(text));
    } catch {
      return text;
    }
  }
}

function escapeBytes(text: string): string {
  return text.replace(
    /[%\u0080-\u00ff]/g,
    character => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

function arrayOfFields(rows: readonly string[][], options: TextOptions): NdArray {
  const width = rows[0]?.length ?? 0;
  rows.forEach((row, index) => {
    if (row.length !== width) {
      throw raise(
        ValueError,
        `the number of columns changed from ${width} to ${row.length} at row ${index + 1}; use \`usecols\` to select a subset and avoid this error`,
      );
    }
  });
  const kind = kindOf(options.dtype);
  if (kind === 'U' || kind === 'O')
    return castArray(
      toArray(new PyList(rows.map(row => new PyList(row.map(field => field.trim()))))),
      options.dtype,
    );
  const numbers = new Float64Array(rows.length * width);
  rows.forEach((row, i) => {
    row.forEach((field, j) => {
      const number = parseFloatText(field);
      if (number === null && options.filling === null) {
        throw raise(
          ValueError,
          `could not convert string ${scalarText(field, true)} to ${options.dtype} at row ${i}, column ${j + 1}.`,
        );
      }
      numbers[i * width + j] = number ?? options.filling ?? Number.NaN;
    });
  });
  return castArray(concreteArray(fromItems(numbers, [rows.length, width], 'float64')), options.dtype);
}

function shaped(array: NdArray, rank: number, unpack: boolean): NdArray {
  let result = squeeze(array, null);
  if (result.rank < rank)
    result =
      rank === 2 && result.rank === 1 && array.shape[1] === 1
        ? reshape(result, [-1, 1])
        : atLeast(result, rank as 1 | 2);
  return unpack ? transpose(result) : result;
}

function textOrNull(value: Value): string | null {
  return typeof value === 'string' ? value : null;
}

function* loadText(args: readonly Value[], py: Interpreter): Suspendable<Value> {
  const [file, dtype, comments, delimiter, , skip, columns, unpack, rank] = args;
  const options: TextOptions = {
    dtype: requiredDType(dtype, py),
    comments: textOrNull(comments),
    delimiter: textOrNull(delimiter),
    skip: integerArgument(skip, py),
    columns: columns === null ? null : integersArgument(columns, py),
    filling: null,
  };
  const bytes = yield* readBytes(file, py);
  const array = arrayOfFields(readFields(bytes, options), options);
  return shaped(array, integerArgument(rank, py), py.truth(unpack));
}

function* generateFromText(args: readonly Value[], py: Interpreter): Suspendable<Value> {
  const [file, dtype, comments, delimiter, skipHeader, skipFooter, , , filling, columns, nameList] = args;
  if (nameList !== null) throw new NotKnown('genfromtxt with names is not modelled');
  const options: TextOptions = {
    dtype: dtype === null ? 'float64' : requiredDType(dtype, py),
    comments: textOrNull(comments),
    delimiter: textOrNull(delimiter),
    skip: integerArgument(skipHeader, py),
    columns: columns === null ? null : integersArgument(columns, py),
    filling: filling === null ? Number.NaN : Number(toArray(filling, py).data!.items[0]),
  };
  const bytes = yield* readBytes(file, py);
  const rows = readFields(bytes, options);
  const kept = rows.slice(0, rows.length - integerArgument(skipFooter, py));
  return shaped(arrayOfFields(kept, options), 0, false);
}

function* saveText(args: readonly Value[], py: Interpreter): Suspendable<Value> {
  const [file, value, format, delimiter, newline, header, , comments] = args;
  const path = pathOf(file, py);
  if (!py.running) return null;
  const array = toArray(value, py);
  const rows = array.rank === 1 ? reshape(array, [-1, 1]) : array;
  const lines: string[] = [];
  if (header !== '') lines.push(`${String(comments)}${String(header)}`);
  const formats = sequenceOf(format, py)?.map(String) ?? null;
  for (const row of py.collect(rows)) {
    const items = py.collect(row);
    lines.push(
      items
        .map((item, index) => py.str(py.binary('Mod', formats?.[index] ?? String(format), item)))
        .join(String(delimiter)),
    );
  }
  const text = lines.map(line => line + String(newline)).join('');
  yield* writeBytes(
    path,
    Uint8Array.from(text, character => character.charCodeAt(0) & 0xff),
    py,
  );
  return null;
}

/** All functions of this file. */
export const fileFunctions: readonly NativeFunction[] = [
  suspendable(
    "load(file, mmap_mode=None, allow_pickle=False, fix_imports=True, encoding='ASCII')",
    load,
    'Reads an .npy or .npz file.',
  ),
  suspendable(
    'save(file, arr, allow_pickle=True, fix_imports=True)',
    function* ([file, value], py) {
      const path = pathOf(file, py);
      if (!py.running) return null;
      yield* writeBytes(path.endsWith('.npy') ? path : `${path}.npy`, writeArray(toArray(value, py)), py);
      return null;
    },
    'Writes an .npy file.',
  ),
  suspendable('savez(file, *args, **kwds)', saveArchive(false), 'Writes several arrays into an .npz file.'),
  suspendable(
    'savez_compressed(file, *args, **kwds)',
    saveArchive(true),
    'Writes several arrays into a compressed .npz file.',
  ),
  suspendable(
    "loadtxt(fname, dtype=float, comments='#', delimiter=None, converters=None, skiprows=0, usecols=None, unpack=False, ndmin=0, encoding='bytes', max_rows=None)",
    loadText,
    'Reads numbers from a text file.',
  ),
  suspendable(
    "genfromtxt(fname, dtype=float, comments='#', delimiter=None, skip_header=0, skip_footer=0, converters=None, missing_values=None, filling_values=None, usecols=None, names=None, encoding='bytes')",
    generateFromText,
    'Reads numbers from a text file that may lack some.',
  ),
  suspendable(
    "savetxt(fname, X, fmt='%.18e', delimiter=' ', newline='\\n', header='', footer='', comments='# ', encoding=None)",
    saveText,
    'Writes an array as text.',
  ),
];
