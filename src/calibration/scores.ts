/**
 * Scores of predictions at a temperature: NLL, ECE, MCE, adaptive ECE, Brier score, accuracy.
 */
import type { Logits } from './logits.ts';
import { argmax, usableRows } from './logits.ts';
import type { Confidences, ReliabilityBin } from './reliability.ts';
import {
  equalMassBins,
  expectedCalibrationError,
  maximumCalibrationError,
  reliabilityBins,
  STANDARD_BINS,
} from './reliability.ts';
import { rowNegativeLogLikelihood, softmaxRow } from './softmax.ts';

/** All scores of one split at one temperature. Probabilities and shares are 0..1, NLL in nats. */
export interface CalibrationScores {
  temperature: number;
  /** Samples judged: those with a label and finite logits. */
  samples: number;
  negativeLogLikelihood: number;
  expectedCalibrationError: number;
  maximumCalibrationError: number;
  adaptiveCalibrationError: number;
  /** Mean over samples of the sum over classes of (p - y)^2, 0..2 (Brier 1950). */
  brierScore: number;
  accuracy: number;
  /** Mean probability of the predicted class. */
  confidence: number;
  /** Equal-width bins for the reliability diagram. */
  bins: ReliabilityBin[];
}

/** Judges `softmax(logits / temperature)` by its labels (class indices; others are left out). NaN without samples. */
export function score(
  logits: Logits,
  labels: ArrayLike<number>,
  temperature = 1,
  binCount = STANDARD_BINS,
): CalibrationScores {
  const rows = usableRows(logits, labels);
  const predictions: Confidences = {
    confidence: new Float64Array(rows.length),
    correct: new Uint8Array(rows.length),
  };
  const probabilities = new Float64Array(logits.columns);
  let likelihood = 0;
  let brier = 0;
  let correct = 0;
  let confidence = 0;
  for (const [index, row] of rows.entries()) {
    const label = labels[row]!;
    softmaxRow(logits, row, temperature, probabilities);
    const predicted = argmax(logits, row);
    likelihood += rowNegativeLogLikelihood(logits, row, label, temperature);
    for (let column = 0; column < logits.columns; column++) {
      brier += (probabilities[column]! - (column === label ? 1 : 0)) ** 2;
    }
    predictions.confidence[index] = probabilities[predicted]!;
    predictions.correct[index] = predicted === label ? 1 : 0;
    confidence += probabilities[predicted]!;
    correct += predictions.correct[index]!;
  }
  const bins = reliabilityBins(predictions, binCount);
  return {
    temperature,
    samples: rows.length,
    negativeLogLikelihood: likelihood / rows.length,
    expectedCalibrationError: expectedCalibrationError(bins),
    maximumCalibrationError: maximumCalibrationError(bins),
    adaptiveCalibrationError: expectedCalibrationError(equalMassBins(predictions, binCount)),
    brierScore: brier / rows.length,
    accuracy: correct / rows.length,
    confidence: confidence / rows.length,
    bins,
  };
}

/** Mean NLL at each of the temperatures, in nats; for the curve under the slider. */
export function likelihoodCurve(
  logits: Logits,
  labels: ArrayLike<number>,
  temperatures: readonly number[],
): number[] {
  const rows = usableRows(logits, labels);
  return temperatures.map(temperature => {
    let sum = 0;
    for (const row of rows) {
      sum += rowNegativeLogLikelihood(logits, row, labels[row]!, temperature);
    }
    return sum / rows.length;
  });
}
