/** The loss `Poisson` and its function `poisson`. */
import { ops } from '../../../graph/index.ts';
import { epsilon, type LossDefinition } from './definition.ts';

export const poisson: LossDefinition = {
  className: 'Poisson',
  functionName: 'poisson',
  parameters: '',
  documentation: 'Mean of p - t log(p).',
  source: 'https://keras.io/api/losses/',
  expects: 'same',
  probabilities: false,
  compute: () => (yTrue, yPred) =>
    ops.mean(ops.sub(yPred, ops.mul(yTrue, ops.log(ops.add(yPred, epsilon)))), [-1]),
};
