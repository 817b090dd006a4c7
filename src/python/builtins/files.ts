/** `open` and file objects, on the host's files: contents are read at once and written on close, flush and exit. */
import { PyClass } from '../classes.ts';
import { makeException, TypeError as PyTypeError, PythonError, raise, ValueError } from '../errors.ts';
import { method, named, property, suspendable, suspendableMethod } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import type { HostFiles } from '../policy.ts';
import { StateKey } from '../state.ts';
import { type Suspendable, wait } from '../suspension.ts';
import { classOf, objectClass } from '../types.ts';
import { type Mutable, NotKnown, PyBytes, PyList, PyObject, touch, Unknown, type Value } from '../values.ts';
import { fromLatin, latin } from './bytesContents.ts';
import { decodeBytes, encodeText } from './codecs.ts';
import { bytesOrNull, indexOf, requireKnown, stringOf, stringOrNull, typeName } from './conversions.ts';
import { fileExists, noSuchFile } from './fileErrors.ts';
import { glimpseFile, isWhole, writtenFiles } from './glimpses.ts';
import { iteratorNamed } from './iterators.ts';

/** Files that may have unwritten contents. */
const openFiles = new StateKey<Set<PyFile>>('files', () => new Set());

export interface FileOptions {
  readonly path: string | null;
  readonly mode: string;
  readonly encoding: string;
  readonly newline: string | null;
}

/** What changes of a file. */
type FileState = Pick<PyFile, 'contents' | 'position' | 'isClosed' | 'isDirty'> & {
  readonly lost: Unknown | null;
};

/**
 * An open file, or a buffer in memory (`io.StringIO`, `io.BytesIO`) when it has no path. Contents are kept as text,
 * one character a byte in binary mode.
 */
export class PyFile extends PyObject implements Mutable {
  cls: PyClass;
  readonly options: FileOptions;
  readonly isBinary: boolean;
  contents: string;
  position = 0;
  isClosed = false;
  isDirty = false;

  constructor(cls: PyClass, options: FileOptions, contents: string) {
    super();
    this.cls = cls;
    this.options = options;
    this.isBinary = options.mode.includes('b');
    this.contents = contents;
  }

  /** Set where branches left it at different places: nothing can be read any more. */
  private lost: Unknown | null = null;

  capture(): FileState {
    const { contents, position, isClosed, isDirty, lost } = this;
    return { contents, position, isClosed, isDirty, lost };
  }

  restore(state: unknown): void {
    Object.assign(this, state as FileState);
  }

  join(state: unknown): void {
    const other = state as FileState;
    const same =
      other.position === this.position &&
      other.contents === this.contents &&
      other.isClosed === this.isClosed;
    if (!same) this.lost = new Unknown('how far the file is read depends on a condition');
  }

  /** What it holds is not known any more. */
  lose(reason: string): void {
    touch(this);
    this.lost = new Unknown(reason);
  }

  get isReadable(): boolean {
    return this.options.path === null || /[r+]/.test(this.options.mode);
  }

  get isWritable(): boolean {
    return this.options.path === null || /[wax+]/.test(this.options.mode);
  }

  checkOpen(): void {
    if (this.lost !== null) throw new NotKnown(this.lost.reason);
    if (this.isClosed) throw raise(ValueError, 'I/O operation on closed file.');
  }

  checkReadable(): void {
    if (this.isClosed && this.isBinary && this.options.path !== null)
      throw raise(ValueError, 'read of closed file');
    this.checkOpen();
    if (!this.isReadable) throw unsupported('not readable');
  }

  /** The value of a piece of the contents. */
  wrap(text: string): Value {
    return this.isBinary ? new PyBytes(fromLatin(text)) : text;
  }

  read(size: number): Value {
    touch(this);
    const end = size < 0 ? this.contents.length : Math.min(this.contents.length, this.position + size);
    const text = this.contents.slice(this.position, end);
    this.position = Math.max(this.position, end);
    return this.wrap(text);
  }

  /** The next line with its end, or '' at the end of the file. */
  readLine(limit = -1): string {
    touch(this);
    const newline = this.contents.indexOf('\n', this.position);
    let end = newline < 0 ? this.contents.length : newline + 1;
    if (limit >= 0) end = Math.min(end, this.position + limit);
    const line = this.contents.slice(this.position, end);
    this.position = Math.max(this.position, end);
    return line;
  }

  write(value: Value): number {
    touch(this);
    this.checkOpen();
    if (!this.isWritable) throw unsupported('not writable');
    const bytes = this.isBinary ? bytesOrNull(value) : null;
    const text = this.isBinary ? (bytes === null ? null : latin(bytes)) : stringOrNull(requireKnown(value));
    if (text === null) {
      throw raise(
        PyTypeError,
        this.isBinary
          ? `a bytes-like object is required, not '${typeName(value)}'`
          : `${this.options.path === null ? 'string argument expected, got' : 'write() argument must be str, not'} ${this.options.path === null ? `'${typeName(value)}'` : typeName(value)}`,
      );
    }
    if (this.options.mode.includes('a')) this.position = this.contents.length;
    const gap = this.position > this.contents.length ? '\0'.repeat(this.position - this.contents.length) : '';
    this.contents =
      this.contents.slice(0, this.position) + gap + text + this.contents.slice(this.position + text.length);
    this.position += text.length;
    this.isDirty = true;
    return text.length;
  }

  /** Writes the contents to the host where they changed. */
  *flush(py: Interpreter): Suspendable<void> {
    const { path } = this.options;
    if (!this.isDirty || path === null || py.host.files === null) return;
    const text =
      this.isBinary ||
      this.options.newline === null ||
      this.options.newline === '' ||
      this.options.newline === '\n'
        ? this.contents
        : this.contents.replaceAll('\n', this.options.newline);
    const data = this.isBinary ? fromLatin(text) : encodeText(text, this.options.encoding, 'strict');
    yield* wait(py.host.files.write(path, data));
    this.isDirty = false;
  }

  *close(py: Interpreter): Suspendable<null> {
    if (!this.isClosed) {
      yield* this.flush(py);
      touch(this);
      this.isClosed = true;
      py.state(openFiles).delete(this);
    }
    return null;
  }
}

/** `io.UnsupportedOperation`, an OSError and ValueError in one. */
export const unsupportedOperation = new PyClass('UnsupportedOperation', [ValueError], [], { module: 'io' });

function unsupported(what: string): PythonError {
  return new PythonError(makeException(unsupportedOperation, what));
}

/** Writes what open files still hold: to be called when a program has ended. */
export function* flushOpenFiles(py: Interpreter): Suspendable<void> {
  for (const file of py.state(openFiles)) yield* file.flush(py);
}

const self = (value: Value): PyFile => value as PyFile;

function lines(file: PyFile): PyList {
  const result: Value[] = [];
  for (let line = file.readLine(); line !== ''; line = file.readLine()) result.push(file.wrap(line));
  return new PyList(result);
}

/** Methods of files and memory buffers. */
export const fileMethods: [string, Value][] = [
  ...named(
    method('read(self, size=-1, /)', ([file, size], py) => {
      self(file).checkReadable();
      return self(file).read(size === null ? -1 : indexOf(py, size));
    }),
    method('readline(self, size=-1, /)', ([file, size], py) => {
      self(file).checkReadable();
      return self(file).wrap(self(file).readLine(size === null ? -1 : indexOf(py, size)));
    }),
    method('readlines(self, hint=-1, /)', ([file]) => {
      self(file).checkReadable();
      return lines(self(file));
    }),
    method('write(self, data, /)', ([file, data]) => self(file).write(data)),
    method('writelines(self, lines, /)', ([file, items], py) => {
      for (const line of py.iterate(items)) self(file).write(line);
      return null;
    }),
    method('seek(self, offset, whence=0, /)', ([file, offset, whence], py) => {
      self(file).checkOpen();
      touch(self(file));
      const base = whence === 0 ? 0 : whence === 1 ? self(file).position : self(file).contents.length;
      self(file).position = Math.max(0, base + indexOf(py, offset));
      return self(file).position;
    }),
    method('tell(self, /)', ([file]) => self(file).position),
    method('truncate(self, size=None, /)', ([file, size], py) => {
      const end = size === null ? self(file).position : indexOf(py, size);
      self(file).contents = self(file).contents.slice(0, end);
      self(file).isDirty = true;
      return end;
    }),
    method('readable(self, /)', ([file]) => self(file).isReadable),
    method('writable(self, /)', ([file]) => self(file).isWritable),
    method('seekable(self, /)', () => true),
    method('isatty(self, /)', () => false),
    suspendableMethod('flush(self, /)', function* ([file], py) {
      yield* self(file).flush(py);
      return null;
    }),
    suspendableMethod('close(self, /)', ([file], py) => self(file).close(py)),
    method('__enter__(self, /)', ([file]) => {
      self(file).checkOpen();
      return file;
    }),
    suspendableMethod('__exit__(self, *args)', ([file], py) => self(file).close(py)),
    method('__iter__(self, /)', ([file]) => {
      self(file).checkReadable();
      return iteratorNamed('file_iterator', () => {
        self(file).checkReadable();
        const line = self(file).readLine();
        return line === '' ? undefined : self(file).wrap(line);
      });
    }),
    method('__next__(self, /)', ([file], py) =>
      py.call(py.builtins.get('next')!, [py.callMethod(file, '__iter__')]),
    ),
    method('__repr__(self, /)', ([file], py) => {
      const { options, isBinary } = self(file);
      const name = `name=${py.repr(options.path)}`;
      if (isBinary) return `<_io.Buffered${self(file).isWritable ? 'Writer' : 'Reader'} ${name}>`;
      return `<_io.TextIOWrapper ${name} mode='${options.mode}' encoding='${options.encoding}'>`;
    }),
  ),
  property('name', file => self(file).options.path),
  property('mode', file => self(file).options.mode),
  property('encoding', file => self(file).options.encoding),
  property('closed', file => self(file).isClosed),
];

const textFileClass = new PyClass('TextIOWrapper', [objectClass], fileMethods, {
  module: '_io',
  subclassable: false,
});
const binaryFileClass = new PyClass('BufferedReader', [objectClass], fileMethods, {
  module: '_io',
  subclassable: false,
});

/** A path argument: str, bytes or an object with `__fspath__`. */
export function pathText(py: Interpreter, value: Value): string {
  const text = stringOrNull(requireKnown(value));
  if (text !== null) return text;
  const bytes = bytesOrNull(value);
  if (bytes !== null) return decodeBytes(bytes, 'utf-8', 'strict');
  const convert = classOf(value).lookup('__fspath__');
  if (convert !== undefined) return stringOf(py.call(convert, [value]), '__fspath__()');
  throw raise(PyTypeError, `expected str, bytes or os.PathLike object, not ${typeName(value)}`);
}

function checkMode(mode: string): void {
  if (!/^[rwaxbt+]+$/.test(mode)) throw raise(ValueError, `invalid mode: '${mode}'`);
  if ((mode.match(/[rwax]/g) ?? []).length !== 1) {
    throw raise(ValueError, 'must have exactly one of create/read/write/append mode');
  }
  if (mode.includes('b') && mode.includes('t'))
    throw raise(ValueError, "can't have text and binary mode at once");
}

/** Opens a file of the workspace. */
export function* openFile(
  py: Interpreter,
  path: string,
  mode: string,
  encoding: string | null,
  newline: string | null,
): Suspendable<PyFile> {
  checkMode(mode);
  const isBinary = mode.includes('b');
  if (isBinary && encoding !== null) throw raise(ValueError, "binary mode doesn't take an encoding argument");
  const { files } = py.host;
  if (!mode.includes('r') || mode.includes('+')) py.state(writtenFiles).add(path);
  const data = files === null ? shownBytes(path, mode, py) : yield* readyBytes(files, path, mode, py);
  let contents = isBinary ? latin(data) : decodeBytes(data, encoding ?? 'utf-8', 'strict');
  if (!isBinary && newline === null) contents = contents.replace(/\r\n?/g, '\n');
  const file = new PyFile(
    isBinary ? binaryFileClass : textFileClass,
    { path, mode, encoding: encoding ?? 'UTF-8', newline },
    contents,
  );
  if (mode.includes('a')) file.position = contents.length;
  if (files !== null) py.state(openFiles).add(file);
  return file;
}

/** What analysis sees in a file that is only read. */
function shownBytes(path: string, mode: string, py: Interpreter): Uint8Array {
  if (!mode.includes('r') || mode.includes('+')) throw new NotKnown('files are not written while editing');
  const glimpse = glimpseFile(path, py);
  if (!isWhole(glimpse)) throw new NotKnown(`${path} is read to its end only when the script runs`);
  return glimpse.head;
}

/** What stands in a file when it has been opened; one that is written is there from then on. */
function* readyBytes(files: HostFiles, path: string, mode: string, py: Interpreter): Suspendable<Uint8Array> {
  yield* flushUnreferenced(py);
  const exists = (yield* wait(files.stat(path))) !== null;
  if (mode.includes('x') && exists) throw fileExists(path);
  if (mode.includes('r') && !exists) throw noSuchFile(path);
  const data = mode.includes('w') || !exists ? new Uint8Array() : yield* wait(files.read(path));
  if (mode.includes('w') || !exists) yield* wait(files.write(path, data));
  return data;
}

/** Python closes a file that nothing refers to any more, as after `open(path, 'w').write(text)`. */
export function* flushUnreferenced(py: Interpreter): Suspendable<void> {
  for (const file of [...py.state(openFiles)]) {
    if (file.isDirty && !isReferenced(py, file)) yield* file.flush(py);
  }
}

/** Whether a variable of a function that runs, or of its module, holds it. */
function isReferenced(py: Interpreter, file: PyFile): boolean {
  for (let frame = py.frame; frame !== null; frame = frame.caller) {
    if (frame.slots.includes(file) || frame.cells.some(cell => cell.value === file)) return true;
    for (const map of [frame.globals.map, frame.names?.map]) {
      for (const value of map?.values() ?? []) if (value === file) return true;
    }
  }
  return false;
}

export const open = suspendable(
  "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
  ([file, mode, , encoding, , newline], py) =>
    openFile(
      py,
      pathText(py, file),
      stringOf(mode, "open() argument 'mode'"),
      encoding === null ? null : stringOf(encoding, "open() argument 'encoding'"),
      newline === null ? null : stringOf(newline, "open() argument 'newline'"),
    ),
  'Opens a file of the workspace.',
);

export { noSuchFile } from './fileErrors.ts';
export { writtenFiles } from './glimpses.ts';
