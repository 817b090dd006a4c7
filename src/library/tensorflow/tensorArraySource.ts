/** `tf.TensorArray`, in Python. */

export const tensorArraySource = `
import tensorflow as _tf


class TensorArray:
    def __init__(self, dtype, size=None, dynamic_size=None, clear_after_read=None, tensor_array_name=None, handle=None,
                 flow=None, infer_shape=True, element_shape=None, colocate_with_first_write_call=True, name=None):
        if handle is not None or flow is not None:
            raise NotImplementedError('TensorArray(handle=..., flow=...) is not supported by Kerascope yet')
        self.dtype = _tf.as_dtype(dtype)
        self.dynamic_size = bool(dynamic_size)
        self._clears = True if clear_after_read is None else bool(clear_after_read)
        self._infers = infer_shape
        self.element_shape = _tf.TensorShape(element_shape)
        self._tensors = [None] * (0 if size is None else int(size))
        self._cleared = []

    def write(self, index, value, name=None):
        index = int(index)
        if index < 0:
            raise _tf.errors.OutOfRangeError('Writing to negative indices (index %d) is not allowed.' % index)
        size = len(self._tensors)
        if index >= size:
            if not self.dynamic_size:
                raise _tf.errors.OutOfRangeError('Tried to write to index %d but array is not resizeable and size is: %d ' % (index, size))
            self._tensors.extend([None] * (index - size + 1))
        self._tensors[index] = self._checked(value)
        return self

    def _checked(self, value):
        if not _tf.is_tensor(value):
            value = _tf.convert_to_tensor(value, dtype=self.dtype)
        if self.dtype != value.dtype:
            raise _tf.errors.InvalidArgumentError('TensorArray dtype is %s but Op is trying to write dtype %s '
                                                  % (self.dtype.name, _tf.as_dtype(value.dtype).name))
        if not self.element_shape.is_compatible_with(value.shape):
            raise ValueError('Incompatible shape for value (%s), expected (%s)' % (value.shape, self.element_shape))
        if self._infers:
            self.element_shape = self.element_shape.merge_with(value.shape)
        return value

    def read(self, index, name=None):
        index = int(index)
        if index < 0:
            raise _tf.errors.OutOfRangeError('Reading from negative indices (index %d) is not allowed.' % index)
        if index >= len(self._tensors):
            raise _tf.errors.OutOfRangeError('Tried to read from index %d but array size is: %d ' % (index, len(self._tensors)))
        found = self._tensors[index]
        if found is None:
            if index in self._cleared:
                raise _tf.errors.InvalidArgumentError('Could not read index %d twice because it was cleared after a previous read (perhaps try setting clear_after_read = false?)' % index)
            found = self._zero(index)
        if self._clears:
            self._tensors[index] = None
            self._cleared.append(index)
        return found

    def _zero(self, index):
        if self._tensors[index] is None:
            if not self.element_shape.is_fully_defined():
                raise ValueError('Tensor %d of the TensorArray was never written and its element shape is not known' % index)
            self._tensors[index] = _tf.zeros(self.element_shape.as_list(), self.dtype)
        return self._tensors[index]

    def _all(self):
        return [self._zero(index) for index in range(len(self._tensors))]

    def stack(self, name=None):
        if not self._tensors:
            return _tf.zeros([0] + (self.element_shape.as_list() if self.element_shape.rank else []), self.dtype)
        return _tf.stack(self._all())

    def concat(self, name=None):
        return _tf.concat(self._all(), 0)

    def gather(self, indices, name=None):
        return _tf.stack([self._zero(int(index)) for index in indices])

    def unstack(self, value, name=None):
        tensors = _tf.unstack(_tf.convert_to_tensor(value, dtype=self.dtype))
        if len(tensors) > len(self._tensors) and not self.dynamic_size:
            raise ValueError('Cannot unstack %d tensors into a TensorArray of static size %d ' % (len(tensors), len(self._tensors)))
        self._tensors = [self._checked(tensor) for tensor in tensors]
        return self

    def scatter(self, indices, value, name=None):
        for index, part in zip(indices, _tf.unstack(_tf.convert_to_tensor(value, dtype=self.dtype))):
            self.write(index, part)
        return self

    def split(self, value, lengths, name=None):
        lengths = [int(length) for length in lengths]
        value = _tf.convert_to_tensor(value, dtype=self.dtype)
        start = 0
        for index, length in enumerate(lengths):
            self.write(index, value[start:start + length])
            start += length
        return self

    def size(self, name=None):
        return _tf.constant(len(self._tensors))

    def identity(self):
        return self

    def close(self, name=None):
        self._tensors = []
`;
