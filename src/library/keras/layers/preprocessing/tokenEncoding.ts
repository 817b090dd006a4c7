/** Encodings of integer tokens: one-hot, multi-hot and counts. */
import { ops } from '../../../../graph/index.ts';
import type { Tensor } from '../../../../graph/tensor.ts';

export type OutputMode = 'int' | 'one_hot' | 'multi_hot' | 'count';

/** (batch, tokens) of integers as (batch, classes), by the mode; `one_hot` keeps the axis of tokens unless it is 1. */
export function encodeTokens(
  x: Tensor,
  classes: number,
  mode: Exclude<OutputMode, 'int'>,
  weights: Tensor | null = null,
): Tensor {
  const rank = x.shape.length;
  const hot = ops.oneHot(ops.cast(x, 'int32'), classes);
  if (mode === 'one_hot') return rank > 1 && x.shape[rank - 1] === 1 ? ops.squeeze(hot, -2) : hot;
  if (rank === 0) return hot;
  const along = rank > 1 ? 1 : 0;
  if (mode === 'multi_hot') return ops.max(hot, [along]);
  return ops.sum(weights === null ? hot : ops.mul(hot, ops.expandDims(ops.toFloat(weights), -1)), [along]);
}
