/** The metric `SparseCategoricalAccuracy`. */
import { sparseMatches } from './matches.ts';
import { meanMetric } from './means.ts';

export const sparseCategoricalAccuracy = meanMetric({
  name: 'SparseCategoricalAccuracy',
  functionName: 'sparse_categorical_accuracy',
  parameters: '',
  defaultName: 'sparse_categorical_accuracy',
  documentation: 'Share of samples whose largest output is the class of their integer label.',
  values: () => sparseMatches,
});
