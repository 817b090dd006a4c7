/** Thousands of epochs of a small model: what lives on the device and in the heap stays the same. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { allLibraries } from '../../src/library/index.ts';
import { silentMonitor } from '../../src/library/keras/monitor.ts';
import { servicesKey } from '../../src/library/keras/services.ts';
import { openEngine } from '../../src/training/open-engine.ts';
import { runPython } from '../python/run.ts';
import { WorkerHarness } from './harness.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes of the heap that are in use. */
function heapBytes(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

let harness: WorkerHarness;
beforeAll(async () => {
  harness = await WorkerHarness.start();
});
afterAll(() => harness.stop());

const script = (epochs: number) => `
import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Dropout
X = np.random.random((96, 10))
y = np.eye(3)[np.random.randint(0, 3, size=96)]
model = Sequential([Dense(32, activation='relu'), Dropout(0.1), Dense(3, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
history = model.fit(X, y, epochs=${epochs}, validation_split=0.25, verbose=0)
`;

it('holds the count of device tensors constant from the first epoch to the last', async () => {
  const engine = await openEngine({ backend: 'wasm' });
  const counts: { readonly tensors: number; readonly bytes: number }[] = [];
  const heaps: number[] = [];
  const run = await runPython(script(12_000), {
    libraries: allLibraries(),
    prepare: py => {
      py.state(servicesKey).current = {
        engine: async () => engine,
        seed: 1,
        monitor: {
          ...silentMonitor,
          onEpochEnd: () => {
            counts.push(engine.memory());
            if (counts.length === 1000 || counts.length === 12_000) heaps.push(heapBytes());
          },
        },
      };
    },
  });
  expect(run.status).toBe(0);
  engine.close();
  // Each epoch's four logs stay twice, in the script's history and for checkpoints: some 630 bytes were measured.
  expect(heaps[1]! - heaps[0]!).toBeLessThan(11_000 * 1_500);
  expect(counts).toHaveLength(12_000);
  // The first epoch compiles the steps of training and validation.
  const [, second] = counts;
  expect(new Set(counts.slice(1).map(({ tensors }) => tensors))).toEqual(new Set([second!.tensors]));
  expect(new Set(counts.slice(1).map(({ bytes }) => bytes))).toEqual(new Set([second!.bytes]));
});

it('does not grow in a worker, on graphics', async () => {
  const worker = await harness.worker();
  const settings = { backend: 'webgl', seed: 1, kerasVersion: 'auto', maximumPredictions: 0 } as const;
  const runId = await worker.start(script(100), { settings });
  const said = await worker.untilFinished(runId);
  expect(said.last('traceback')).toBeUndefined();
  expect(said.last('finished')?.status).toBe('finished');
  // A checkpoint holds the logs of the epochs besides; weights and slots stay as large as they are.
  const [first] = said.all('checkpoint');
  const last = said.last('checkpoint')!;
  expect(last.bytes.length - first!.bytes.length).toBeLessThan(100 * 100);
  await worker.close();
});
