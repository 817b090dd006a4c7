/** `np.pad` in all its modes. */
import { pythonModule } from '../../../python/modules.ts';

const source = `
import numpy as np

_ALLOWED = {
    "empty": [],
    "edge": [],
    "wrap": [],
    "constant": ["constant_values"],
    "linear_ramp": ["end_values"],
    "maximum": ["stat_length"],
    "mean": ["stat_length"],
    "median": ["stat_length"],
    "minimum": ["stat_length"],
    "reflect": ["reflect_type"],
    "symmetric": ["reflect_type"],
}


def _pairs(value, count):
    if value is None:
        return [(None, None)] * count
    return [(pair[0], pair[1]) for pair in np.broadcast_to(value, (count, 2))]


def _widths(value, count):
    widths = np.asarray(value)
    if not widths.dtype.kind == "i":
        raise TypeError("\`pad_width\` must be of integral type.")
    if widths.min() < 0:
        raise ValueError("index can't contain negative values")
    return [(int(pair[0]), int(pair[1])) for pair in np.broadcast_to(widths, (count, 2))]


def _lines(array, start, stop, axis):
    index = [slice(None)] * array.ndim
    index[axis] = slice(start, stop)
    return array[tuple(index)]


def _filled(array, width, axis, value):
    shape = list(array.shape)
    shape[axis] = width
    return np.full(tuple(shape), value, dtype=array.dtype)


def _joined(before, array, after, axis):
    return np.concatenate([before, array, after], axis=axis).astype(array.dtype)


def _repeated(array, line, width, axis):
    if width == 0:
        return _lines(array, 0, 0, axis)
    return np.concatenate([line] * width, axis=axis)


def _ramp(edge, end, width, axis, dtype):
    if width == 0:
        return _lines(edge, 0, 0, axis)
    edge = edge.squeeze(axis)
    return np.linspace(np.full_like(edge, end), edge, width, endpoint=False, dtype=dtype, axis=axis)


def _statistic(array, function, length, axis, from_end):
    size = array.shape[axis]
    length = size if length is None else min(int(length), size)
    part = _lines(array, size - length, size, axis) if from_end else _lines(array, 0, length, axis)
    found = function(part, axis=axis, keepdims=True)
    if array.dtype.kind in "iu" and found.dtype.kind == "f":
        found = np.round(found)
    return found.astype(array.dtype)


def _mirror_chunk(array, before, after, axis, edge, odd):
    # Mirrored as much as there is, then again from what has been added.
    size = array.shape[axis]
    most = size - 1 if edge == 1 else size
    left, right = min(before, most), min(after, most)
    start = np.flip(_lines(array, edge, edge + left, axis), axis)
    stop = np.flip(_lines(array, size - edge - right, size - edge, axis), axis)
    if odd:
        start = 2 * _lines(array, 0, 1, axis) - start
        stop = 2 * _lines(array, size - 1, size, axis) - stop
    return start, stop, left, right


def pad(array, pad_width, mode="constant", **kwargs):
    array = np.asarray(array)
    widths = _widths(pad_width, array.ndim)
    if callable(mode):
        padded = pad(array, pad_width, "constant")
        for axis in range(array.ndim):
            lines = np.moveaxis(padded, axis, -1)
            for index in np.ndindex(lines.shape[:-1]):
                line = lines[index].copy()
                mode(line, widths[axis], axis, kwargs)
                lines[index] = line
            padded = np.moveaxis(lines, -1, axis)
        return padded
    if mode not in _ALLOWED:
        raise ValueError(f"mode '{mode}' is not supported")
    unsupported = set(kwargs) - set(_ALLOWED[mode])
    if unsupported:
        raise ValueError(f"unsupported keyword arguments for mode '{mode}': {unsupported}")
    if mode in ("constant", "empty"):
        values = _pairs(kwargs.get("constant_values", 0), array.ndim)
        for axis, (before, after) in enumerate(widths):
            start, stop = _filled(array, before, axis, values[axis][0]), _filled(array, after, axis, values[axis][1])
            array = _joined(start, array, stop, axis)
        return array
    if array.size == 0:
        for axis, (before, after) in enumerate(widths):
            if array.shape[axis] == 0 and (before or after):
                raise ValueError(f"can't extend empty axis {axis} using modes other than 'constant' or 'empty'")
        shape = tuple(size + sum(pair) for size, pair in zip(array.shape, widths))
        return np.zeros(shape, array.dtype)
    statistics = {"maximum": np.amax, "minimum": np.amin, "mean": np.mean, "median": np.median}
    for axis, (before, after) in enumerate(widths):
        size = array.shape[axis]
        first, last = _lines(array, 0, 1, axis), _lines(array, size - 1, size, axis)
        if mode == "edge":
            start, stop = _repeated(array, first, before, axis), _repeated(array, last, after, axis)
            array = _joined(start, array, stop, axis)
        elif mode == "linear_ramp":
            ends = _pairs(kwargs.get("end_values", 0), array.ndim)[axis]
            start = _ramp(first, ends[0], before, axis, array.dtype)
            stop = np.flip(_ramp(last, ends[1], after, axis, array.dtype), axis)
            array = _joined(start, array, stop, axis)
        elif mode in statistics:
            lengths = _pairs(kwargs.get("stat_length"), array.ndim)[axis]
            start = _statistic(array, statistics[mode], lengths[0], axis, False)
            stop = _statistic(array, statistics[mode], lengths[1], axis, True)
            array = _joined(_repeated(array, start, before, axis), array, _repeated(array, stop, after, axis), axis)
        elif mode == "wrap":
            positions = np.arange(-before, size + after) % size
            array = np.take(array, positions, axis=axis)
        elif size == 1:
            start, stop = _repeated(array, first, before, axis), _repeated(array, last, after, axis)
            array = _joined(start, array, stop, axis)
        else:
            edge = 1 if mode == "reflect" else 0
            odd = kwargs.get("reflect_type", "even") == "odd"
            while before > 0 or after > 0:
                start, stop, left, right = _mirror_chunk(array, before, after, axis, edge, odd)
                array = _joined(start, array, stop, axis)
                before, after = before - left, after - right
    return array
`;

export const paddingModule = pythonModule('numpy.lib.arraypad', source);
