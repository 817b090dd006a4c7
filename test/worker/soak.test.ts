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
import { COUNTED } from './preludes.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes in use: objects, and the columns of numbers beside them. */
function bytesInUse(): { heap: number; buffers: number } {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return { heap: heapUsed, buffers: arrayBuffers };
}

/** As many as a model like this trains in an hour in a browser tab that shares its processor. */
const EPOCHS = 24_000;

/** A third of the epochs lies between the measurements that are compared: 13 bytes for each. */
const NOISE_BYTES = 200_000;

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

it.each([
  ['wasm', EPOCHS],
  // Plain loops in JavaScript take ten times as long.
  ['cpu', EPOCHS / 8],
] as const)(
  'holds the count of device tensors constant from the first epoch to the last: %s',
  async (backend, total) => {
    const engine = await openEngine({ backend });
    // Made before, so that the test itself leaves nothing behind an epoch.
    const tensors = new Int32Array(total);
    const bytes = new Float64Array(total);
    let epochs = 0;
    const inUse: { heap: number; buffers: number }[] = [];
    const run = await runPython(script(total), {
      libraries: allLibraries(),
      prepare: py => {
        py.state(servicesKey).current = {
          engine: async () => engine,
          seed: 1,
          monitor: {
            ...silentMonitor,
            checkpointDue: () => epochs % 100 === 0,
            onEpochEnd: () => {
              const use = engine.memory();
              tensors[epochs] = use.tensors;
              bytes[epochs] = use.bytes;
              epochs++;
              if (epochs % (total / 12) === 0) inUse.push(bytesInUse());
            },
          },
        };
      },
    });
    expect(run.status).toBe(0);
    engine.close();
    // Code that is compiled and forgotten on the way makes single measurements differ by a megabyte.
    const least = (part: readonly { heap: number }[]) => Math.min(...part.map(({ heap }) => heap));
    expect(least(inUse.slice(-4)) - least(inUse.slice(0, 4))).toBeLessThan(NOISE_BYTES);
    // Each epoch leaves its number and four logs in the script's history, and the four for checkpoints, with room to grow.
    const numbers = 5 * 8 + 4 * (8 + 1);
    expect(inUse.at(-1)!.buffers - inUse[0]!.buffers).toBeLessThan(2 * numbers * total);
    expect(epochs).toBe(total);
    // The first epoch compiles the steps of training and validation.
    expect(new Set(tensors.subarray(1))).toEqual(new Set([tensors[1]]));
    expect(new Set(bytes.subarray(1))).toEqual(new Set([bytes[1]]));
  },
);

it.each([
  ['webgl', 100],
  ['webgpu', 40],
] as const)('does not grow in a worker, on graphics: %s', async (backend, epochs) => {
  const worker = await harness.worker(COUNTED);
  const settings = { backend, seed: 1, kerasVersion: 'auto', maximumPredictions: 0 } as const;
  const runId = await worker.start(script(epochs), { settings });
  const said = await worker.untilFinished(runId);
  expect(said.last('traceback')).toBeUndefined();
  expect(said.last('finished')?.status).toBe('finished');
  expect(said.last('backend')?.name).toBe(backend);
  // A checkpoint holds the logs of the epochs besides; weights and slots stay as large as they are.
  const [first] = said.all('checkpoint');
  const last = said.last('checkpoint')!;
  expect(last.bytes.length - first!.bytes.length).toBeLessThan(100 * epochs);
  // What the device keeps for reuse is there after a few epochs.
  const live = await worker.liveObjects();
  const settled = live.slice(Math.ceil(live.length / 3));
  expect(settled.length).toBeGreaterThan(5);
  // Now and then a few more are on their way.
  const [before, after] = [settled.slice(0, settled.length / 2), settled.slice(settled.length / 2)];
  expect(Math.min(...after)).toBeLessThanOrEqual(Math.max(...before));
  await worker.close();
});

/** How many times as long the worker's heap is watched as in every run of the tests. */
const TIMES = Number(process.env.KERASCOPE_SOAK ?? 1);

/** Compiled code is counted among the objects, and comes and goes: single measurements differ by half a megabyte. */
const CODE_BYTES = 700_000;

it.each([
  ['wasm', 4000 * TIMES],
  ['webgl', 135 * TIMES],
] as const)("holds the heap of a browser's worker: %s", async (backend, total) => {
  const worker = await harness.worker();
  const settings = { backend, seed: 1, kerasVersion: 'auto', maximumPredictions: 0 } as const;
  const runId = await worker.start(script(10 ** 9), { settings });
  const seen: { objects: number; arrays: number }[] = [];
  for (let part = 1; part <= 9; part++) {
    await worker.later('progress', (total * part) / 9);
    seen.push(await worker.heap());
  }
  const epochs = (await worker.received()).flatMap(said => (said.type === 'progress' ? said.epoch : []));
  await worker.send({ type: 'stop', runId, restoreBest: false });
  const said = await worker.untilFinished(runId);
  expect(said.last('backend')?.name).toBe(backend);
  expect(said.last('finished')?.status).toBe('stopped');
  const least = (part: typeof seen) => Math.min(...part.map(({ objects }) => objects));
  expect(least(seen.slice(-3)) - least(seen.slice(1, 4))).toBeLessThan(CODE_BYTES);
  // Columns of numbers double when they are full; a checkpoint holds a copy of those that it has.
  const logs = 5 * 8 + 4 * (8 + 1);
  const passed = Math.max(...epochs);
  expect(seen.at(-1)!.arrays - seen[1]!.arrays).toBeLessThan(4 * logs * passed + NOISE_BYTES);
  await worker.close();
});
