/** When checkpoints of a run are due. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { silentMonitor } from '../../src/library/keras/monitor.ts';
import type { FitCheckpoint } from '../../src/library/keras/training/fitCheckpoint.ts';
import { Checkpoints } from '../../webview/worker/checkpoints.ts';
import { runKeras } from '../library/keras/program.ts';
import { SETTINGS } from './harness.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

async function anyCheckpoint(): Promise<FitCheckpoint> {
  const taken: FitCheckpoint[] = [];
  vi.useRealTimers();
  const script = `
import numpy as np
import keras
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(np.ones((4, 2)), np.ones((4, 1)), verbose=0)
`;
  await runKeras(script, {
    ...silentMonitor,
    checkpointDue: () => true,
    onCheckpoint: each => taken.push(each),
  });
  vi.useFakeTimers({ toFake: ['performance'] });
  return taken[0]!;
}

const run = {
  runId: 'run-1',
  path: 'script.py',
  uri: 'file:///script.py',
  name: 'script.py',
  source: '',
  workingDirectory: '',
  arguments: [],
  model: null,
  findings: [],
  settings: SETTINGS,
};

it('is every second where they cost little, and every half minute at the least, whatever they cost', async () => {
  const checkpoint = await anyCheckpoint();
  const checkpoints = new Checkpoints(run, null, () => undefined);
  /** Milliseconds until the next one is due, behind one that took so long. */
  const pauseBehind = (cost: number): number => {
    const began = performance.now();
    vi.advanceTimersByTime(cost);
    checkpoints.take(0, checkpoint, 0, began);
    let pause = 0;
    for (; !checkpoints.due; pause += 100) vi.advanceTimersByTime(100);
    return pause;
  };
  expect(pauseBehind(0)).toBe(1000);
  expect(pauseBehind(500)).toBe(10_000);
  expect(pauseBehind(60_000)).toBe(30_000);
});
