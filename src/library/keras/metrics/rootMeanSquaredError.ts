/** The metric `RootMeanSquaredError`. */
import { ops } from '../../../graph/index.ts';
import { sameRank } from '../losses/shapes.ts';
import type { MetricDefinition } from './definition.ts';
import { addMean, meanResult } from './means.ts';

export const rootMeanSquaredError: MetricDefinition = {
  name: 'RootMeanSquaredError',
  parameters: '',
  defaultName: 'root_mean_squared_error',
  documentation: 'Root of the mean of squared differences.',
  source: 'https://keras.io/api/metrics/',
  init: () => ({
    update(state, yTrue, yPred, weight) {
      const [target, output] = sameRank(yTrue, yPred);
      addMean(state, ops.square(ops.sub(target, output)), weight);
    },
    result: state => ops.sqrt(meanResult(state)),
  }),
};
