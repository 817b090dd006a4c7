/** The metric `Recall`. */
import { addCounts, confusionOptions, countOf, share } from './confusion.ts';
import type { MetricDefinition } from './definition.ts';

export const recall: MetricDefinition = {
  name: 'Recall',
  parameters: 'thresholds=None, top_k=None, class_id=None',
  defaultName: 'recall',
  documentation: 'Share of actual positives that were found.',
  source: 'https://keras.io/api/metrics/',
  init: args => {
    const options = confusionOptions(args);
    return {
      update: (state, yTrue, yPred, weight) =>
        addCounts(state, options, ['true_positives', 'false_negatives'], yTrue, yPred, weight),
      result: state =>
        share(countOf(state, options, 'true_positives'), countOf(state, options, 'false_negatives')),
    };
  },
};
