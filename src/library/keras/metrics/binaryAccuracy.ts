/** The metric `BinaryAccuracy`. */
import { binaryMatches } from './matches.ts';
import { meanMetric } from './means.ts';

export const binaryAccuracy = meanMetric({
  name: 'BinaryAccuracy',
  functionName: 'binary_accuracy',
  parameters: 'threshold=0.5',
  defaultName: 'binary_accuracy',
  documentation: 'Share of outputs on the right side of a threshold.',
  values: args => {
    const threshold = args.number('threshold');
    return (yTrue, yPred) => binaryMatches(yTrue, yPred, threshold);
  },
});
