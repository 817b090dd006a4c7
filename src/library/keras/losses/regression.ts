/** Losses that compare numbers: ranks made equal, then a mean over the last axis. */
import { ops } from '../../../graph/index.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import { sameRank } from './shapes.ts';

/** Applies `penalty` to labels and outputs of the same rank and takes the mean over the last axis. */
export function meanOver(
  yTrue: Tensor,
  yPred: Tensor,
  penalty: (yTrue: Tensor, yPred: Tensor) => Tensor,
): Tensor {
  const [target, output] = sameRank(yTrue, yPred);
  return ops.mean(penalty(target, output), [-1]);
}

/** Labels of 0 and 1 become -1 and 1; others stay as they are. */
export function hingeLabels(yTrue: Tensor): Tensor {
  const binary = ops.all(ops.logicalOr(ops.equal(yTrue, 0), ops.equal(yTrue, 1)));
  return ops.select(binary, ops.sub(ops.mul(yTrue, 2), 1), yTrue);
}
