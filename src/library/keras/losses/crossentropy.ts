/** Crossentropy of labels and outputs, from probabilities or from logits. */
import { ops } from '../../../graph/index.ts';
import { sizeOf } from '../../../graph/shapes.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import { epsilon } from './definition.ts';
import { requireLeadingShape, requireSameShape } from './shapes.ts';

/** Probabilities summing to one along the axis, kept away from 0 and 1, as logarithms. */
function logProbabilities(output: Tensor, fromLogits: boolean, axis: number): Tensor {
  if (fromLogits) return ops.logSoftmax(output, axis);
  const normalized = ops.div(output, ops.sum(output, [axis], true));
  return ops.log(ops.clip(normalized, epsilon, 1 - epsilon));
}

/** -sum(target * log(output)) along the axis. */
export function categorical(target: Tensor, output: Tensor, fromLogits: boolean, axis = -1): Tensor {
  requireSameShape(target, output);
  return ops.neg(ops.sum(ops.mul(target, logProbabilities(output, fromLogits, axis)), [axis]));
}

/** The same for integer labels. */
export function sparse(target: Tensor, output: Tensor, fromLogits: boolean, axis = -1): Tensor {
  const labels =
    target.shape.length === output.shape.length && target.shape.at(-1) === 1
      ? ops.squeeze(target, -1)
      : target;
  requireLeadingShape(labels, output);
  const classes = output.shape.at(axis) ?? null;
  const oneHot = ops.oneHot(ops.cast(labels, 'int32'), classes, output.dtype, axis);
  return ops.neg(ops.sum(ops.mul(oneHot, logProbabilities(output, fromLogits, axis)), [axis]));
}

/** Each output on its own: -(t log(p) + (1 - t) log(1 - p)). */
export function binary(target: Tensor, output: Tensor, fromLogits: boolean): Tensor {
  requireSameShape(target, output);
  if (fromLogits) {
    // max(x, 0) - x t + log(1 + exp(-|x|)), which never overflows.
    const linear = ops.sub(ops.relu(output), ops.mul(output, target));
    return ops.add(linear, ops.softplus(ops.neg(ops.abs(output))));
  }
  const probability = ops.clip(output, epsilon, 1 - epsilon);
  const positive = ops.mul(target, ops.log(probability));
  const negative = ops.mul(ops.sub(1, target), ops.log(ops.sub(1, probability)));
  return ops.neg(ops.add(positive, negative));
}

/** Labels moved a little towards equal shares over the classes. */
export function smoothClasses(target: Tensor, smoothing: number): Tensor {
  if (smoothing === 0) return target;
  const classes = target.shape.at(-1) ?? sizeOf([]) ?? 1;
  return ops.add(ops.mul(target, 1 - smoothing), smoothing / classes);
}

/** Binary labels moved a little towards a half. */
export function smoothBinary(target: Tensor, smoothing: number): Tensor {
  return smoothing === 0 ? target : ops.add(ops.mul(target, 1 - smoothing), 0.5 * smoothing);
}
