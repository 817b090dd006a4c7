/** Ragged tensors, whose rows have different lengths, in Python. */

export const raggedTensorSource = `
import numpy as _np
import tensorflow as _tf
from tensorflow._records import _known_texts, _text_tensor, _is_known

_range = range

_EACH = {'abs', 'add', 'subtract', 'multiply', 'divide', 'maximum', 'minimum', 'exp', 'log', 'sqrt', 'square', 'pow', 'sign',
         'sin', 'cos', 'tan', 'tanh', 'sigmoid', 'floor', 'round', 'equal', 'not_equal', 'less', 'less_equal', 'greater',
         'greater_equal', 'logical_and', 'logical_or', 'logical_not', 'cast', 'identity', 'stop_gradient', 'negative',
         'one_hot', 'lower', 'upper', 'strip', 'regex_replace', 'regex_full_match', 'substr', 'length', 'to_number',
         'to_hash_bucket_fast', 'as_string', 'clip_by_value', 'zeros_like', 'ones_like', 'layer'}
_REDUCING = {'reduce_sum', 'reduce_mean', 'reduce_max', 'reduce_min', 'reduce_prod', 'reduce_any', 'reduce_all',
             'reduce_std', 'reduce_variance', 'reduce_logsumexp'}


def _joined(parts, like):
    parts = [part for part in parts]
    if not parts:
        return like[:0]
    if isinstance(parts[0], RaggedTensor):
        return _of_rows([row for part in parts for row in part], parts[0].values)
    if _is_text(parts[0]):
        texts = [text for part in parts for text in _known_texts(part)]
        return _text_tensor(texts, (len(texts),) + tuple(parts[0].shape[1:]))
    return _tf.concat(parts, 0)


def _is_text(tensor):
    return not isinstance(tensor, RaggedTensor) and _tf.as_dtype(tensor.dtype).name == 'string'


def _of_rows(rows, like=None):
    rows = list(rows)
    lengths = [row.nrows_() if isinstance(row, RaggedTensor) else int(row.shape[0]) for row in rows]
    return RaggedTensor(_joined(rows, like), lengths)


def _whole_numbers(value):
    return [int(item) for item in (value.numpy() if _tf.is_tensor(value) else value)]


class RaggedTensor:
    __array_priority__ = 100

    def __init__(self, values, lengths):
        self.values = values
        self._lengths = list(lengths)

    @classmethod
    def from_row_lengths(cls, values, row_lengths, name=None, validate=True):
        lengths = _whole_numbers(row_lengths)
        values = values if isinstance(values, RaggedTensor) else _tf.convert_to_tensor(values)
        have = values.nrows_() if isinstance(values, RaggedTensor) else int(values.shape[0])
        if sum(lengths) != have:
            raise _tf.errors.InvalidArgumentError('Arguments to _from_row_partition do not form a valid RaggedTensor')
        return cls(values, lengths)

    @classmethod
    def from_row_splits(cls, values, row_splits, name=None, validate=True):
        splits = _whole_numbers(row_splits)
        return cls.from_row_lengths(values, [stop - start for start, stop in zip(splits, splits[1:])])

    @classmethod
    def from_row_starts(cls, values, row_starts, name=None, validate=True):
        values = values if isinstance(values, RaggedTensor) else _tf.convert_to_tensor(values)
        return cls.from_row_splits(values, _whole_numbers(row_starts) + [int(values.shape[0])])

    @classmethod
    def from_value_rowids(cls, values, value_rowids, nrows=None, name=None, validate=True):
        rows = _whole_numbers(value_rowids)
        count = (rows[-1] + 1 if rows else 0) if nrows is None else int(nrows)
        return cls.from_row_lengths(values, [rows.count(row) for row in _range(count)])

    @classmethod
    def from_tensor(cls, tensor, lengths=None, padding=None, ragged_rank=1, name=None, row_splits_dtype='int64'):
        if ragged_rank != 1:
            raise NotImplementedError('RaggedTensor.from_tensor(ragged_rank=...) is not supported by Kerascope yet')
        tensor = _tf.convert_to_tensor(tensor)
        rows = [tensor[index] for index in _range(int(tensor.shape[0]))]
        if lengths is not None:
            rows = [row[:length] for row, length in zip(rows, _whole_numbers(lengths))]
        elif padding is not None:
            kept = []
            for row in rows:
                items = list(row.numpy().tolist())
                wanted = padding.encode() if isinstance(padding, str) else _np.asarray(padding).tolist()
                while items and items[-1] == wanted:
                    items.pop()
                kept.append(row[:len(items)])
            rows = kept
        return _of_rows(rows, tensor[0] if len(rows) else tensor)

    @property
    def flat_values(self):
        return self.values.flat_values if isinstance(self.values, RaggedTensor) else self.values

    @property
    def dtype(self):
        return self.flat_values.dtype

    @property
    def ragged_rank(self):
        return 1 + (self.values.ragged_rank if isinstance(self.values, RaggedTensor) else 0)

    @property
    def shape(self):
        inner = list(self.values.shape)[1:]
        return _tf.TensorShape([len(self._lengths), None] + inner)

    def get_shape(self):
        return self.shape

    @property
    def row_splits(self):
        return _tf.constant(self._splits(), 'int64')

    @property
    def nested_row_splits(self):
        return (self.row_splits,) + (self.values.nested_row_splits if isinstance(self.values, RaggedTensor) else ())

    def _splits(self):
        splits = [0]
        for length in self._lengths:
            splits.append(splits[-1] + length)
        return splits

    def nrows_(self):
        return len(self._lengths)

    def nrows(self, out_type=None, name=None):
        return _tf.constant(len(self._lengths), 'int64')

    def row_lengths(self, axis=1, name=None):
        if axis == 1:
            return _tf.constant(self._lengths, 'int64')
        if isinstance(self.values, RaggedTensor):
            return RaggedTensor(self.values.row_lengths(axis - 1), self._lengths)
        raise ValueError('axis out of bounds')

    def row_starts(self, name=None):
        return _tf.constant(self._splits()[:-1], 'int64')

    def row_limits(self, name=None):
        return _tf.constant(self._splits()[1:], 'int64')

    def value_rowids(self, name=None):
        return _tf.constant([row for row, length in enumerate(self._lengths) for place in _range(length)], 'int64')

    def bounding_shape(self, axis=None, name=None, out_type=None):
        shape = _tf.constant(self._bounds(), 'int64')
        return shape if axis is None else shape[axis]

    def _bounds(self):
        inner = self.values._bounds()[1:] if isinstance(self.values, RaggedTensor) else [int(n) for n in self.values.shape[1:]]
        return [len(self._lengths), max(self._lengths, default=0)] + inner

    def with_values(self, new_values):
        return RaggedTensor(new_values, self._lengths)

    def with_flat_values(self, new_values):
        inner = self.values.with_flat_values(new_values) if isinstance(self.values, RaggedTensor) else new_values
        return RaggedTensor(inner, self._lengths)

    def merge_dims(self, outer_axis, inner_axis):
        rank = len(self.shape)
        outer = outer_axis + rank if outer_axis < 0 else outer_axis
        inner = inner_axis + rank if inner_axis < 0 else inner_axis
        if outer == inner:
            return self
        if outer == 0:
            merged = self.values
            if inner == 1:
                return merged
            if isinstance(merged, RaggedTensor):
                return merged.merge_dims(0, inner - 1)
            return _tf.reshape(merged, [-1] + [int(n) for n in merged.shape[inner:]])
        if isinstance(self.values, RaggedTensor):
            if outer > 1:
                return RaggedTensor(self.values.merge_dims(outer - 1, inner - 1), self._lengths)
            splits, below = self._splits(), self.values._splits()
            lengths = [below[stop] - below[start] for start, stop in zip(splits, splits[1:])]
            merged = RaggedTensor(self.values.values, lengths)
            return merged if inner == 2 else merged.merge_dims(1, inner - 1)
        raise NotImplementedError('merge_dims of uniform dimensions is not supported by Kerascope yet')

    def _rows(self):
        splits = self._splits()
        return [self.values[start:stop] for start, stop in zip(splits, splits[1:])]

    def __len__(self):
        return len(self._lengths)

    def __iter__(self):
        return iter(self._rows())

    def __getitem__(self, key):
        if isinstance(key, tuple):
            if len(key) == 1:
                return self[key[0]]
            first, rest = key[0], key[1:]
            if first is Ellipsis:
                if rest == (None,):
                    return self._each(lambda flat: _tf.expand_dims(flat, -1))
                raise NotImplementedError('This index of a ragged tensor is not supported by Kerascope yet')
            if not isinstance(first, slice):
                row = self[first]
                return row[rest if len(rest) > 1 else rest[0]]
            rows = self._rows()[first]
            if len(rest) == 1 and rest[0] is None:
                return RaggedTensor(RaggedTensor(self.values, self._lengths), [1] * len(self))._of(first)
            if isinstance(rest[0], slice):
                return _of_rows([row[rest if len(rest) > 1 else rest[0]] for row in rows], self.values)
            for row in rows:
                if not -int(row.shape[0]) <= rest[0] < int(row.shape[0]):
                    raise _tf.errors.InvalidArgumentError('slice index ' + str(rest[0]) + ' of dimension 0 out of bounds. [Op:RaggedGetItem]')
            return _tf.stack([row[rest if len(rest) > 1 else rest[0]] for row in rows])
        if isinstance(key, slice):
            return self._of(key)
        return self._rows()[int(key)]

    def _of(self, rows):
        return _of_rows(self._rows()[rows], self.values)

    def to_list(self):
        return [row.to_list() if isinstance(row, RaggedTensor) else row.numpy().tolist() for row in self._rows()]

    def numpy(self):
        rows = [row.numpy() for row in self._rows()]
        if rows and all(row.shape == rows[0].shape for row in rows):
            return _np.stack(rows)
        found = _np.empty(len(rows), dtype=object)
        for index, row in enumerate(rows):
            found[index] = row
        return found

    def to_tensor(self, default_value=None, name=None, shape=None):
        bounds = self._bounds()
        if shape is not None:
            for axis, size in enumerate(list(shape)):
                if size is not None and size != -1:
                    bounds[axis] = int(size)
        text = _tf.as_dtype(self.dtype).name == 'string'
        filler = default_value
        if filler is None:
            filler = b'' if text else 0
        if text:
            filler = filler.encode() if isinstance(filler, str) else filler
            grid = _np.full(bounds, filler, dtype=object)
            self._fill(grid)
            return _text_tensor(list(grid.reshape(-1)), bounds)
        rows = []
        for row in self._rows()[:bounds[0]]:
            if isinstance(row, RaggedTensor):
                row = row.to_tensor(default_value, shape=bounds[1:])
            row = row[:bounds[1]]
            rows.append(_tf.pad(row, [[0, bounds[1] - int(row.shape[0])]] + [[0, 0]] * (len(bounds) - 2), constant_values=filler))
        while len(rows) < bounds[0]:
            rows.append(_tf.fill(bounds[1:], _tf.cast(filler, self.dtype)))
        return _tf.stack(rows) if rows else _tf.zeros(bounds, self.dtype)

    def _fill(self, grid):
        for place, row in zip(_range(len(grid)), self._rows()):
            if isinstance(row, RaggedTensor):
                row._fill(grid[place])
            else:
                for index, item in zip(_range(len(grid[place])), row.numpy().tolist()):
                    grid[place][index] = item

    def to_sparse(self, name=None):
        if isinstance(self.values, RaggedTensor):
            raise NotImplementedError('to_sparse of more than one ragged dimension is not supported by Kerascope yet')
        places = [[row, place] for row, length in enumerate(self._lengths) for place in _range(length)]
        return _tf.SparseTensor(_np.asarray(places, 'int64').reshape((-1, 2)), self.values, self._bounds())

    def _each(self, compute):
        return self.with_flat_values(compute(self.flat_values))

    def _flat(self, other):
        if isinstance(other, RaggedTensor):
            if other._lengths != self._lengths:
                raise _tf.errors.InvalidArgumentError('Inner dimensions do not match [Op:RaggedBinary]')
            return other.flat_values
        if _tf.is_tensor(other) or isinstance(other, (_np.ndarray, list)):
            other = _tf.convert_to_tensor(other)
            rank = len(other.shape)
            if rank > 0 and all(size == 1 for size in other.shape):
                return _tf.reshape(other, ())
            if rank == len(self.shape) and other.shape[1] == 1 and not isinstance(self.values, RaggedTensor):
                return other[0, 0] if other.shape[0] == 1 else _tf.gather(other[:, 0], self.value_rowids())
            # Axes behind the ragged ones are those of the values.
            if rank >= len(self.flat_values.shape):
                raise NotImplementedError('Broadcasting a tensor to a ragged tensor is not supported by Kerascope yet')
        return other

    def _on_parts(self, name, compute, args):
        if name in _EACH:
            if not isinstance(args[0], RaggedTensor):
                if isinstance(args[0], (list, tuple)):
                    raise NotImplementedError('tf.' + name + ' of lists of ragged tensors is not supported by Kerascope yet')
                return self._each(lambda flat: compute(self._flat(args[0]), flat, *args[2:]))
            rest = [self._flat(item) if isinstance(item, RaggedTensor) or _tf.is_tensor(item) else item for item in args[1:]]
            return self._each(lambda flat: compute(flat, *rest))
        if name in _REDUCING:
            return self._reduced(compute, args[1], args[2:])
        if name == 'concat':
            return self._concatenated(args[0], args[1])
        if name == 'size':
            return compute(self.flat_values, *args[1:])
        if name == 'rank':
            return len(self.shape)
        if name == 'is_tensor':
            return True
        if name == 'reduce_join' and args[1] in (-1, len(self.shape) - 1) and not isinstance(self.values, RaggedTensor):
            joined = [_known_texts(compute(row, -1, *args[2:]))[0] if length else b'' for row, length in zip(self._rows(), self._lengths)]
            return _text_tensor(joined, (len(joined),))
        if name == 'gather':
            if args[0] is not self:
                return self._each(lambda flat: compute(args[0], flat, *args[2:]))
            rows = self._rows()
            return _of_rows([rows[index] for index in _whole_numbers(args[1])], self.values)
        if name == 'expand_dims' and args[1] in (-1, len(self.shape)):
            return self._each(lambda flat: compute(flat, -1))
        raise NotImplementedError('tf.' + name + ' of ragged tensors is not supported by Kerascope yet')

    def _reduced(self, compute, axis, rest):
        rank = len(self.shape)
        if axis is None:
            return compute(self.flat_values, None, *rest)
        if isinstance(axis, (list, tuple)) and len(axis) == 1:
            axis = axis[0]
        if isinstance(axis, (list, tuple)):
            raise NotImplementedError('Reducing several axes of a ragged tensor is not supported by Kerascope yet')
        axis = axis + rank if axis < 0 else axis
        if axis == 1:
            return _tf.stack([compute(row, 0, *rest) for row in self._rows()]) if not isinstance(self.values, RaggedTensor) else _of_rows(
                [row._reduced(compute, 0, rest) for row in self._rows()])
        if axis == 0:
            longest = max(self._lengths, default=0)
            columns = [[row[place] for row, length in zip(self._rows(), self._lengths) if place < length] for place in _range(longest)]
            return _tf.stack([compute(_tf.stack(column), 0, *rest) for column in columns])
        return RaggedTensor(self.values._reduced(compute, axis - 1, rest) if isinstance(self.values, RaggedTensor)
                            else compute(self.values, axis - 1, *rest), self._lengths)

    def _concatenated(self, parts, axis):
        parts = [part if isinstance(part, RaggedTensor) else RaggedTensor.from_tensor(part) for part in parts]
        axis = axis + len(self.shape) if axis < 0 else axis
        if axis == 0:
            return _of_rows([row for part in parts for row in part], self.values)
        if axis == 1:
            return _of_rows([_joined(rows, self.values) for rows in zip(*parts)], self.values)
        raise NotImplementedError('tf.concat of ragged tensors along axis ' + str(axis) + ' is not supported by Kerascope yet')

    def __add__(self, other): return self._each(lambda flat: flat + self._flat(other))
    def __radd__(self, other): return self._each(lambda flat: self._flat(other) + flat)
    def __sub__(self, other): return self._each(lambda flat: flat - self._flat(other))
    def __rsub__(self, other): return self._each(lambda flat: self._flat(other) - flat)
    def __mul__(self, other): return self._each(lambda flat: flat * self._flat(other))
    def __rmul__(self, other): return self._each(lambda flat: self._flat(other) * flat)
    def __truediv__(self, other): return self._each(lambda flat: flat / self._flat(other))
    def __floordiv__(self, other): return self._each(lambda flat: flat // self._flat(other))
    def __mod__(self, other): return self._each(lambda flat: flat % self._flat(other))
    def __pow__(self, other): return self._each(lambda flat: flat ** self._flat(other))
    def __neg__(self): return self._each(lambda flat: -flat)
    def __lt__(self, other): return self._each(lambda flat: flat < self._flat(other))
    def __le__(self, other): return self._each(lambda flat: flat <= self._flat(other))
    def __gt__(self, other): return self._each(lambda flat: flat > self._flat(other))
    def __ge__(self, other): return self._each(lambda flat: flat >= self._flat(other))
    def __eq__(self, other): return self._each(lambda flat: flat == self._flat(other))
    def __ne__(self, other): return self._each(lambda flat: flat != self._flat(other))

    __hash__ = None

    def __repr__(self):
        return '<tf.RaggedTensor ' + _shown(self.numpy()) + '>'

    __str__ = __repr__


def _shown(item, indent=' '):
    if not isinstance(item, _np.ndarray):
        return str(item)
    if item.size == 0:
        return repr(item.tolist())
    if item.ndim > 1:
        between = ',' + '\\n' * (item.ndim - 1) + indent
        return '[' + between.join(_shown(row, indent + ' ') for row in item) + ']'
    # As NumPy breaks lines of 75 characters.
    text, line = '', indent
    for index, part in enumerate(item):
        word = _shown(part)
        if len(line) + len(word) > 74 and len(line) > len(indent):
            text, line = text + line.rstrip() + '\\n', indent
        line = line + word + (', ' if index < len(item) - 1 else '')
    return '[' + (text + line)[len(indent):] + ']'
`;
