import { expect, it } from 'vitest';
import { UntilAsked } from '../../src/editor/untilAsked.ts';
import { ManualClock } from './manualClock.ts';

function setUp() {
  const clock = new ManualClock();
  const seen = { told: 0 };
  const news = new UntilAsked(() => seen.told++, clock);
  return { clock, seen, news };
}

it('tells once where somebody asks', async () => {
  const { clock, seen, news } = setUp();
  news.changed('a');
  expect(seen.told).toBe(1);
  news.asked('a');
  await clock.advance(100_000);
  expect(seen.told).toBe(1);
});

it('tells again while nobody asks, less and less often, and then no more', async () => {
  const { clock, seen, news } = setUp();
  news.changed('a');
  const told: number[] = [];
  for (let second = 1; second <= 200; second++) {
    const before = seen.told;
    await clock.advance(1000);
    if (seen.told > before) {
      told.push(second);
    }
  }
  expect(told).toEqual([1, 3, 7, 15, 31, 63]);
});

it('goes on until all that changed is asked for, and begins anew with what changes later', async () => {
  const { clock, seen, news } = setUp();
  news.changed('a');
  news.changed('b');
  news.asked('a');
  await clock.advance(1000);
  expect(seen.told).toBe(3);
  news.asked('b');
  await clock.advance(100_000);
  expect(seen.told).toBe(3);
  news.changed('b');
  await clock.advance(1000);
  expect(seen.told).toBe(5);
  news.dispose();
  await clock.advance(100_000);
  expect(seen.told).toBe(5);
});
