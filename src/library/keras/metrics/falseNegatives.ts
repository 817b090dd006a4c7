/** The metric `FalseNegatives`. */
import { addCounts, confusionOptions, countOf, single } from './confusion.ts';
import type { MetricDefinition } from './definition.ts';

export const falseNegatives: MetricDefinition = {
  name: 'FalseNegatives',
  parameters: 'thresholds=None',
  defaultName: 'false_negatives',
  documentation: 'Number of false negatives.',
  source: 'https://keras.io/api/metrics/',
  init: args => {
    const options = confusionOptions(args);
    return {
      update: (state, yTrue, yPred, weight) =>
        addCounts(state, options, ['false_negatives'], yTrue, yPred, weight),
      result: state => single(countOf(state, options, 'false_negatives')),
    };
  },
};
