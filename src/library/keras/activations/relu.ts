/** The activation `relu`. */
import { ops } from '../../../graph/index.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import type { ActivationDefinition } from './definition.ts';

/** x above the threshold, `slope * (x - threshold)` below it, never more than `maximum`. */
export function rectify(x: Tensor, slope: number, maximum: number | null, threshold: number): Tensor {
  if (slope === 0 && maximum === null && threshold === 0) return ops.relu(x);
  const input = ops.toFloat(x);
  const kept = ops.select(ops.greater(input, threshold), input, ops.mul(slope, ops.sub(input, threshold)));
  return maximum === null ? kept : ops.minimum(kept, maximum);
}

export const relu: ActivationDefinition = {
  name: 'relu',
  parameters: 'negative_slope=0.0, max_value=None, threshold=0.0',
  documentation: 'max(x, 0), optionally with a slope below the threshold and a largest value.',
  source: 'https://keras.io/api/layers/activations/',
  compute: (x, slope, maximum, threshold) => rectify(x, slope ?? 0, maximum, threshold ?? 0),
};
