// Copies a graph with some of its tensors replaced.
import { setOrigin } from './origin.ts';
import { topologicalOrder } from './program.ts';
import { Tensor } from './tensor.ts';

/** The tensor with other inputs, marked with the same place of the script. */
export function withInputs(tensor: Tensor, inputs: readonly Tensor[]): Tensor {
  if (inputs.every((input, index) => input === tensor.inputs[index])) return tensor;
  const previous = setOrigin(tensor.origin);
  const copy = new Tensor(tensor.op, inputs, tensor.attributes, tensor.shape, tensor.dtype);
  setOrigin(previous);
  return copy;
}

/** The roots as they are with `replaced` in place of its keys; the map gains every tensor on the way. */
export function substitute(roots: readonly Tensor[], replaced: Map<Tensor, Tensor>): Tensor[] {
  for (const tensor of topologicalOrder(roots, replaced)) {
    const inputs = tensor.inputs.map(input => replaced.get(input) as Tensor);
    replaced.set(tensor, withInputs(tensor, inputs));
  }
  return roots.map(root => replaced.get(root) as Tensor);
}
