/** The edges of the fit: no optimum, ties, extreme logits, sigmoid heads, probabilities; and the interval. */
import { describe, expect, it } from 'vitest';
import {
  fitTemperature,
  fromBinaryLogits,
  fromBinaryProbabilities,
  fromLogits,
  fromProbabilities,
  fromRows,
  score,
  softmax,
  TEMPERATURE_BOUNDS,
  temperatureInterval,
} from '../../src/calibration/index.ts';

const rows = [
  [4, 0, 1],
  [0, 3, 1],
  [2, 1, 0],
  [5, 1, 2],
  [0, 1, 3],
  [1, 2, 0],
];
const labels = [0, 1, 1, 0, 2, 0];

describe('fitTemperature', () => {
  it('says that separable logits have their optimum at 0', () => {
    const fit = fitTemperature(fromRows(rows), [0, 1, 0, 0, 2, 1]);
    expect(fit.outcome).toBe('separable');
    expect(fit.temperature).toBe(TEMPERATURE_BOUNDS.lowest);
    expect(fit.likelihoodAfter).toBeLessThan(fit.likelihoodBefore);
  });

  it('says that always wrong logits have theirs at infinity', () => {
    const fit = fitTemperature(fromRows(rows), [1, 0, 2, 1, 0, 2]);
    expect(fit.outcome).toBe('uninformative');
    expect(fit.temperature).toBe(TEMPERATURE_BOUNDS.highest);
    expect(fit.likelihoodAfter).toBeLessThan(fit.likelihoodBefore);
  });

  it('takes ties at the top for separable, and equal logits for flat', () => {
    expect(fitTemperature(fromRows([[2, 2, 0]]), [1]).outcome).toBe('separable');
    const flat = fitTemperature(
      fromRows([
        [1, 1],
        [3, 3],
      ]),
      [0, 1],
    );
    expect(flat).toMatchObject({ outcome: 'flat', temperature: 1 });
  });

  it('finds the optimum of huge and of tiny logits', () => {
    const { temperature } = fitTemperature(fromRows(rows), labels);
    for (const factor of [1e8, 1e-8]) {
      const fit = fitTemperature(fromRows(rows.map(row => row.map(value => value * factor))), labels);
      expect(fit.temperature / (temperature * factor)).toBeCloseTo(1, 8);
    }
  });

  it('keeps a huge common offset out of the result', () => {
    const { temperature } = fitTemperature(fromRows(rows), labels);
    const fit = fitTemperature(fromRows(rows.map(row => row.map(value => value + 2 ** 40))), labels);
    expect(fit.temperature).toBeCloseTo(temperature, 8);
  });

  it('leaves out rows without a label, with NaN, and with a label that is ruled out', () => {
    const odd = fromRows([...rows, [1, 2, 3], [Number.NaN, 0, 0], [Number.NEGATIVE_INFINITY, 0, 1]]);
    const fit = fitTemperature(odd, [...labels, -1, 1, 0]);
    expect(fit.samples).toBe(6);
    expect(fit.temperature).toBeCloseTo(fitTemperature(fromRows(rows), labels).temperature, 12);
  });

  it('counts a class at -Infinity as ruled out', () => {
    const masked = fromRows(rows.map(row => [...row, Number.NEGATIVE_INFINITY]));
    expect(fitTemperature(masked, labels).temperature).toBeCloseTo(
      fitTemperature(fromRows(rows), labels).temperature,
      12,
    );
  });

  it('stays at 1 without samples', () => {
    expect(fitTemperature(fromRows([]), [])).toMatchObject({ outcome: 'empty', temperature: 1, samples: 0 });
  });
});

describe('other outputs than logits', () => {
  it('takes a sigmoid for a softmax over two classes', () => {
    const logits = fromBinaryLogits([2, -1, 0.5, 3]);
    const probabilities = softmax(logits, 2);
    expect(probabilities[1]).toBeCloseTo(1 / (1 + Math.exp(-1)), 12);
    const again = fromBinaryProbabilities([2, -1, 0.5, 3].map(z => 1 / (1 + Math.exp(-z))));
    expect(fitTemperature(again, [1, 0, 0, 1]).temperature).toBeCloseTo(
      fitTemperature(logits, [1, 0, 0, 1]).temperature,
      9,
    );
  });

  it('takes logarithms of probabilities, says so, and undoes the temperature they were made with', () => {
    const logits = fromRows(rows);
    const { temperature } = fitTemperature(logits, labels);
    const made = fromProbabilities(softmax(logits, 0.6), rows.length, 3, 0.6);
    expect(made.source).toBe('probabilities');
    expect(fitTemperature(made, labels).temperature).toBeCloseTo(temperature, 9);
    expect(score(made, labels).negativeLogLikelihood).toBeCloseTo(
      score(logits, labels).negativeLogLikelihood,
      9,
    );
  });

  it('raises probabilities of 0 and counts them', () => {
    const made = fromProbabilities([1, 0, 0.5, 0.5], 2, 2);
    expect(made.raised).toBe(1);
    expect(Number.isFinite(score(made, [1, 0]).negativeLogLikelihood)).toBe(true);
  });

  it('refuses sizes that do not agree', () => {
    expect(() => fromLogits([1, 2, 3], 2, 2)).toThrow(RangeError);
  });
});

describe('temperatureInterval', () => {
  const many = Array.from({ length: 20 }, () => rows).flat();
  const manyLabels = Array.from({ length: 20 }, () => labels).flat();

  it('holds the fit, is repeatable, and shrinks with more samples', () => {
    const small = temperatureInterval(fromRows(many.slice(0, 30)), manyLabels.slice(0, 30), { seed: 3 })!;
    const large = temperatureInterval(fromRows(many), manyLabels, { seed: 3 })!;
    expect(large.lower).toBeLessThan(large.temperature);
    expect(large.upper).toBeGreaterThan(large.temperature);
    expect(Math.log(large.upper / large.lower)).toBeLessThan(Math.log(small.upper / small.lower));
    expect(temperatureInterval(fromRows(many), manyLabels, { seed: 3 })).toEqual(large);
  });

  it('counts resamples without an optimum', () => {
    const interval = temperatureInterval(fromRows(rows), labels)!;
    expect(interval.unboundedShare).toBeGreaterThan(0);
    expect(interval.unboundedShare).toBeLessThan(1);
  });

  it('is null for a single sample', () => {
    expect(temperatureInterval(fromRows([[1, 0]]), [0])).toBeNull();
  });
});
