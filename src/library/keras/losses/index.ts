/** Every loss. */
import { binaryCrossentropy } from './binaryCrossentropy.ts';
import { binaryFocalCrossentropy } from './binaryFocalCrossentropy.ts';
import { categoricalCrossentropy } from './categoricalCrossentropy.ts';
import { categoricalFocalCrossentropy } from './categoricalFocalCrossentropy.ts';
import { categoricalHinge } from './categoricalHinge.ts';
import { cosineSimilarity } from './cosineSimilarity.ts';
import { ctc } from './ctc.ts';
import type { LossDefinition } from './definition.ts';
import { dice } from './dice.ts';
import { hinge } from './hinge.ts';
import { huber } from './huber.ts';
import { kLDivergence } from './kLDivergence.ts';
import { logCosh } from './logCosh.ts';
import { meanAbsoluteError } from './meanAbsoluteError.ts';
import { meanAbsolutePercentageError } from './meanAbsolutePercentageError.ts';
import { meanSquaredError } from './meanSquaredError.ts';
import { meanSquaredLogarithmicError } from './meanSquaredLogarithmicError.ts';
import { poisson } from './poisson.ts';
import { sparseCategoricalCrossentropy } from './sparseCategoricalCrossentropy.ts';
import { squaredHinge } from './squaredHinge.ts';
import { tversky } from './tversky.ts';

/** The registry. */
export const losses: readonly LossDefinition[] = [
  meanSquaredError,
  meanAbsoluteError,
  meanAbsolutePercentageError,
  meanSquaredLogarithmicError,
  logCosh,
  huber,
  cosineSimilarity,
  hinge,
  squaredHinge,
  categoricalHinge,
  kLDivergence,
  poisson,
  binaryCrossentropy,
  binaryFocalCrossentropy,
  categoricalCrossentropy,
  categoricalFocalCrossentropy,
  sparseCategoricalCrossentropy,
  dice,
  tversky,
  ctc,
];
