/** Numbers at ticks, formulas between dollar signs, and round places in ranges. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { powersOf, rangeOf, ticksOf } from '../../src/figures/ranges.ts';
import { plainWords, powerText, tickTexts } from '../../src/figures/words.ts';
import '../seed.ts';

describe('words', () => {
  it.each([
    ['loss $\\alpha^2$', 'loss α²'],
    ['$R^{2}$ and $x_1$', 'R² and x₁'],
    ['$\\mathrm{val}$ in 5 $', 'val in 5 $'],
    ['$\\frac{1}{n}\\sum x$', '1/n∑x'],
  ])('reads %s', (formula, words) => {
    expect(plainWords(formula)).toBe(words);
  });

  it.each([
    [
      [0, 0.25, 0.5],
      ['0.00', '0.25', '0.50'],
    ],
    [
      [-1, 0, 1],
      ['−1', '0', '1'],
    ],
    [
      [0, 2.5, 5],
      ['0.0', '2.5', '5.0'],
    ],
    [
      [0, 200000],
      ['0', '200000'],
    ],
    [
      [0, 2e6],
      ['0', '2×10⁶'],
    ],
  ])('writes ticks %j', (ticks, texts) => {
    expect(tickTexts(ticks)).toEqual(texts);
  });

  it('writes powers of ten', () => {
    expect([0.001, 1, 1e6, -2e-5].map(powerText)).toEqual(['10⁻³', '10⁰', '10⁶', '−2×10⁻⁵']);
  });
});

describe('ticks', () => {
  it('lie in their range, evenly, not many more than asked for', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 2, max: 9 }), (a, b, wanted) => {
        fc.pre(Math.abs(a - b) > 1e-3);
        const range = { low: Math.min(a, b), high: Math.max(a, b) };
        const ticks = ticksOf(range, wanted);
        const space = (range.high - range.low) * 1e-6;
        expect(ticks.every(tick => tick >= range.low - space && tick <= range.high + space)).toBe(true);
        expect(ticks.length).toBeLessThanOrEqual(wanted + 1);
        const gaps = ticks.slice(1).map((tick, index) => tick - ticks[index]!);
        for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0]!, 4);
      }),
    );
  });

  it('of powers leave some out where there are many', () => {
    expect(powersOf({ low: 1e-3, high: 1e3 }, 9)).toEqual([1e-3, 1e-2, 0.1, 1, 10, 100, 1000]);
    expect(powersOf({ low: 1, high: 1e8 }, 3)).toEqual([1, 1e3, 1e6]);
  });

  it('have a range where there is one value or none', () => {
    expect(rangeOf([])).toEqual({ low: 0, high: 1 });
    expect(rangeOf([2])).toEqual({ low: 1.9, high: 2.1 });
    expect(rangeOf([Number.NaN, 0, 10])).toEqual({ low: -0.5, high: 10.5 });
  });
});
