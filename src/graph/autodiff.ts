// Reverse-mode differentiation: gradients as further tensors of the same graph.
import { isFloating } from './dtypes.ts';
import { add, operationOf } from './operations/index.ts';
import { setOrigin } from './origin.ts';
import { topologicalOrder } from './program.ts';
import { staticShape } from './shapes.ts';
import { constant, type Tensor } from './tensor.ts';

/** An operation on the way from the loss that has no derivative. */
export class GradientError extends Error {
  readonly operation: string;
  constructor(operation: string, message: string) {
    super(message);
    this.name = 'GradientError';
    this.operation = operation;
  }
}

/**
 * Gradients of the sum of `loss` with respect to each tensor, null where it does not depend on it. The rules
 * are graph operations, so gradients of gradients work the same way.
 */
export function gradients(loss: Tensor, wrt: readonly Tensor[], upstream?: Tensor): (Tensor | null)[] {
  const order = topologicalOrder([loss]);
  const relevant = new Set<Tensor>(wrt);
  for (const tensor of order) {
    if (tensor.inputs.some(input => relevant.has(input))) relevant.add(tensor);
  }
  const found = new Map<Tensor, Tensor>();
  if (relevant.has(loss))
    found.set(loss, upstream ?? constant(1, staticShape('gradient', loss.shape), loss.dtype));
  for (let index = order.length - 1; index >= 0; index--) {
    const tensor = order[index];
    const gradient = found.get(tensor);
    if (gradient === undefined || tensor.inputs.length === 0) continue;
    if (!tensor.inputs.some(input => relevant.has(input))) continue;
    propagate(tensor, gradient, relevant, found);
  }
  return wrt.map(tensor => found.get(tensor) ?? null);
}

function propagate(
  tensor: Tensor,
  gradient: Tensor,
  relevant: ReadonlySet<Tensor>,
  found: Map<Tensor, Tensor>,
): void {
  const { gradient: rule } = operationOf(tensor.op);
  if (rule === 'none') {
    if (tensor.op === 'maxPoolGradient') {
      throw new GradientError(tensor.op, 'the second derivative of max pooling is not supported');
    }
    return;
  }
  const previous = setOrigin(tensor.origin);
  try {
    rule(tensor, gradient).forEach((part, position) => {
      const input = tensor.inputs[position];
      if (part === null || !relevant.has(input) || !isFloating(input.dtype)) return;
      const sum = found.get(input);
      found.set(input, sum === undefined ? part : add(sum, part));
    });
  } finally {
    setOrigin(previous);
  }
}
