/** `tf.train.Example` and its parts, in Python. */

export const exampleSource = `
import numpy as _np
import tensorflow as _tf
from tensorflow._records import _encode_example, _encode_features, _encode_feature
from tensorflow._records import _decode_example, _decode_features, _decode_feature


def _quoted(value):
    named = {10: '\\\\n', 13: '\\\\r', 9: '\\\\t', 34: '\\\\"', 39: "\\\\'", 92: '\\\\\\\\'}
    return '"' + ''.join(named.get(byte) or (chr(byte) if 32 <= byte < 127 else '\\\\%03o' % byte) for byte in value) + '"'


def _indented(text):
    return ''.join('  ' + line + '\\n' for line in text.splitlines())


class DecodeError(Exception):
    pass


class _Message:
    def __str__(self):
        return self._text()

    def __repr__(self):
        return self._text()

    @classmethod
    def FromString(cls, data):
        made = cls()
        made.ParseFromString(data)
        return made

    def ParseFromString(self, data):
        if _tf.is_tensor(data):
            raise TypeError('expected bytes, ' + type(data).__name__ + ' found')
        found = self._decode(data)
        if found is None:
            raise DecodeError('Error parsing message')
        self._fill(found)
        return len(data)

    def ByteSize(self):
        return len(self.SerializeToString())

    def __eq__(self, other):
        return type(self) is type(other) and self.SerializeToString() == other.SerializeToString()

    __hash__ = None


class _List:
    def __init__(self, value=()):
        if isinstance(value, (_np.ndarray, _np.generic)):
            value = value.tolist()
        elif _tf.is_tensor(value):
            value = value.numpy()
        self.value = [self._kept(item) for item in value]

    def _wrong(self, item, expected):
        return TypeError('%r has type %s, but expected one of: %s' % (item, type(item).__name__, expected))

    def _text(self):
        return ''.join('value: ' + self._shown(self._kept(item)) + '\\n' for item in self.value)

    def __repr__(self):
        return self._text()

    def __str__(self):
        return self._text()

    def _values(self):
        return [self._kept(item) for item in self.value]


class BytesList(_List):
    _kind = 'bytes_list'

    def _kept(self, item):
        if not isinstance(item, bytes):
            raise self._wrong(item, 'bytes')
        return item

    def _shown(self, item):
        return _quoted(item)


class FloatList(_List):
    _kind = 'float_list'

    def _kept(self, item):
        if isinstance(item, (str, bytes)):
            raise self._wrong(item, 'int, float')
        return float(_np.float32(float(item)))

    def _shown(self, item):
        return repr(item) if item != int(item) or abs(item) > 1e16 else repr(float(item))


class Int64List(_List):
    _kind = 'int64_list'

    def _kept(self, item):
        if isinstance(item, (float, str, bytes, _np.floating)):
            raise self._wrong(item, 'int')
        return int(item)

    def _shown(self, item):
        return str(item)


_KINDS = ('bytes_list', 'float_list', 'int64_list')


class Feature(_Message):
    _decode = staticmethod(_decode_feature)

    def __init__(self, bytes_list=None, float_list=None, int64_list=None):
        self._given = None
        for kind, part in zip(_KINDS, (bytes_list, float_list, int64_list)):
            if part is not None:
                self._given = kind
        self.bytes_list = bytes_list if bytes_list is not None else BytesList()
        self.float_list = float_list if float_list is not None else FloatList()
        self.int64_list = int64_list if int64_list is not None else Int64List()

    def WhichOneof(self, name):
        for kind in _KINDS:
            if len(getattr(self, kind).value) > 0:
                return kind
        return self._given

    def HasField(self, name):
        return self.WhichOneof('kind') == name

    def _pair(self):
        kind = self.WhichOneof('kind')
        return (kind, getattr(self, kind)._values() if kind is not None else None)

    def _fill(self, pair):
        kind, values = pair
        self.__init__(**({} if kind is None else {kind: {'bytes_list': BytesList, 'float_list': FloatList,
                                                         'int64_list': Int64List}[kind](values)}))

    def SerializeToString(self, deterministic=None):
        return _encode_feature(self._pair())

    def _text(self):
        kind = self.WhichOneof('kind')
        return '' if kind is None else kind + ' {\\n' + _indented(getattr(self, kind)._text()) + '}\\n'


class _FeatureMap(dict):
    def __missing__(self, key):
        made = self[key] = Feature()
        return made


class Features(_Message):
    _decode = staticmethod(_decode_features)

    def __init__(self, feature=None):
        self.feature = _FeatureMap(feature or {})

    def _pairs(self):
        return {name: part._pair() for name, part in self.feature.items()}

    def _fill(self, found):
        self.feature = _FeatureMap()
        for name, pair in found.items():
            self.feature[name]._fill(pair)

    def SerializeToString(self, deterministic=None):
        return _encode_features(self._pairs())

    def _text(self):
        return ''.join('feature {\\n  key: ' + _quoted(name.encode()) + '\\n  value {\\n'
                       + _indented(_indented(self.feature[name]._text())) + '  }\\n}\\n'
                       for name in sorted(self.feature))


class Example(_Message):
    _decode = staticmethod(_decode_example)

    def __init__(self, features=None):
        self.features = features if features is not None else Features()

    def _fill(self, found):
        self.features = Features()
        self.features._fill(found)

    def SerializeToString(self, deterministic=None):
        return _encode_example(self.features._pairs())

    def _text(self):
        return 'features {\\n' + _indented(self.features._text()) + '}\\n'
`;
