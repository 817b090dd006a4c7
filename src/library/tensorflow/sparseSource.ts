/** `tf.sparse`: tensors by the places of what is not zero, in Python. */

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

    def _with(self, other, compute):
        factors = _tf.cast(other, self.dtype) if isinstance(other, (int, float)) else _tf.convert_to_tensor(other)
        if len(factors.shape) > 0:
            factors = _tf.gather_nd(_tf.broadcast_to(factors, self.shape), self.indices)
        return SparseTensor(self.indices, compute(self.values, factors), self.dense_shape)

    def __mul__(self, other):
        return self._with(other, _tf.multiply)

    def __truediv__(self, other):
        return self._with(other, _tf.divide)

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
        # Layers that are asked for sparse tensors give dense ones here.
        if _tf.is_tensor(sp_input):
            return sp_input
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
