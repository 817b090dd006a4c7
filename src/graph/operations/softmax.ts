// Softmax and cross-entropy from logits.
import { dimsAgree, formatShape, normalizeAxis, ShapeError } from '../shapes.ts';
import type { Tensor } from '../tensor.ts';
import { equal, mul, sub } from './binary.ts';
import { oneHot } from './gathering.ts';
import { cast, toFloat } from './leaves.ts';
import { sum } from './reduction.ts';
import { apply, defineOperation, requireRank } from './registry.ts';
import { moveAxis } from './shaping.ts';
import { exp, neg } from './unary.ts';

defineOperation({
  name: 'softmax',
  documentation: 'exp(x) over its sum along the last axis.',
  infer: ([x]) => ({ shape: x.shape, dtype: x.dtype }),
  gradient: (output, gradient) => [mul(output, sub(gradient, sum(mul(gradient, output), [-1], true)))],
});

defineOperation({
  name: 'logSoftmax',
  documentation: 'Logarithm of softmax along the last axis, without overflow.',
  infer: ([x]) => ({ shape: x.shape, dtype: x.dtype }),
  gradient: (output, gradient) => [sub(gradient, mul(exp(output), sum(gradient, [-1], true)))],
});

function alongAxis(name: 'softmax' | 'logSoftmax', x: Tensor, axis: number): Tensor {
  requireRank(name, x, 1);
  const rank = x.shape.length;
  const along = normalizeAxis(name, axis, rank);
  const input = toFloat(x);
  if (along === rank - 1) return apply(name, [input], {});
  return moveAxis(apply(name, [moveAxis(input, along, rank - 1)], {}), rank - 1, along);
}

export function softmax(x: Tensor, axis = -1): Tensor {
  return alongAxis('softmax', x, axis);
}

export function logSoftmax(x: Tensor, axis = -1): Tensor {
  return alongAxis('logSoftmax', x, axis);
}

/**
 * Cross-entropy of target distributions against logits, summed over the last axis:
 * (..., classes) and (..., classes) give (...). Its gradient is softmax(logits) * sum(targets) - targets.
 */
export function softmaxCrossEntropy(logits: Tensor, targets: Tensor): Tensor {
  const [a, b] = [logits.shape.at(-1), targets.shape.at(-1)];
  if (a === undefined || b === undefined || !dimsAgree(a, b)) {
    const shapes = `${formatShape(logits.shape)} and ${formatShape(targets.shape)}`;
    throw new ShapeError('softmaxCrossEntropy', `logits and targets differ in classes: ${shapes}`);
  }
  const input = toFloat(logits);
  return neg(sum(mul(cast(targets, input.dtype), logSoftmax(input)), [-1]));
}

/** Cross-entropy of integer labels (...) against logits (..., classes), giving (...). */
export function sparseSoftmaxCrossEntropy(logits: Tensor, labels: Tensor): Tensor {
  requireRank('sparseSoftmaxCrossEntropy', logits, 1);
  const input = toFloat(logits);
  const classes = input.shape.at(-1) as number | null;
  return neg(sum(mul(oneHot(labels, classes, input.dtype), logSoftmax(input)), [-1]));
}

/** Whether the largest entries of two (..., classes) tensors stand at the same place: (...) of bool. */
export function sameArgMax(a: Tensor, b: Tensor): Tensor {
  return equal(
    apply('argMax', [a], { axis: a.shape.length - 1 }),
    apply('argMax', [b], { axis: b.shape.length - 1 }),
  );
}
