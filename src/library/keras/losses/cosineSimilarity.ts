/** The loss `CosineSimilarity` and its function `cosine_similarity`. */
import { ops } from '../../../graph/index.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import { epsilon, type LossDefinition } from './definition.ts';
import { sameRank } from './shapes.ts';

/** Vectors of length 1 along axes. */
function unit(x: Tensor, axes: readonly number[]): Tensor {
  const squares = ops.sum(ops.square(x), axes, true);
  return ops.mul(x, ops.rsqrt(ops.maximum(squares, epsilon ** 2)));
}

export const cosineSimilarity: LossDefinition = {
  className: 'CosineSimilarity',
  functionName: 'cosine_similarity',
  parameters: 'axis=-1',
  documentation: 'Minus the cosine of the angle between labels and outputs.',
  source: 'https://keras.io/api/losses/',
  expects: 'same',
  probabilities: false,
  compute: args => {
    const axes = args.integers('axis');
    return (yTrue, yPred) => {
      const [target, output] = sameRank(yTrue, yPred);
      return ops.neg(ops.sum(ops.mul(unit(target, axes), unit(output, axes)), axes));
    };
  },
};
