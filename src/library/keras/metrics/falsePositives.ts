/** The metric `FalsePositives`. */
import { addCounts, confusionOptions, countOf, single } from './confusion.ts';
import type { MetricDefinition } from './definition.ts';

export const falsePositives: MetricDefinition = {
  name: 'FalsePositives',
  parameters: 'thresholds=None',
  defaultName: 'false_positives',
  documentation: 'Number of false positives.',
  source: 'https://keras.io/api/metrics/',
  init: args => {
    const options = confusionOptions(args);
    return {
      update: (state, yTrue, yPred, weight) =>
        addCounts(state, options, ['false_positives'], yTrue, yPred, weight),
      result: state => single(countOf(state, options, 'false_positives')),
    };
  },
};
