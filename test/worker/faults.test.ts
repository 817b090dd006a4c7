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

describe('a graphics context that is lost', () => {
  it('is replaced, and training goes on from the checkpoint to the same result', async () => {
    const source = script(40);
    const settings = { ...SETTINGS, backend: 'webgl' as const };
    worker = await harness.worker();
    const undisturbed = await worker.run(source, { settings });
    expect(undisturbed.last('traceback')).toBeUndefined();

    const runId = await worker.start(source, { settings });
    await worker.until('progress', { runId, fit: 1 });
    await worker.loseContexts();
    const said = await worker.untilFinished(runId);
    expect(said.last('traceback')).toBeUndefined();
    expect(said.last('finished')?.status).toBe('finished');
    expect(said.all('deviceLost')).toMatchObject([{ backend: 'webgl', fallback: 'webgl' }]);
    expect(said.all('resumed')).toMatchObject([{ fromCheckpoint: true, fit: 1 }]);
    expect(said.text()).toBe(undisturbed.text());
    const record = recordOf(said);
    expect(record.fits[1]!.epochs.at).toEqual(numbers(40));
    expect(record.fits[1]!.seams).toHaveLength(1);
  });
});
