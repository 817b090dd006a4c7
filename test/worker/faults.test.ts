/** Faults of a long run, each forced, and that nothing is lost by them. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CheckpointReport } from '../../src/protocol.ts';
import { isRunReport } from '../../src/protocol-validator.ts';
import { applyReport, emptyRecord, type RunRecord } from '../../src/run-record.ts';
import { type DrivenWorker, Said, SETTINGS, WorkerHarness } from './harness.ts';

let harness: WorkerHarness;
let worker: DrivenWorker;

beforeAll(async () => {
  harness = await WorkerHarness.start();
});
afterAll(() => harness.stop());
afterEach(() => worker.close());

/** Two fits, randomness of every kind, a callback that keeps the best weights, a file. */
const script = (epochs: number) => `
import random
import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Dropout
from keras.callbacks import EarlyStopping, LambdaCallback

X = np.random.random((64, 10))
y = np.eye(3)[np.random.randint(0, 3, size=64)]
print('drawn', X[0, 0], random.random())
first = Sequential([Dense(4, activation='relu'), Dense(3, activation='softmax')])
first.compile(loss='categorical_crossentropy', optimizer='sgd')
first.fit(X, y, epochs=2, verbose=0)
model = Sequential([Dense(16, activation='relu'), Dropout(0.3), Dense(3, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
seen = []
history = model.fit(
    X, y, epochs=${epochs}, batch_size=16, verbose=0, validation_split=0.25,
    callbacks=[
        LambdaCallback(on_epoch_end=lambda epoch, logs: seen.append(epoch)),
        EarlyStopping(patience=10**6, restore_best_weights=True),
    ])
print('epochs', len(seen), seen == list(range(${epochs})), len(history.history['loss']))
print('sum', round(float(sum(np.abs(w).sum() for w in model.get_weights() + first.get_weights())), 4))
print('loss', round(history.history['loss'][-1], 5))
`;

function recordOf(said: Said): RunRecord {
  const record = emptyRecord({
    runId: said.messages.find(message => message.type === 'started')!.runId,
    path: 'script.py',
    uri: 'file:///script.py',
    name: 'script.py',
    source: '',
    workingDirectory: '',
    arguments: [],
    model: null,
    findings: [],
    settings: SETTINGS,
  });
  for (const message of said.messages) if (isRunReport(message)) applyReport(record, message);
  return record;
}

const numbers = (length: number) => Array.from({ length }, (_, index) => index + 1);
const unseeded = { ...SETTINGS, seed: null };

describe('a worker that was ended', () => {
  it('goes on in another from the checkpoint, to the same result, and the curve has a seam', async () => {
    worker = await harness.worker();
    const epochs = 2000;
    const runId = await worker.start(script(epochs), { settings: unseeded });
    await worker.until('checkpoint', { fit: 1 });
    const whole = await worker.untilFinished(runId);
    expect(whole.last('traceback')).toBeUndefined();
    const second = whole.all('checkpoint').filter(({ fit }) => fit === 1);
    // One within the run, as if the worker had been killed behind it.
    const checkpoint = second.findLast(({ epoch }) => epoch < epochs) as CheckpointReport;
    await worker.close();

    worker = await harness.worker();
    const at = whole.messages.indexOf(checkpoint);
    const again = await worker.start('print("not this")', { runId, settings: unseeded }, {}, checkpoint);
    const rest = await worker.untilFinished(again);
    expect(rest.last('traceback')).toBeUndefined();
    const lines = (said: Said) => said.text().trim().split('\n');
    expect(lines(whole)).toHaveLength(4);
    expect(lines(whole)[1]).toBe(`epochs ${epochs} True ${epochs}`);
    expect(lines(rest)).toEqual(lines(whole).slice(1));

    const joined = recordOf(new Said([...whole.messages.slice(0, at + 1), ...rest.messages]));
    expect(joined.status).toBe('finished');
    expect(joined.fits).toHaveLength(2);
    expect(joined.fits[1]!.seams).toEqual([checkpoint.epoch]);
    expect(joined.fits[1]!.epochs.at).toEqual(numbers(epochs));
    const before = recordOf(whole).fits[1]!.epochs.columns;
    expect(joined.fits[1]!.epochs.columns.loss).toEqual(before.loss);
    expect(joined.fits[1]!.epochs.columns.val_accuracy).toEqual(before.val_accuracy);
  });

  it('begins anew where the checkpoint is of no use', async () => {
    worker = await harness.worker();
    const bytes = new Uint8Array([1, 2, 3]);
    const checkpoint: CheckpointReport = {
      type: 'checkpoint',
      runId: 'run-1',
      fit: 0,
      epoch: 3,
      step: 0,
      bytes,
    };
    const runId = await worker.start(script(3), {}, {}, checkpoint);
    const said = await worker.untilFinished(runId);
    expect(said.text()).toContain('epochs 3 True 3');
  });
});

describe('a graphics device that is lost', () => {
  it.each([
    ['webgl', 40],
    // Each step takes WebGPU in software a tenth of a second.
    ['webgpu', 5],
  ] as const)(
    'is replaced, and training goes on from the checkpoint to the same result: %s',
    async (backend, epochs) => {
      const source = script(epochs);
      const settings = { ...SETTINGS, backend };
      worker = await harness.worker();
      const undisturbed = await worker.run(source, { settings });
      expect(undisturbed.last('traceback')).toBeUndefined();
      expect(undisturbed.last('backend')?.name).toBe(backend);

      await worker.plan('lose-devices', { type: 'progress', fit: 1 });
      const said = await worker.run(source, { settings });
      expect(said.last('traceback')).toBeUndefined();
      expect(said.last('finished')?.status).toBe('finished');
      expect(said.all('deviceLost')).toMatchObject([{ backend, fallback: backend }]);
      expect(said.all('resumed')).toMatchObject([{ fromCheckpoint: true, fit: 1 }]);
      expect(said.text()).toBe(undisturbed.text());
      const record = recordOf(said);
      expect(record.fits[1]!.epochs.at).toEqual(numbers(epochs));
      expect(record.fits[1]!.seams).toHaveLength(1);
    },
  );
});

describe('a loss that is no number', () => {
  const base = (layers: string, options: string, data = '') => `
import numpy as np
import keras
from keras.models import Sequential
from keras.layers import Dense, Lambda

np.random.seed(1)
X = np.random.random((64, 10))
y = np.random.random((64, 1))
${data}
model = Sequential([
    Dense(8, activation='relu'),
    ${layers}
    Dense(1),
])
model.compile(${options})
model.fit(X, y, epochs=30, verbose=0)
`;
  const notices = (said: Said) => said.all('notice').filter(({ code }) => code === 'loss-not-finite');

  it('names the layer and the line where values grew too large', async () => {
    worker = await harness.worker();
    const said = await worker.run(base('', "loss='mse', optimizer=keras.optimizers.SGD(1e4)"));
    expect(notices(said)).toHaveLength(1);
    expect(notices(said)[0]).toMatchObject({ severity: 'warning' });
    expect(notices(said)[0]!.message).toContain('smaller learning rate');
    expect(said.last('finished')?.status).toBe('finished');
  });

  it('names a logarithm of what is not positive', async () => {
    worker = await harness.worker();
    const source = base(
      'Lambda(lambda t: keras.ops.log(t - 0.5), name="logarithm"),',
      "loss='mse', optimizer='sgd'",
    );
    const [notice] = notices(await worker.run(source));
    expect(notice!.message).toContain('`log` (logarithm)');
    expect(notice!.line).toBe(1 + source.slice(0, source.indexOf('Lambda(lambda')).split('\n').length - 1);
  });

  it('names the data', async () => {
    worker = await harness.worker();
    const [notice] = notices(await worker.run(base('', "loss='mse', optimizer='sgd'", 'X[40, 2] = np.nan')));
    expect(notice!.message).toContain('the data hold NaN');
  });
});

describe('too little memory', () => {
  it('refuses a model that the backend cannot hold, with numbers, before it starts', async () => {
    worker = await harness.worker();
    const said = await worker.run(`
import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Input
model = Sequential([Input((30000,)), Dense(20000), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(np.zeros((4, 30000)), np.zeros((4, 1)), verbose=0)
`);
    const traceback = said.last('traceback')!;
    expect(traceback.exception).toBe('MemoryError');
    expect(traceback.message).toMatch(/^Unable to allocate .*GiB/);
    expect(traceback.frames.at(-1)?.line).toBe(7);
    expect((await worker.run('print("next")')).text()).toBe('next\n');
  });

  it('refuses a batch that is too large', async () => {
    worker = await harness.worker();
    const said = await worker.run(`
import numpy as np
from keras.models import Sequential
from keras.layers import Conv2D, Flatten, Dense, Input
model = Sequential([Input((128, 128, 1)), Conv2D(128, 3), Conv2D(128, 3), Flatten(), Dense(1)])
model.compile(loss='mse', optimizer='sgd')
model.fit(np.zeros((512, 128, 128, 1)), np.zeros((512, 1)), batch_size=512, verbose=0)
`);
    const traceback = said.last('traceback')!;
    expect(traceback.exception).toBe('MemoryError');
    expect(traceback.message).toContain('a batch of 512');
    expect(traceback.suggestions.join(' ')).toContain('batch_size');
  });
});

describe('a device that gives no more memory in the middle', () => {
  it('ends the run as lost, names the layer and the line, and the run goes on elsewhere', async () => {
    worker = await harness.worker();
    const source = script(60);
    const settings = { ...SETTINGS, backend: 'webgl' as const };
    await worker.plan('refuse-textures', { type: 'progress', fit: 1 });
    const runId = await worker.start(source, { settings });
    const said = await worker.untilFinished(runId);
    const traceback = said.last('traceback')!;
    expect(traceback.exception).toBe('MemoryError');
    expect(traceback.message).toMatch(/There is no memory left.*: \S+ KiB are in use, a step takes \S+ KiB/);
    expect(source.split('\n')[traceback.frames[0]!.line - 1]).toMatch(/Sequential|fit|X, y/);
    expect(said.last('finished')).toMatchObject({ status: 'lost', reason: traceback.message });
    const checkpoint = said.last('checkpoint')!;
    await worker.close();

    worker = await harness.worker();
    const again = await worker.start(source, { runId, settings: SETTINGS }, {}, checkpoint);
    const rest = await worker.untilFinished(again);
    expect(rest.last('finished')?.status).toBe('finished');
    const joined = recordOf(new Said([...said.messages, ...rest.messages]));
    expect(joined.fits[1]!.epochs.at).toEqual(numbers(60));
  });
});

describe('a gradient that is not there', () => {
  it('names the layer and the line', async () => {
    worker = await harness.worker();
    const source = `
import numpy as np
import tensorflow as tf
from keras import Model, Sequential, Input
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
    const traceback = (await worker.run(source)).last('traceback')!;
    expect(traceback.exception).toBe('NotSupported');
    expect(traceback.message).toBe(
      '`maxPoolGradient` (pool) has no gradient: max pooling has no second derivative here.',
    );
    expect(source.split('\n')[traceback.frames[0]!.line - 1]).toContain('MaxPooling2D');
  });
});

describe('what is being prepared', () => {
  it('is said: the file that is read, the data, the model', async () => {
    worker = await harness.worker();
    const source = `
import numpy as np
from keras.models import Sequential
from keras.layers import Dense
data = np.loadtxt('rows.csv', delimiter=',')
model = Sequential([Dense(1)])
model.compile(loss='mse')
model.fit(data[:, :1], data[:, 1], epochs=2, verbose=0)
`;
    const runId = await worker.start(source, {}, { 'rows.csv': '1,2\n3,4\n5,6\n' });
    const said = await worker.untilFinished(runId);
    expect(said.last('finished')?.status).toBe('finished');
    const stages = said.all('preparing').map(({ stage, detail }) => `${stage} ${detail}`.trim());
    expect(stages).toEqual(['interpreter', 'imports', 'data rows.csv', 'backend', 'data', 'model']);
  });
});
