/** `tf.signal` in Python: Fourier transforms, frames and windows, mel filters. */

export const signalSource = `
import numpy as _np
import tensorflow as _tf
from keras import ops as _ops
from tensorflow._complex import ComplexTensor as _Complex
from tensorflow._complex import as_complex as _as_complex


def _size(value):
    return int(value)


def _length(value):
    if value is None:
        return None
    if isinstance(value, (list, tuple)):
        return int(value[-1])
    sizes = _np.asarray(value)
    return int(sizes.reshape(-1)[-1])


def _fit(x, size):
    have = x.shape[-1]
    if have >= size:
        return x[..., :size]
    return _ops.pad(x, [(0, 0)] * (len(x.shape) - 1) + [(0, size - have)])


def _last_axes(parts, axes):
    rank = len(parts[0].shape)
    order = [axis for axis in range(rank) if axis not in axes] + list(axes)
    return [_ops.transpose(part, order) for part in parts]


def fft(input, name=None):
    x = _as_complex(input)
    return _Complex(*_ops.fft((x._re, x._im)))


def ifft(input, name=None):
    x = _as_complex(input)
    # The inverse of x is the conjugate of the transform of its conjugate.
    re, im = _ops.fft((x._re, -x._im))
    size = x.shape[-1]
    return _Complex(re / size, -im / size)


def fft2d(input, name=None):
    x = _as_complex(input)
    return _Complex(*_ops.fft2((x._re, x._im)))


def ifft2d(input, name=None):
    x = _as_complex(input)
    re, im = _ops.fft2((x._re, -x._im))
    size = x.shape[-1] * x.shape[-2]
    return _Complex(re / size, -im / size)


def rfft(input_tensor, fft_length=None, name=None):
    return _Complex(*_ops.rfft(_ops.convert_to_tensor(input_tensor), _length(fft_length)))


def irfft(input_tensor, fft_length=None, name=None):
    x = _as_complex(input_tensor)
    return _ops.irfft((x._re, x._im), _length(fft_length))


def fftshift(x, axes=None, name=None):
    return _shifted(x, axes, 1)


def ifftshift(x, axes=None, name=None):
    return _shifted(x, axes, -1)


def _shifted(x, axes, sign):
    rank = len(x.shape)
    axes = list(range(rank)) if axes is None else [axes] if isinstance(axes, int) else list(axes)
    def move(part):
        for axis in axes:
            half = part.shape[axis] // 2
            part = _ops.roll(part, half if sign > 0 else -half, axis)
        return part
    return _Complex(move(x._re), move(x._im)) if isinstance(x, _Complex) else move(_ops.convert_to_tensor(x))


def _raised_cosine(window_length, periodic, dtype, a, b):
    count = int(window_length)
    if count == 1:
        return _ops.ones([1], dtype=_tf.as_dtype(dtype).name)
    even = 1 - count % 2
    n = count + (even if periodic else 0) - 1
    values = a - b * _np.cos(2 * _np.pi * _np.arange(count) / n)
    return _ops.cast(_ops.convert_to_tensor(values.astype('float64')), _tf.as_dtype(dtype).name)


def hann_window(window_length, periodic=True, dtype='float32', name=None):
    return _raised_cosine(window_length, periodic, dtype, 0.5, 0.5)


def hamming_window(window_length, periodic=True, dtype='float32', name=None):
    return _raised_cosine(window_length, periodic, dtype, 0.54, 0.46)


def vorbis_window(window_length, dtype='float32', name=None):
    count = int(window_length)
    place = _np.arange(count) + 0.5
    values = _np.sin(_np.pi / 2 * _np.sin(_np.pi / count * place) ** 2)
    return _ops.cast(_ops.convert_to_tensor(values), _tf.as_dtype(dtype).name)


def frame(signal, frame_length, frame_step, pad_end=False, pad_value=0, axis=-1, name=None):
    x = _ops.convert_to_tensor(signal)
    length, step = _size(frame_length), _size(frame_step)
    rank = len(x.shape)
    axis = axis + rank if axis < 0 else axis
    if axis != rank - 1:
        order = [place for place in range(rank) if place != axis] + [axis]
        x = _ops.transpose(x, order)
    if pad_end and x.shape[-1] is not None:
        count = -(-x.shape[-1] // step)
        missing = max(0, length + step * (count - 1) - x.shape[-1])
        x = _ops.pad(x, [(0, 0)] * (rank - 1) + [(0, missing)], constant_values=pad_value)
        x = x[..., :length + step * (count - 1)]
    if x.shape[-1] is not None and x.shape[-1] < length:
        frames = _ops.zeros(tuple(x.shape[:-1]) + (0, length), dtype=x.dtype)
    else:
        frames = _ops.extract_sequences(x, length, step)
    if axis != rank - 1:
        places = list(range(rank - 1))
        frames = _ops.transpose(frames, places[:axis] + [rank - 1, rank] + places[axis:])
    return frames


def _enclosing_power(value):
    power = 1
    while power < value:
        power *= 2
    return power


def stft(signals, frame_length, frame_step, fft_length=None, window_fn=hann_window, pad_end=False, name=None):
    signals = _ops.convert_to_tensor(signals)
    length = _size(frame_length)
    size = _enclosing_power(length) if fft_length is None else _size(fft_length)
    frames = frame(signals, length, frame_step, pad_end=pad_end)
    if window_fn is not None:
        frames = frames * window_fn(length, dtype=frames.dtype)
    return rfft(frames, [size])


def overlap_and_add(signal, frame_step, name=None):
    x = _ops.convert_to_tensor(signal)
    step = _size(frame_step)
    count, length = x.shape[-2], x.shape[-1]
    outer = tuple(x.shape[:-2])
    parts = -(-length // step)
    x = _ops.reshape(_fit(x, parts * step), outer + (count, parts, step))
    total = None
    for part in range(parts):
        around = [(0, 0)] * len(outer) + [(part, parts - 1 - part), (0, 0)]
        moved = _ops.pad(x[..., part, :], around)
        total = moved if total is None else total + moved
    whole = _ops.reshape(total, outer + ((count + parts - 1) * step,))
    return whole[..., :(count - 1) * step + length]


def inverse_stft_window_fn(frame_step, forward_window_fn=hann_window, name=None):
    step = _size(frame_step)

    def inverse_window(frame_length, dtype='float32'):
        length = int(frame_length)
        window = forward_window_fn(length, dtype=dtype)
        overlaps = -(-length // step)
        power = _ops.reshape(_fit(_ops.square(window), overlaps * step), (overlaps, step))
        power = _ops.tile(_ops.sum(power, axis=0, keepdims=True), [overlaps, 1])
        return window / _ops.reshape(power, (overlaps * step,))[:length]

    return inverse_window


def inverse_stft(stfts, frame_length, frame_step, fft_length=None, window_fn=hann_window, name=None):
    stfts = _as_complex(stfts)
    length = _size(frame_length)
    size = _enclosing_power(length) if fft_length is None else _size(fft_length)
    frames = _fit(irfft(stfts, [size]), length)
    if window_fn is not None:
        frames = frames * window_fn(length, dtype=frames.dtype)
    return overlap_and_add(frames, frame_step)


def _mel(frequencies):
    return 1127.0 * _np.log(1.0 + frequencies / 700.0)


def linear_to_mel_weight_matrix(num_mel_bins=20, num_spectrogram_bins=129, sample_rate=8000, lower_edge_hertz=125.0,
                                upper_edge_hertz=3800.0, dtype='float32', name=None):
    if num_mel_bins <= 0:
        raise ValueError('num_mel_bins must be positive. Got: %s' % num_mel_bins)
    if lower_edge_hertz < 0.0:
        raise ValueError('lower_edge_hertz must be non-negative. Got: %s' % lower_edge_hertz)
    if lower_edge_hertz >= upper_edge_hertz:
        raise ValueError('lower_edge_hertz %.1f >= upper_edge_hertz %.1f' % (lower_edge_hertz, upper_edge_hertz))
    if sample_rate <= 0.0:
        raise ValueError('sample_rate must be positive. Got: %s' % sample_rate)
    if upper_edge_hertz > sample_rate / 2:
        raise ValueError('upper_edge_hertz must not be larger than the Nyquist frequency (sample_rate / 2). Got %s for sample_rate: %s' % (upper_edge_hertz, sample_rate))
    bins = _mel(_np.linspace(0.0, sample_rate / 2.0, num_spectrogram_bins)[1:])[:, None]
    edges = _np.linspace(_mel(lower_edge_hertz), _mel(upper_edge_hertz), num_mel_bins + 2)
    lower, center, upper = edges[:-2][None], edges[1:-1][None], edges[2:][None]
    slopes = _np.maximum(0.0, _np.minimum((bins - lower) / (center - lower), (upper - bins) / (upper - center)))
    whole = _np.concatenate([_np.zeros((1, num_mel_bins)), slopes])
    return _ops.cast(_ops.convert_to_tensor(whole), _tf.as_dtype(dtype).name)


def dct(input, type=2, n=None, axis=-1, norm=None, name=None):
    if type not in (2, 3):
        raise NotImplementedError('tf.signal.dct of type %s is not supported by Kerascope yet' % type)
    if axis != -1:
        raise NotImplementedError('axis must be -1. Got: %s' % axis)
    if norm not in (None, 'ortho'):
        raise ValueError("Unknown normalization. Expected None or 'ortho', got: %s" % norm)
    x = _ops.convert_to_tensor(input)
    if n is not None:
        x = _fit(x, int(n))
    size = x.shape[-1]
    place, wave = _np.arange(size)[:, None], _np.arange(size)[None]
    matrix = 2.0 * _np.cos(_np.pi * wave * (2 * place + 1) / (2 * size))
    if norm == 'ortho':
        matrix = matrix * _np.where(wave == 0, _np.sqrt(1 / (4 * size)), _np.sqrt(1 / (2 * size)))
    if type == 3:
        matrix = matrix.T if norm == 'ortho' else _np.where(wave.T == 0, 0.5, 1.0) * matrix.T
    return _ops.matmul(x, _ops.cast(_ops.convert_to_tensor(matrix), x.dtype))


def idct(input, type=2, n=None, axis=-1, norm=None, name=None):
    return dct(input, type={2: 3, 3: 2}.get(type, type), n=n, axis=axis, norm=norm)


def mfccs_from_log_mel_spectrograms(log_mel_spectrograms, name=None):
    bins = log_mel_spectrograms.shape[-1]
    if not bins:
        raise ValueError('num_mel_bins must be positive. Got: %s' % log_mel_spectrograms)
    return dct(log_mel_spectrograms, type=2) / _np.sqrt(bins * 2.0).astype('float32')
`;
