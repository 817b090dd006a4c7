/** What the charts of a training show, before anything is drawn. */
import { describe, expect, it } from 'vitest';
import type { FitRecord } from '../../src/run-record.ts';
import { trimmed } from '../../webview/panel/format.ts';
import { chartOf } from '../../webview/panel/training-curves.ts';

/** A fit of so many epochs of which some have passed, a second each. */
function fitAfter(done: number, planned: number): FitRecord {
  const at = Array.from({ length: done }, (_, index) => index + 1);
  const curves = { at, seconds: at, columns: { loss: at.map(epoch => 1 / epoch) } };
  return {
    fit: { initialEpoch: 0, epochs: planned, stepsPerEpoch: 4, validation: false },
    epochs: curves,
    steps: curves,
    seams: [],
    progress: { secondsLeft: planned - done },
  } as unknown as FitRecord;
}

const rangeOf = (done: number, planned: number, axis: 'epoch' | 'step' | 'time' = 'epoch') =>
  chartOf(fitAfter(done, planned), 'loss', 0, null, { axis, smoothing: 0, logScale: false }).xRange;

describe('the horizontal axis', () => {
  it('shows a short training whole from its start', () => {
    expect(rangeOf(1, 10)).toEqual([1, 10]);
    expect(rangeOf(10, 10)).toEqual([1, 10]);
  });

  it('does not squeeze the first epochs of a long one into a line', () => {
    for (const done of [1, 20, 123, 4_000]) {
      const [first, end] = rangeOf(done, 100_000);
      expect((done - first) / (end - first)).toBeLessThanOrEqual(0.5);
      if (done > 25) expect((done - first) / (end - first)).toBeGreaterThan(0.2);
    }
  });

  it('ends where the training ends, and never before what is known', () => {
    expect(rangeOf(60, 100)).toEqual([1, 100]);
    expect(rangeOf(120, 100)).toEqual([1, 120]);
    expect(rangeOf(3, 12, 'time')).toEqual([0, 12]);
  });
});

describe('numbers on axes', () => {
  it.each([
    [1, '1'],
    [0.25, '0.25'],
    [1234, '1234'],
    [100_000, '100000'],
    [2e6, '2e6'],
    [0.00005, '5e-5'],
  ])('%f is %s', (value, text) => {
    expect(trimmed(value)).toBe(text);
  });
});
