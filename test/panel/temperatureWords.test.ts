/** What the calibration says in one sentence. */
import { describe, expect, it } from 'vitest';
import type { CalibrationScores, TemperatureFit } from '../../src/calibration/index.ts';
import { verdict } from '../../webview/panel/temperature-words.ts';

const ACCURACY = 0.36;

function scores(temperature: number, confidence: number): CalibrationScores {
  return {
    temperature,
    samples: 100,
    negativeLogLikelihood: 1,
    expectedCalibrationError: 0,
    maximumCalibrationError: 0,
    adaptiveCalibrationError: 0,
    brierScore: 0,
    accuracy: ACCURACY,
    confidence,
    bins: [],
  };
}

function said(confidence: number, best: number, temperature: number): string {
  const fit: TemperatureFit = {
    temperature,
    outcome: 'optimum',
    samples: 100,
    likelihoodBefore: 1.1,
    likelihoodAfter: 1,
    iterations: 5,
  };
  return verdict(scores(1, confidence), scores(temperature, best), fit).replaceAll(/\s/g, ' ');
}

describe('the verdict', () => {
  it('promises balance from the best T where it comes closer', () => {
    expect(said(0.9, 0.37, 3)).toBe('Too sure: says 90 %, is right 36 %. T = 3 brings it to 37 %.');
  });

  it('does not where the likelihood asks for the other way', () => {
    expect(said(0.38, 0.39, 0.768)).toBe(
      'Too sure: says 38 %, is right 36 %. The likelihood is best at T = 0.768, where it says 39 %.',
    );
  });
});
