/** `numpy.fft`, in Python on top of one native transform. */
import type { LibraryModule } from '../../../python/modules.ts';
import { fourierTransform } from '../fourier.ts';

const source = `
import numpy as np


def _scaled(a, n, axis, inverse, norm):
    a = np.asarray(a)
    if norm not in (None, "backward", "ortho", "forward"):
        raise ValueError(f'Invalid norm value {norm}; should be "backward","ortho" or "forward".')
    result = _transform(a, n, axis, inverse)
    count = a.shape[axis] if n is None else n
    if norm == "ortho":
        return result * (1 / np.sqrt(count))
    if inverse == (norm != "forward"):
        return result * (1 / count)
    return result


def fft(a, n=None, axis=-1, norm=None):
    return _scaled(a, n, axis, False, norm)


def ifft(a, n=None, axis=-1, norm=None):
    return _scaled(a, n, axis, True, norm)


def _part(a, count, axis):
    index = [slice(None)] * a.ndim
    index[axis] = slice(0, count)
    return a[tuple(index)]


def rfft(a, n=None, axis=-1, norm=None):
    a = np.asarray(a)
    count = a.shape[axis] if n is None else n
    return _part(fft(a, n, axis, norm), count // 2 + 1, axis)


def irfft(a, n=None, axis=-1, norm=None):
    a = np.asarray(a)
    count = (a.shape[axis] - 1) * 2 if n is None else n
    if count < 1:
        raise ValueError(f"Invalid number of FFT data points ({count}) specified.")
    kept = count // 2 + 1
    lines = np.moveaxis(a, axis, -1)
    given = lines.shape[-1]
    if given < kept:
        lines = np.concatenate([lines, np.zeros(lines.shape[:-1] + (kept - given,), dtype=complex)], axis=-1)
    else:
        lines = lines[..., :kept]
    mirrored = np.conj(lines[..., 1 : (count + 1) // 2])[..., ::-1]
    whole = np.concatenate([lines, mirrored], axis=-1)
    return np.moveaxis(ifft(whole, count, -1, norm).real, -1, axis)


def hfft(a, n=None, axis=-1, norm=None):
    a = np.asarray(a)
    count = (a.shape[axis] - 1) * 2 if n is None else n
    turned = {None: "forward", "backward": "forward", "ortho": "ortho", "forward": "backward"}
    return irfft(np.conj(a), count, axis, norm=turned[norm])


def ihfft(a, n=None, axis=-1, norm=None):
    turned = {None: "forward", "backward": "forward", "ortho": "ortho", "forward": "backward"}
    return np.conj(rfft(a, n, axis, norm=turned[norm]))


def _over(one, a, s, axes, norm):
    a = np.asarray(a)
    if axes is None:
        axes = list(range(-len(s), 0)) if s is not None else list(range(a.ndim))
    lengths = [a.shape[axis] for axis in axes] if s is None else list(s)
    if len(lengths) != len(axes):
        raise ValueError("Shape and axes have different lengths.")
    for length, axis in list(zip(lengths, axes))[::-1]:
        a = one(a, length, axis, norm)
    return a


def fftn(a, s=None, axes=None, norm=None):
    return _over(fft, a, s, axes, norm)


def ifftn(a, s=None, axes=None, norm=None):
    return _over(ifft, a, s, axes, norm)


def fft2(a, s=None, axes=(-2, -1), norm=None):
    return _over(fft, a, s, axes, norm)


def ifft2(a, s=None, axes=(-2, -1), norm=None):
    return _over(ifft, a, s, axes, norm)


def rfftn(a, s=None, axes=None, norm=None):
    a = np.asarray(a)
    if axes is None:
        axes = list(range(-len(s), 0)) if s is not None else list(range(a.ndim))
    lengths = [a.shape[axis] for axis in axes] if s is None else list(s)
    a = rfft(a, lengths[-1], axes[-1], norm)
    for length, axis in zip(lengths[:-1], axes[:-1]):
        a = fft(a, length, axis, norm)
    return a


def rfft2(a, s=None, axes=(-2, -1), norm=None):
    return rfftn(a, s, axes, norm)


def irfftn(a, s=None, axes=None, norm=None):
    a = np.asarray(a)
    if axes is None:
        axes = list(range(-len(s), 0)) if s is not None else list(range(a.ndim))
    if s is None:
        lengths = [a.shape[axis] for axis in axes]
        lengths[-1] = (lengths[-1] - 1) * 2
    else:
        lengths = list(s)
    for length, axis in zip(lengths[:-1], axes[:-1]):
        a = ifft(a, length, axis, norm)
    return irfft(a, lengths[-1], axes[-1], norm)


def irfft2(a, s=None, axes=(-2, -1), norm=None):
    return irfftn(a, s, axes, norm)


def fftfreq(n, d=1.0):
    if not isinstance(n, (int, np.integer)):
        raise ValueError("n should be an integer")
    half = (n - 1) // 2 + 1
    return np.concatenate([np.arange(0, half), np.arange(-(n // 2), 0)]) * (1.0 / (n * d))


def rfftfreq(n, d=1.0):
    if not isinstance(n, (int, np.integer)):
        raise ValueError("n should be an integer")
    return np.arange(0, n // 2 + 1) * (1.0 / (n * d))


def _shifted(x, axes, sign):
    x = np.asarray(x)
    if axes is None:
        axes = tuple(range(x.ndim))
    elif isinstance(axes, int):
        axes = (axes,)
    for axis in axes:
        half = x.shape[axis] // 2
        x = np.roll(x, half if sign > 0 else -half, axis)
    return x


def fftshift(x, axes=None):
    return _shifted(x, axes, 1)


def ifftshift(x, axes=None):
    return _shifted(x, axes, -1)
`;

export const fftModule: LibraryModule = {
  name: 'numpy.fft',
  entries: () => [['_transform', fourierTransform]],
  source,
  unmodelled: 'all',
};
