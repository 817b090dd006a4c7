/** Every metric. */
import { accuracy } from './accuracy.ts';
import {
  precisionAtRecall,
  recallAtPrecision,
  sensitivityAtSpecificity,
  specificityAtSensitivity,
} from './atThreshold.ts';
import { auc } from './auc.ts';
import { binaryAccuracy } from './binaryAccuracy.ts';
import { binaryCrossentropy } from './binaryCrossentropy.ts';
import { categoricalAccuracy } from './categoricalAccuracy.ts';
import { categoricalCrossentropy } from './categoricalCrossentropy.ts';
import { categoricalHinge } from './categoricalHinge.ts';
import { cosineSimilarity } from './cosineSimilarity.ts';
import type { MetricDefinition } from './definition.ts';
import { falseNegatives } from './falseNegatives.ts';
import { falsePositives } from './falsePositives.ts';
import { f1Score, fBetaScore } from './fBetaScore.ts';
import { hinge } from './hinge.ts';
import { binaryIoU, ioU, meanIoU, oneHotIoU, oneHotMeanIoU } from './intersectionOverUnion.ts';
import { kLDivergence } from './kLDivergence.ts';
import { logCoshError } from './logCoshError.ts';
import { meanAbsoluteError } from './meanAbsoluteError.ts';
import { meanAbsolutePercentageError } from './meanAbsolutePercentageError.ts';
import { meanSquaredError } from './meanSquaredError.ts';
import { meanSquaredLogarithmicError } from './meanSquaredLogarithmicError.ts';
import { poisson } from './poisson.ts';
import { precision } from './precision.ts';
import { r2Score } from './r2Score.ts';
import { recall } from './recall.ts';
import { rootMeanSquaredError } from './rootMeanSquaredError.ts';
import { sparseCategoricalAccuracy } from './sparseCategoricalAccuracy.ts';
import { sparseCategoricalCrossentropy } from './sparseCategoricalCrossentropy.ts';
import { sparseTopKCategoricalAccuracy } from './sparseTopKCategoricalAccuracy.ts';
import { squaredHinge } from './squaredHinge.ts';
import { topKCategoricalAccuracy } from './topKCategoricalAccuracy.ts';
import { trueNegatives } from './trueNegatives.ts';
import { truePositives } from './truePositives.ts';

/** The registry. */
export const metrics: readonly MetricDefinition[] = [
  accuracy,
  binaryAccuracy,
  categoricalAccuracy,
  sparseCategoricalAccuracy,
  topKCategoricalAccuracy,
  sparseTopKCategoricalAccuracy,
  meanSquaredError,
  meanAbsoluteError,
  meanAbsolutePercentageError,
  meanSquaredLogarithmicError,
  logCoshError,
  kLDivergence,
  poisson,
  hinge,
  squaredHinge,
  categoricalHinge,
  binaryCrossentropy,
  categoricalCrossentropy,
  sparseCategoricalCrossentropy,
  cosineSimilarity,
  rootMeanSquaredError,
  precision,
  recall,
  truePositives,
  falsePositives,
  trueNegatives,
  falseNegatives,
  auc,
  precisionAtRecall,
  recallAtPrecision,
  sensitivityAtSpecificity,
  specificityAtSensitivity,
  fBetaScore,
  f1Score,
  r2Score,
  ioU,
  meanIoU,
  binaryIoU,
  oneHotIoU,
  oneHotMeanIoU,
];
