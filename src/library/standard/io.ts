/** The io module: text and bytes in memory. */

import { fromLatin, latin } from '../../python/builtins/bytesContents.ts';
import { bytesOrNull, stringOf } from '../../python/builtins/conversions.ts';
import { fileMethods, open, PyFile, unsupportedOperation } from '../../python/builtins/files.ts';
import { PyClass } from '../../python/classes.ts';
import { method, named, native, property } from '../../python/functions.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { objectClass } from '../../python/types.ts';
import { PyBytes, type Value } from '../../python/values.ts';

const ioBase = new PyClass('IOBase', [objectClass], [], { module: 'io' });

function memory(cls: Value, contents: string, isBinary: boolean): PyFile {
  const mode = isBinary ? 'wb+' : 'w+';
  return new PyFile(cls as PyClass, { path: null, mode, encoding: 'utf-8', newline: '\n' }, contents);
}

const self = (value: Value): PyFile => value as PyFile;
const closed = [property('closed', file => self(file).isClosed)];
const shared = fileMethods.filter(
  ([name]) => !['__repr__', 'name', 'mode', 'encoding', 'closed'].includes(name),
);

const stringClass = new PyClass(
  'StringIO',
  [ioBase],
  [
    ...shared,
    ...closed,
    ...named(
      native("__new__(cls, initial_value='', newline=None)", ([cls, value]) =>
        memory(cls, value === null ? '' : stringOf(value, 'initial_value'), false),
      ),
      method('getvalue(self)', ([file]) => {
        self(file).checkOpen();
        return self(file).contents;
      }),
    ),
  ],
  { module: '_io' },
);

const bytesClass = new PyClass(
  'BytesIO',
  [ioBase],
  [
    ...shared,
    ...closed,
    ...named(
      native("__new__(cls, initial_bytes='')", ([cls, value]) =>
        memory(cls, latin(bytesOrNull(value) ?? new Uint8Array()), true),
      ),
      method('getvalue(self)', ([file]) => new PyBytes(fromLatin(self(file).contents))),
      method('getbuffer(self)', ([file]) => new PyBytes(fromLatin(self(file).contents))),
    ),
  ],
  { module: '_io' },
);

export const module: LibraryModule = {
  name: 'io',
  entries: () => [
    ['StringIO', stringClass],
    ['BytesIO', bytesClass],
    ['IOBase', ioBase],
    ['open', open],
    ['UnsupportedOperation', unsupportedOperation],
    ['SEEK_SET', 0],
    ['SEEK_CUR', 1],
    ['SEEK_END', 2],
    ['DEFAULT_BUFFER_SIZE', 8192],
  ],
  unmodelled: new Set([
    'TextIOWrapper',
    'BufferedReader',
    'BufferedWriter',
    'FileIO',
    'RawIOBase',
    'TextIOBase',
    'BufferedIOBase',
  ]),
};
