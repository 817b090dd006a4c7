/** Reading and writing arrays: `load`, `save`, `savez`, `loadtxt`, `genfromtxt`, `savetxt`. */
import { zipSync } from 'fflate';
import { decodeBytes, encodeText } from '../../python/builtins/codecs.ts';
import { PyFile } from '../../python/builtins/files.ts';
import { PyDict } from '../../python/collections.ts';
import { NotImplementedError, raise, ValueError } from '../../python/errors.ts';
import {
  type NativeFunction,
  type SuspendableBody,
  suspendable,
  suspendableMethod,
} from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { type Suspendable, wait } from '../../python/suspension.ts';
import { NotKnown, PyFloat, PyList, PyTuple, type Value } from '../../python/values.ts';
import { noteWritten } from '../dataFiles.ts';
import { openArchive } from './archives.ts';
import { integerArgument, integersArgument, sequenceOf } from './arguments.ts';
import { arrayFromBytes } from './byteReading.ts';
import { bytesOf } from './bytes.ts';
import { converted, toArray } from './conversion.ts';
import { orderedType } from './dtypeObjects.ts';
import { dtypeInfo, kindOf } from './dtypes.ts';
import { sliceAxis } from './joining.ts';
import type { NdArray } from './ndarray.ts';
import { glimpseArray, isNpy, parseArray, writeArray } from './npyFormat.ts';
import { pathOf, readFile } from './sources.ts';
import { sizeOf } from './storage.ts';
import { generateFromText, loadText } from './textFiles.ts';
import { ravel, reshape } from './views.ts';

function* writeBytes(path: string, data: Uint8Array, py: Interpreter): Suspendable<void> {
  if (py.host.files === null) return;
  yield* wait(py.host.files.write(path, data));
}

function* load([file, , allowPickle]: readonly Value[], py: Interpreter): Suspendable<Value> {
  const { head: bytes, size } = yield* readFile(file, py);
  if (isNpy(bytes)) return py.running ? parseArray(bytes) : glimpseArray(bytes, size);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    if (bytes.length < size) throw new NotKnown('the archive is too large to look into before the run');
    return openArchive(bytes, pathOf(file, py), py);
  }
  if (size === 0) throw raise(ValueError, 'No data left in file');
  if (allowPickle === true) throw new NotKnown('pickled files are not modelled');
  throw raise(ValueError, 'Cannot load file containing pickled data when allow_pickle=False');
}

const withEnding = (path: string, ending: string): string => (path.endsWith(ending) ? path : path + ending);

function willWrite(path: string, py: Interpreter): null {
  noteWritten(path, py);
  return null;
}

function saveArchive(compressed: boolean): SuspendableBody {
  return function* ([file, args, keywords], py) {
    const path = withEnding(pathOf(file, py), '.npz');
    if (!py.running) return willWrite(path, py);
    const files: Record<string, Uint8Array> = {};
    (args as PyTuple).items.forEach((item, index) => {
      files[`arr_${index}.npy`] = writeArray(toArray(item, py));
    });
    for (const [name, value] of (keywords as PyDict).entries())
      files[`${name as string}.npy`] = writeArray(toArray(value, py));
    yield* writeBytes(path, zipSync(files, { level: compressed ? 6 : 0 }), py);
    return null;
  };
}

function* saveText(args: readonly Value[], py: Interpreter): Suspendable<Value> {
  const [file, value, format, delimiter, newline, header, , comments] = args;
  const path = pathOf(file, py);
  if (!py.running) return willWrite(path, py);
  const array = toArray(value, py);
  const structured = kindOf(array.dtype) === 'V';
  const rows = array.rank === 1 && !structured ? reshape(array, [-1, 1]) : array;
  const lines: string[] = [];
  if (header !== '') lines.push(`${String(comments)}${String(header)}`);
  const formats = sequenceOf(format, py)?.map(String) ?? null;
  for (const row of py.collect(rows)) {
    const items = py.collect(row);
    // One text with several formats writes a whole row.
    if (formats === null && String(format).split('%').length - 1 > 1) {
      lines.push(py.str(py.binary('Mod', String(format), new PyTuple(items))));
      continue;
    }
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

/** `fromfile`: elements as bytes, or as text between separators. */
function* fromFile(
  [file, dtype, count, separator, offset]: readonly Value[],
  py: Interpreter,
): Suspendable<Value> {
  const type = orderedType(dtype, py);
  const { head, size } = yield* readFile(file, py);
  if (head.length < size) throw new NotKnown('the file is too long to read before the run');
  const wanted = integerArgument(count, py);
  if (separator !== '') {
    const words = decodeBytes(head, 'latin-1', 'strict').split(String(separator).trim() || /\s+/);
    const numbers = words.map(word => word.trim()).filter(word => word !== '');
    const kept = wanted < 0 ? numbers : numbers.slice(0, wanted);
    return converted(new PyList(kept.map(word => new PyFloat(Number(word)))), type, py);
  }
  const { itemSize } = dtypeInfo(type.dtype);
  const bytes = head.slice(integerArgument(offset, py));
  const there = Math.floor(bytes.length / itemSize);
  const length = wanted < 0 ? there : Math.min(wanted, there);
  const used = bytes.slice(0, length * itemSize);
  // A file that is open goes on behind what was read.
  if (file instanceof PyFile && py.running) file.position += integerArgument(offset, py) + used.length;
  return arrayFromBytes(used, [length], type);
}

/** `memmap`: the elements of a file, to be read. Nothing can be written back, so modes that write are refused. */
function* mapFile(
  [file, dtype, mode, offset, shape, order]: readonly Value[],
  py: Interpreter,
): Suspendable<Value> {
  const way = String(mode);
  if (!['r', 'c', 'readonly', 'copyonwrite'].includes(way)) {
    if (!['r+', 'w+', 'readwrite', 'write'].includes(way))
      throw raise(
        ValueError,
        `mode must be one of ['readonly', 'copyonwrite', 'readwrite', 'write', 'r', 'c', 'r+', 'w+'] (got ${py.repr(mode)})`,
      );
    throw raise(
      NotImplementedError,
      `numpy.memmap with mode ${py.repr(mode)} is not supported by Kerascope: use mode 'r' or 'c', and numpy.save to write`,
    );
  }
  const all = (yield* fromFile([file, dtype, -1, '', offset], py)) as NdArray;
  const wanted = shape === null ? null : integersArgument(shape, py);
  const count = wanted === null ? null : sizeOf(wanted);
  if (count !== null && all.size !== null && count > all.size)
    throw raise(ValueError, 'mmap length is greater than filesize');
  const kept = count === null ? all : sliceAxis(all, 0, 0, count);
  const shaped =
    wanted === null
      ? kept
      : (py.callMethod(kept, 'reshape', wanted, PyDict.fromStrings([['order', order]])) as NdArray);
  if (way.startsWith('r') && shaped.data !== null) shaped.memory.writeable = false;
  return shaped;
}

/** `array.tofile(path)`. */
function* toFile([array, file, separator, format]: readonly Value[], py: Interpreter): Suspendable<Value> {
  const source = toArray(array, py);
  const path = pathOf(file, py);
  if (!py.running) return willWrite(path, py);
  if (separator === '') yield* writeBytes(path, bytesOf(source), py);
  else {
    const words = py.collect(ravel(source)).map(item => py.str(py.binary('Mod', String(format), item)));
    yield* writeBytes(path, encodeText(words.join(String(separator)), 'utf-8', 'strict'), py);
  }
  return null;
}

/** The method of arrays that writes a file. */
export const toFileMethod = suspendableMethod(
  "tofile(self, fid, sep='', format='%s')",
  toFile,
  'Writes the elements as bytes or text.',
);

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
      const path = withEnding(pathOf(file, py), '.npy');
      if (!py.running) return willWrite(path, py);
      yield* writeBytes(path, writeArray(toArray(value, py)), py);
      return null;
    },
    'Writes an .npy file.',
  ),
  suspendable(
    "fromfile(file, dtype=float, count=-1, sep='', offset=0, *, like=None)",
    fromFile,
    'Elements from the bytes or the text of a file.',
  ),
  suspendable(
    "memmap(filename, dtype='uint8', mode='r+', offset=0, shape=None, order='C')",
    mapFile,
    'The elements of a file, read as they are asked for.',
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
    "genfromtxt(fname, dtype=float, comments='#', delimiter=None, skip_header=0, skip_footer=0, converters=None, missing_values=None, filling_values=None, usecols=None, names=None, encoding='bytes', unpack=None, max_rows=None, excludelist=None, deletechars=None, replace_space='_', autostrip=False, case_sensitive=True, defaultfmt='f%i', usemask=False, loose=True, invalid_raise=True, *, ndmin=0, like=None)",
    generateFromText,
    'Reads numbers from a text file that may lack some.',
  ),
  suspendable(
    "savetxt(fname, X, fmt='%.18e', delimiter=' ', newline='\\n', header='', footer='', comments='# ', encoding=None)",
    saveText,
    'Writes an array as text.',
  ),
];
