/** A script's own loops of training, whose graphics device is lost on the way. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type DrivenWorker, SETTINGS, WorkerHarness } from './harness.ts';

let harness: WorkerHarness;
let worker: DrivenWorker;

beforeAll(async () => {
  harness = await WorkerHarness.start();
});
afterAll(() => harness.stop());
afterEach(() => worker.close());

const start = `
import numpy as np
import tensorflow as tf
import keras
from keras import layers
keras.utils.set_random_seed(3)
x = np.random.normal(size=(32, 3)).astype('float32')
y = (x.sum(axis=1, keepdims=True) > 0).astype('float32')
model = keras.Sequential([keras.Input((3,)), layers.Dense(8, activation='relu'), layers.Dense(1, activation='sigmoid')])
optimizer = keras.optimizers.Adam(0.05)
loss_of = keras.losses.BinaryCrossentropy()
model.compile(optimizer, loss_of)
print('before', float(loss_of(y, model(x))))
`;

/** The device is lost while the script reads the file. */
const end = `
    if n == 9:
        open('half.txt').read()
    print('step', n)
print('after', model.evaluate(x, y, verbose=0))
print('rows', model.predict(x, verbose=0).shape)
`;

const loops = {
  'by train_on_batch': `${start}
for n in range(30):
    model.train_on_batch(x, y)${end}`,
  'with a tape': `${start}
for n in range(30):
    with tf.GradientTape() as tape:
        loss = loss_of(y, model(x, training=True))
    slopes = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(slopes, model.trainable_variables))
    assert float(loss) > 0${end}`,
};

describe.each(['webgl', 'webgpu'] as const)('on %s', backend => {
  const settings = { ...SETTINGS, backend };

  it.each(Object.entries(loops))('goes on from what was secured: %s', async (_name, source) => {
    worker = await harness.worker();
    await worker.plan('lose-devices', { type: 'request', request: 'readFile' });
    const said = await worker.untilFinished(await worker.start(source, { settings }, { 'half.txt': '' }));
    expect(said.last('traceback')).toBeUndefined();
    expect(said.last('finished')?.status).toBe('finished');
    expect(said.all('deviceLost')).toMatchObject([{ backend, fallback: backend }]);
    const [before] = /(?<=before )\S+/.exec(said.text())!;
    const [after] = /(?<=after )\S+/.exec(said.text())!;
    expect(Number(after)).toBeLessThan(0.8 * Number(before));
    expect(said.text()).toContain('step 29\n');
    expect(said.text()).toContain('rows (32, 1)');
  });
});
