/** What a run promises, on every backend: faults with their layer and line, the controls, custom steps over loops. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DrivenWorker, type Said, SETTINGS, WorkerHarness } from './harness.ts';

let harness: WorkerHarness;
let worker: DrivenWorker;

beforeAll(async () => {
  harness = await WorkerHarness.start();
});
afterAll(() => harness.stop());
beforeEach(async () => {
  worker = await harness.worker();
});
afterEach(() => worker.close());

/** The line of the script that holds a text. */
const lineOf = (source: string, text: string): number =>
  source.split('\n').findIndex(line => line.includes(text)) + 1;

const logarithm = `
import numpy as np
import keras
from keras.models import Sequential
from keras.layers import Dense, Lambda
np.random.seed(1)
model = Sequential([
    Dense(8, activation='relu'),
    Lambda(lambda t: keras.ops.log(t - 0.5), name="logarithm"),
    Dense(1),
])
model.compile(loss='mse', optimizer='sgd')
model.fit(np.random.random((64, 10)), np.random.random((64, 1)), epochs=2, verbose=0)
`;

const secondDerivative = `
import numpy as np
import tensorflow as tf
from keras import Sequential, Input
from keras.layers import Dense, Flatten, MaxPooling2D
pool = MaxPooling2D(2, name="pool")
net = Sequential([Input((4, 4, 1)), pool, Flatten(), Dense(1)])
x = tf.constant(np.random.random((2, 4, 4, 1)).astype('float32'))
with tf.GradientTape() as outer:
    outer.watch(x)
    with tf.GradientTape() as inner:
        inner.watch(x)
        y = tf.reduce_sum(net(x) ** 2)
    slope = inner.gradient(y, x)
    penalty = tf.reduce_sum(slope ** 2)
print(outer.gradient(penalty, x).shape)
`;

const tooLarge = `
import numpy as np
from keras.models import Sequential
from keras.layers import Conv2D, Flatten, Dense, Input
model = Sequential([Input((128, 128, 1)), Conv2D(128, 3), Conv2D(128, 3), Flatten(), Dense(1)])
model.compile(loss='mse', optimizer='sgd')
model.fit(np.zeros((512, 128, 128, 1)), np.zeros((512, 1)), batch_size=512, verbose=0)
`;

/** Its batches are small, that of the validation is not. */
const largeValidation = tooLarge
  .replace(
    'np.zeros((512, 128, 128, 1)), np.zeros((512, 1)), batch_size=512',
    'X[:2], y[:2], validation_data=(X, y), validation_batch_size=512',
  )
  .replace('model.fit', 'X, y = np.zeros((512, 128, 128, 1)), np.zeros((512, 1))\nmodel.fit');

/** Never ends, and never stands still: the labels are chance, and so is the order of the rows. */
const endless = `
import numpy as np
from keras.models import Sequential
from keras.layers import Dense
from keras.callbacks import Callback
X, y = np.random.random((64, 4)), np.random.normal(size=64)
model = Sequential([Dense(8, activation='relu'), Dense(1)])
model.compile(loss='mse', optimizer='sgd')
class Moves(Callback):
    moves = []
    def on_train_begin(self, logs=None):
        self.weights = model.get_weights()
    def on_epoch_end(self, epoch, logs):
        before, self.weights = self.weights, model.get_weights()
        self.moves = [*self.moves[:1], self.moved(before)]
    def moved(self, before):
        # The bias of a unit that was silent so far is 0, which even the smallest step changes.
        return any((abs(a - b) > 1e-20).any() for a, b in zip(before, self.weights))
moves = Moves()
try:
    model.fit(X, y, epochs=10**9, batch_size=16, verbose=0, callbacks=[moves])
finally:
    print('rate', float(model.optimizer.learning_rate), moves.moves)
`;

/** Learns for four epochs, unlearns for five, and then stands still until it is stopped. */
const unlearns = `
import numpy as np
from keras.models import Sequential
from keras.layers import Dense
from keras.callbacks import Callback, EarlyStopping
X = np.random.random((64, 4))
model = Sequential([Dense(8, activation='relu'), Dense(1)])
model.compile(loss='mse', optimizer='sgd')
class Course(Callback):
    loss, best, last = 1e9, None, None
    def on_epoch_end(self, epoch, logs):
        self.last = model.get_weights()
        if logs['loss'] < self.loss:
            self.loss, self.best = logs['loss'], self.last
        if epoch in (3, 8):
            model.optimizer.learning_rate = -0.02 if epoch == 3 else 0.0
course = Course()
stopping = EarlyStopping(monitor='loss', patience=10**9, restore_best_weights=True)
def same(weights):
    return all((a == b).all() for a, b in zip(weights, model.get_weights()))
try:
    model.fit(X, X.sum(axis=1), epochs=10**9, verbose=0, callbacks=[stopping, course])
finally:
    print('best', same(course.best), 'last', same(course.last))
`;

/** A recurrence over more steps than are traced one by one, trained by the script's own loop. */
const customLoop = `
import numpy as np
import tensorflow as tf
import keras
from keras import layers
keras.utils.set_random_seed(3)
x = np.random.normal(size=(8, 20, 3)).astype('float32')
y = (x.sum(axis=(1, 2)) > 0).astype('float32')[:, None]
model = keras.Sequential([
    layers.LSTM(4, return_sequences=True),
    layers.Bidirectional(layers.GRU(3)),
    layers.Dense(1, activation='sigmoid'),
])
optimizer = keras.optimizers.Adam(0.05)
loss_of = keras.losses.BinaryCrossentropy()

@tf.function
def step(x, y):
    with tf.GradientTape() as tape:
        loss = loss_of(y, model(x, training=True))
    slopes = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(slopes, model.trainable_variables))
    return loss, tf.linalg.global_norm(slopes)

for _ in range(4):
    loss, norm = step(tf.constant(x), tf.constant(y))
    print(float(loss), float(norm))
print(float(np.abs(model.predict(x, verbose=0)).sum()))
`;

/** Chance of every kind; nothing but `set_random_seed` decides it. */
const seeded = `
import random
import numpy as np
import keras
from keras import layers
keras.utils.set_random_seed(7)
X = np.random.random((48, 6))
y = np.eye(3)[np.random.randint(0, 3, size=48)]
model = keras.Sequential([layers.Dense(8, activation='relu'), layers.Dropout(0.4), layers.GaussianNoise(0.1), layers.Dense(3, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam')
history = model.fit(X, y, epochs=3, batch_size=16, verbose=0)
print(random.random(), history.history['loss'], float(keras.random.normal(())))
print([float(np.abs(w).sum()) for w in model.get_weights()])
`;

const numbersOf = (said: Said): number[] => said.text().trim().split(/\s+/).map(Number);

let wanted: number[] | null = null;

describe.each(['cpu', 'wasm', 'webgl', 'webgpu'] as const)('on %s', backend => {
  const settings = { ...SETTINGS, backend };

  it('a loss that became NaN names the layer and the line', async () => {
    const said = await worker.run(logarithm, { settings });
    expect(said.last('backend')?.name).toBe(backend);
    const [notice] = said.all('notice').filter(({ code }) => code === 'loss-not-finite');
    expect(notice!.message).toContain('`log` (logarithm)');
    expect(notice!.line).toBe(lineOf(logarithm, 'Lambda(lambda'));
  });

  it('a gradient that is not there names the layer and the line', async () => {
    const traceback = (await worker.run(secondDerivative, { settings })).last('traceback')!;
    expect(traceback.exception).toBe('NotSupported');
    expect(traceback.message).toContain('`maxPoolGradient` (pool) has no gradient');
    expect(traceback.frames[0]!.line).toBe(lineOf(secondDerivative, 'pool = MaxPooling2D'));
  });

  it('a batch that is too large is refused with numbers before it starts', async () => {
    const said = await worker.run(tooLarge, { settings });
    const traceback = said.last('traceback')!;
    expect(traceback.exception).toBe('MemoryError');
    expect(traceback.message).toContain('a batch of 512');
    expect(traceback.message).toMatch(/[\d.]+ GiB/);
    expect(traceback.frames[0]!.line).toBe(lineOf(tooLarge, 'model.fit'));
    expect(said.all('progress')).toEqual([]);
  });

  // On WebGPU, where software takes long to compile, it is what it is on WebGL.
  it.skipIf(backend === 'webgpu')('a validation that is too large is refused before training', async () => {
    const said = await worker.run(largeValidation, { settings });
    const traceback = said.last('traceback')!;
    expect(traceback.exception).toBe('MemoryError');
    expect(traceback.message).toContain('a batch of 512');
    expect(traceback.frames[0]!.line).toBe(lineOf(largeValidation, 'model.fit'));
    expect(said.all('progress')).toEqual([]);
  });

  it('a step of the script’s own over loops computes what every backend computes', async () => {
    const said = await worker.run(customLoop, { settings });
    expect(said.last('traceback')).toBeUndefined();
    const numbers = numbersOf(said);
    expect(numbers).toHaveLength(9);
    expect(numbers[6]).toBeLessThan(numbers[0]!);
    wanted ??= numbers;
    numbers.forEach((number, index) => {
      expect(number).toBeCloseTo(wanted![index]!, 2);
    });
  });

  it('set_random_seed gives the same run again, to the last digit', async () => {
    const unseeded = { settings: { ...settings, seed: null } };
    const first = await worker.run(seeded, unseeded);
    const second = await worker.run(seeded, unseeded);
    expect(first.last('traceback')).toBeUndefined();
    expect(first.text().split('\n')).toHaveLength(3);
    expect(second.text()).toBe(first.text());
    expect((await worker.run(seeded.replace('seed(7)', 'seed(8)'), unseeded)).text()).not.toBe(first.text());
  });

  it('pauses, goes on, takes a rate and trains with it, and shows the layers', async () => {
    const runId = await worker.start(endless, { settings });
    await worker.next('metrics');
    await worker.send({ type: 'pause', runId });
    await worker.next('paused');
    await worker.send({ type: 'setLearningRate', runId, value: 1e-30 });
    await worker.send({ type: 'watchLayers', watch: true });
    for (let look = 0; look < 40; look++) await worker.received();
    await worker.send({ type: 'resume', runId });
    await worker.next('resumed');
    const { layers, epoch } = await worker.next('layerStatistics');
    expect(layers.map(({ layer }) => layer)).toEqual(['dense', 'dense_1']);
    expect(layers.every(({ gradientNorm }) => gradientNorm! > 0)).toBe(true);
    // The layers were looked at behind the resumption: the epoch after theirs began with the new rate.
    await worker.later('checkpoint', epoch);
    const { secondsLeft } = await worker.next('progress');
    expect(secondsLeft === null || secondsLeft > 3600).toBe(true);
    await worker.send({ type: 'stop', runId, restoreBest: false });
    const said = await worker.untilFinished(runId);
    expect(said.last('finished')?.status).toBe('stopped');
    const types = said.messages.map(({ type }) => type);
    const paused = types.slice(types.indexOf('paused') + 1, types.indexOf('resumed'));
    expect(paused.filter(type => ['progress', 'metrics', 'checkpoint'].includes(type))).toEqual([]);
    expect(said.text()).toContain('rate 1e-30 [True, False]');
  });

  it.each([
    [true, 'best True last False'],
    [false, 'best False last True'],
  ])('stops with the best weights (%s), else with the last ones', async (restoreBest, told) => {
    const runId = await worker.start(unlearns, { settings });
    await worker.later('checkpoint', 12);
    await worker.send({ type: 'stop', runId, restoreBest });
    const said = await worker.untilFinished(runId);
    expect(said.last('finished')?.status).toBe('stopped');
    expect(said.text().trim()).toBe(told);
  });
});
