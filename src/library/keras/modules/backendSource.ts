/** The functions of `keras.backend` that are made of keras.ops, in Python. */

import { backendLayersSource } from './backendLayersSource.ts';

export const backendSource = `
import keras as _keras
from keras import ops as _ops
from keras import random as _random


def _format(data_format):
    return image_data_format() if data_format is None else data_format


def arange(start, stop=None, step=1, dtype='int32'):
    return _ops.arange(start, stop, step, dtype=dtype)


def argmax(x, axis=-1):
    return _ops.argmax(x, axis=axis)


def argmin(x, axis=-1):
    return _ops.argmin(x, axis=axis)


def batch_flatten(x):
    return _ops.reshape(x, (-1, int(_keras.ops.prod(_keras.ops.convert_to_tensor(list(x.shape[1:]))))))


def batch_get_value(tensors):
    return [get_value(x) for x in tensors]


def batch_set_value(tuples):
    for x, value in tuples:
        set_value(x, value)


def batch_normalization(x, mean, var, beta, gamma, axis=-1, epsilon=1e-3):
    return _ops.batch_normalization(x, mean, var, axis, beta, gamma, epsilon)


def cast_to_floatx(x):
    return _ops.cast(x, floatx())


def count_params(x):
    total = 1
    for size in x.shape:
        total *= size
    return total


def ctc_batch_cost(y_true, y_pred, input_length, label_length):
    lengths = _ops.reshape(_ops.cast(input_length, 'int32'), (-1,))
    labels = _ops.reshape(_ops.cast(label_length, 'int32'), (-1,))
    logits = _ops.log(y_pred + epsilon())
    return _ops.expand_dims(_ops.ctc_loss(_ops.cast(y_true, 'int32'), logits, labels, lengths, mask_index=y_pred.shape[-1] - 1), 1)


def ctc_decode(y_pred, input_length, greedy=True, beam_width=100, top_paths=1):
    strategy = 'greedy' if greedy else 'beam_search'
    decoded, scores = _ops.ctc_decode(_ops.log(y_pred + epsilon()), input_length, strategy, beam_width, top_paths)
    return [decoded[i] for i in range(decoded.shape[0])], scores


def cumsum(x, axis=0):
    return _ops.cumsum(x, axis=axis)


def cumprod(x, axis=0):
    return _ops.cumprod(x, axis=axis)


def dropout(x, level, noise_shape=None, seed=None):
    return _random.dropout(x, level, noise_shape, seed)


def dtype(x):
    return standardize_dtype(x.dtype)


def eval(x):
    return get_value(x)


def expand_dims(x, axis=-1):
    return _ops.expand_dims(x, axis)


def eye(size, dtype=None, name=None):
    return variable(_ops.eye(*size) if isinstance(size, (tuple, list)) else _ops.eye(size))


def foldl(fn, elems, initializer=None, name=None):
    result = elems[0] if initializer is None else initializer
    for i in range(0 if initializer is not None else 1, elems.shape[0]):
        result = fn(result, elems[i])
    return result


def foldr(fn, elems, initializer=None, name=None):
    last = elems.shape[0] - 1
    result = elems[last] if initializer is None else initializer
    for i in range(last if initializer is not None else last - 1, -1, -1):
        result = fn(result, elems[i])
    return result


def map_fn(fn, elems, name=None, dtype=None):
    return _ops.vectorized_map(fn, elems)


def gather(reference, indices):
    return _ops.take(reference, indices, axis=0)


def hard_sigmoid(x):
    return _ops.clip(0.2 * x + 0.5, 0.0, 1.0)


def in_top_k(predictions, targets, k):
    return _ops.in_top_k(targets, predictions, k)


def is_sparse(tensor):
    return False


def to_dense(tensor):
    return tensor


def in_train_phase(x, alt, training=None):
    chosen = x if training else alt
    return chosen() if callable(chosen) else chosen


def in_test_phase(x, alt, training=None):
    return in_train_phase(alt, x, training)


def is_tensor(x):
    return _ops.is_tensor(x)


def learning_phase():
    return 0


def moving_average_update(x, value, momentum):
    return x.assign(x * momentum + value * (1.0 - momentum))


def one_hot(indices, num_classes):
    return _ops.one_hot(_ops.cast(indices, 'int32'), num_classes)


def ones(shape, dtype=None, name=None):
    return variable(_ops.ones(shape))


def zeros(shape, dtype=None, name=None):
    return variable(_ops.zeros(shape))


def ones_like(x, dtype=None, name=None):
    return _ops.ones_like(x, dtype=dtype)


def zeros_like(x, dtype=None, name=None):
    return _ops.zeros_like(x, dtype=dtype)


def identity(x, name=None):
    return _ops.copy(x)


def print_tensor(x, message='', summarize=3):
    return x


def random_normal(shape, mean=0.0, stddev=1.0, dtype=None, seed=None, std=None):
    return _random.normal(shape, mean, stddev if std is None else std, seed=seed)


def random_uniform(shape, minval=0.0, maxval=1.0, dtype=None, seed=None):
    return _random.uniform(shape, minval, maxval, seed=seed)


def truncated_normal(shape, mean=0.0, stddev=1.0, dtype=None, seed=None):
    return _random.truncated_normal(shape, mean, stddev, seed=seed)


def random_bernoulli(shape, p=0.0, dtype=None, seed=None):
    return _ops.cast(_random.uniform(shape, seed=seed) <= p, floatx() if dtype is None else dtype)


def random_binomial(shape, p=0.0, dtype=None, seed=None):
    return random_bernoulli(shape, p, dtype, seed)


def random_normal_variable(shape, mean, scale, dtype=None, name=None, seed=None):
    return variable(_random.normal(shape, mean, scale, seed=seed))


def random_uniform_variable(shape, low, high, dtype=None, name=None, seed=None):
    return variable(_random.uniform(shape, low, high, seed=seed))


def relu(x, alpha=0.0, max_value=None, threshold=0.0):
    above = _ops.where(x >= threshold, x, alpha * (x - threshold)) if alpha != 0.0 or threshold != 0.0 else _ops.relu(x)
    if max_value is not None:
        above = _ops.where(x >= max_value, max_value, above)
    return above


def repeat(x, n):
    return _ops.tile(_ops.expand_dims(x, 1), (1, n, 1))


def repeat_elements(x, rep, axis):
    return _ops.repeat(x, rep, axis=axis)


def reverse(x, axes):
    return _ops.flip(x, axis=axes)


def squeeze(x, axis):
    return _ops.squeeze(x, axis)


def tile(x, n):
    return _ops.tile(x, [n] if isinstance(n, int) else n)


def update(x, new_x):
    return x.assign(new_x)


def update_add(x, increment):
    return x.assign_add(increment)


def update_sub(x, decrement):
    return x.assign_sub(decrement)


def get_variable_shape(x):
    return int_shape(x)


def is_variable(x):
    return isinstance(x, _keras.Variable)


def placeholder(shape=None, ndim=None, dtype=None, sparse=False, name=None, ragged=False):
    if shape is None:
        shape = (None,) * (ndim or 0)
    return _keras.Input(batch_shape=tuple(shape), dtype=dtype, name=name)


def function(inputs, outputs, updates=None, name=None, **kwargs):
    many = isinstance(outputs, (list, tuple))
    model = _keras.Model(list(inputs) if isinstance(inputs, (list, tuple)) else inputs, list(outputs) if many else outputs)

    def call(values):
        values = list(values) if isinstance(values, (list, tuple)) else values
        single = isinstance(values, list) and len(values) == 1
        result = model(values[0] if single else values)
        if many:
            return [_ops.convert_to_numpy(item) for item in (result if isinstance(result, (list, tuple)) else [result])]
        return _ops.convert_to_numpy(result)

    return call


def reset_uids():
    clear_session()


def manual_variable_initialization(value):
    return None


${backendLayersSource}`;
