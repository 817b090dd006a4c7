/** `tf.train.Example` and its parts, and what `tf.io` writes and reads of them, in Python. */

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

    def SerializeToString(self):
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

    def SerializeToString(self):
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

    def SerializeToString(self):
        return _encode_example(self.features._pairs())

    def _text(self):
        return 'features {\\n' + _indented(self.features._text()) + '}\\n'
`;

export const recordsSource = `
from collections import namedtuple as _namedtuple
from tensorflow._records import _frame, _decode_example, _texts, _text_tensor, _abstract

FixedLenFeature = _namedtuple('FixedLenFeature', ['shape', 'dtype', 'default_value'], defaults=[None])
VarLenFeature = _namedtuple('VarLenFeature', ['dtype'])
FixedLenSequenceFeature = _namedtuple('FixedLenSequenceFeature', ['shape', 'dtype', 'allow_missing', 'default_value'],
                                      defaults=[False, None])


class TFRecordOptions:
    def __init__(self, compression_type=None, **kwargs):
        for name in kwargs:
            if kwargs[name] is not None:
                raise NotImplementedError('TFRecordOptions(' + name + '=...) is not supported by Kerascope yet')
        self.compression_type = compression_type


class TFRecordWriter:
    def __init__(self, path, options=None):
        kind = options if isinstance(options, str) or options is None else options.compression_type
        if kind not in (None, '', 'GZIP', 'ZLIB'):
            raise ValueError('Not a valid compression_type: "' + str(kind) + '"')
        self._kind = kind or ''
        self._frames = []
        self._file = open(path, 'wb')

    def write(self, record):
        if self._file is None:
            raise _tf.errors.FailedPreconditionError('Writer is closed.')
        if isinstance(record, str) or not (isinstance(record, bytes) or _tf.is_tensor(record)):
            raise TypeError('write(): incompatible function arguments. The following argument types are supported: '
                            '1. (self: _RecordWriter, record: bytes) -> None')
        framed = _frame(record)
        if self._kind:
            self._frames.append(framed)
        else:
            self._file.write(framed)

    def flush(self):
        if not self._kind:
            self._file.flush()

    def close(self):
        if self._file is None:
            return
        if self._kind:
            import gzip as _gzip
            import zlib as _zlib
            whole = b''.join(self._frames)
            self._file.write(_gzip.compress(whole) if self._kind == 'GZIP' else _zlib.compress(whole))
        self._file.close()
        self._file = None

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()


_TYPES = {'bytes_list': 'string', 'float_list': 'float32', 'int64_list': 'int64'}
_WORDS = {'string': 'string', 'float32': 'float', 'int64': 'int64'}


def _invalid(text):
    return _tf.errors.InvalidArgumentError(text)


def _type_of(feature):
    name = _tf.as_dtype(feature.dtype).name
    if name not in _WORDS:
        raise _invalid("Value for attr 'Tdense' of " + name + ' is not in the list of allowed values: float, int64, string')
    return name


def _values(record, key, dtype):
    kind, values = record.get(key, (None, []))
    if kind is not None and _TYPES[kind] != dtype:
        raise _invalid('Key: %s.  Data types don\\'t match. Expected type: %s [Op:ParseExampleV2]' % (key, _WORDS[dtype]))
    return values


def _default(value, size):
    if _tf.is_tensor(value):
        value = value.numpy()
    values = list(_np.asarray(value, dtype=object).reshape(-1))
    values = [item.encode() if isinstance(item, str) else item for item in values]
    return values * size if len(values) == 1 else values


def _made(values, shape, dtype):
    if dtype == 'string':
        return _text_tensor(values, shape)
    return _tf.constant(_np.asarray(values, dtype=dtype).reshape(shape))


def _fixed(records, key, feature, batch):
    dtype, shape = _type_of(feature), _sizes(feature.shape)
    size = 1
    for length in shape:
        size = size * length
    every = []
    for record in records:
        values = _values(record, key, dtype)
        if not values and key not in record:
            if feature.default_value is None:
                raise _invalid('Feature: %s (data type: %s) is required but could not be found. [Op:ParseExampleV2]'
                               % (key, _WORDS[dtype]))
            values = _default(feature.default_value, size)
        if len(values) != size:
            raise _invalid('Key: %s.  Number of %s values != expected.  Values size: %d but output shape: [%s] [Op:ParseExampleV2]'
                           % (key, _WORDS[dtype], len(values), ','.join(str(length) for length in shape)))
        every.extend(values)
    return _made(every, batch + shape, dtype)


def _sizes(shape):
    return tuple(int(length) for length in ([shape] if isinstance(shape, int) else list(shape)))


def _sequence(records, key, feature, batch):
    dtype, shape = _type_of(feature), _sizes(feature.shape)
    if not feature.allow_missing:
        raise ValueError('Unsupported: FixedLenSequenceFeature requires allow_missing to be True.')
    size = 1
    for length in shape:
        size = size * length
    rows = [_values(record, key, dtype) for record in records]
    for values in rows:
        if len(values) % size != 0:
            raise _invalid('Key: %s.  Number of %s values is not a multiple of stride length. Saw %d values but output shape is: [%s]'
                           % (key, _WORDS[dtype], len(values), ','.join(str(length) for length in shape)))
    longest = max(len(values) for values in rows)
    filler = feature.default_value
    if filler is None:
        filler = b'' if dtype == 'string' else 0
    every = [item for values in rows for item in list(values) + [filler] * (longest - len(values))]
    return _made(every, batch + (longest // size,) + shape, dtype)


def _sparse(records, key, feature, batch):
    dtype = _type_of(feature)
    rows = [_values(record, key, dtype) for record in records]
    longest = max(len(values) for values in rows)
    if batch:
        places = [[row, place] for row, values in enumerate(rows) for place in range(len(values))]
        shape = [len(rows), longest]
    else:
        places, shape = [[place] for place in range(longest)], [longest]
    every = [item for values in rows for item in values]
    return _tf.SparseTensor(_np.asarray(places, 'int64').reshape((-1, len(shape))), _made(every, (len(every),), dtype), shape)


def _unread(feature, batch):
    dtype = _type_of(feature)
    if isinstance(feature, FixedLenFeature):
        return _abstract(batch + _sizes(feature.shape), dtype)
    if isinstance(feature, FixedLenSequenceFeature):
        return _abstract(batch + (None,) + _sizes(feature.shape), dtype)
    rank = len(batch) + 1
    return _tf.SparseTensor(_abstract((None, rank), 'int64'), _abstract((None,), dtype), _abstract((rank,), 'int64'))


_PARSERS = {FixedLenFeature: _fixed, FixedLenSequenceFeature: _sequence, VarLenFeature: _sparse}


def _parsed(serialized, features, batch):
    if not features:
        raise ValueError('Argument \`features\` cannot be None.')
    for key, feature in features.items():
        if type(feature) not in _PARSERS:
            raise NotImplementedError('Reading a feature of type ' + type(feature).__name__
                                      + ' is not supported by Kerascope yet')
    texts = _texts(serialized)
    if texts is None:
        return {key: _unread(feature, batch) for key, feature in features.items()}
    records = [_decode_example(text) for text in texts]
    if None in records:
        raise _invalid('Could not parse example input, value: %r [Op:ParseExampleV2]' % texts[records.index(None)])
    return {key: _PARSERS[type(feature)](records, key, feature, batch) for key, feature in features.items()}


def parse_single_example(serialized, features, example_names=None, name=None):
    return _parsed(serialized, features, ())


def parse_example(serialized, features, example_names=None, name=None):
    serialized = _tf.convert_to_tensor(serialized)
    return _parsed(serialized, features, tuple(serialized.shape))


def serialize_tensor(tensor, name=None):
    tensor = _tf.convert_to_tensor(tensor)
    if _tf.as_dtype(tensor.dtype).name in ('string', 'bfloat16'):
        raise NotImplementedError('tf.io.serialize_tensor of ' + _tf.as_dtype(tensor.dtype).name
                                  + ' is not supported by Kerascope yet')
    shape = b''.join(_field(2, _number(1, length)) for length in tensor.shape)
    content = _np.ascontiguousarray(tensor.numpy()).tobytes()
    whole = _number(1, _tf.as_dtype(tensor.dtype).as_datatype_enum) + _field(2, shape) + _field(4, content)
    return _text_tensor([whole], ())


def _varint(value):
    found = []
    while value > 127:
        found.append(value % 128 + 128)
        value = value // 128
    return bytes(found + [value])


def _number(field, value):
    return bytes([field * 8]) + _varint(value)


def _field(field, content):
    return bytes([field * 8 + 2]) + _varint(len(content)) + content


def _fields(data):
    found, place = [], 0

    def varint(place):
        value, factor = 0, 1
        while True:
            byte = data[place]
            place += 1
            value += (byte % 128) * factor
            if byte < 128:
                return value, place
            factor *= 128

    while place < len(data):
        tag, place = varint(place)
        if tag % 8 == 0:
            value, place = varint(place)
        else:
            size, place = varint(place)
            value = data[place:place + size]
            place += size
        found.append((tag // 8, value))
    return found


def parse_tensor(serialized, out_type, name=None):
    wanted = _tf.as_dtype(out_type)
    data = _texts(serialized)[0]
    parts = _fields(data)
    kind = [value for field, value in parts if field == 1][0]
    if kind != wanted.as_datatype_enum:
        raise _invalid('Type mismatch between parsed tensor and dtype [Op:ParseTensor]')
    shape = []
    for field, value in parts:
        if field == 2:
            shape = [dict(_fields(size)).get(1, 0) for inner, size in _fields(value) if inner == 2]
    content = [value for field, value in parts if field == 4]
    values = _np.frombuffer(content[0] if content else b'', wanted.as_numpy_dtype)
    return _tf.constant(values.reshape(shape).copy())
`;

export const sparseSource = `
import numpy as _np
import tensorflow as _tf
from tensorflow._records import _texts, _text_tensor, _abstract, _is_known


class SparseTensor:
    def __init__(self, indices, values, dense_shape):
        self.indices = _tf.cast(_tf.convert_to_tensor(indices), 'int64')
        self.values = _tf.convert_to_tensor(values)
        self.dense_shape = _tf.cast(_tf.convert_to_tensor(dense_shape), 'int64')

    @property
    def dtype(self):
        return self.values.dtype

    @property
    def shape(self):
        return _tf.TensorShape([int(size) for size in self.dense_shape])

    def get_shape(self):
        return self.shape

    def __repr__(self):
        return 'SparseTensor(indices=%s, values=%s, dense_shape=%s)' % (self.indices, self.values, self.dense_shape)

    def _on_parts(self, name, compute, args):
        if name == 'is_tensor':
            return True
        if name == 'cast':
            return SparseTensor(self.indices, compute(self.values, *args[1:]), self.dense_shape)
        raise NotImplementedError('tf.' + name + ' of sparse tensors is not supported by Kerascope yet')


def to_dense(sp_input, default_value=None, validate_indices=True, name=None):
    if not isinstance(sp_input, SparseTensor):
        raise TypeError('Input must be a SparseTensor.')
    if not _is_known(sp_input.dense_shape) or not _is_known(sp_input.indices):
        return _abstract((None,) * sp_input.dense_shape.shape[0], sp_input.dtype)
    shape = [int(size) for size in sp_input.dense_shape]
    texts = _texts(sp_input.values) if _tf.as_dtype(sp_input.dtype).name == 'string' else None
    places = sp_input.indices.numpy()
    if texts is not None:
        filler = b'' if default_value is None else default_value.encode() if isinstance(default_value, str) else default_value
        grid = _np.full(shape, filler, dtype=object)
        for place, text in zip(places, texts):
            grid[tuple(place)] = text
        return _text_tensor(list(grid.reshape(-1)), shape)
    dense = _tf.scatter_nd(sp_input.indices, sp_input.values, shape)
    if default_value is None:
        return dense
    there = _np.zeros(shape, bool)
    for place in places:
        there[tuple(place)] = True
    return _tf.where(there, dense, _tf.cast(default_value, dense.dtype))


def from_dense(tensor, name=None):
    tensor = _tf.convert_to_tensor(tensor)
    places = _np.argwhere(tensor.numpy() != 0)
    return SparseTensor(places, _tf.gather_nd(tensor, places), list(tensor.shape))


def sparse_dense_matmul(sp_a, b, adjoint_a=False, adjoint_b=False, name=None):
    return _tf.matmul(to_dense(sp_a), b, adjoint_a=adjoint_a, adjoint_b=adjoint_b)


def reorder(sp_input, name=None):
    places = sp_input.indices.numpy()
    order = _np.lexsort(places.T[::-1])
    return SparseTensor(places[order], _tf.gather(sp_input.values, order), sp_input.dense_shape)
`;
