import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type DrivenWorker, WorkerHarness } from './harness.ts';

let harness: WorkerHarness;
let worker: DrivenWorker;

beforeAll(async () => {
  harness = await WorkerHarness.start();
});
afterAll(() => harness.stop());
afterEach(() => worker.close());

const opening = `import numpy as np
import keras
from keras import layers
keras.utils.set_random_seed(1)
x = np.random.rand(32, 3)
y = x.sum(axis=1, keepdims=True)
model = keras.Sequential([keras.Input((3,)), layers.Dense(4, activation='relu'), layers.Dense(1)])
model.compile('adam', 'mse')
`;

describe('files of models in the worker', () => {
  it('are written through the host and read again, with the HDF5 library that the page hands over', async () => {
    worker = await harness.worker();
    const runId = await worker.start(`${opening}
model.fit(x, y, epochs=2, verbose=0)
for name in ['m.keras', 'm.h5']:
    model.save(name)
    again = keras.models.load_model(name)
    print(bool(np.array_equal(again.predict(x, verbose=0), model.predict(x, verbose=0))))
model.save_weights('m.weights.h5')
other = keras.models.clone_model(model)
other.load_weights('m.weights.h5')
print(all(np.array_equal(a, b) for a, b in zip(other.get_weights(), model.get_weights())))
`);
    const said = await worker.untilFinished(runId);
    expect(said.last('traceback')?.text).toBeUndefined();
    expect(said.text()).toBe('True\nTrue\nTrue\n');
    const written = await worker.written();
    expect(Object.keys(written).sort()).toEqual(['m.h5', 'm.keras', 'm.weights.h5']);
    // The signatures of ZIP and HDF5 files.
    expect([...written['m.keras']!.slice(0, 2)]).toEqual([0x50, 0x4b]);
    expect([...written['m.h5']!.slice(0, 4)]).toEqual([0x89, 0x48, 0x44, 0x46]);
  });

  it('are what ModelCheckpoint and CSVLogger leave behind', async () => {
    worker = await harness.worker();
    const runId = await worker.start(`${opening}
kept = keras.callbacks.ModelCheckpoint('at-{epoch:02d}.keras')
log = keras.callbacks.CSVLogger('log.csv')
model.fit(x, y, epochs=2, verbose=0, callbacks=[kept, log])
print(open('log.csv').read().splitlines()[0])
`);
    const said = await worker.untilFinished(runId);
    expect(said.last('traceback')?.text).toBeUndefined();
    // Columns for validation are there in case a later epoch has them.
    expect(said.text()).toBe('epoch,loss,val_loss\n');
    expect(Object.keys(await worker.written()).sort()).toEqual(['at-01.keras', 'at-02.keras', 'log.csv']);
  });
});
