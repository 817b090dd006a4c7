/** What happens within an epoch that lasts: checkpoints, and how seldom anything is read back. */
import { expect, it } from 'vitest';
import { allLibraries } from '../../../../src/library/index.ts';
import { silentMonitor, type TrainingMonitor } from '../../../../src/library/keras/monitor.ts';
import { servicesKey } from '../../../../src/library/keras/services.ts';
import type { FitCheckpoint } from '../../../../src/library/keras/training/fitCheckpoint.ts';
import { openEngine } from '../../../../src/training/open-engine.ts';
import { runPython } from '../../../python/run.ts';

/** Every batch waits a little, as batches of a generator do, so that the epoch has pauses in which to keep something. */
const script = (batches: number, pause: number) => `
import time
import numpy as np
import keras
keras.utils.set_random_seed(1)
class Batches(keras.utils.PyDataset):
    def __len__(self):
        return ${batches}
    def __getitem__(self, index):
        time.sleep(${pause})
        rows = np.sin(np.arange(12).reshape(4, 3) + index)
        return rows, rows.sum(axis=1, keepdims=True)
model = keras.Sequential([keras.Input((3,)), keras.layers.Dropout(0.2), keras.layers.Dense(2), keras.layers.Dense(1)])
model.compile("adam", "mse")
history = model.fit(Batches(), epochs=2, shuffle=False, verbose=0)
print([round(float(np.abs(w).sum()), 6) for w in model.get_weights()])
`;

async function run(text: string, monitor: TrainingMonitor): Promise<{ printed: string; reads: number }> {
  const engine = await openEngine({ backend: 'wasm' });
  let reads = 0;
  const { readMany } = engine;
  engine.readMany = values => {
    reads++;
    return readMany.call(engine, values);
  };
  const { stdout, stderr } = await runPython(text, {
    libraries: allLibraries(),
    prepare: py => {
      py.state(servicesKey).current = { engine: async () => engine, monitor, seed: 1 };
    },
  });
  engine.close();
  expect(stderr).toBe('');
  return { printed: stdout, reads };
}

it('a checkpoint is taken between steps, and training goes on from there to the same weights', async () => {
  const taken: FitCheckpoint[] = [];
  const text = script(30, 0.004);
  const whole = await run(text, {
    ...silentMonitor,
    checkpointDue: () => true,
    onCheckpoint: checkpoint => taken.push(checkpoint),
  });
  const within = taken.find(({ epoch, step }) => epoch === 1 && step > 0)!;
  expect(within.step).toBeLessThan(30);
  let resumed = 0;
  const rest = await run(text, {
    ...silentMonitor,
    takeCheckpoint: () => within,
    onResumed: () => resumed++,
  });
  expect(resumed).toBe(1);
  expect(rest.printed).toBe(whole.printed);
});

it('nothing is read back within an epoch but at the interval of readings', async () => {
  const seldom = { ...silentMonitor, readInterval: Number.POSITIVE_INFINITY };
  const few = await run(script(10, 0), seldom);
  const many = await run(script(200, 0), seldom);
  expect(many.reads).toBe(few.reads);
  const always = await run(script(200, 0), { ...silentMonitor, readInterval: 0 });
  expect(always.reads).toBeGreaterThan(many.reads + 300);
});
