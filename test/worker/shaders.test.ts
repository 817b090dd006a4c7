/** Shaders are compiled before they are needed: no step, validation, look at the layers, prediction or tape waits for one. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SETTINGS, WorkerHarness } from './harness.ts';
import { COMPILING } from './preludes.ts';

let harness: WorkerHarness;
beforeAll(async () => {
  harness = await WorkerHarness.start();
});
afterAll(() => harness.stop());

/** Last batches are smaller than those before them; the recurrence is over more steps than are traced one by one. */
const script = `
import keras
import numpy as np
import tensorflow as tf
from keras.models import Sequential
from keras.layers import BatchNormalization, Conv1D, Dense, Dropout, Input, LSTM, MaxPooling1D
from keras.callbacks import ReduceLROnPlateau
X = np.random.random((100, 40, 3))
y = np.eye(3)[np.random.randint(0, 3, size=100)]
model = Sequential([
    Input((40, 3)), Conv1D(4, 3, activation='relu'), BatchNormalization(), MaxPooling1D(2),
    LSTM(4), Dropout(0.1), Dense(3, activation='softmax'),
])
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X[:70], y[:70], epochs=6, batch_size=24, validation_data=(X[70:], y[70:]), validation_batch_size=16,
          callbacks=[ReduceLROnPlateau(monitor='loss', min_delta=100, patience=1)])
model.evaluate(X, y, batch_size=30)
model.predict(X, batch_size=35)
small = Sequential([Input((40,)), Dense(5, activation='tanh'), Dense(3)])
loss_of = keras.losses.CategoricalCrossentropy(from_logits=True)
small.compile('adam', loss_of, metrics=['accuracy'])
for _ in range(2):
    small.train_on_batch(X[:20, :, 0], y[:20])
    small.test_on_batch(X[20:50, :, 0], y[20:50])
optimizer = keras.optimizers.SGD(0.1, momentum=0.9)
for _ in range(3):
    with tf.GradientTape() as tape:
        loss = loss_of(y[:10], small(X[:10, :, 1], training=True))
    slopes = tape.gradient(loss, small.trainable_variables)
    optimizer.apply_gradients(zip(slopes, small.trainable_variables))
    print(float(loss), float(tf.linalg.global_norm(slopes)))
`;

it.each(['webgl', 'webgpu'] as const)(
  'compiles smaller last batches, validation, the layers, evaluate, predict and own loops ahead: %s',
  async backend => {
    const worker = await harness.worker(COMPILING);
    const runId = await worker.start(script, { settings: { ...SETTINGS, backend } });
    await worker.send({ type: 'watchLayers', watch: true });
    const said = await worker.untilFinished(runId);
    expect(said.last('traceback')).toBeUndefined();
    expect(said.last('backend')?.name).toBe(backend);
    expect(said.all('layerStatistics').length).toBeGreaterThan(0);
    const { unawaited, ahead } = await worker.compilations();
    expect(ahead).toBeGreaterThan(50);
    expect(unawaited).toEqual([]);
    await worker.close();
  },
);
