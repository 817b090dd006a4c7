/**
 * Calibration: temperature fit, its interval, and the scores that judge probabilities. Pure maths on logits.
 */
export type { BootstrapOptions, TemperatureInterval } from './bootstrap.ts';
export { temperatureInterval } from './bootstrap.ts';
export type { Logits } from './logits.ts';
export {
  argmax,
  fromBinaryLogits,
  fromBinaryProbabilities,
  fromLogits,
  fromProbabilities,
  fromRows,
  usableRows,
} from './logits.ts';
export type { Confidences, ReliabilityBin } from './reliability.ts';
export {
  equalMassBins,
  expectedCalibrationError,
  maximumCalibrationError,
  reliabilityBins,
  STANDARD_BINS,
} from './reliability.ts';
export type { CalibrationScores } from './scores.ts';
export { likelihoodCurve, score } from './scores.ts';
export { rowNegativeLogLikelihood, softmax, softmaxRow } from './softmax.ts';
export type { FitOutcome, TemperatureFit } from './temperature.ts';
export { fitTemperature, TEMPERATURE_BOUNDS } from './temperature.ts';
