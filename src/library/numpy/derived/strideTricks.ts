/** `numpy.lib.stride_tricks`. */
import { pythonModule } from '../../../python/modules.ts';

const source = `
import numpy as np
from numpy import broadcast_arrays, broadcast_shapes, broadcast_to


def sliding_window_view(x, window_shape, axis=None, *, subok=False, writeable=False):
    x = np.asarray(x)
    lengths = (window_shape,) if not np.iterable(window_shape) else tuple(window_shape)
    if any(length < 0 for length in lengths):
        raise ValueError("\`window_shape\` cannot contain negative values")
    if axis is None:
        axes = tuple(range(x.ndim))
        if len(lengths) != len(axes):
            raise ValueError(
                "Since axis is None, must provide window_shape for all dimensions of \`x\`; "
                f"got {len(lengths)} window_shape elements and \`x.ndim\` is {x.ndim}."
            )
    else:
        axes = (axis,) if not np.iterable(axis) else tuple(axis)
        axes = tuple(a + x.ndim if a < 0 else a for a in axes)
        if len(lengths) != len(axes):
            raise ValueError(
                "Must provide matching length window_shape and axis; "
                f"got {len(lengths)} window_shape elements and {len(axes)} axes elements."
            )
    for a, length in zip(axes, lengths):
        count = x.shape[a] - length + 1
        if count < 1:
            raise ValueError("window shape cannot be larger than input array shape")
        places = np.arange(count)[:, None] + np.arange(length)
        x = np.moveaxis(np.take(x, places, axis=a), a + 1, -1)
    return x


def as_strided(x, shape=None, strides=None, subok=False, writeable=True):
    x = np.asarray(x)
    shape = x.shape if shape is None else tuple(shape)
    strides = x.strides if strides is None else tuple(strides)
    places = np.zeros(shape, dtype=int)
    for axis, (length, stride) in enumerate(zip(shape, strides)):
        steps = np.arange(length) * (stride // x.itemsize)
        places = places + steps.reshape([-1 if i == axis else 1 for i in range(len(shape))])
    return np.ravel(x)[places]
`;

export const strideTricksModule = pythonModule('numpy.lib.stride_tricks', source);
