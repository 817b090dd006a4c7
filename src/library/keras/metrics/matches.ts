/** Whether predictions hit their labels, a sample at a time. */
import { fullFloat } from '../../../graph/dtypes.ts';
import { ops } from '../../../graph/index.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import { sameRank } from '../losses/shapes.ts';

/** Share of equal elements over the last axis. */
export function equalElements(yTrue: Tensor, yPred: Tensor): Tensor {
  const [target, output] = sameRank(yTrue, yPred);
  return ops.mean(ops.cast(ops.equal(target, output), fullFloat(output.dtype)), [-1]);
}

/** Share of elements on the right side of a threshold, over the last axis. */
export function binaryMatches(yTrue: Tensor, yPred: Tensor, threshold: number): Tensor {
  const [target, output] = sameRank(yTrue, yPred);
  const decided = ops.cast(
    ops.greater(output, threshold),
    target.dtype === 'bool' ? 'float32' : target.dtype,
  );
  return ops.mean(ops.cast(ops.equal(target, decided), fullFloat(output.dtype)), [-1]);
}

/** Whether the largest output is where the largest label is. */
export function categoricalMatches(yTrue: Tensor, yPred: Tensor): Tensor {
  const label = ops.argMax(yTrue, -1);
  const squeezed = label.shape.length === yPred.shape.length ? ops.squeeze(label, -1) : label;
  const matches = ops.cast(ops.equal(squeezed, ops.argMax(yPred, -1)), 'float32');
  return squeezed === label ? matches : ops.reshape(matches, label.shape);
}

/** Whether the largest output is at the label's index. */
export function sparseMatches(yTrue: Tensor, yPred: Tensor): Tensor {
  const column = yTrue.shape.length === yPred.shape.length && yTrue.shape.at(-1) === 1;
  const label = column ? ops.squeeze(yTrue, -1) : yTrue;
  const hit = ops.equal(ops.cast(label, 'float32'), ops.cast(ops.argMax(yPred, -1), 'float32'));
  const matches = ops.cast(hit, 'float32');
  return matches.shape.length > 1 && matches.shape.at(-1) === 1 ? ops.squeeze(matches, -1) : matches;
}

/** Whether an integer label is among the k largest outputs: fewer than k outputs are larger. */
export function topKMatches(labels: Tensor, yPred: Tensor, k: number): Tensor {
  const classes = yPred.shape.at(-1) ?? null;
  const flatOutput = yPred.shape.length > 2 ? ops.reshape(yPred, [-1, classes]) : yPred;
  const flatLabels = labels.shape.length > 1 ? ops.reshape(labels, [-1]) : labels;
  const own = ops.sum(
    ops.mul(ops.oneHot(ops.cast(flatLabels, 'int32'), classes, flatOutput.dtype), flatOutput),
    [-1],
    true,
  );
  const larger = ops.sum(ops.cast(ops.greater(flatOutput, own), 'float32'), [-1]);
  const matches = ops.cast(ops.less(larger, k), 'float32');
  return labels.shape.length > 1 ? ops.reshape(matches, labels.shape) : matches;
}
