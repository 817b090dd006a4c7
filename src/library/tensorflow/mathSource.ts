/** `tensorflow.math` beyond what it shares with the top, in Python on keras.ops. */

export const mathSource = `
import numpy as _np
import tensorflow as _tf
from keras import ops as _ops


def add_n(inputs, name=None):
    return _tf.add_n(inputs)


def bincount(arr, weights=None, minlength=None, maxlength=None, dtype=None, name=None, axis=None, binary_output=False):
    return _ops.bincount(arr, weights=weights, minlength=minlength or 0)


def confusion_matrix(labels, predictions, num_classes=None, weights=None, dtype='int32', name=None):
    labels = _ops.reshape(_ops.cast(labels, 'int32'), (-1,))
    predictions = _ops.reshape(_ops.cast(predictions, 'int32'), (-1,))
    if num_classes is None:
        num_classes = int(_ops.maximum(_ops.max(labels), _ops.max(predictions))) + 1
    rows = _ops.one_hot(labels, num_classes)
    columns = _ops.one_hot(predictions, num_classes)
    if weights is not None:
        rows = rows * _ops.expand_dims(_ops.cast(weights, 'float32'), -1)
    return _ops.cast(_ops.matmul(_ops.transpose(rows), columns), dtype)


def count_nonzero(input, axis=None, keepdims=False, dtype='int64', name=None):
    return _ops.sum(_ops.cast(_ops.not_equal(input, 0), dtype), axis=axis, keepdims=keepdims or False)


def cumprod(x, axis=0, exclusive=False, reverse=False, name=None):
    return _ops.cumprod(x, axis=axis)


def cumsum(x, axis=0, exclusive=False, reverse=False, name=None):
    return _tf.cumsum(x, axis, exclusive, reverse)


def divide_no_nan(x, y, name=None):
    return _ops.divide_no_nan(x, y)


def multiply_no_nan(x, y, name=None):
    return _ops.where(_ops.equal(y, 0), _ops.zeros_like(y), x * y)


def erfc(x, name=None):
    return 1.0 - _ops.erf(x)


def erfinv(x, name=None):
    return _ops.erfinv(x)


def ndtri(x, name=None):
    return _ops.erfinv(2.0 * x - 1.0) * _np.sqrt(2.0)


def floordiv(x, y, name=None):
    return _ops.floor_divide(x, y)


def floormod(x, y, name=None):
    return _ops.mod(x, y)


def in_top_k(targets, predictions, k, name=None):
    return _ops.in_top_k(targets, predictions, k)


def is_non_decreasing(x, name=None):
    x = _ops.reshape(x, (-1,))
    return _ops.all(x[1:] >= x[:-1])


def is_strictly_increasing(x, name=None):
    x = _ops.reshape(x, (-1,))
    return _ops.all(x[1:] > x[:-1])


def log_sigmoid(x, name=None):
    return _ops.log_sigmoid(x)


def log_softmax(logits, axis=-1, name=None):
    return _ops.log_softmax(logits, axis=axis)


def logical_xor(x, y, name=None):
    return _ops.logical_xor(x, y)


def reciprocal_no_nan(x, name=None):
    return _ops.divide_no_nan(_ops.ones_like(x), x)


def reduce_euclidean_norm(input_tensor, axis=None, keepdims=False, name=None):
    return _ops.sqrt(_ops.sum(_ops.square(input_tensor), axis=axis, keepdims=keepdims))


def segment_sum(data, segment_ids, name=None):
    return _ops.segment_sum(data, segment_ids)


def segment_max(data, segment_ids, name=None):
    return _ops.segment_max(data, segment_ids)


def segment_mean(data, segment_ids, name=None):
    total = _ops.segment_sum(data, segment_ids)
    count = _ops.segment_sum(_ops.ones_like(data), segment_ids)
    return _ops.divide_no_nan(total, count)


def unsorted_segment_sum(data, segment_ids, num_segments, name=None):
    return _ops.segment_sum(data, segment_ids, int(num_segments))


def unsorted_segment_max(data, segment_ids, num_segments, name=None):
    return _ops.segment_max(data, segment_ids, int(num_segments))


def unsorted_segment_mean(data, segment_ids, num_segments, name=None):
    total = _ops.segment_sum(data, segment_ids, int(num_segments))
    count = _ops.segment_sum(_ops.ones_like(data), segment_ids, int(num_segments))
    return _ops.divide_no_nan(total, count)


def softmax(logits, axis=-1, name=None):
    return _ops.softmax(logits, axis=axis)


def softsign(features, name=None):
    return _ops.softsign(features)


def squared_difference(x, y, name=None):
    return _ops.square(_ops.subtract(x, y))


def xdivy(x, y, name=None):
    return _ops.where(_ops.equal(x, 0), _ops.zeros_like(x), x / y)


def xlogy(x, y, name=None):
    return _ops.where(_ops.equal(x, 0), _ops.zeros_like(x), x * _ops.log(y))


def xlog1py(x, y, name=None):
    return _ops.where(_ops.equal(x, 0), _ops.zeros_like(x), x * _ops.log1p(y))


def zero_fraction(value, name=None):
    return _ops.mean(_ops.cast(_ops.equal(value, 0), 'float32'))
`;
