/** The metric `TruePositives`. */
import { addCounts, confusionOptions, countOf, single } from './confusion.ts';
import type { MetricDefinition } from './definition.ts';

export const truePositives: MetricDefinition = {
  name: 'TruePositives',
  parameters: 'thresholds=None',
  defaultName: 'true_positives',
  documentation: 'Number of true positives.',
  source: 'https://keras.io/api/metrics/',
  init: args => {
    const options = confusionOptions(args);
    return {
      update: (state, yTrue, yPred, weight) =>
        addCounts(state, options, ['true_positives'], yTrue, yPred, weight),
      result: state => single(countOf(state, options, 'true_positives')),
    };
  },
};
