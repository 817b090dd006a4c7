/** `tf.ragged`: what makes and changes ragged tensors, in Python. */
import { raggedTensorSource } from './raggedTensorSource.ts';

export const raggedSource = `${raggedTensorSource}
def constant(pylist, dtype=None, ragged_rank=None, inner_shape=None, name=None, row_splits_dtype='int64'):
    if inner_shape is not None:
        raise NotImplementedError('tf.ragged.constant(inner_shape=...) is not supported by Kerascope yet')

    def depth(value):
        if isinstance(value, _np.ndarray):
            return value.ndim
        if not isinstance(value, (list, tuple)):
            return 0
        return 1 + max([depth(item) for item in value], default=0)

    def build(value, rank):
        if rank == 0:
            if len(value) == 0:
                return _tf.constant([], dtype=dtype if dtype is not None else 'float32')
            return _tf.constant(list(value), dtype=dtype)
        return RaggedTensor(build([item for row in value for item in row], rank - 1), [len(row) for row in value])

    return build(pylist, max(0, depth(pylist) - 1) if ragged_rank is None else ragged_rank)


def stack(values, axis=0, name=None):
    if axis != 0:
        raise NotImplementedError('tf.ragged.stack(axis=...) is not supported by Kerascope yet')
    return _of_rows([value if isinstance(value, RaggedTensor) else _tf.convert_to_tensor(value) for value in values])


def range(starts, limits=None, deltas=1, dtype=None, name=None, row_splits_dtype='int64'):
    if limits is None:
        starts, limits = 0, starts
    limits = _np.atleast_1d(_np.asarray(limits))
    starts = _np.broadcast_to(_np.asarray(starts), limits.shape)
    deltas = _np.broadcast_to(_np.asarray(deltas), limits.shape)
    rows = [_np.arange(start, stop, step) for start, stop, step in zip(starts, limits, deltas)]
    return RaggedTensor(_tf.constant(_np.concatenate(rows), dtype=dtype if dtype is not None else 'int32'), [len(row) for row in rows])


def map_flat_values(op, *args, **kwargs):
    like = [item for item in list(args) + list(kwargs.values()) if isinstance(item, RaggedTensor)]
    if not like:
        return op(*args, **kwargs)
    flat = lambda item: item.flat_values if isinstance(item, RaggedTensor) else item
    return like[0].with_flat_values(op(*[flat(item) for item in args], **{key: flat(item) for key, item in kwargs.items()}))


def boolean_mask(data, mask, name=None):
    rows = [_tf.boolean_mask(row, keep) for row, keep in zip(data, mask)]
    return _of_rows(rows, data.values if isinstance(data, RaggedTensor) else data[0])
`;
