/** Convolutions, pooling, padding and recurrences of `keras.backend`, in Python: a part of the text of backendSource.ts. */
export const backendLayersSource = `
def batch_dot(x, y, axes=None):
    x_rank, y_rank = len(x.shape), len(y.shape)
    if x_rank < 2 or y_rank < 2:
        raise ValueError('Cannot do batch_dot on inputs with rank < 2. Received inputs with shapes ' + str(x.shape) + ' and ' + str(y.shape) + '.')
    if axes is None:
        axes = [x_rank - 1, y_rank - 1 if y_rank == 2 else y_rank - 2]
    elif isinstance(axes, int):
        axes = [axes, axes]
    a = axes[0] + x_rank if axes[0] < 0 else axes[0]
    b = axes[1] + y_rank if axes[1] < 0 else axes[1]
    letters = 'zabcdefgh'
    left = [letters[0]] + ['ijklmn'[i] for i in range(x_rank - 1)]
    right = [letters[0]] + ['opqrst'[i] for i in range(y_rank - 1)]
    right[b] = left[a]
    rest = [l for l in left if l != left[a]] + [r for r in right[1:] if r != left[a]]
    result = _ops.einsum(''.join(left) + ',' + ''.join(right) + '->' + ''.join(rest), x, y)
    return _ops.expand_dims(result, 1) if len(rest) == 1 else result


def normalize_batch_in_training(x, gamma, beta, reduction_axes, epsilon=1e-3):
    mean, variance = _ops.moments(x, axes=list(reduction_axes), keepdims=True)
    normed = (x - mean) / _ops.sqrt(variance + epsilon)
    shape = [1 if i in reduction_axes else -1 for i in range(len(x.shape))]
    if gamma is not None:
        normed = normed * _ops.reshape(gamma, shape)
    if beta is not None:
        normed = normed + _ops.reshape(beta, shape)
    return normed, _ops.squeeze(mean), _ops.squeeze(variance)


def bias_add(x, bias, data_format=None):
    if len(bias.shape) == 1:
        if _format(data_format) == 'channels_first' and len(x.shape) > 2:
            return x + _ops.reshape(bias, (1, -1) + (1,) * (len(x.shape) - 2))
        return x + bias
    return x + _ops.expand_dims(bias, 0)


def conv1d(x, kernel, strides=1, padding='valid', data_format=None, dilation_rate=1):
    if padding == 'causal':
        left = dilation_rate * (kernel.shape[0] - 1)
        x = _ops.pad(x, ((0, 0), (left, 0), (0, 0)))
        padding = 'valid'
    return _ops.conv(x, kernel, strides, padding, data_format, dilation_rate)


def conv2d(x, kernel, strides=(1, 1), padding='valid', data_format=None, dilation_rate=(1, 1)):
    return _ops.conv(x, kernel, strides, padding, data_format, dilation_rate)


def conv3d(x, kernel, strides=(1, 1, 1), padding='valid', data_format=None, dilation_rate=(1, 1, 1)):
    return _ops.conv(x, kernel, strides, padding, data_format, dilation_rate)


def conv2d_transpose(x, kernel, output_shape, strides=(1, 1), padding='valid', data_format=None, dilation_rate=(1, 1)):
    return _ops.conv_transpose(x, kernel, strides, padding, data_format=data_format, dilation_rate=dilation_rate)


def depthwise_conv2d(x, depthwise_kernel, strides=(1, 1), padding='valid', data_format=None, dilation_rate=(1, 1)):
    return _ops.depthwise_conv(x, depthwise_kernel, strides, padding, data_format, dilation_rate)


def separable_conv1d(x, depthwise_kernel, pointwise_kernel, strides=1, padding='valid', data_format=None, dilation_rate=1):
    return _ops.separable_conv(x, depthwise_kernel, pointwise_kernel, strides, padding, data_format, dilation_rate)


def separable_conv2d(x, depthwise_kernel, pointwise_kernel, strides=(1, 1), padding='valid', data_format=None, dilation_rate=(1, 1)):
    return _ops.separable_conv(x, depthwise_kernel, pointwise_kernel, strides, padding, data_format, dilation_rate)


def pool2d(x, pool_size, strides=(1, 1), padding='valid', data_format=None, pool_mode='max'):
    pool = _ops.max_pool if pool_mode == 'max' else _ops.average_pool
    return pool(x, pool_size, strides, padding, data_format)


def pool3d(x, pool_size, strides=(1, 1, 1), padding='valid', data_format=None, pool_mode='max'):
    return pool2d(x, pool_size, strides, padding, data_format, pool_mode)


def resize_images(x, height_factor, width_factor, data_format, interpolation='nearest'):
    rows, columns = (2, 3) if data_format == 'channels_first' else (1, 2)
    size = (x.shape[rows] * height_factor, x.shape[columns] * width_factor)
    return _ops.image.resize(x, size, interpolation=interpolation, data_format=data_format)


def resize_volumes(x, depth_factor, height_factor, width_factor, data_format):
    first = 2 if data_format == 'channels_first' else 1
    for place, factor in enumerate((depth_factor, height_factor, width_factor)):
        x = _ops.repeat(x, factor, axis=first + place)
    return x


def rnn(step_function, inputs, initial_states, go_backwards=False, mask=None, constants=None, unroll=False, input_length=None, time_major=False, zero_output_for_mask=False, return_all_outputs=True):
    if time_major:
        inputs = _ops.swapaxes(inputs, 0, 1)
        mask = None if mask is None else _ops.swapaxes(mask, 0, 1)
    extra = [] if constants is None else list(constants)
    steps = list(range(inputs.shape[1]))
    if go_backwards:
        steps.reverse()
    states = list(initial_states)
    outputs = []
    last = None
    for step in steps:
        output, new_states = step_function(inputs[:, step], states + extra)
        if mask is not None:
            keep = mask[:, step]
            while len(keep.shape) < len(output.shape):
                keep = _ops.expand_dims(keep, -1)
            held = _ops.zeros_like(output) if last is None or zero_output_for_mask else last
            output = _ops.where(keep, output, held)
            new_states = [_ops.where(keep, new, old) for new, old in zip(new_states, states)]
        states = list(new_states)
        last = output
        outputs.append(output)
    sequence = _ops.stack(outputs if return_all_outputs else [last], axis=1)
    return last, (_ops.swapaxes(sequence, 0, 1) if time_major else sequence), states


def spatial_2d_padding(x, padding=((1, 1), (1, 1)), data_format=None):
    none = (0, 0)
    if _format(data_format) == 'channels_first':
        return _ops.pad(x, (none, none, tuple(padding[0]), tuple(padding[1])))
    return _ops.pad(x, (none, tuple(padding[0]), tuple(padding[1]), none))


def spatial_3d_padding(x, padding=((1, 1), (1, 1), (1, 1)), data_format=None):
    none = (0, 0)
    axes = tuple(tuple(pair) for pair in padding)
    if _format(data_format) == 'channels_first':
        return _ops.pad(x, (none, none) + axes)
    return _ops.pad(x, (none,) + axes + (none,))


def temporal_padding(x, padding=(1, 1)):
    return _ops.pad(x, ((0, 0), tuple(padding), (0, 0)))
`;
