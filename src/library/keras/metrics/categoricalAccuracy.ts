/** The metric `CategoricalAccuracy`. */
import { categoricalMatches } from './matches.ts';
import { meanMetric } from './means.ts';

export const categoricalAccuracy = meanMetric({
  name: 'CategoricalAccuracy',
  functionName: 'categorical_accuracy',
  parameters: '',
  defaultName: 'categorical_accuracy',
  documentation: 'Share of samples whose largest output is the class of their one-hot row.',
  values: () => categoricalMatches,
});
