// A step that does not end is ended, and the rest of its row is measured without it.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { measureWithin, type Place } from '../../bench/training/deadline.ts';
import type { Failed, Part, Row } from '../../bench/training/pairing.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const options = { model: 'CNN', backend: 'cpu', budget: 1, rounds: 3 } as const;

/** A place where some parts never end, and others take so many milliseconds. */
function placeOf(endless: readonly Part[], time: number): { place: Place; ended: () => number } {
  let ended = 0;
  const run = async (_options: typeof options, failed: Failed, hear: (part: Part) => void): Promise<Row> => {
    for (const part of ['ours', 'theirs', 'kernelShare'] as const) {
      if (failed[part] !== undefined) continue;
      hear(part);
      await new Promise(resolve => setTimeout(resolve, endless.includes(part) ? 2 ** 30 : time));
    }
    const { ours = 1, theirs = 2, kernelShare = 0.5 } = failed;
    return { model: 'CNN', backend: 'cpu', ours, theirs, kernelShare, steps: 3, rounds: 3 };
  };
  const end = async () => void ended++;
  return { place: { name: 'here', run: run as Place['run'], end }, ended: () => ended };
}

test('the row says which part took no step in time', async () => {
  const { place, ended } = placeOf(['theirs', 'kernelShare'], 10);
  const row = measureWithin(place, options, 5000);
  await vi.runAllTimersAsync();
  expect(await row).toMatchObject({ ours: 1, theirs: 'no step in 5 s', kernelShare: 'no step in 5 s' });
  expect(ended()).toBe(2);
});

test('the time is that of a piece of work, not of the row', async () => {
  const { place, ended } = placeOf([], 4000);
  const row = measureWithin(place, options, 5000);
  await vi.runAllTimersAsync();
  expect(await row).toMatchObject({ ours: 1, theirs: 2, kernelShare: 0.5 });
  expect(ended()).toBe(0);
});
