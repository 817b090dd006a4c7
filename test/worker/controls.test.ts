/** What a user does to a run while it trains: its rate, a pause, a look into its layers, a stop. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CheckpointReport } from '../../src/protocol.ts';
import { type DrivenWorker, SETTINGS, WorkerHarness } from './harness.ts';
import { ENDLESS_COMPILING } from './preludes.ts';

let harness: WorkerHarness;
let worker: DrivenWorker;

beforeAll(async () => {
  harness = await WorkerHarness.start();
});
afterAll(() => harness.stop());
afterEach(() => worker.close());

describe('control', () => {
  const endless = `
import numpy as np
from keras.models import Sequential
from keras.layers import Dense
from keras.callbacks import EarlyStopping, LambdaCallback
X = np.random.random((64, 4))
model = Sequential([Dense(8, activation='relu'), Dense(1)])
model.compile(loss='mse', optimizer='sgd')
best = EarlyStopping(monitor='loss', patience=10**9, restore_best_weights=True)
try:
    model.fit(X, X.sum(axis=1), epochs=10**9, verbose=0, callbacks=[best])
finally:
    print('rate', round(float(model.optimizer.learning_rate), 6))
    print('best', model.evaluate(X, X.sum(axis=1), verbose=0) < 2 * best.best + 1e-6)
`;

  it('changes the learning rate while it trains, and restores the best weights when it is stopped', async () => {
    worker = await harness.worker();
    const runId = await worker.start(endless);
    await worker.next('metrics');
    const fit = await worker.next('fit');
    expect(fit.learningRate).toBeCloseTo(0.01, 6);
    expect(fit.keepsBest).toBe(true);
    await worker.send({ type: 'setLearningRate', runId, value: 1e-5 });
    const { epoch } = (await worker.next('checkpoint')) as CheckpointReport;
    await worker.later('checkpoint', epoch);
    await worker.send({ type: 'stop', runId, restoreBest: true });
    const said = await worker.untilFinished(runId);
    expect(said.last('finished')?.status).toBe('stopped');
    expect(said.text()).toContain('rate 1e-05');
    expect(said.text()).toContain('best True');
  });

  it('restores the best weights where a rate has spoilt those of now', async () => {
    worker = await harness.worker();
    // The loss of an epoch is measured before its last update, the validation's behind it.
    const validated = endless
      .replace("monitor='loss'", "monitor='val_loss'")
      .replace('verbose=0, callbacks', 'verbose=0, validation_data=(X, X.sum(axis=1)), callbacks');
    const runId = await worker.start(validated);
    const { epoch } = (await worker.next('checkpoint')) as CheckpointReport;
    await worker.later('checkpoint', epoch);
    await worker.send({ type: 'setLearningRate', runId, value: 1e6 });
    await worker.until('notice', { code: 'loss-not-finite' });
    await worker.send({ type: 'stop', runId, restoreBest: true });
    const said = await worker.untilFinished(runId);
    expect(said.last('finished')?.status).toBe('stopped');
    expect(said.text()).toContain('best True');
  });

  const withOptimizer = (optimizer: string, callbacks: string) => `
import numpy as np
import keras
from keras.models import Sequential
from keras.layers import Dense
from keras.callbacks import LearningRateScheduler, ReduceLROnPlateau
X = np.random.random((64, 4))
model = Sequential([Dense(8, activation='relu'), Dense(1)])
model.compile(loss='mse', optimizer=${optimizer})
model.fit(X, X.sum(axis=1), epochs=10**9, verbose=0, callbacks=[${callbacks}])
`;

  it('goes on with the rate that was set, of which callbacks then make theirs', async () => {
    worker = await harness.worker();
    const halving =
      'LearningRateScheduler(lambda epoch, rate: rate if epoch % 2 else rate / 2 if rate > 1e-3 else rate)';
    const runId = await worker.start(withOptimizer('keras.optimizers.Adam(0.01)', halving));
    const { epoch } = (await worker.next('checkpoint')) as CheckpointReport;
    await worker.later('checkpoint', epoch);
    await worker.send({ type: 'setLearningRate', runId, value: 0.0008 });
    const after = (await worker.received()).findLast(message => message.type === 'checkpoint');
    await worker.later('checkpoint', (after as CheckpointReport).epoch);
    await worker.send({ type: 'stop', runId });
    const said = await worker.untilFinished(runId);
    const rates = said.all('metrics').flatMap(({ columns }) => columns.learning_rate ?? []);
    // Halved by the callback from 0.01 until it was small enough, then as it was set.
    expect(rates.slice(0, 2)).toEqual([expect.closeTo(0.005, 6), expect.closeTo(0.005, 6)]);
    expect(Math.min(...(rates as number[]))).toBeCloseTo(0.000625, 6);
    expect(rates.at(-1)).toBeCloseTo(0.0008, 6);
  });

  it('leaves the rate to a schedule of the optimizer, and says so', async () => {
    worker = await harness.worker();
    const schedule = 'keras.optimizers.Adam(keras.optimizers.schedules.ExponentialDecay(0.01, 100, 0.9))';
    const runId = await worker.start(withOptimizer(schedule, ''));
    expect((await worker.next('fit')).learningRate).toBeNull();
    await worker.next('checkpoint');
    await worker.send({ type: 'setLearningRate', runId, value: 0.5 });
    expect(await worker.next('notice')).toMatchObject({ code: 'learning-rate-scheduled', line: 10 });
    await worker.send({ type: 'pause', runId });
    await worker.next('paused');
    await worker.send({ type: 'resume', runId });
    await worker.next('resumed');
    await worker.send({ type: 'stop', runId });
    expect((await worker.untilFinished(runId)).last('finished')?.status).toBe('stopped');
  });

  it('measures the layers only while someone looks', async () => {
    worker = await harness.worker();
    const runId = await worker.start(endless);
    await worker.next('checkpoint');
    expect((await worker.received()).some(({ type }) => type === 'layerStatistics')).toBe(false);
    await worker.send({ type: 'watchLayers', watch: true });
    const { layers } = await worker.next('layerStatistics');
    expect(layers.map(({ layer }) => layer)).toEqual(['dense', 'dense_1']);
    for (const layer of layers) {
      expect(layer.gradientNorm).toBeGreaterThan(0);
      expect(layer.weights!.counts.reduce((sum, count) => sum + count, 0)).toBe(
        layer.layer === 'dense' ? 40 : 9,
      );
      expect(layer.activations!.from).toBeLessThan(layer.activations!.to);
    }
    expect(layers[0]!.activations!.from).toBe(0);
    await worker.send({ type: 'stop', runId });
    await worker.untilFinished(runId);
  });

  it('ends an endless loop of Python', async () => {
    worker = await harness.worker();
    const runId = await worker.start('print("begun")\nwhile True:\n    pass');
    await worker.next('output');
    await worker.send({ type: 'stop', runId });
    expect((await worker.untilFinished(runId)).last('finished')?.status).toBe('stopped');
  });
});

describe('a stop while the driver compiles', () => {
  const model = `
import numpy as np
import tensorflow as tf
from tensorflow import keras
X = np.random.random((64, 4)).astype('float32')
y = np.random.randint(0, 3, size=64)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, activation='tanh'), keras.layers.Dense(3)])
loss_of = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
model.compile('adam', loss_of, metrics=['accuracy'])
`;
  const works = {
    'a tape': `
with tf.GradientTape() as tape:
    loss = loss_of(y, model(X, training=True))
slopes = tape.gradient(loss, model.trainable_variables)
model.optimizer.apply_gradients(zip(slopes, model.trainable_variables))
float(loss)
`,
    train_on_batch: 'model.train_on_batch(X, y)',
    fit: 'model.fit(X, y, verbose=0)',
    evaluate: 'model.evaluate(X, y, verbose=0)',
    predict: 'model.predict(X, verbose=0)',
  };

  it.each(
    (['webgl', 'webgpu'] as const).flatMap(backend =>
      Object.keys(works).map(work => [backend, work as keyof typeof works] as const),
    ),
  )('ends the wait, whatever waits: %s, %s', async (backend, work) => {
    worker = await harness.worker(ENDLESS_COMPILING);
    const source = `${model}
print('waits')
try:
    ${works[work].trim().replaceAll('\n', '\n    ')}
    print('went on')
finally:
    print('ended')
`;
    const runId = await worker.start(source, { settings: { ...SETTINGS, backend } });
    await worker.until('output', { text: 'waits\n' });
    const telling = ['evaluate', 'predict'].includes(work) ? 'backend' : 'shaders';
    await worker.until('preparing', { stage: telling });
    await worker.send({ type: 'stop', runId });
    const said = await worker.untilFinished(runId);
    expect(said.last('traceback')).toBeUndefined();
    expect(said.last('finished')?.status).toBe('stopped');
    expect(said.text()).toBe('waits\nended\n');
  });
});
