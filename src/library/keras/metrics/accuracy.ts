/** The metric `Accuracy`. */
import { equalElements } from './matches.ts';
import { meanMetric } from './means.ts';

export const accuracy = meanMetric({
  name: 'Accuracy',
  parameters: '',
  defaultName: 'accuracy',
  documentation: 'Share of predictions equal to their labels.',
  values: () => equalElements,
});
