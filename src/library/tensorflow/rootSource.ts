/** Functions at the top of `tensorflow`, in Python on keras.ops. */

import { controlFlowSource } from './controlFlowSource.ts';

const functionsSource = `
import sys as _sys
import time as _time

import numpy as _np
from keras import ops as _ops
from keras.initializers import Ones as ones_initializer
from keras.initializers import RandomNormal as random_normal_initializer
from keras.initializers import RandomUniform as random_uniform_initializer
from keras.initializers import Zeros as zeros_initializer


class constant_initializer:
    # TensorFlow's own takes arrays, which Constant of Keras 3 refuses.
    def __init__(self, value=0, support_partition=False):
        self.value = value

    def __call__(self, shape, dtype='float32', **kwargs):
        value = _np.asarray(self.value)
        return _ops.convert_to_tensor(_np.full(shape, value) if value.size == 1 else value.reshape(shape), dtype)

    def get_config(self):
        return {'value': self.value}


def _tensor(value):
    return _ops.convert_to_tensor(value)


def acos(x, name=None):
    return _ops.arccos(x)


def acosh(x, name=None):
    return _ops.arccosh(x)


def asin(x, name=None):
    return _ops.arcsin(x)


def asinh(x, name=None):
    return _ops.arcsinh(x)


def atan(x, name=None):
    return _ops.arctan(x)


def atan2(y, x, name=None):
    return _ops.arctan2(y, x)


def atanh(x, name=None):
    return _ops.arctanh(x)


def cosh(x, name=None):
    return _ops.cosh(x)


def sinh(x, name=None):
    return _ops.sinh(x)


def negative(x, name=None):
    return _ops.negative(x)


def truediv(x, y, name=None):
    return _ops.true_divide(x, y)


def add_n(inputs, name=None):
    total = inputs[0]
    for item in inputs[1:]:
        total = total + item
    return total


def argsort(values, axis=-1, direction='ASCENDING', stable=False, name=None):
    return _ops.argsort(_ops.negative(values) if direction == 'DESCENDING' else values, axis=axis)


def sort(values, axis=-1, direction='ASCENDING', name=None):
    ordered = _ops.sort(values, axis=axis)
    return _ops.flip(ordered, axis=axis) if direction == 'DESCENDING' else ordered


def boolean_mask(tensor, mask, axis=0, name='boolean_mask'):
    tensor = _tensor(tensor)
    mask = _tensor(mask)
    depth = len(mask.shape)
    flat = _ops.reshape(tensor, (-1,) + tuple(tensor.shape[depth:])) if depth > 1 else tensor
    places = _ops.nonzero(_ops.reshape(mask, (-1,)))[0]
    return _ops.take(flat, places, axis=axis)


def broadcast_to(input, shape, name=None):
    return _ops.broadcast_to(input, shape)


def broadcast_static_shape(shape_x, shape_y):
    return TensorShape(_np.broadcast_shapes(tuple(shape_x), tuple(shape_y)))


def clip_by_norm(t, clip_norm, axes=None, name=None):
    length = _ops.sqrt(_ops.sum(_ops.square(t), axis=axes, keepdims=True))
    return t * clip_norm / _ops.maximum(length, clip_norm) if axes is not None else _ops.reshape(t * clip_norm / _ops.maximum(length, clip_norm), _tensor(t).shape)


def global_norm(t_list, name=None):
    return _ops.sqrt(add_n([_ops.sum(_ops.square(t)) for t in t_list if t is not None]))


def clip_by_global_norm(t_list, clip_norm, use_norm=None, name=None):
    length = global_norm(t_list) if use_norm is None else use_norm
    scale = clip_norm / _ops.maximum(length, clip_norm)
    return [None if t is None else t * scale for t in t_list], length


def cumsum(x, axis=0, exclusive=False, reverse=False, name=None):
    x = _tensor(x)
    if reverse:
        return _ops.flip(cumsum(_ops.flip(x, axis=axis), axis, exclusive), axis=axis)
    total = _ops.cumsum(x, axis=axis)
    return total - x if exclusive else total


def einsum(equation, *inputs, **kwargs):
    return _ops.einsum(equation, *inputs)


def ensure_shape(x, shape, name=None):
    return x


def gather_nd(params, indices, batch_dims=0, name=None):
    params = _tensor(params)
    indices = _tensor(indices)
    depth = indices.shape[-1]
    flat = 0
    step = 1
    for axis in _range(depth - 1, -1, -1):
        flat = flat + indices[..., axis] * step
        step = step * params.shape[axis]
    return _ops.take(_ops.reshape(params, (-1,) + tuple(params.shape[depth:])), flat, axis=0)


def get_static_value(tensor, partial=False):
    return _ops.convert_to_numpy(tensor)


def group(*inputs, **kwargs):
    return None


def no_op(name=None):
    return None


def histogram_fixed_width(values, value_range, nbins=100, dtype=None, name=None):
    low, high = value_range
    places = _ops.cast(_ops.floor((_ops.reshape(values, (-1,)) - low) / (high - low) * nbins), 'int32')
    return _ops.sum(_ops.cast(_ops.one_hot(_ops.clip(places, 0, nbins - 1), nbins), 'int32'), axis=0)


def identity_n(input, name=None):
    return list(input)


def meshgrid(*args, indexing='xy', **kwargs):
    return _ops.meshgrid(*args, indexing=indexing)


def norm(tensor, ord='euclidean', axis=None, keepdims=None, name=None):
    return _ops.norm(tensor, None if ord in ('euclidean', 'fro') else ord, axis, keepdims or False)


def numpy_function(func=None, inp=None, Tout=None, stateful=True, name=None):
    if func is None:
        return lambda wrapped: lambda *args: numpy_function(wrapped, args, Tout)
    return _tensor(_at_once(func, [_ops.convert_to_numpy(item) for item in inp]))


def py_function(func=None, inp=None, Tout=None, name=None):
    if func is None:
        return lambda wrapped: lambda *args: py_function(wrapped, args, Tout)
    return _at_once(func, [_tensor(item) for item in inp])


def pad(tensor, paddings, mode='CONSTANT', constant_values=0, name=None):
    pairs = [[int(a), int(b)] for a, b in paddings]
    if mode.lower() == 'constant':
        return _ops.pad(tensor, pairs, constant_values=constant_values)
    return _ops.pad(tensor, pairs, mode=mode.lower())


def _number(value):
    # The fewest digits that tell the number apart from its neighbours of the same type.
    if value.dtype == 'bool':
        return '1' if value else '0'
    if value.dtype.kind != 'f':
        return str(value)
    digits = 15 if value.dtype == 'float64' else 6
    text = '%.*g' % (digits, value)
    return text if value.dtype.type(text) == value or value != value else '%.*g' % (digits + (2 if digits == 15 else 3), value)


def _plain(item, quote):
    if isinstance(item, bytes):
        item = item.decode()
    return quote + item + quote if isinstance(item, str) else _number(item)


def _summary(array, most, depth=0):
    if array.ndim == 0:
        return _plain(array[()], '')
    rows = range(len(array))
    cut = most != -1 and len(array) > 2 * most
    shown = [*rows[:most], *rows[len(array) - most:]] if cut else rows
    if array.ndim > 1:
        parts = [_summary(array[row], most, depth + 1) for row in shown]
    else:
        parts = [_plain(array[row], '"') for row in shown]
    if cut:
        parts.insert(most, '...')
    between = ' ' if array.ndim == 1 else '\\n' * (array.ndim - 1) + ' ' * (depth + 1)
    return '[' + between.join(parts) + ']'


def print(*inputs, output_stream=None, summarize=3, sep=' ', end='\\n', name=None):
    tensors = []

    def note(item):
        if is_tensor(item):
            tensors.append(item)
        elif isinstance(item, (dict, list, tuple)):
            for part in item.values() if isinstance(item, dict) else item:
                note(part)

    def tell(arrays):
        rest = iter(arrays)

        def text(item, inner):
            if is_tensor(item):
                return _summary(next(rest), summarize)
            if isinstance(item, dict):
                return '{' + ', '.join([repr(key) + ': ' + text(part, True) for key, part in item.items()]) + '}'
            if isinstance(item, list):
                return '[' + ', '.join([text(part, True) for part in item]) + ']'
            if isinstance(item, tuple):
                return '(' + ', '.join([text(part, True) for part in item]) + (',)' if len(item) == 1 else ')')
            return repr(item) if inner else str(item)

        line = sep.join([text(item, False) for item in inputs])
        if isinstance(output_stream, str) and output_stream.startswith('file://'):
            with open(output_stream[7:], 'a') as file:
                file.write(line + end)
        else:
            _print(line, end=end, file=output_stream if hasattr(output_stream, 'write') else _sys.stderr)

    for item in inputs:
        note(item)
    if not _later(tensors, tell):
        tell([_np.asarray(_ops.convert_to_numpy(item)) for item in tensors])


def repeat(input, repeats, axis=None, name=None):
    return _ops.repeat(input, repeats, axis=axis)


def reverse(tensor, axis, name=None):
    return _ops.flip(tensor, axis=axis)


def roll(input, shift, axis, name=None):
    return _ops.roll(input, shift, axis)


def saturate_cast(value, dtype, name=None):
    return cast(value, dtype)


def scalar_mul(scalar, x, name=None):
    return scalar * x


def scatter_nd(indices, updates, shape, name=None):
    return _ops.scatter(indices, updates, shape)


def tensor_scatter_nd_add(tensor, indices, updates, name=None):
    tensor = _tensor(tensor)
    return tensor + _ops.scatter(indices, updates, tensor.shape)


def tensor_scatter_nd_sub(tensor, indices, updates, name=None):
    tensor = _tensor(tensor)
    return tensor - _ops.scatter(indices, updates, tensor.shape)


def tensor_scatter_nd_update(tensor, indices, updates, name=None):
    return _ops.scatter_update(tensor, indices, updates)


def searchsorted(sorted_sequence, values, side='left', out_type=None, name=None):
    ends = _ops.expand_dims(sorted_sequence, -2)
    points = _ops.expand_dims(values, -1)
    below = ends < points if side == 'left' else ends <= points
    return _ops.sum(_ops.cast(below, 'int32'), axis=-1)


def sequence_mask(lengths, maxlen=None, dtype=None, name=None):
    lengths = _tensor(lengths)
    size = int(_ops.max(lengths)) if maxlen is None else int(maxlen)
    mask = _ops.arange(size) < _ops.expand_dims(lengths, -1)
    return mask if dtype is None else cast(mask, dtype)


def shape_n(input, out_type=None, name=None):
    return [shape(item) for item in input]


def slice(input_, begin, size, name=None):
    input_ = _tensor(input_)
    sizes = [input_.shape[i] - int(b) if int(s) == -1 else int(s) for i, (b, s) in enumerate(zip(begin, size))]
    return _ops.slice(input_, begin, sizes)


def strided_slice(input_, begin, end, strides=None, **kwargs):
    input_ = _tensor(input_)
    for axis, (first, last) in enumerate(zip(begin, end)):
        step = 1 if strides is None else int(strides[axis])
        index = [_slice(None)] * axis + [_slice(int(first), int(last), step)]
        input_ = input_[tuple(index)]
    return input_


def timestamp(name=None):
    return _tensor(_time.time())


def unique(x, out_idx=None, name=None):
    values = _ops.convert_to_numpy(x)
    seen = []
    places = []
    for value in values.tolist():
        if value not in seen:
            seen.append(value)
        places.append(seen.index(value))
    return _tensor(_np.array(seen, dtype=values.dtype)), _tensor(_np.array(places, dtype='int32'))


def unique_with_counts(x, out_idx=None, name=None):
    values, places = unique(x)
    return values, places, _ops.bincount(places)


def unravel_index(indices, dims, name=None):
    return _tensor(_np.stack(_np.unravel_index(_ops.convert_to_numpy(indices), tuple(dims))))


def random_index_shuffle(index, seed, max_index, rounds=4):
    return index
`;

export const rootSource = functionsSource + controlFlowSource;
