/** Agreement with reference values computed outside this project (test/fixtures/calibration-reference). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fitTemperature, fromRows, score } from '../../src/calibration/index.ts';

interface ReferenceSet {
  name: string;
  best_temperature: number;
  reference_lbfgs_temperature: number;
  nll_before: number;
  nll_after: number;
  nll_at_reference: number;
  ece15_before: number;
  ece15_after: number;
  brier_before: number;
  brier_after: number;
  accuracy: number;
  logits: number[][];
  labels: number[];
}

const sets = JSON.parse(
  readFileSync(new URL('../fixtures/calibration-reference/logits.json', import.meta.url), 'utf8'),
) as ReferenceSet[];

describe.each(sets)('$name', set => {
  const logits = fromRows(set.logits);
  const fit = fitTemperature(logits, set.labels);

  it('finds the true optimum', () => {
    expect(fit.outcome).toBe('optimum');
    expect(Math.abs(fit.temperature / set.best_temperature - 1)).toBeLessThan(1e-4);
    expect(fit.likelihoodAfter).toBeLessThanOrEqual(set.nll_after + 1e-9);
    expect(fit.iterations).toBeLessThan(25);
  });

  it('scores before and after as the reference does', () => {
    const before = score(logits, set.labels);
    const after = score(logits, set.labels, set.best_temperature);
    const agree = (value: number, reference: number): void =>
      expect(Math.abs(value - reference)).toBeLessThan(1e-6);
    agree(before.negativeLogLikelihood, set.nll_before);
    agree(after.negativeLogLikelihood, set.nll_after);
    agree(before.expectedCalibrationError, set.ece15_before);
    agree(after.expectedCalibrationError, set.ece15_after);
    agree(before.brierScore, set.brier_before);
    agree(after.brierScore, set.brier_after);
    agree(before.accuracy, set.accuracy);
    agree(after.accuracy, set.accuracy);
    const other = score(logits, set.labels, set.reference_lbfgs_temperature);
    agree(other.negativeLogLikelihood, set.nll_at_reference);
  });
});
