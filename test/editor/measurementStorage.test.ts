/** What is kept of measured backends: how much, how long, and of which extension. */
import { beforeEach, expect, it, vi } from 'vitest';
import { MeasurementStorage } from '../../src/editor/measurementStorage.ts';
import type { BackendMeasurement } from '../../src/protocol.ts';

const DAY = 24 * 60 * 60 * 1000;

const kept = new Map<string, unknown>();
const state = {
  get: <T>(key: string): T | undefined => kept.get(key) as T | undefined,
  update: async (key: string, value: unknown) => void kept.set(key, JSON.parse(JSON.stringify(value))),
};
const storage = (version = '1.0.0') => new MeasurementStorage(state, version);

function measured(number: number, result: number | string = 1.5): BackendMeasurement {
  const key = number.toString(16).padStart(64, '0');
  return { key, time: Date.now(), timings: [{ backend: 'webgl', result }] };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 4, 31) });
  kept.clear();
});

it('holds the newest of each model, a hundred of them', () => {
  for (let number = 0; number < 120; number++) storage().keep(measured(number));
  storage().keep(measured(50, 9));
  const list = storage().list();
  expect(list).toHaveLength(100);
  expect(list.at(-1)).toEqual(measured(50, 9));
  expect(list[0]).toEqual(measured(20));
});

it('forgets after a month, and after a day where a backend failed', () => {
  storage().keep(measured(1));
  storage().keep(measured(2, 'lost'));
  vi.setSystemTime(Date.now() + DAY);
  expect(
    storage()
      .list()
      .map(({ key }) => Number(`0x${key}`)),
  ).toEqual([1]);
  vi.setSystemTime(Date.now() + 29 * DAY);
  expect(storage().list()).toEqual([]);
});

it('does not believe times of the future', () => {
  storage().keep(measured(1));
  vi.setSystemTime(Date.now() - DAY);
  expect(storage().list()).toEqual([]);
});

it('does not believe what another version measured, nor what is no measurement', () => {
  storage('0.9.0').keep(measured(1));
  expect(storage().list()).toEqual([]);
  const bent = [
    { ...measured(2), key: 'x' },
    { ...measured(3), timings: 5 },
    null,
    measured(4, -1),
    measured(5),
  ];
  kept.set('backendMeasurements', { version: '1.0.0', measurements: bent });
  expect(storage().list()).toEqual([measured(5)]);
  kept.set('backendMeasurements', 'bent');
  expect(storage().list()).toEqual([]);
});

it('forgets all when asked', () => {
  storage().keep(measured(1));
  storage().forget();
  expect(storage().list()).toEqual([]);
});
