/** `tf.signal` and complex tensors: against NumPy's transforms and the formulas of the windows. */
import { expect, it } from 'vitest';
import { analyseKeras, runKeras } from '../keras/program.ts';

const start = `import numpy as np
import tensorflow as tf
waves = np.random.default_rng(0).normal(size=(2, 600)).astype('float32')
def near(a, b, most=2e-5):
    a, b = np.asarray(a), np.asarray(b)
    return a.shape == b.shape and bool(np.abs(a - b).max() < most)
`;

async function printed(program: string): Promise<string> {
  const { stdout, stderr } = await runKeras(start + program);
  expect(stderr).toBe('');
  expect((await analyseKeras(start + program)).findings).toEqual([]);
  return stdout.trimEnd();
}

it.each([
  // TensorFlow's window of an odd length is symmetric, whatever `periodic` says.
  ['255, 128', 255, 128, 256, '0.5 - 0.5 * np.cos(2 * np.pi * np.arange(255) / 254)'],
  ['64, 16', 64, 16, 64, '0.5 - 0.5 * np.cos(2 * np.pi * np.arange(64) / 64)'],
  [
    '100, 50, fft_length=100, window_fn=tf.signal.hamming_window',
    100,
    50,
    100,
    '0.54 - 0.46 * np.cos(2 * np.pi * np.arange(100) / 100)',
  ],
])('stft(waves, %s)', async (args, length, step, size, window) => {
  const program = `spectrogram = tf.signal.stft(waves, ${args})
starts = range(0, 600 - ${length} + 1, ${step})
frames = np.stack([waves[:, at:at + ${length}] * (${window}) for at in starts], 1)
expected = np.fft.rfft(frames, ${size})
print(spectrogram.dtype, near(spectrogram.numpy(), expected), near(tf.abs(spectrogram), np.abs(expected)))
print(near(tf.math.real(spectrogram), expected.real), near(tf.math.imag(spectrogram), expected.imag))
`;
  expect(await printed(program)).toBe("<dtype: 'complex64'> True True\nTrue True");
});

it('transforms whole and half spectra, of doubles in double precision', async () => {
  const program = `both = tf.cast(waves, tf.complex64)
print(near(tf.signal.fft(both), np.fft.fft(waves), 1e-4), near(tf.signal.ifft(tf.signal.fft(both)), waves))
print(near(tf.signal.irfft(tf.signal.rfft(waves)), waves), near(tf.signal.rfft(waves, [64]), np.fft.rfft(waves, 64)))
exact = tf.signal.rfft(waves.astype('float64'))
print(exact.dtype, near(exact, np.fft.rfft(waves.astype('float64')), 1e-11))
picture = np.arange(12.0).reshape(3, 4)
print(near(tf.signal.fft2d(picture.astype('complex64')), np.fft.fft2(picture)), near(tf.signal.fftshift(picture), np.fft.fftshift(picture)))
`;
  expect(await printed(program)).toBe("True True\nTrue True\n<dtype: 'complex128'> True\nTrue True");
});

it('comes back from frames', async () => {
  const program = `window = tf.signal.inverse_stft_window_fn(64)
back = tf.signal.inverse_stft(tf.signal.stft(waves, 256, 64), 256, 64, window_fn=window)
print(near(back[:, 192:-192], waves[:, 192:back.shape[1] - 192]))
print(tf.signal.frame(tf.range(7), 3, 2).numpy().tolist(), tf.signal.frame(tf.range(5), 3, 2, pad_end=True).numpy().tolist())
print(tf.signal.overlap_and_add(tf.ones((3, 4)), 2).numpy().tolist())
`;
  expect(await printed(program)).toBe(
    'True\n[[0, 1, 2], [2, 3, 4], [4, 5, 6]] [[0, 1, 2], [2, 3, 4], [4, 0, 0]]\n[1.0, 1.0, 2.0, 2.0, 2.0, 2.0, 1.0, 1.0]',
  );
});

it('filters by mel and takes cosines', async () => {
  const program = `matrix = tf.signal.linear_to_mel_weight_matrix(4, 9, 8000, 100.0, 3000.0)
mel = lambda f: 1127.0 * np.log(1.0 + f / 700.0)
edges = np.linspace(mel(100.0), mel(3000.0), 6)
bins = mel(np.linspace(0, 4000, 9))
expected = [[max(0, min((b - lower) / (mid - lower), (upper - b) / (upper - mid))) if b > 0 else 0
             for lower, mid, upper in zip(edges, edges[1:], edges[2:])] for b in bins]
print(matrix.shape, near(matrix, expected, 1e-6))
x = np.arange(5.0)
place = np.arange(5)
cosines = np.array([(2 * x * np.cos(np.pi * k * (2 * place + 1) / 10)).sum() for k in range(5)])
print(near(tf.signal.dct(x), cosines, 1e-12), near(tf.signal.idct(tf.signal.dct(x, norm='ortho'), norm='ortho'), x, 1e-12))
print(near(tf.signal.mfccs_from_log_mel_spectrograms(tf.constant(x, tf.float32)), cosines / np.sqrt(10), 1e-5))
`;
  expect(await printed(program)).toBe('(9, 4) True\nTrue True\nTrue');
});

it('complex numbers are counted with and shown', async () => {
  const program = `z = tf.complex([1.0, 0.0], [2.0, 0.0])
print(z * 2, tf.reduce_sum(z * tf.math.conj(z)).numpy(), tf.math.angle(z).numpy()[0] == np.arctan2(2, 1, dtype='float32'))
print(repr(z[0]), z.shape, tf.cast(z, tf.float32).numpy())
with tf.GradientTape() as tape:
    x = tf.Variable([3.0, 0.0])
    size = tf.abs(tf.complex(x, [4.0, 0.0]))
print(tape.gradient(size, x).numpy())
`;
  expect(await printed(program)).toBe(
    'tf.Tensor([2.+4.j 0.+0.j], shape=(2,), dtype=complex64) (5+0j) True\n' +
      '<tf.Tensor: shape=(), dtype=complex64, numpy=(1+2j)> (2,) [1. 0.]\n[0.6 0. ]',
  );
  const other = await runKeras(`${start}tf.sin(tf.complex(1.0, 2.0))\n`);
  expect(other.stderr).toContain(
    'NotImplementedError: tf.sin of complex tensors is not supported by Kerascope yet',
  );
});

it('a layer of spectrograms is known by its shape and trains', async () => {
  const program = `class Spectrogram(tf.keras.layers.Layer):
    def call(self, x):
        return tf.math.log(tf.abs(tf.signal.stft(x, 64, 32)) ** 2 + 1e-6)[..., tf.newaxis]
inputs = tf.keras.Input((600,))
pictures = Spectrogram()(inputs)
print(pictures.shape)
model = tf.keras.Model(inputs, tf.keras.layers.Dense(1)(tf.keras.layers.Flatten()(pictures)))
model.compile('adam', 'mse')
losses = model.fit(waves, np.zeros(2), epochs=3, verbose=0).history['loss']
print(losses[-1] < losses[0])
`;
  expect(await printed(program)).toBe('(None, 17, 33, 1)\nTrue');
});

it('a number in a tensor is a number for the % of text, and frames split into frames', async () => {
  const program = `import pandas as pd
loss = tf.reduce_mean(tf.constant([0.25, 0.5]))
print('%.3f' % loss, '%d of %s' % (2 * loss, 'x'))
train, rest = np.split(pd.DataFrame({'a': range(5)}, index=list('vwxyz')), [3])
print(type(rest).__name__, rest.index.tolist(), train.a.sum())
`;
  expect(await printed(program)).toBe("0.375 0 of x\nDataFrame ['y', 'z'] 3");
});
