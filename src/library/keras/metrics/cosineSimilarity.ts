/** The metric `CosineSimilarity`. */
import { ops } from '../../../graph/index.ts';
import { cosineSimilarity as cosineSimilarityLoss } from '../losses/cosineSimilarity.ts';
import { meanMetric } from './means.ts';

export const cosineSimilarity = meanMetric({
  name: 'CosineSimilarity',
  parameters: 'axis=-1',
  defaultName: 'cosine_similarity',
  documentation: 'Mean cosine of the angle between labels and outputs.',
  values: args => {
    const compute = cosineSimilarityLoss.compute(args);
    return (yTrue, yPred) => ops.neg(compute(yTrue, yPred));
  },
});
