/** What `np.load` gives for an .npz file: arrays by name, read when asked for. */
import { unzipSync } from 'fflate';
import { PyClass } from '../../python/classes.ts';
import { Exception, KeyError, makeException, PythonError } from '../../python/errors.ts';
import { method, named, property } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { message } from '../../python/message.ts';
import { objectClass } from '../../python/types.ts';
import { NotKnown, PyList, PyObject, PyTuple, type Value } from '../../python/values.ts';
import type { NdArray } from './ndarray.ts';
import { glimpseArray, parseArray } from './npyFormat.ts';
import { entryStart, type ZipEntry, zipDirectory } from './zipDirectory.ts';

/** Makes the array of an entry. */
type ReadArray = () => NdArray;

class NpzFile extends PyObject {
  declare cls: PyClass;
  readonly entries: ReadonlyMap<string, ReadArray>;
  constructor(entries: ReadonlyMap<string, ReadArray>) {
    super();
    this.entries = entries;
  }
}

/** Entries up to this size are read whole under analysis, so that more than their shape is known. */
const WHOLE_ENTRY = 1 << 22;
/** Bytes that hold any header NumPy writes. */
const HEADER = 1024;

const entryName = (file: string): string => file.replace(/\.npy$/, '');

/**
 * An archive from its bytes.
 * @throws zipfile.BadZipFile where they are damaged
 */
export function openArchive(bytes: Uint8Array, path: string, py: Interpreter): Value {
  return new NpzFile(py.running ? unpacked(bytes, path) : glimpsed(bytes, path));
}

function unpacked(bytes: Uint8Array, path: string): Map<string, ReadArray> {
  try {
    const files = Object.entries(unzipSync(bytes));
    return new Map(files.map(([name, data]) => [entryName(name), () => parseArray(data)]));
  } catch {
    throw damaged(path);
  }
}

function glimpsed(bytes: Uint8Array, path: string): Map<string, ReadArray> {
  const directory = zipDirectory(bytes);
  if (directory === null) throw damaged(path);
  return new Map(directory.map(entry => [entryName(entry.name), () => glimpseEntry(bytes, entry)]));
}

function glimpseEntry(bytes: Uint8Array, entry: ZipEntry): NdArray {
  const start = entryStart(bytes, entry, entry.size <= WHOLE_ENTRY ? entry.size : HEADER);
  if (start === null) throw new NotKnown(`${entry.name} in the archive cannot be read`);
  return glimpseArray(start, entry.size);
}

const badZipFile = new PyClass('BadZipFile', [Exception], [], { module: 'zipfile' });

/** An archive that is cut off, or something else by its name. */
function damaged(path: string): PythonError {
  return new PythonError(makeException(badZipFile, 'File is not a zip file'), {
    explanation: message(
      '`{0}` begins like an .npz file and is damaged or cut off: save or download it again.',
      path,
    ),
  });
}

const entriesOf = (value: Value): ReadonlyMap<string, ReadArray> => (value as NpzFile).entries;
const names = (value: Value): PyList => new PyList([...entriesOf(value).keys()]);

function arrayNamed(self: Value, key: Value): NdArray {
  const read = entriesOf(self).get(entryName(String(key)));
  if (read) return read();
  throw new PythonError(makeException(KeyError, `${String(key)} is not a file in the archive`));
}

const npzClass = new PyClass(
  'NpzFile',
  [objectClass],
  [
    ...named(
      method('__getitem__(self, key)', ([self, key]) => arrayNamed(self, key)),
      method('get(self, key, default=None, /)', ([self, key, otherwise]) =>
        entriesOf(self).has(String(key)) ? arrayNamed(self, key) : otherwise,
      ),
      method('__contains__(self, key)', ([self, key]) => entriesOf(self).has(entryName(String(key)))),
      method('__len__(self)', ([self]) => entriesOf(self).size),
      method('__iter__(self)', ([self], py) => py.iterator(names(self))),
      method('keys(self)', ([self]) => names(self)),
      method('values(self)', ([self]) => new PyList([...entriesOf(self).values()].map(read => read()))),
      method(
        'items(self)',
        ([self]) => new PyList([...entriesOf(self)].map(([name, read]) => new PyTuple([name, read()]))),
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
