/** The queue of steps on a graphics device stays short, and a stop does not wait for it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { silentMonitor } from '../../../../src/library/keras/monitor.ts';
import { StepQueue, unlessStopped } from '../../../../src/library/keras/training/pace.ts';

/** Milliseconds of work that wait at most, when each step takes the device this long. */
function longestQueue(stepTime: number, steps: number): number {
  let [now, waiting, longest] = [0, 0, 0];
  const queue = new StepQueue(now);
  for (let step = 0; step < steps; step++) {
    waiting += stepTime;
    longest = Math.max(longest, waiting);
    if (!queue.add()) continue;
    now += waiting;
    waiting = 0;
    queue.emptied(now);
  }
  return longest;
}

it('holds a tenth of a second of work, or one step where that is more', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.05, max: 5000, noNaN: true }), stepTime => {
      expect(longestQueue(stepTime, 500)).toBeLessThanOrEqual(Math.max(stepTime, 100) + 1e-6);
    }),
  );
});

it('lets quick steps pass without waiting for each', () => {
  const queue = new StepQueue(0);
  let [now, waits] = [0, 0];
  for (let step = 0; step < 10_000; step++) {
    now += 0.1;
    if (!queue.add()) continue;
    queue.emptied(now);
    waits++;
  }
  expect(waits).toBeLessThan(10_000 / 500);
});

it('gives up waiting when the run is stopped, and lets go of the listener otherwise', async () => {
  const listeners = new Set<() => void>();
  const monitor = {
    ...silentMonitor,
    whenStopped(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const slow = new Promise<void>(() => {});
  const waiting = unlessStopped(slow, monitor);
  for (const listener of listeners) listener();
  expect(await waiting).toBe(false);
  listeners.clear();
  expect(await unlessStopped(Promise.resolve(), monitor)).toBe(true);
  await expect(unlessStopped(Promise.reject(new Error('lost')), monitor)).rejects.toThrow('lost');
  expect(listeners.size).toBe(0);
});
