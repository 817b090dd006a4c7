// Layers inside whole programs: states across batches, attention that trains, errors at their lines.
import { expect, test } from 'vitest';
import { analyseKeras, runKeras } from '../program.ts';

test('a stateful model goes on from batch to batch until it is reset', async () => {
  const run = await runKeras(`
import numpy as np
import keras
from keras import layers
model = keras.Sequential([keras.Input(batch_shape=(2, 3, 4)), layers.LSTM(3, stateful=True), layers.Dense(1)])
x = np.ones((2, 3, 4))
a = model.predict(x, verbose=0)
b = model.predict(x, verbose=0)
model.reset_states()
c = model.predict(x, verbose=0)
print(bool(np.allclose(a, b)), bool(np.allclose(a, c)))
`);
  expect([run.stderr, run.stdout]).toEqual(['', 'False True\n']);
});

test('a transformer block trains', async () => {
  const run = await runKeras(`
import numpy as np
import keras
from keras import layers
inputs = keras.Input(shape=(6, 8))
h = layers.MultiHeadAttention(2, 4)(inputs, inputs)
h = layers.LayerNormalization()(h + inputs)
outputs = layers.Dense(2)(layers.GlobalAveragePooling1D()(h))
model = keras.Model(inputs, outputs)
model.compile("adam", "mse")
rng = np.random.RandomState(0)
history = model.fit(rng.rand(8, 6, 8), rng.rand(8, 2), epochs=4, verbose=0)
print(history.history["loss"][0] > history.history["loss"][-1], model.count_params())
`);
  // 4 projections of 8 by 8 with bias, gamma and beta, and the head.
  expect([run.stderr, run.stdout]).toEqual(['', `True ${4 * 72 + 16 + 18}\n`]);
});

test('analysis finds a residual connection whose shapes differ', async () => {
  const program = await analyseKeras(`
import keras
from keras import layers
inputs = keras.Input(shape=(32, 32, 3))
x = layers.Conv2D(16, 3, padding="same")(inputs)
y = layers.Conv2D(32, 3, strides=2, padding="same")(x)
z = layers.add([x, y])
`);
  const codes = program.findings.map(finding => finding.code);
  expect(codes).toContain('merge-shapes');
});
