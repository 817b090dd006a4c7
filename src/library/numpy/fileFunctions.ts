/** Reading and writing arrays: `load`, `save`, `savez`, `loadtxt`, `genfromtxt`, `savetxt`. */
import { decodeBytes } from '../../python/builtins/codecs.ts';
import { PyFile } from '../../python/builtins/files.ts';
import { PyDict } from '../../python/collections.ts';
import { NotImplementedError, raise, ValueError } from '../../python/errors.ts';
import { type NativeFunction, suspendable, suspendableMethod } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { Suspendable } from '../../python/suspension.ts';
import { NotKnown, PyFloat, PyList, type Value } from '../../python/values.ts';
import { openArchive } from './archives.ts';
import { integerArgument, integersArgument } from './arguments.ts';
import { arrayFromBytes } from './byteReading.ts';
import { converted } from './conversion.ts';
import { orderedType } from './dtypeObjects.ts';
import { dtypeInfo } from './dtypes.ts';
import { saveArchive, saveArray, saveText, toFile } from './fileWriting.ts';
import { sliceAxis } from './joining.ts';
import type { NdArray } from './ndarray.ts';
import { arrayEnd, glimpseArray, isNpy, parseArray } from './npyFormat.ts';
import { pathOf, readFile } from './sources.ts';
import { sizeOf } from './storage.ts';
import { generateFromText, loadText } from './textFiles.ts';

function* load([file, , allowPickle]: readonly Value[], py: Interpreter): Suspendable<Value> {
  const { head: bytes, size } = yield* readFile(file, py);
  if (isNpy(bytes)) {
    // The next array of an open file follows this one.
    if (file instanceof PyFile) file.read(arrayEnd(bytes));
    return py.running ? parseArray(bytes) : glimpseArray(bytes, size);
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    if (bytes.length < size) throw new NotKnown('the archive is too large to look into before the run');
    return openArchive(bytes, pathOf(file, py), py);
  }
  if (allowPickle === true) throw new NotKnown('pickled files are not modelled');
  throw raise(ValueError, 'Cannot load file containing pickled data when allow_pickle=False');
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
  suspendable('save(file, arr, allow_pickle=True, fix_imports=True)', saveArray, 'Writes an .npy file.'),
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
