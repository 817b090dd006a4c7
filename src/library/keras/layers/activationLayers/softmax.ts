/** The layer `Softmax`. */
import { ops } from '../../../../graph/index.ts';
import { formatShape } from '../../../../graph/shapes.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { IndexError, raise } from '../../../../python/errors.ts';
import { message } from '../../../../python/message.ts';
import { defineLayer } from '../base/definition.ts';

/** What masked places gain, so that nothing of them is left after the exponential. */
const far = -3e38;

/** Softmax over one or several axes; places that a mask leaves out get 0. */
export function maskedSoftmax(input: Tensor, axes: readonly number[], mask: Tensor | null): Tensor {
  const x = ops.toFloat(input);
  const kept = mask === null ? x : ops.add(x, ops.mul(ops.sub(1, ops.cast(mask, x.dtype)), far));
  if (axes.length === 1) return ops.softmax(kept, axes[0]);
  return ops.exp(ops.sub(kept, ops.logSumExp(kept, axes, true)));
}

export const softmax = defineLayer<readonly number[]>({
  name: 'Softmax',
  module: 'activations.softmax',
  parameters: 'axis=-1',
  documentation: 'exp(x) over its sum along an axis: a probability for each class.',
  source: 'https://keras.io/api/layers/activation_layers/softmax/',
  masking: 'pass',
  init: args => args.integers('axis'),
  call(layer, { inputs: [x], args, masks: [mask] }) {
    const rank = x.shape.length;
    const outside = layer.settings.find(axis => axis < -rank || axis >= rank);
    if (outside !== undefined) {
      throw raise(
        IndexError,
        `Dimension out of range (expected to be in range of [${-rank}, ${rank - 1}], but got ${outside})`,
        {
          code: 'axis-out-of-range',
          explanation: message(
            '`{0}` works on axis {1}, and its input {2} has no such axis.',
            layer.cls.name,
            outside,
            formatShape(x.shape),
          ),
        },
      );
    }
    const fits = mask !== null && (args.get('mask') ?? null) !== null;
    return maskedSoftmax(x, layer.settings, fits ? mask : null);
  },
});
