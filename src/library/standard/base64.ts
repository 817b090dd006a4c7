/** The modules base64 and binascii. */
import { bytesOrNull, stringOrNull, typeName } from '../../python/builtins/conversions.ts';
import { PyClass } from '../../python/classes.ts';
import {
  makeException,
  TypeError as PyTypeError,
  PythonError,
  raise,
  ValueError,
} from '../../python/errors.ts';
import { named, native } from '../../python/functions.ts';
import { type LibraryModule, pythonModule } from '../../python/modules.ts';
import { PyBytes, type Value } from '../../python/values.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const binasciiError = new PyClass('Error', [ValueError], [], { module: 'binascii' });
const fail = (text: string) => new PythonError(makeException(binasciiError, text));

function bytesLike(value: Value): Uint8Array {
  const bytes = bytesOrNull(value);
  if (bytes !== null) return bytes;
  throw raise(PyTypeError, `a bytes-like object is required, not '${typeName(value)}'`);
}

function encode(data: Uint8Array): Uint8Array {
  let text = '';
  for (let at = 0; at < data.length; at += 3) {
    const bits = (data[at] << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
    const present = Math.min(3, data.length - at);
    for (let index = 0; index < 4; index++)
      text += index <= present ? ALPHABET[(bits >> (18 - 6 * index)) & 63] : '=';
  }
  return new TextEncoder().encode(text);
}

/** Characters outside the alphabet are skipped, as binascii does. */
function decode(text: string): Uint8Array {
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  let padding = 0;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (character === '=') {
      padding++;
      if (count % 4 >= 2 && (count % 4) + padding >= 4) return Uint8Array.from(bytes);
      continue;
    }
    if (value < 0) continue;
    padding = 0;
    bits = ((bits << 6) | value) & 0xffffff;
    count++;
    if (count % 4 === 2) bytes.push((bits >> 4) & 255);
    if (count % 4 === 3) bytes.push((bits >> 2) & 255);
    if (count % 4 === 0) bytes.push(bits & 255);
  }
  if (count % 4 === 1)
    throw fail(
      `Invalid base64-encoded string: number of data characters (${count}) cannot be 1 more than a multiple of 4`,
    );
  if (count % 4 !== 0) throw fail('Incorrect padding');
  return Uint8Array.from(bytes);
}

function crc32(data: Uint8Array, start: number): number {
  let crc = ~start;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

const text = (value: Value): string => stringOrNull(value) ?? String.fromCharCode(...bytesLike(value));

const binascii: LibraryModule = {
  name: 'binascii',
  entries: () => [
    ...named(
      native('b2a_base64(data, /, *, newline=True)', ([data, newline]) => {
        const encoded = encode(bytesLike(data));
        return new PyBytes(newline === true ? Uint8Array.of(...encoded, 10) : encoded);
      }),
      native('a2b_base64(data, /)', ([data]) => new PyBytes(decode(text(data)))),
      native('crc32(data, crc=0, /)', ([data, start]) => crc32(bytesLike(data), Number(start))),
    ),
    ['Error', binasciiError],
  ],
  source: String.raw`
def hexlify(data, sep=None, bytes_per_sep=1):
    return (data.hex() if sep is None else data.hex(sep, bytes_per_sep)).encode()


def unhexlify(hexstr, /):
    text = hexstr if isinstance(hexstr, str) else hexstr.decode()
    if len(text) % 2:
        raise Error('Odd-length string')
    try:
        return bytes.fromhex(text)
    except ValueError:
        raise Error('Non-hexadecimal digit found') from None


b2a_hex = hexlify
a2b_hex = unhexlify
`,
  unmodelled: 'all',
};

const base64 = pythonModule(
  'base64',
  String.raw`
import binascii as _binascii


def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters') from None
    return bytes(s)


def b64encode(s, altchars=None):
    encoded = _binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        return encoded.translate(bytes.maketrans(b'+/', altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(_bytes(altchars), b'+/'))
    if validate and any(c not in b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=' for c in s):
        raise _binascii.Error('Only base64 data is allowed')
    return _binascii.a2b_base64(s)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b'-_')


def urlsafe_b64decode(s):
    return b64decode(s, b'-_')


def b16encode(s):
    return _binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _bytes(s)
    if casefold:
        s = s.upper()
    if any(c not in b'0123456789ABCDEF' for c in s):
        raise _binascii.Error('Non-base16 digit found')
    return _binascii.unhexlify(s)


_BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'


def b32encode(s):
    bits = ''.join(format(byte, '08b') for byte in s)
    text = ''.join(_BASE32[int(bits[i:i + 5].ljust(5, '0'), 2)] for i in range(0, len(bits), 5))
    return (text + '=' * (-len(text) % 8)).encode()


def b32decode(s, casefold=False, map01=None):
    text = _bytes(s).decode()
    if casefold:
        text = text.upper()
    if len(text) % 8:
        raise _binascii.Error('Incorrect padding')
    try:
        bits = ''.join(format(_BASE32.index(c), '05b') for c in text.rstrip('='))
    except ValueError:
        raise _binascii.Error('Non-base32 digit found') from None
    return bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits) - len(bits) % 8, 8))


def encodebytes(s):
    return b''.join(_binascii.b2a_base64(s[i:i + 57]) for i in range(0, len(s), 57))


def decodebytes(s):
    return _binascii.a2b_base64(s)
`,
);

export const modules: readonly LibraryModule[] = [binascii, base64];
