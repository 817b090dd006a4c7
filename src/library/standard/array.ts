/** The module array, in Python: lists of numbers of one type. */
import { pythonModule } from '../../python/modules.ts';

export const module = pythonModule(
  'array',
  String.raw`
import struct as _struct

typecodes = 'bBuhHiIlLqQfd'
_RANGES = {'b': (-2**7, 2**7 - 1, 'signed char'), 'B': (0, 2**8 - 1, 'unsigned byte integer'),
           'h': (-2**15, 2**15 - 1, 'signed short integer'), 'H': (0, 2**16 - 1, 'unsigned short'),
           'i': (-2**31, 2**31 - 1, 'signed integer'), 'I': (0, 2**32 - 1, 'unsigned int'),
           'l': (-2**63, 2**63 - 1, 'int'), 'L': (0, 2**64 - 1, 'int'),
           'q': (-2**63, 2**63 - 1, 'int'), 'Q': (0, 2**64 - 1, 'int')}
_SIZES = {'b': 1, 'B': 1, 'u': 4, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'f': 4, 'd': 8}


class array:
    def __init__(self, typecode, initializer=()):
        if not isinstance(typecode, str):
            raise TypeError('array() argument 1 must be a unicode character, not %s' % type(typecode).__name__)
        if typecode not in _SIZES:
            raise ValueError('bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)')
        self.typecode = typecode
        self._items = []
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        elif isinstance(initializer, str) and typecode != 'u':
            raise TypeError("cannot use a str to initialize an array with typecode '%s'" % typecode)
        else:
            self.extend(initializer)

    @property
    def itemsize(self):
        return _SIZES[self.typecode]

    def _checked(self, value):
        code = self.typecode
        if code == 'u':
            if not isinstance(value, str) or len(value) != 1:
                raise TypeError('array item must be unicode character')
            return value
        if code in 'fd':
            if isinstance(value, str) or not hasattr(value, '__float__') and not hasattr(value, '__index__'):
                raise TypeError('must be real number, not %s' % type(value).__name__)
            value = float(value)
            return _struct.unpack('<f', _struct.pack('<f', value))[0] if code == 'f' else value
        if not hasattr(value, '__index__'):
            raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)
        value = int(value)
        low, high, name = _RANGES[code]
        if name == 'int' and not low <= value <= high:
            raise OverflowError("can't convert negative value to unsigned int" if value < low == 0
                                else 'Python int too large to convert to C %slong' % ('' if low else 'unsigned '))
        if value < low:
            raise OverflowError('%s is less than minimum' % name)
        if value > high:
            raise OverflowError('%s is greater than maximum' % name)
        return value

    def _same(self, other, what):
        if not isinstance(other, array):
            raise TypeError(what % type(other).__name__)
        if other.typecode != self.typecode:
            raise TypeError('bad argument type for built-in operation')
        return other._items

    def _made(self, items):
        made = type(self)(self.typecode)
        made._items = items
        return made

    def append(self, v, /):
        self._items.append(self._checked(v))

    def extend(self, bb, /):
        if isinstance(bb, array):
            if bb.typecode != self.typecode:
                raise TypeError('can only extend with array of same kind')
            self._items.extend(bb._items)
            return
        for value in bb:
            self._items.append(self._checked(value))

    fromlist = extend

    def insert(self, i, v, /):
        self._items.insert(i, self._checked(v))

    def pop(self, i=-1, /):
        if not self._items:
            raise IndexError('pop from empty array')
        if not -len(self._items) <= i < len(self._items):
            raise IndexError('pop index out of range')
        return self._items.pop(i)

    def remove(self, v, /):
        if v not in self._items:
            raise ValueError('array.remove(x): x not in array')
        self._items.remove(v)

    def index(self, v, start=0, stop=None, /):
        stop = len(self._items) if stop is None else stop
        for at in range(*slice(start, stop).indices(len(self._items))):
            if self._items[at] == v:
                return at
        raise ValueError('array.index(x): x not in array')

    def count(self, v, /):
        return self._items.count(v)

    def reverse(self):
        self._items.reverse()

    def tolist(self):
        return list(self._items)

    def tounicode(self):
        return ''.join(self._items)

    def fromunicode(self, text, /):
        self.extend(text)

    def tobytes(self):
        if self.typecode == 'u':
            return ''.join(self._items).encode('utf-32-le')
        return _struct.pack('<%d%s' % (len(self._items), self.typecode.replace('l', 'q').replace('L', 'Q')), *self._items)

    def frombytes(self, buffer, /):
        if len(buffer) % self.itemsize:
            raise ValueError('bytes length not a multiple of item size')
        count = len(buffer) // self.itemsize
        code = self.typecode.replace('l', 'q').replace('L', 'Q')
        self._items.extend(_struct.unpack('<%d%s' % (count, code), bytes(buffer)))

    def tofile(self, f, /):
        f.write(self.tobytes())

    def fromfile(self, f, n, /):
        data = f.read(n * self.itemsize)
        self.frombytes(data)
        if len(data) < n * self.itemsize:
            raise EOFError('read() didn\'t return enough bytes')

    def byteswap(self):
        size, data = self.itemsize, self.tobytes()
        self._items = []
        self.frombytes(b''.join(data[at:at + size][::-1] for at in range(0, len(data), size)))

    def buffer_info(self):
        return id(self), len(self._items)

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, value):
        return value in self._items

    def __getitem__(self, key):
        if isinstance(key, slice):
            return self._made(self._items[key])
        if not hasattr(key, '__index__'):
            raise TypeError('array indices must be integers')
        if not -len(self._items) <= key < len(self._items):
            raise IndexError('array index out of range')
        return self._items[key]

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            self._items[key] = self._same(value, 'can only assign array (not "%s") to array slice')
            return
        if not -len(self._items) <= key < len(self._items):
            raise IndexError('array assignment index out of range')
        self._items[key] = self._checked(value)

    def __delitem__(self, key):
        del self._items[key]

    def __add__(self, other):
        return self._made(self._items + self._same(other, 'can only append array (not "%s") to array'))

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError('can only extend with array (not "%s")' % type(other).__name__)
        self.extend(other)
        return self

    def __mul__(self, count):
        return self._made(self._items * count)

    __rmul__ = __mul__

    def __imul__(self, count):
        self._items *= count
        return self

    def _compared(self, other, test):
        return test(self._items, other._items) if isinstance(other, array) else NotImplemented

    def __eq__(self, other):
        return self._compared(other, lambda a, b: a == b)

    def __lt__(self, other):
        return self._compared(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._compared(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._compared(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._compared(other, lambda a, b: a >= b)

    __hash__ = None

    def __copy__(self):
        return self._made(list(self._items))

    def __deepcopy__(self, memo):
        return self._made(list(self._items))

    def __bytes__(self):
        return self.tobytes()

    def __repr__(self):
        if not self._items:
            return "array('%s')" % self.typecode
        shown = repr(''.join(self._items)) if self.typecode == 'u' else repr(self._items)
        return "array('%s', %s)" % (self.typecode, shown)


ArrayType = array
`,
);
