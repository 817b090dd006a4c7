// Leaves of the graph, and the operations that only pass a value on.

import { type DType, isFloating } from '../dtypes.ts';
import { ShapeError } from '../shapes.ts';
import { attributesOf, type Tensor } from '../tensor.ts';
import { apply, defineOperation, floatByDefault, type Operand, toTensor } from './registry.ts';

function leaf(name: 'placeholder' | 'constant' | 'variable' | 'abstract', documentation: string): void {
  defineOperation({
    name,
    documentation,
    gradient: 'none',
    infer() {
      throw new ShapeError(name, 'is a leaf and has no shape rule');
    },
  });
}

leaf('placeholder', 'A value fed at each run.');
leaf('constant', 'A value known when the graph is made.');
leaf('variable', 'The value of a variable at the start of a run.');
leaf('abstract', 'A value with a known shape that cannot be computed before all dimensions are known.');

defineOperation({
  name: 'identity',
  documentation: 'The input itself.',
  infer: ([x]) => ({ shape: x.shape, dtype: x.dtype }),
  gradient: (_output, gradient) => [gradient],
});

defineOperation({
  name: 'stopGradient',
  documentation: 'The input itself, constant to differentiation.',
  infer: ([x]) => ({ shape: x.shape, dtype: x.dtype }),
  gradient: 'none',
});

defineOperation({
  name: 'withGradient',
  documentation: 'The first input; its gradient reaches the other inputs by a rule of its own.',
  infer: ([x]) => ({ shape: x.shape, dtype: x.dtype }),
  gradient: (output, gradient) => [null, ...attributesOf(output, 'withGradient').rule(gradient)],
});

/** `value`, whose gradient with respect to `sources` is what `rule` makes of the gradient of `value`. */
export function withGradient(
  value: Tensor,
  sources: readonly Tensor[],
  rule: (gradient: Tensor) => readonly (Tensor | null)[],
): Tensor {
  return apply('withGradient', [value, ...sources], { rule });
}

defineOperation({
  name: 'cast',
  documentation: 'The values in another dtype; floats are cut towards zero, anything but 0 is True.',
  infer: ([x], { dtype }) => ({ shape: x.shape, dtype }),
  gradient: (output, gradient) => [
    isFloating(output.dtype) && isFloating(output.inputs[0].dtype)
      ? cast(gradient, output.inputs[0].dtype)
      : null,
  ],
});

export function identity(x: Tensor): Tensor {
  return apply('identity', [x], {});
}

export function stopGradient(x: Tensor): Tensor {
  return apply('stopGradient', [x], {});
}

export function cast(x: Operand, dtype: DType): Tensor {
  const tensor = toTensor(x);
  if (tensor.dtype === dtype) return tensor;
  if (tensor.dtype === 'string' || dtype === 'string')
    throw new ShapeError('cast', 'strings have no numeric value');
  return apply('cast', [tensor], { dtype });
}

/** The dtype itself when it is a float, else the default one: what transcendental functions return. */
export function toFloat(x: Operand): Tensor {
  const tensor = toTensor(x);
  return isFloating(tensor.dtype) ? tensor : cast(tensor, floatByDefault());
}

/** The value when it is a known constant with one element everywhere the same; else undefined. */
export function uniformConstant(tensor: Tensor): number | undefined {
  if (tensor.op !== 'constant') return undefined;
  const { data } = attributesOf(tensor, 'constant');
  if (data.length === 0) return undefined;
  const first = data[0];
  for (let index = 1; index < data.length; index++) if (data[index] !== first) return undefined;
  return first;
}
