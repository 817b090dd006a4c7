/** `keras.quantizers`: whole numbers of 8 bits and a scale in place of floats, and floats of 8 bits. */

export const quantizersSource = `
from keras import ops, saving


class Quantizer:
    def __init__(self, output_dtype='int8'):
        self.output_dtype = output_dtype

    def __call__(self, x):
        return x

    @classmethod
    def from_config(cls, config):
        return cls(**config)

    def get_config(self):
        raise NotImplementedError(str(self) + ' does not implement get_config()')


def abs_max_quantize(inputs, axis, value_range=(-127, 127), dtype='int8', epsilon=1e-7):
    largest = ops.max(ops.abs(inputs), axis=axis, keepdims=True)
    scale = ops.divide(value_range[1], ops.add(largest, epsilon))
    outputs = ops.clip(ops.round(ops.multiply(inputs, scale)), value_range[0], value_range[1])
    return ops.cast(outputs, dtype), scale


class AbsMaxQuantizer(Quantizer):
    def __init__(self, axis, value_range=(-127, 127), epsilon=1e-7, output_dtype='int8'):
        super().__init__(output_dtype=output_dtype)
        self.axis = (axis,) if isinstance(axis, int) else tuple(axis)
        self.value_range = value_range
        self.epsilon = epsilon

    def __call__(self, x):
        return abs_max_quantize(x, self.axis, self.value_range, self.output_dtype, self.epsilon)

    def get_config(self):
        return {'axis': self.axis, 'value_range': self.value_range, 'epsilon': self.epsilon, 'output_dtype': self.output_dtype}


def compute_float8_scale(amax, scale, dtype_max, margin=0):
    before = ops.reciprocal(scale)
    factor = ops.divide(ops.divide(dtype_max, amax), 2 ** margin)
    factor = ops.where(amax > 0.0, factor, before)
    factor = ops.where(ops.isfinite(amax), factor, before)
    return ops.reciprocal(factor)


def compute_float8_amax_history(x, amax_history):
    newest = ops.cast(ops.max(ops.abs(x)), amax_history.dtype)
    moved = ops.roll(amax_history, shift=-1)
    return ops.scatter_update(moved, [[0]], ops.reshape(newest, [1]))


# The largest value, the digits behind the leading one, and the smallest exponent of a number that is not denormal.
_float8 = {'float8_e4m3fn': (448.0, 3, -6), 'float8_e5m2': (57344.0, 2, -14)}


def _rounded(x, digits, smallest):
    size = ops.maximum(ops.abs(x), 2.0 ** (smallest - digits - 2))
    exponent = ops.maximum(ops.floor(ops.log2(size)), float(smallest))
    step = ops.power(2.0, exponent - digits)
    return ops.multiply(ops.round(ops.divide(x, step)), step)


def quantize_and_dequantize(inputs, scale, quantized_dtype, compute_dtype):
    if str(quantized_dtype) not in _float8:
        raise ValueError('Invalid dtype: ' + str(quantized_dtype))
    largest, digits, smallest = _float8[str(quantized_dtype)]
    factor = ops.cast(scale, compute_dtype)
    x = ops.clip(ops.divide(inputs, factor), -largest, largest)
    return ops.multiply(ops.cast(_rounded(x, digits, smallest), compute_dtype), factor)


_classes = {'Quantizer': Quantizer, 'AbsMaxQuantizer': AbsMaxQuantizer, 'quantizer': Quantizer, 'abs_max_quantizer': AbsMaxQuantizer}


def serialize(initializer):
    return {'module': 'keras.quantizers', 'class_name': type(initializer).__name__, 'config': initializer.get_config(), 'registered_name': None}


def deserialize(config, custom_objects=None):
    if config.get('class_name') in _classes:
        return _classes[config['class_name']].from_config(config['config'])
    return saving.deserialize_keras_object(config, custom_objects=custom_objects)


def get(identifier, **kwargs):
    if identifier is None:
        return None
    if isinstance(identifier, dict):
        found = deserialize(identifier)
    elif isinstance(identifier, str):
        found = _classes.get(identifier)
    else:
        found = identifier
    if not callable(found):
        raise ValueError('Could not interpret quantizer identifier: ' + str(identifier))
    return found(**kwargs) if isinstance(found, type) else found
`;
