/** A script's own loops of training, whose graphics device is lost on the way. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { decodeCheckpoint, encodeCheckpoint } from '../../src/execution/sessionCheckpoint.ts';
import { isRunReport } from '../../src/protocol-validator.ts';
import { applyReport, emptyRecord, type RunRecord } from '../../src/run-record.ts';
import { RUN } from '../panel/scenario.ts';
import { type DrivenWorker, Said, SETTINGS, WorkerHarness } from './harness.ts';

let harness: WorkerHarness;
let worker: DrivenWorker;

beforeAll(async () => {
  harness = await WorkerHarness.start();
});
afterAll(() => harness.stop());
afterEach(() => worker.close());

function recordOf(said: Said): RunRecord {
  const record = emptyRecord({ ...RUN, runId: said.last('finished')!.runId });
  for (const message of said.messages) if (isRunReport(message)) applyReport(record, message);
  return record;
}

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
    // The curve shows where, and every step stands in it once.
    const { seams, curves } = recordOf(said).loop!;
    expect(seams).toEqual([10]);
    expect(curves.at).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    expect(said.text()).toContain('rows (32, 1)');
  });
});

/** Loops as scripts have them, with what is random, measured, printed and written; they wait, so that a run lasts. */
const lost = {
  'a tape, mixed with fits': `
import time
import numpy as np
import tensorflow as tf
import keras
from keras import layers
X = np.random.normal(size=(96, 4)).astype('float32')
y = (X.sum(axis=1, keepdims=True) > 0).astype('float32')
data = tf.data.Dataset.from_tensor_slices((X, y)).shuffle(96).batch(32)
model = keras.Sequential([keras.Input((4,)), layers.Dense(8, activation='relu'), layers.Dropout(0.2), layers.Dense(1)])
optimizer = keras.optimizers.Adam(0.01)
loss_of = keras.losses.BinaryCrossentropy(from_logits=True)
accuracy = keras.metrics.BinaryAccuracy(threshold=0.0)
model.compile('sgd', loss_of)
print('pretrained', model.fit(X, y, epochs=2, verbose=0).history['loss'][-1])

@tf.function
def step(images, labels):
    with tf.GradientTape() as tape:
        logits = model(images, training=True)
        loss = loss_of(labels, logits)
    slopes = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(slopes, model.trainable_variables))
    accuracy.update_state(labels, logits)
    return loss

best, losses = 10.0, []
for epoch in range(EPOCHS):
    total = tf.constant(0.0)
    for images, labels in data:
        total += step(images, labels)
    losses.append(float(total) / 3)
    noise = np.random.normal()
    if losses[-1] < best:
        best = losses[-1]
        model.save_weights('best.weights.h5')
    time.sleep(0.03)
    if epoch % 20 == 0:
        print('epoch', epoch, losses[-1], accuracy.result().numpy(), noise)
    accuracy.reset_state()
print('last', losses[-1], best, int(optimizer.iterations.numpy()), len(losses))
print('tuned', model.fit(X, y, epochs=2, verbose=0).history['loss'], model.predict(X, verbose=0).sum())
`,
  'two optimizers and train_on_batch': `
import time
import numpy as np
import tensorflow as tf
import keras
from keras import layers
generator = keras.Sequential([keras.Input((3,)), layers.Dense(8, activation='relu'), layers.Dense(2)])
critic = keras.Sequential([keras.Input((2,)), layers.Dense(8, activation='relu'), layers.Dense(1, activation='sigmoid')])
critic.compile(keras.optimizers.Adam(0.001), 'binary_crossentropy', metrics=['accuracy'])
optimizer = keras.optimizers.RMSprop(0.001)
loss_of = keras.losses.BinaryCrossentropy()
smooth = tf.Variable(0.0, trainable=False)
mean = 0.0
for n in range(EPOCHS):
    real = np.random.normal(size=(16, 2)).astype('float32')
    noise = tf.random.normal((16, 3))
    fake = generator.predict(noise, verbose=0)
    loss = critic.train_on_batch(np.concatenate([real, fake]), np.concatenate([np.ones(16), np.zeros(16)]))
    with tf.GradientTape() as tape:
        own = loss_of(tf.ones((16, 1)), critic(generator(noise)))
    optimizer.apply_gradients(zip(tape.gradient(own, generator.trainable_variables), generator.trainable_variables))
    smooth.assign(0.9 * smooth + 0.1 * own)
    mean = 0.9 * mean + 0.1 * loss[0]
    time.sleep(0.03)
    if n % 20 == 0:
        print(n, loss, mean, smooth.numpy(), critic.evaluate(real, np.ones(16), verbose=0))
print('last', mean, float(smooth), np.sum([np.abs(w).sum() for w in generator.get_weights() + critic.get_weights()]))
`,
};

describe('a worker that was ended in a loop of the script', () => {
  it.each([
    ['a tape, mixed with fits', 80],
    ['two optimizers and train_on_batch', 80],
  ] as const)('goes on in another, to the same numbers: %s', async (name, epochs) => {
    const source = lost[name].replace('EPOCHS', String(epochs));
    worker = await harness.worker();
    const whole = await worker.untilFinished(await worker.start(source));
    expect(whole.last('traceback')).toBeUndefined();
    // One on the way, as if the worker had been ended behind it.
    const checkpoint = whole.all('checkpoint').findLast(({ fit }) => fit === null)!;
    expect(checkpoint.step).toBeGreaterThan(0);
    const { runId } = checkpoint;
    const before = new Said(whole.messages.slice(0, whole.messages.indexOf(checkpoint)));
    await worker.close();

    worker = await harness.worker();
    const rest = await worker.untilFinished(await worker.start('print(0)', { runId }, {}, checkpoint));
    expect(rest.last('traceback')).toBeUndefined();
    expect(rest.last('finished')?.status).toBe('finished');
    expect(rest.all('loop').filter(({ seam }) => seam)).toMatchObject([{ steps: checkpoint.step }]);
    // Every line is there once, with the same numbers.
    expect(before.text() + rest.text()).toBe(whole.text());
    expect(rest.text()).toContain('last');
    expect(rest.all('preparing').some(({ detail }) => detail.endsWith('computed again'))).toBe(false);
    if (name !== 'two optimizers and train_on_batch') return;
    await worker.close();

    // What was kept belongs to another way through the script: everything is computed again.
    const known = decodeCheckpoint(checkpoint.bytes)!;
    const loop = { ...known.loop!, journal: { ...known.loop!.journal!, way: 1 } };
    const strange = { ...checkpoint, bytes: encodeCheckpoint({ ...known, loop }) };
    worker = await harness.worker();
    const again = await worker.untilFinished(await worker.start('print(0)', { runId }, {}, strange));
    expect(again.last('traceback')).toBeUndefined();
    expect(again.all('loop').filter(({ seam }) => seam)).toMatchObject([{ steps: checkpoint.step }]);
    expect(before.text() + again.text()).toBe(whole.text());
    expect(again.all('preparing').some(({ detail }) => detail.endsWith('computed again'))).toBe(true);
  });
});

describe('a loop of the script that has no end', () => {
  const endless = (
    rate: string,
  ) => `${start.replace('model.compile(optimizer, loss_of)\n', `optimizer = keras.optimizers.SGD(${rate})\n`)}
loss_of = keras.losses.MeanSquaredError()
before = [w.copy() for w in model.get_weights()]
losses = []
try:
    while True:
        with tf.GradientTape() as tape:
            loss = loss_of(y, model(x, training=True) * 4.0)
        slopes = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(slopes, model.trainable_variables))
        losses.append(float(loss))
        if len(losses) == 20:
            print('going')
except KeyboardInterrupt:
    moved = max(float(np.abs(a - b).max()) for a, b in zip(before, model.get_weights()))
    print('moved', moved > 1e-4, losses[-1] < losses[0])
    raise
`;

  it('waits in a pause, goes on, and is stopped with its weights', async () => {
    worker = await harness.worker();
    const runId = await worker.start(endless('0.01'));
    await worker.until('output', { text: 'going\n' });
    await worker.send({ type: 'pause', runId });
    await worker.next('paused');
    await worker.send({ type: 'resume', runId });
    await worker.next('resumed');
    await worker.send({ type: 'stop', runId });
    const said = await worker.untilFinished(runId);
    expect(said.last('finished')?.status).toBe('stopped');
    expect(said.last('traceback')).toBeUndefined();
    expect(said.text()).toContain('moved True True');
  });

  it('tells once of a loss that is no number, with the place', async () => {
    worker = await harness.worker();
    const runId = await worker.start(`${endless('1e25').replace("'sigmoid'", "'linear'")}`);
    await worker.until('output', { text: 'going\n' });
    await worker.send({ type: 'stop', runId });
    const said = await worker.untilFinished(runId);
    const notices = said.all('notice').filter(({ code }) => code === 'loss-not-finite');
    expect(notices).toMatchObject([
      { line: expect.any(Number), message: expect.stringMatching(/`\w+`.* grew/) },
    ]);
  });
});
