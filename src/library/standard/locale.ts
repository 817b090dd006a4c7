/** The modules locale and codecs, in Python: a run has the C locale and writes UTF-8. */
import { pythonModule } from '../../python/modules.ts';

const locale = pythonModule(
  'locale',
  String.raw`
import re as _re

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = 0, 1, 2, 3, 4, 5, 6
CHAR_MAX = 127
_current = ['C']


class Error(Exception):
    pass


def setlocale(category, locale=None):
    if locale is not None:
        name = '.'.join(part for part in locale if part) if isinstance(locale, tuple) else locale
        if name not in ('', 'C', 'POSIX', 'C.UTF-8', 'C.utf8'):
            raise Error('unsupported locale setting')
        _current[0] = 'C.UTF-8' if name in ('', 'C.UTF-8', 'C.utf8') else 'C'
    return _current[0]


def getlocale(category=LC_CTYPE):
    return (None, None) if _current[0] == 'C' else ('en_US', 'UTF-8')


getdefaultlocale = getlocale


def resetlocale(category=LC_ALL):
    _current[0] = 'C'


def getpreferredencoding(do_setlocale=True):
    return 'UTF-8'


getencoding = getpreferredencoding


def localeconv():
    return {'int_curr_symbol': '', 'currency_symbol': '', 'mon_decimal_point': '', 'mon_thousands_sep': '',
            'mon_grouping': [], 'positive_sign': '', 'negative_sign': '', 'int_frac_digits': 127, 'frac_digits': 127,
            'p_cs_precedes': 127, 'p_sep_by_space': 127, 'n_cs_precedes': 127, 'n_sep_by_space': 127,
            'p_sign_posn': 127, 'n_sign_posn': 127, 'decimal_point': '.', 'thousands_sep': '', 'grouping': []}


def format_string(f, val, grouping=False, monetary=False):
    return f % val


def currency(val, symbol=True, grouping=False, international=False):
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
    return '%.12g' % val


def delocalize(string):
    return string


def localize(string, grouping=False, monetary=False):
    return string


def atof(string, func=float):
    return func(string)


def atoi(string):
    return int(string)


def strcoll(a, b, /):
    return (a > b) - (a < b)


def strxfrm(a, /):
    return a


def normalize(localename):
    return localename
`,
);

const codecs = pythonModule(
  'codecs',
  String.raw`
import base64 as _base64

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_UTF16_LE = BOM_UTF16 = BOM = BOM_LE = b'\xff\xfe'
BOM_UTF16_BE = BOM_BE = b'\xfe\xff'
BOM_UTF32_LE = BOM_UTF32 = b'\xff\xfe\x00\x00'
BOM_UTF32_BE = b'\x00\x00\xfe\xff'
_open = open


def _rot13(text):
    def turned(char):
        for first in 'aA':
            at = ord(char) - ord(first)
            if 0 <= at < 26:
                return chr((at + 13) % 26 + ord(first))
        return char

    return ''.join(map(turned, text))


def encode(obj, encoding='utf-8', errors='strict'):
    name = encoding.lower().replace('-', '_')
    if name in ('rot13', 'rot_13'):
        return _rot13(obj)
    if name in ('hex', 'hex_codec'):
        return bytes(obj).hex().encode()
    if name in ('base64', 'base64_codec'):
        return _base64.encodebytes(obj)
    return obj.encode(encoding, errors)


def decode(obj, encoding='utf-8', errors='strict'):
    name = encoding.lower().replace('-', '_')
    if name in ('rot13', 'rot_13'):
        return _rot13(obj)
    if name in ('hex', 'hex_codec'):
        return bytes.fromhex(obj if isinstance(obj, str) else bytes(obj).decode())
    if name in ('base64', 'base64_codec'):
        return _base64.decodebytes(obj)
    return bytes(obj).decode(encoding, errors)


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    if encoding is None or 'b' in mode:
        return _open(filename, mode)
    return _open(filename, mode, encoding=encoding, newline='')


class CodecInfo(tuple):
    def __new__(cls, encode, decode, name):
        self = tuple.__new__(cls, (encode, decode, None, None))
        self.name, self.encode, self.decode = name, encode, decode
        return self

    def __repr__(self):
        return '<%s.%s object for encoding %s at %#x>' % (type(self).__module__, type(self).__qualname__, self.name, id(self))


_NAMES = {'utf8': 'utf-8', 'u8': 'utf-8', 'latin1': 'iso8859-1', 'iso88591': 'iso8859-1', 'latin': 'iso8859-1', 'usascii': 'ascii',
          'ascii': 'ascii', 'utf16': 'utf-16', 'utf32': 'utf-32', 'utf8sig': 'utf-8-sig', 'cp1252': 'cp1252'}


def lookup(encoding):
    key = encoding.lower().replace('-', '').replace('_', '').replace(' ', '')
    if key not in _NAMES:
        raise LookupError('unknown encoding: %s' % encoding)
    name = _NAMES[key]
    return CodecInfo(lambda text, errors='strict': (text.encode(name, errors), len(text)),
                     lambda data, errors='strict': (bytes(data).decode(name, errors), len(data)), name)


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode
`,
);

export const modules = [locale, codecs];
