/** The hashlib module: MD5, SHA-1 and SHA-2 as Python objects over the native digests. */
import { bytesOrNull, typeName } from '../../python/builtins/conversions.ts';
import { TypeError as PyTypeError, raise } from '../../python/errors.ts';
import { named, native } from '../../python/functions.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { PyBytes } from '../../python/values.ts';
import { md5, sha1, sha224, sha256 } from './digests.ts';
import { sha512 } from './sha512.ts';

const digests: Readonly<Record<string, (data: Uint8Array) => Uint8Array>> = {
  md5,
  sha1,
  sha224,
  sha256,
  sha512,
};

const SOURCE = String.raw`
algorithms_available = algorithms_guaranteed = {'md5', 'sha1', 'sha224', 'sha256', 'sha512'}
_SIZES = {'md5': (16, 64), 'sha1': (20, 64), 'sha224': (28, 64), 'sha256': (32, 64), 'sha512': (64, 128)}


class HASH:
    def __init__(self, name, data=b''):
        self.name = name
        self.digest_size, self.block_size = _SIZES[name]
        self._data = bytearray()
        self.update(data)

    def update(self, data, /):
        self._data += _checked(data)

    def digest(self):
        return _digest(self.name, bytes(self._data))

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        return HASH(self.name, self._data)

    def __repr__(self):
        return '<%s _hashlib.HASH object>' % self.name


def new(name, data=b'', **kwargs):
    if name.lower() not in _SIZES:
        raise ValueError('unsupported hash type ' + name)
    return HASH(name.lower(), data)


def md5(string=b'', *, usedforsecurity=True):
    return HASH('md5', string)


def sha1(string=b'', *, usedforsecurity=True):
    return HASH('sha1', string)


def sha224(string=b'', *, usedforsecurity=True):
    return HASH('sha224', string)


def sha256(string=b'', *, usedforsecurity=True):
    return HASH('sha256', string)


def sha512(string=b'', *, usedforsecurity=True):
    return HASH('sha512', string)
`;

export const module: LibraryModule = {
  name: 'hashlib',
  entries: () =>
    named(
      native('_digest(name, data)', ([name, data]) => new PyBytes(digests[String(name)](bytesOrNull(data)!))),
      native('_checked(data)', ([data]) => {
        if (typeof data === 'string') throw raise(PyTypeError, 'Strings must be encoded before hashing');
        if (bytesOrNull(data) === null)
          throw raise(PyTypeError, `object supporting the buffer API required, not ${typeName(data)}`);
        return data;
      }),
    ),
  source: SOURCE,
  unmodelled: 'all',
};
