/** The loss `SquaredHinge` and its function `squared_hinge`. */
import { ops } from '../../../graph/index.ts';
import type { LossDefinition } from './definition.ts';
import { hingeLabels } from './regression.ts';

export const squaredHinge: LossDefinition = {
  className: 'SquaredHinge',
  functionName: 'squared_hinge',
  parameters: '',
  documentation: 'Mean of max(1 - t y, 0) squared, for labels of -1 and 1.',
  source: 'https://keras.io/api/losses/',
  expects: 'plus-minus-one',
  probabilities: false,
  compute: () => (yTrue, yPred) =>
    ops.mean(ops.square(ops.relu(ops.sub(1, ops.mul(hingeLabels(yTrue), yPred)))), [-1]),
};
