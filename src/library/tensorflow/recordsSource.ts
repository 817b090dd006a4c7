/** What `tf.io` writes and reads of records and examples, in Python. */

export const recordsSource = `
from collections import namedtuple as _namedtuple
from tensorflow._records import _frame, _decode_example, _texts, _known_texts, _text_tensor, _abstract

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
    data = _known_texts(serialized)[0]
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
