/** `tf.audio`: sound in WAV files of 16 bits, in Python. */

export const audioSource = `
import collections as _collections
import struct as _struct
import numpy as _np
import tensorflow as _tf

_DecodeWav = _collections.namedtuple('DecodeWav', ['audio', 'sample_rate'])


def _fail(text):
    raise _tf.errors.InvalidArgumentError(text + ' [Op:DecodeWav]')


def _samples(data, channels, length):
    """The samples of a WAV file (samples, channels) between -1 and 1, and how many there are in a second."""
    if data[:4] != b'RIFF' or data[8:12] != b'WAVE':
        _fail('Header mismatch: Expected RIFF but found ' + data[:4].decode('latin-1'))
    place, rate, count, values = 12, 0, 1, None
    while place + 8 <= len(data):
        name, size = data[place:place + 4], int.from_bytes(data[place + 4:place + 8], 'little')
        body = data[place + 8:place + 8 + size]
        if name == b'fmt ':
            kind, count, rate, _, _, bits = _struct.unpack('<HHIIHH', body[:16])
            if kind != 1:
                _fail('Bad audio format for WAV: Expected 1 (PCM), but got %d' % kind)
            if bits != 16:
                _fail('Can only read 16-bit WAV files, but received %d' % bits)
        elif name == b'data':
            values = _np.frombuffer(body[:len(body) - len(body) % 2], '<i2')
        place += 8 + size + size % 2
    if values is None:
        _fail('WAV data chunk is missing')
    sound = _np.reshape(values.astype('float32') / 32768, (-1, count))
    if channels > 0 and channels != count:
        sound = sound[:, :channels] if channels < count else _np.concatenate([sound] + [sound[:, -1:]] * (channels - count), axis=1)
    if length >= 0:
        sound = sound[:length]
        sound = _np.concatenate([sound, _np.zeros((length - len(sound), sound.shape[1]), 'float32')])
    return sound, rate


def _decode_wav(contents, desired_channels=-1, desired_samples=-1, name=None):
    sound, rate = _samples(_tf.convert_to_tensor(contents).numpy(), desired_channels, desired_samples)
    return _DecodeWav(_tf.constant(sound), _tf.constant(rate, dtype='int32'))


def encode_wav(audio, sample_rate, name=None):
    sound = _tf.convert_to_tensor(audio).numpy()
    rate, channels = int(sample_rate), sound.shape[1]
    data = _np.clip(_np.round(sound * 32768), -32768, 32767).astype('<i2').tobytes()
    header = _struct.pack('<IHHIIHH', 16, 1, channels, rate, rate * channels * 2, channels * 2, 16)
    return _tf.constant(b'RIFF' + _struct.pack('<I', 36 + len(data)) + b'WAVEfmt ' + header + b'data' + _struct.pack('<I', len(data)) + data)
`;
