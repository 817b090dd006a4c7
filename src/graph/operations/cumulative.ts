// Running sums and products along an axis.
import { normalizeAxis } from '../shapes.ts';
import { attributesOf, type Tensor } from '../tensor.ts';
import { div, mul } from './binary.ts';
import { cast } from './leaves.ts';
import { apply, defineOperation } from './registry.ts';

export interface CumulativeOptions {
  /** Whether each result leaves its own element out. */
  readonly exclusive?: boolean;
  /** Whether to run from the end. */
  readonly reverse?: boolean;
}

defineOperation({
  name: 'cumsum',
  documentation: 'Running sum along an axis.',
  infer: ([x]) => ({ shape: x.shape, dtype: x.dtype }),
  gradient(output, gradient) {
    const { axis, exclusive, reverse } = attributesOf(output, 'cumsum');
    return [cumsum(gradient, axis, { exclusive, reverse: !reverse })];
  },
});

defineOperation({
  name: 'cumprod',
  documentation: 'Running product along an axis; its gradient needs elements that are not 0.',
  infer: ([x]) => ({ shape: x.shape, dtype: x.dtype }),
  gradient(output, gradient) {
    const { axis, exclusive, reverse } = attributesOf(output, 'cumprod');
    return [div(cumsum(mul(gradient, output), axis, { exclusive, reverse: !reverse }), output.inputs[0])];
  },
});

export function cumsum(x: Tensor, axis: number, options: CumulativeOptions = {}): Tensor {
  return cumulate('cumsum', x, axis, options);
}

export function cumprod(x: Tensor, axis: number, options: CumulativeOptions = {}): Tensor {
  return cumulate('cumprod', x, axis, options);
}

function cumulate(name: 'cumsum' | 'cumprod', x: Tensor, axis: number, options: CumulativeOptions): Tensor {
  return apply(name, [x.dtype === 'bool' ? cast(x, 'int32') : x], {
    axis: normalizeAxis(name, axis, x.shape.length),
    exclusive: options.exclusive ?? false,
    reverse: options.reverse ?? false,
  });
}
