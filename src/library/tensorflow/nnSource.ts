/** `tensorflow.nn` beyond the activations, in Python on keras.ops. */

export const nnSource = `
import keras as _keras
import tensorflow as _tf
from keras import ops as _ops


def _format(data_format):
    return 'channels_first' if data_format in ('NCHW', 'NCW', 'NCDHW') else 'channels_last'


def _window(value, rank):
    if value is None or isinstance(value, int):
        return value
    values = list(value)
    if len(values) == rank + 2:
        values = values[1:-1] if values[-1] == 1 else values[2:]
    return values[0] if len(values) == 1 else tuple(values)


def _padding(padding):
    return padding.lower() if isinstance(padding, str) else 'valid'


def _explicit(input, padding):
    return input if isinstance(padding, str) else _ops.pad(input, padding)


def convolution(input, filters, strides=None, padding='VALID', data_format=None, dilations=None, name=None):
    rank = len(filters.shape) - 2
    return _ops.conv(_explicit(input, padding), filters, _window(strides or 1, rank), _padding(padding), _format(data_format), _window(dilations or 1, rank))


def conv1d(input, filters, stride, padding, data_format='NWC', dilations=None, name=None):
    return convolution(input, filters, stride, padding, data_format, dilations)


def conv2d(input, filters, strides, padding, data_format='NHWC', dilations=None, name=None):
    return convolution(input, filters, strides, padding, data_format, dilations)


def conv3d(input, filters, strides, padding, data_format='NDHWC', dilations=None, name=None):
    return convolution(input, filters, strides, padding, data_format, dilations)


def conv2d_transpose(input, filters, output_shape, strides, padding='SAME', data_format='NHWC', dilations=None, name=None):
    return _ops.conv_transpose(input, filters, _window(strides, 2), _padding(padding), data_format=_format(data_format))


def depthwise_conv2d(input, filter, strides, padding, data_format=None, dilations=None, name=None):
    return _ops.depthwise_conv(_explicit(input, padding), filter, _window(strides, 2), _padding(padding), _format(data_format), _window(dilations or 1, 2))


def separable_conv2d(input, depthwise_filter, pointwise_filter, strides, padding, data_format=None, dilations=None, name=None):
    return _ops.separable_conv(input, depthwise_filter, pointwise_filter, _window(strides, 2), _padding(padding), _format(data_format), _window(dilations or 1, 2))


def max_pool(input, ksize, strides, padding, data_format=None, name=None):
    rank = len(input.shape) - 2
    return _ops.max_pool(input, _window(ksize, rank), _window(strides, rank), _padding(padding), _format(data_format))


def avg_pool(input, ksize, strides, padding, data_format=None, name=None):
    rank = len(input.shape) - 2
    return _ops.average_pool(input, _window(ksize, rank), _window(strides, rank), _padding(padding), _format(data_format))


max_pool1d = max_pool2d = max_pool3d = max_pool
avg_pool1d = avg_pool2d = avg_pool3d = avg_pool


def batch_normalization(x, mean, variance, offset, scale, variance_epsilon, name=None):
    result = (x - mean) * _ops.rsqrt(variance + variance_epsilon)
    if scale is not None:
        result = result * scale
    return result if offset is None else result + offset


def bias_add(value, bias, data_format=None, name=None):
    return _keras.backend.bias_add(value, bias, _format(data_format))


def crelu(features, axis=-1, name=None):
    return _ops.concatenate([_ops.relu(features), _ops.relu(-features)], axis=axis)


def ctc_loss(labels, logits, label_length, logit_length, logits_time_major=True, unique=None, blank_index=None, name=None):
    if logits_time_major:
        logits = _ops.swapaxes(logits, 0, 1)
    blank = 0 if blank_index is None else blank_index % logits.shape[-1]
    return _ops.ctc_loss(labels, logits, label_length, logit_length, mask_index=blank)


def depth_to_space(input, block_size, data_format='NHWC', name=None):
    n, h, w, c = input.shape
    inner = c // (block_size * block_size)
    x = _ops.reshape(input, (-1, h, w, block_size, block_size, inner))
    x = _ops.transpose(x, (0, 1, 3, 2, 4, 5))
    return _ops.reshape(x, (-1, h * block_size, w * block_size, inner))


def space_to_depth(input, block_size, data_format='NHWC', name=None):
    n, h, w, c = input.shape
    x = _ops.reshape(input, (-1, h // block_size, block_size, w // block_size, block_size, c))
    x = _ops.transpose(x, (0, 1, 3, 2, 4, 5))
    return _ops.reshape(x, (-1, h // block_size, w // block_size, block_size * block_size * c))


def dropout(x, rate, noise_shape=None, seed=None, name=None):
    return _keras.random.dropout(x, rate, noise_shape, seed)


def embedding_lookup(params, ids, max_norm=None, name=None):
    return _ops.take(params, ids, axis=0)


def gelu(features, approximate=False, name=None):
    return _ops.gelu(features, approximate=approximate)


def in_top_k(targets, predictions, k, name=None):
    return _ops.in_top_k(targets, predictions, k)


def l2_loss(t, name=None):
    return _ops.sum(_ops.square(t)) / 2.0


def l2_normalize(x, axis=None, epsilon=1e-12, name=None):
    return x * _ops.rsqrt(_ops.maximum(_ops.sum(_ops.square(x), axis=axis, keepdims=True), epsilon))


def leaky_relu(features, alpha=0.2, name=None):
    return _ops.leaky_relu(features, negative_slope=alpha)


def local_response_normalization(input, depth_radius=5, bias=1, alpha=1, beta=0.5, name=None):
    squares = _ops.pad(_ops.square(input), ((0, 0), (0, 0), (0, 0), (depth_radius, depth_radius)))
    channels = input.shape[-1]
    total = squares[..., 0:channels]
    for shift in range(1, 2 * depth_radius + 1):
        total = total + squares[..., shift:shift + channels]
    return input / _ops.power(bias + alpha * total, beta)


lrn = local_response_normalization


def log_poisson_loss(targets, log_input, compute_full_loss=False, name=None):
    return _ops.exp(log_input) - log_input * targets


def moments(x, axes, shift=None, keepdims=False, name=None):
    return _ops.moments(x, axes, keepdims=keepdims)


def normalize_moments(counts, mean_ss, variance_ss, shift, name=None):
    mean = mean_ss / counts
    return mean, variance_ss / counts - _ops.square(mean)


def scale_regularization_loss(regularization_loss):
    return _ops.sum(regularization_loss)


def silu(features, beta=1.0):
    return features * _ops.sigmoid(beta * features)


swish = silu


def top_k(input, k=1, sorted=True, index_type='int32', name=None):
    return _ops.top_k(input, k)


def weighted_cross_entropy_with_logits(labels=None, logits=None, pos_weight=None, name=None):
    weight = 1 + (pos_weight - 1) * labels
    return (1 - labels) * logits + weight * (_ops.log1p(_ops.exp(-_ops.abs(logits))) + _ops.relu(-logits))


def zero_fraction(value, name=None):
    return _tf.math.zero_fraction(value)
`;
