/** Laws of softmax, scores and the fit that hold for any logits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Logits } from '../../src/calibration/index.ts';
import {
  argmax,
  equalMassBins,
  fitTemperature,
  fromRows,
  likelihoodCurve,
  reliabilityBins,
  score,
  softmax,
} from '../../src/calibration/index.ts';

interface Split {
  logits: Logits;
  rows: number[][];
  labels: number[];
}

const split = (size = 10): fc.Arbitrary<Split> =>
  fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 40 })).chain(([classes, samples]) =>
    fc
      .record({
        rows: fc.array(
          fc.array(fc.double({ min: -size, max: size, noNaN: true }), {
            minLength: classes,
            maxLength: classes,
          }),
          { minLength: samples, maxLength: samples },
        ),
        labels: fc.array(fc.integer({ min: 0, max: classes - 1 }), {
          minLength: samples,
          maxLength: samples,
        }),
      })
      .map(({ rows, labels }) => ({ logits: fromRows(rows), rows, labels })),
  );
const temperature = fc.double({ min: -3, max: 3, noNaN: true }).map(Math.exp);

describe('softmax at a temperature', () => {
  it('gives rows that sum to 1 and keeps the argmax', () => {
    fc.assert(
      fc.property(split(), temperature, ({ logits }, t) => {
        const probabilities = softmax(logits, t);
        for (let row = 0; row < logits.rows; row++) {
          const values = probabilities.subarray(row * logits.columns, (row + 1) * logits.columns);
          expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 10);
          expect(values[argmax(logits, row)]).toBe(Math.max(...values));
        }
      }),
    );
  });

  it('does not change when a constant is added to a row', () => {
    fc.assert(
      fc.property(
        split(),
        temperature,
        fc.integer({ min: -1000, max: 1000 }),
        ({ rows, logits }, t, shift) => {
          const shifted = softmax(fromRows(rows.map(row => row.map(value => value + shift))), t);
          softmax(logits, t).forEach((value, index) => {
            expect(shifted[index]).toBeCloseTo(value, 6);
          });
        },
      ),
    );
  });
});

describe('scores', () => {
  it('never change accuracy with the temperature', () => {
    fc.assert(
      fc.property(split(), temperature, ({ logits, labels }, t) => {
        expect(score(logits, labels, t).accuracy).toBe(score(logits, labels, 1).accuracy);
      }),
    );
  });

  it('do not depend on the order of samples', () => {
    fc.assert(
      fc.property(split(), temperature, fc.integer(), ({ rows, labels, logits }, t, seed) => {
        const order = rows
          .map((_row, index) => index)
          .sort((a, b) => Math.sin(a + seed) - Math.sin(b + seed));
        const shuffled = fromRows(order.map(index => rows[index]!));
        const { bins: _before, ...before } = score(logits, labels, t);
        const { bins: _after, ...after } = score(
          shuffled,
          order.map(index => labels[index]!),
          t,
        );
        for (const key of Object.keys(before) as (keyof typeof before)[]) {
          expect(after[key]).toBeCloseTo(before[key], 9);
        }
      }),
    );
  });

  it('stay in their ranges, ECE at most MCE, and ECE at least |confidence - accuracy|', () => {
    fc.assert(
      fc.property(split(), temperature, ({ logits, labels }, t) => {
        const scores = score(logits, labels, t);
        expect(scores.negativeLogLikelihood).toBeGreaterThanOrEqual(0);
        expect(scores.brierScore).toBeGreaterThanOrEqual(0);
        expect(scores.brierScore).toBeLessThanOrEqual(2 + 1e-12);
        expect(scores.expectedCalibrationError).toBeLessThanOrEqual(scores.maximumCalibrationError + 1e-12);
        const gap = Math.abs(scores.confidence - scores.accuracy);
        expect(scores.expectedCalibrationError).toBeGreaterThanOrEqual(gap - 1e-12);
        expect(scores.adaptiveCalibrationError).toBeGreaterThanOrEqual(gap - 1e-12);
        expect(scores.bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(scores.samples);
      }),
    );
  });

  it('have a likelihood that is convex in 1 / T', () => {
    fc.assert(
      fc.property(split(), temperature, temperature, ({ logits, labels }, first, second) => {
        const middle = 2 / (1 / first + 1 / second);
        const [a, m, b] = likelihoodCurve(logits, labels, [first, middle, second]) as [
          number,
          number,
          number,
        ];
        expect(m).toBeLessThanOrEqual((a + b) / 2 + 1e-9 * (1 + a + b));
      }),
    );
  });
});

describe('bins', () => {
  const predictions = fc
    .array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 1 })), {
      minLength: 1,
      maxLength: 60,
    })
    .map(pairs => ({
      confidence: Float64Array.from(pairs, pair => pair[0]),
      correct: Uint8Array.from(pairs, pair => pair[1]),
    }));

  it('hold the confidences between their edges', () => {
    fc.assert(
      fc.property(predictions, value => {
        for (const bin of reliabilityBins(value)) {
          if (bin.count > 0) {
            expect(bin.confidence).toBeGreaterThanOrEqual(bin.from - 1e-12);
            expect(bin.confidence).toBeLessThanOrEqual(bin.to + 1e-12);
          }
        }
      }),
    );
  });

  it('of equal mass differ by at most one prediction', () => {
    fc.assert(
      fc.property(predictions, value => {
        const counts = equalMassBins(value).map(bin => bin.count);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(value.confidence.length);
      }),
    );
  });
});

describe('the fit', () => {
  it('is never worse than T = 1 nor than any other T', () => {
    fc.assert(
      fc.property(split(), temperature, ({ logits, labels }, other) => {
        const fit = fitTemperature(logits, labels);
        expect(fit.likelihoodAfter).toBeLessThanOrEqual(fit.likelihoodBefore);
        if (fit.outcome === 'optimum') {
          const [elsewhere] = likelihoodCurve(logits, labels, [other]) as [number];
          expect(fit.likelihoodAfter).toBeLessThanOrEqual(elsewhere + 1e-9);
        }
      }),
    );
  });

  it('scales with the logits', () => {
    fc.assert(
      fc.property(split(), temperature, ({ rows, logits, labels }, factor) => {
        const fit = fitTemperature(logits, labels);
        fc.pre(fit.outcome === 'optimum' && fit.temperature < 1e3 && fit.temperature > 1e-3);
        const scaled = fitTemperature(fromRows(rows.map(row => row.map(value => value * factor))), labels);
        expect(scaled.temperature / (fit.temperature * factor)).toBeCloseTo(1, 4);
      }),
    );
  });
});
