/** Data sets from arrays: `timeseries_dataset_from_array` and `split_dataset`, in Python. */
import { type LibraryModule, pythonModule } from '../../../python/modules.ts';

export const series: LibraryModule = pythonModule(
  'keras.src.utils.series',
  `
import numpy as np
import keras.src._indexed as _indexed


def _check_positive(name, value, length):
    if value <= 0:
        raise ValueError('\`%s\` must be higher than 0. Received: %s=%s' % (name, name, value))
    if value >= length:
        raise ValueError('\`%s\` must be lower than the length of the data. Received: %s=%s, for data of length %s'
                         % (name, name, value, length))


def timeseries_dataset_from_array(data, targets, sequence_length, sequence_stride=1, sampling_rate=1, batch_size=128,
                                  shuffle=False, seed=None, start_index=None, end_index=None):
    data = np.asarray(data)
    targets = None if targets is None else np.asarray(targets)
    length = data.shape[0]
    if start_index:
        if start_index < 0:
            raise ValueError('\`start_index\` must be 0 or greater. Received: start_index=%s' % start_index)
        if start_index >= length:
            raise ValueError('\`start_index\` must be lower than the length of the data. Received: start_index=%s, for '
                             'data of length %s' % (start_index, length))
    if end_index:
        if start_index and end_index <= start_index:
            raise ValueError('\`end_index\` must be higher than \`start_index\`. Received: start_index=%s, and end_index=%s '
                             % (start_index, end_index))
        if end_index >= length:
            raise ValueError('\`end_index\` must be lower than the length of the data. Received: end_index=%s, for data '
                             'of length %s' % (end_index, length))
        if end_index <= 0:
            raise ValueError('\`end_index\` must be higher than 0. Received: end_index=%s' % end_index)
    _check_positive('sampling_rate', sampling_rate, length)
    _check_positive('sequence_stride', sequence_stride, length)
    first = 0 if start_index is None else start_index
    end = length if end_index is None else end_index
    count = end - first - (sequence_length - 1) * sampling_rate
    if targets is not None:
        count = min(count, targets.shape[0])
    starts = np.arange(0, count, sequence_stride, dtype='int32')
    if shuffle:
        np.random.RandomState(np.random.randint(1e6) if seed is None else seed).shuffle(starts)
    reach = sequence_length * sampling_rate

    def produce(place):
        start = first + int(starts[place])
        window = data[start:start + reach:sampling_rate]
        return window if targets is None else (window, targets[start])

    window = _indexed.array((sequence_length,) + data.shape[1:], data.dtype)
    element = window if targets is None else (window, _indexed.array(targets.shape[1:], targets.dtype))
    made = _indexed.dataset(starts.shape[0], produce, element, shuffle)
    return made if batch_size is None else made.batch(batch_size)


def _rows(dataset):
    if isinstance(dataset, np.ndarray):
        return [row for row in dataset]
    if isinstance(dataset, (list, tuple)):
        parts = [np.asarray(part) for part in dataset] if isinstance(dataset[0], (list, tuple, np.ndarray)) else None
        return list(dataset) if parts is None else list(zip(*parts))
    if isinstance(dataset, _indexed.Dataset):
        return [tuple(part.numpy() for part in item) if isinstance(item, tuple) else item.numpy() for item in dataset]
    raise TypeError('The \`dataset\` argument must be eithera \`tf.data.Dataset\`, a \`torch.utils.data.Dataset\`object, or a '
                    'list/tuple of arrays. Received: dataset=%s of type %s' % (dataset, type(dataset)))


def _size(name, size, length):
    if size is None:
        return None
    if type(size) not in (int, float):
        raise TypeError('Invalid \`%s\` Type. Expected: int or float or None, Received: type(%s)=%s.  ' % (name, name, type(size)))
    if size <= 0 or size >= (1 if type(size) is float else length):
        raise ValueError('\`%s\` should be either a positive integer smaller than %s, or a float within the range \`[0, 1]\`. '
                         'Received: %s=%s' % (name, length, name, size))
    return round(size * length) if type(size) is float else size


def split_dataset(dataset, left_size=None, right_size=None, shuffle=False, seed=None):
    if not _indexed.running and isinstance(dataset, _indexed.Dataset):
        return dataset, dataset
    rows = _rows(dataset)
    length = len(rows)
    if left_size is None and right_size is None:
        raise ValueError('At least one of the \`left_size\` or \`right_size\` must be specified. '
                         'Received: left_size=None and right_size=None')
    if type(left_size) is float and type(right_size) is float and left_size + right_size > 1:
        raise ValueError('The sum of \`left_size\` and \`right_size\` is greater than 1. It must be less than or equal to 1.')
    left, right = _size('left_size', left_size, length), _size('right_size', right_size, length)
    left = length - right if left is None else left
    right = length - left if right is None else right
    if left + right > length:
        raise ValueError('The sum of \`left_size\` and \`right_size\` should be smaller than the {total_length}. Received: '
                         'left_size + right_size = %sand total_length = %s' % (float(left + right), length))
    for part, side in ((left, 'left'), (right, 'right')):
        if part == 0:
            raise ValueError('With \`dataset\` of length=%s, \`left_size\`=%s and \`right_size\`=%s.Resulting %s side dataset '
                             'split will be empty. Adjust any of the aforementioned parameters' % (length, left, right, side))
    if shuffle:
        import random
        random.seed(np.random.randint(1e6) if seed is None else seed)
        random.shuffle(rows)

    def made(part):
        if isinstance(part[0], tuple):
            return _indexed.Dataset.from_tensor_slices(tuple(np.array(column) for column in zip(*part)))
        return _indexed.Dataset.from_tensor_slices(np.array(part))
    return made(rows[:left]), made(rows[-right:])
`,
);
