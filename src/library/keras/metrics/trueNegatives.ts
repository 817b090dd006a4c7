/** The metric `TrueNegatives`. */
import { addCounts, confusionOptions, countOf, single } from './confusion.ts';
import type { MetricDefinition } from './definition.ts';

export const trueNegatives: MetricDefinition = {
  name: 'TrueNegatives',
  parameters: 'thresholds=None',
  defaultName: 'true_negatives',
  documentation: 'Number of true negatives.',
  source: 'https://keras.io/api/metrics/',
  init: args => {
    const options = confusionOptions(args);
    return {
      update: (state, yTrue, yPred, weight) =>
        addCounts(state, options, ['true_negatives'], yTrue, yPred, weight),
      result: state => single(countOf(state, options, 'true_negatives')),
    };
  },
};
