/** The metric `Precision`. */
import { addCounts, confusionOptions, countOf, share } from './confusion.ts';
import type { MetricDefinition } from './definition.ts';

export const precision: MetricDefinition = {
  name: 'Precision',
  parameters: 'thresholds=None, top_k=None, class_id=None',
  defaultName: 'precision',
  documentation: 'Share of predicted positives that are right.',
  source: 'https://keras.io/api/metrics/',
  init: args => {
    const options = confusionOptions(args);
    return {
      update: (state, yTrue, yPred, weight) =>
        addCounts(state, options, ['true_positives', 'false_positives'], yTrue, yPred, weight),
      result: state =>
        share(countOf(state, options, 'true_positives'), countOf(state, options, 'false_positives')),
    };
  },
};
