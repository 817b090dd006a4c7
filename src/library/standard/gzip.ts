/** The modules gzip, zlib and zipfile over the workspace's files; fflate compresses and expands. */
import { gunzipSync, gzipSync, unzipSync, unzlibSync, zipSync, zlibSync } from 'fflate';
import { bytesOrNull, typeName } from '../../python/builtins/conversions.ts';
import { PyClass } from '../../python/classes.ts';
import { PyDict } from '../../python/collections.ts';
import {
  Exception,
  makeException,
  OSError,
  TypeError as PyTypeError,
  PythonError,
  raise,
} from '../../python/errors.ts';
import { named, native } from '../../python/functions.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { PyBytes, type Value } from '../../python/values.ts';

const badGzipFile = new PyClass('BadGzipFile', [OSError], [], { module: 'gzip' });
const zlibError = new PyClass('error', [Exception], [], { module: 'zlib' });
const badZipFile = new PyClass('BadZipFile', [Exception], [], { module: 'zipfile' });

function bytesLike(value: Value): Uint8Array {
  const bytes = bytesOrNull(value);
  if (bytes !== null) return bytes;
  throw raise(PyTypeError, `a bytes-like object is required, not '${typeName(value)}'`);
}

/** Runs a decoder; whatever it rejects becomes the given Python exception. */
function expand(decode: () => Uint8Array, cls: PyClass, text: string): PyBytes {
  try {
    return new PyBytes(decode());
  } catch {
    throw new PythonError(makeException(cls, text));
  }
}

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const levelOf = (value: Value) => LEVELS[Number(value)] ?? 6;

const gzip: LibraryModule = {
  name: 'gzip',
  entries: () => [
    ...named(
      native('compress(data, compresslevel=9, *, mtime=None)', ([data, level]) => {
        return new PyBytes(gzipSync(bytesLike(data), { level: levelOf(level), mtime: 0 }));
      }),
      native('decompress(data)', ([value]) => {
        const data = bytesLike(value);
        if (data.length === 0) return new PyBytes(data);
        const start = new PyBytes(data.slice(0, 2));
        if (data[0] !== 0x1f || data[1] !== 0x8b)
          throw new PythonError(makeException(badGzipFile, `Not a gzipped file (b'${hexText(start.data)}')`));
        return expand(() => gunzipSync(data), badGzipFile, 'CRC check failed');
      }),
    ),
    ['BadGzipFile', badGzipFile],
  ],
  source: String.raw`
import io as _io
import os as _os

_open = open


class GzipFile:
    def __init__(self, filename=None, mode='rb', compresslevel=9, fileobj=None, mtime=None):
        self.name = '' if filename is None else _os.fspath(filename)
        self.mode = mode
        self._level = compresslevel
        self._target = fileobj
        if mode.startswith('r'):
            if filename is not None and fileobj is None:
                with _open(filename, 'rb') as source:
                    data = source.read()
            else:
                data = fileobj.read()
            self._buffer = _io.BytesIO(decompress(data))
        elif mode.startswith('w') or mode.startswith('x'):
            self._buffer = _io.BytesIO()
            if fileobj is None:
                self._target = _open(filename, mode.replace('t', '').replace('b', '') + 'b')
        else:
            raise ValueError('Invalid mode: %r' % mode)

    def __getattr__(self, name):
        if name == '_buffer':
            raise AttributeError(name)
        return getattr(self._buffer, name)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def __iter__(self):
        return iter(self._buffer)

    def close(self):
        if not self.mode.startswith('r') and not self._buffer.closed:
            self._target.write(compress(self._buffer.getvalue(), self._level))
            self._target.close()
        self._buffer.close()


class _TextFile:
    """Text over a GzipFile."""

    def __init__(self, file, encoding):
        self._file = file
        self._encoding = encoding or 'utf-8'
        reading = file.mode.startswith('r')
        self._text = _io.StringIO(file.read().decode(self._encoding).replace('\r\n', '\n') if reading else '')

    def __getattr__(self, name):
        if name == '_text':
            raise AttributeError(name)
        return getattr(self._text, name)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def __iter__(self):
        return iter(self._text)

    def close(self):
        if not self._text.closed and not self._file.mode.startswith('r'):
            self._file.write(self._text.getvalue().encode(self._encoding))
        self._text.close()
        self._file.close()


def open(filename, mode='rb', compresslevel=9, encoding=None, errors=None, newline=None):
    if 't' in mode and 'b' in mode:
        raise ValueError('Invalid mode: %r' % (mode,))
    if 't' not in mode and encoding is not None:
        raise ValueError("Argument 'encoding' not supported in binary mode")
    if hasattr(filename, 'read') or hasattr(filename, 'write'):
        file = GzipFile(None, mode.replace('t', ''), compresslevel, filename)
    else:
        file = GzipFile(filename, mode.replace('t', ''), compresslevel)
    return _TextFile(file, encoding) if 't' in mode else file
`,
  unmodelled: 'all',
};

function hexText(data: Uint8Array): string {
  return [...data]
    .map(byte =>
      byte >= 32 && byte < 127 ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`,
    )
    .join('');
}

const zlib: LibraryModule = {
  name: 'zlib',
  entries: () => [
    ...named(
      native('compress(data, /, level=-1)', ([data, level]) => {
        return new PyBytes(zlibSync(bytesLike(data), { level: levelOf(level) }));
      }),
      native('decompress(data, /, wbits=15)', ([data, wbits]) => {
        const bytes = bytesLike(data);
        const text = 'Error -3 while decompressing data: incorrect header check';
        return expand(() => (Number(wbits) > 15 ? gunzipSync(bytes) : unzlibSync(bytes)), zlibError, text);
      }),
    ),
    ['error', zlibError],
    ['MAX_WBITS', 15],
  ],
  source: 'from binascii import crc32\n',
  unmodelled: 'all',
};

const zipfile: LibraryModule = {
  name: 'zipfile',
  entries: () => [
    ...named(
      native('_entries(data)', ([value], py) => {
        const data = bytesLike(value);
        const files = new PyDict();
        try {
          for (const [name, bytes] of Object.entries(unzipSync(data)))
            files.set(name, new PyBytes(bytes), py.keyRules);
        } catch {
          throw new PythonError(makeException(badZipFile, 'File is not a zip file'));
        }
        return files;
      }),
      native('_archive(files, level)', ([files, level]) => {
        const entries = [...(files as PyDict).entries()].map(
          ([name, data]) => [String(name), bytesLike(data)] as const,
        );
        // One date for all, so that the same contents always give the same archive.
        return new PyBytes(
          zipSync(Object.fromEntries(entries), {
            level: levelOf(level),
            mtime: new Date('1980-01-01T00:00:00'),
          }),
        );
      }),
    ),
    ['BadZipFile', badZipFile],
    ['BadZipfile', badZipFile],
  ],
  source: String.raw`
import io as _io
import os as _os


def _needs_files(function):
    def call(*args, **kwargs):
        return _os._with_files(function, *args, **kwargs)
    return call

ZIP_STORED = 0
ZIP_DEFLATED = 8


class ZipInfo:
    def __init__(self, filename='NoName', date_time=(1980, 1, 1, 0, 0, 0)):
        self.filename = filename
        self.date_time = date_time
        self.file_size = 0
        self.compress_type = ZIP_STORED

    def is_dir(self):
        return self.filename.endswith('/')


class ZipFile:
    def __init__(self, file, mode='r', compression=ZIP_STORED, allowZip64=True, compresslevel=None):
        if mode not in ('r', 'w', 'x', 'a'):
            raise ValueError("ZipFile requires mode 'r', 'w', 'x', or 'a'")
        self.mode = mode
        self.filename = None if hasattr(file, 'read') else _os.fspath(file)
        self._file = file
        self._level = 6 if compression else 0
        self._files = {}
        self._open = True
        if mode == 'r' or mode == 'a' and self.filename is not None and _os.path.exists(self.filename):
            self._files = _entries(self._bytes())

    @_needs_files
    def _bytes(self):
        if self.filename is None:
            return self._file.read()
        with open(self.filename, 'rb') as source:
            return source.read()

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def namelist(self):
        return list(self._files)

    def infolist(self):
        return [self.getinfo(name) for name in self._files]

    def getinfo(self, name):
        if name not in self._files:
            raise KeyError('There is no item named %r in the archive' % name)
        info = ZipInfo(name)
        info.file_size = len(self._files[name])
        return info

    def read(self, name, pwd=None):
        name = name.filename if isinstance(name, ZipInfo) else name
        self.getinfo(name)
        return self._files[name]

    def open(self, name, mode='r', pwd=None):
        return _io.BytesIO(self.read(name))

    @_needs_files
    def extract(self, member, path=None, pwd=None):
        name = member.filename if isinstance(member, ZipInfo) else member
        target = _os.path.normpath(_os.path.join('.' if path is None else _os.fspath(path), name.lstrip('/')))
        if '..' in name.split('/'):
            raise ValueError('a name in the archive leaves the folder: %r' % name)
        if name.endswith('/'):
            _os.makedirs(target, exist_ok=True)
            return target
        folder = _os.path.dirname(target)
        if folder:
            _os.makedirs(folder, exist_ok=True)
        with open(target, 'wb') as file:
            file.write(self.read(name))
        return target

    @_needs_files
    def extractall(self, path=None, members=None, pwd=None):
        for name in members or self.namelist():
            self.extract(name, path)

    def writestr(self, zinfo_or_arcname, data, compress_type=None, compresslevel=None):
        name = zinfo_or_arcname.filename if isinstance(zinfo_or_arcname, ZipInfo) else zinfo_or_arcname
        self._files[name] = data.encode() if isinstance(data, str) else data

    def write(self, filename, arcname=None, compress_type=None, compresslevel=None):
        with open(filename, 'rb') as source:
            self._files[_os.fspath(filename if arcname is None else arcname).lstrip('/')] = source.read()

    def testzip(self):
        return None

    def close(self):
        if self._open and self.mode != 'r':
            data = _archive(self._files, self._level)
            if self.filename is None:
                self._file.write(data)
            else:
                with open(self.filename, 'wb') as target:
                    target.write(data)
        self._open = False


def is_zipfile(filename):
    try:
        with open(filename, 'rb') as source:
            return source.read(4) in (b'PK\x03\x04', b'PK\x05\x06')
    except OSError:
        return False
`,
  unmodelled: 'all',
};

export const modules: readonly LibraryModule[] = [gzip, zlib, zipfile];
