/** Complex tensors of TensorFlow, in Python: a real and an imaginary tensor, of which everything is computed. */

export const complexSource = `
import numpy as _np
import tensorflow as _tf
from keras import ops as _ops

_complex = type(1j)


class ComplexType:
    def __init__(self, name, real):
        self.name = name
        self._real = real

    @property
    def real_dtype(self):
        return _tf.as_dtype(self._real)

    @property
    def as_numpy_dtype(self):
        return getattr(_np, self.name)

    @property
    def base_dtype(self):
        return self

    @property
    def size(self):
        return 8 if self.name == 'complex64' else 16

    is_complex = True
    is_floating = False
    is_integer = False
    is_bool = False
    is_numeric = True

    def __eq__(self, other):
        return other is self or other == self.name or other is self.as_numpy_dtype

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(self.name)

    def __repr__(self):
        return 'tf.' + self.name

    def __str__(self):
        return "<dtype: '" + self.name + "'>"

    def _on_parts(self, name, compute, args):
        if name == 'cast':
            return as_complex(args[0], self)
        raise NotImplementedError('tf.' + name + ' of complex numbers is not supported by Kerascope yet')


complex64 = ComplexType('complex64', 'float32')
complex128 = ComplexType('complex128', 'float64')


def as_complex(value, dtype=None):
    if isinstance(value, ComplexTensor):
        if dtype is None or value.dtype is dtype:
            return value
        return ComplexTensor(_ops.cast(value._re, dtype._real), _ops.cast(value._im, dtype._real))
    if isinstance(value, _complex) or (isinstance(value, (_np.ndarray, _np.generic)) and value.dtype.kind == 'c'):
        value = _np.asarray(value)
        real, imag = value.real, value.imag
        if dtype is None:
            dtype = complex64 if value.dtype == _np.complex64 else complex128
        return ComplexTensor(_ops.cast(real, dtype._real), _ops.cast(imag, dtype._real))
    real = _ops.convert_to_tensor(value)
    wanted = dtype._real if dtype is not None else 'float32'
    real = _ops.cast(real, wanted)
    return ComplexTensor(real, _ops.zeros_like(real))


# What does the same to both parts.
_LINEAR = {'reduce_sum', 'reduce_mean', 'reshape', 'transpose', 'expand_dims', 'squeeze', 'gather', 'tile', 'identity',
           'stop_gradient', 'negative', 'zeros_like'}


class ComplexTensor:
    __array_priority__ = 100

    def __init__(self, real, imag):
        self._re = _ops.convert_to_tensor(real)
        self._im = _ops.convert_to_tensor(imag)

    @property
    def shape(self):
        return self._re.shape

    @property
    def ndim(self):
        return len(self._re.shape)

    @property
    def dtype(self):
        return complex128 if self._re.dtype == 'float64' else complex64

    def get_shape(self):
        return self.shape

    def numpy(self):
        both = _np.asarray(self._re) + 1j * _np.asarray(self._im)
        return _np.asarray(both).astype(self.dtype.name)[()]

    def __array__(self, dtype=None, copy=None):
        both = _np.asarray(self.numpy())
        return both if dtype is None else both.astype(dtype)

    def __getitem__(self, key):
        return ComplexTensor(self._re[key], self._im[key])

    def __len__(self):
        return len(self._re)

    def __iter__(self):
        for index in range(len(self._re)):
            yield self[index]

    def __abs__(self):
        square = self._re * self._re + self._im * self._im
        # The gradient at zero is zero.
        some = square > 0
        return _ops.where(some, _ops.sqrt(_ops.where(some, square, _ops.ones_like(square))), _ops.zeros_like(square))

    def __neg__(self):
        return ComplexTensor(-self._re, -self._im)

    def conjugate(self):
        return ComplexTensor(self._re, -self._im)

    def _other(self, value):
        return as_complex(value, self.dtype if not isinstance(value, ComplexTensor) else None)

    def __add__(self, other):
        other = self._other(other)
        return ComplexTensor(self._re + other._re, self._im + other._im)

    def __sub__(self, other):
        other = self._other(other)
        return ComplexTensor(self._re - other._re, self._im - other._im)

    def __mul__(self, other):
        other = self._other(other)
        return ComplexTensor(self._re * other._re - self._im * other._im, self._re * other._im + self._im * other._re)

    def __truediv__(self, other):
        other = self._other(other)
        size = other._re * other._re + other._im * other._im
        return ComplexTensor((self._re * other._re + self._im * other._im) / size,
                             (self._im * other._re - self._re * other._im) / size)

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other):
        return self._other(other) - self

    def __rtruediv__(self, other):
        return self._other(other) / self

    def __str__(self):
        return 'tf.Tensor(' + str(self.numpy()) + ', shape=' + str(self.shape) + ', dtype=' + self.dtype.name + ')'

    def __repr__(self):
        return ('<tf.Tensor: shape=' + str(self.shape) + ', dtype=' + self.dtype.name + ', numpy='
                + (str(self.numpy()) if self.ndim == 0 else repr(self.numpy())) + '>')

    def _on_parts(self, name, compute, args):
        if name in _LINEAR:
            return ComplexTensor(compute(self._re, *args[1:]), compute(self._im, *args[1:]))
        if name in ('concat', 'stack'):
            parts = [as_complex(part) for part in args[0]]
            return ComplexTensor(compute([part._re for part in parts], *args[1:]),
                                 compute([part._im for part in parts], *args[1:]))
        if name in ('shape', 'size', 'rank', 'ones_like'):
            return compute(self._re, *args[1:])
        if name == 'cast':
            if isinstance(args[1], ComplexType):
                return as_complex(self, args[1])
            return compute(self._re, *args[1:])
        if name in _OWN:
            return _OWN[name](*args)
        raise NotImplementedError('tf.' + name + ' of complex tensors is not supported by Kerascope yet')


def real(input, name=None):
    return input._re if isinstance(input, ComplexTensor) else _ops.real(input)


def imag(input, name=None):
    return input._im if isinstance(input, ComplexTensor) else _ops.imag(input)


def angle(input, name=None):
    if isinstance(input, ComplexTensor):
        return _ops.arctan2(input._im, input._re)
    input = _ops.convert_to_tensor(input)
    return _ops.where(input < 0, _ops.full_like(input, _np.pi), _ops.zeros_like(input))


def conj(x, name=None):
    return x.conjugate() if isinstance(x, ComplexTensor) else x


def _exp(x, *rest):
    size = _ops.exp(x._re)
    return ComplexTensor(size * _ops.cos(x._im), size * _ops.sin(x._im))


def complex(real, imag, name=None):
    return ComplexTensor(real, imag)


_OWN = {
    'abs': lambda x, *rest: abs(x),
    'square': lambda x, *rest: x * x,
    'exp': _exp,
    'real': real,
    'imag': imag,
    'conj': conj,
    'is_tensor': lambda x, *rest: True,
    'add': lambda x, y, *rest: as_complex(x) + as_complex(y),
    'subtract': lambda x, y, *rest: as_complex(x) - as_complex(y),
    'multiply': lambda x, y, *rest: as_complex(x) * as_complex(y),
    'divide': lambda x, y, *rest: as_complex(x) / as_complex(y),
}
`;
