// How much a program computes, and what it is known by.
import { type Program, programRoots, topologicalOrder } from '../graph/program.ts';
import { sizeOf } from '../graph/shapes.ts';
import { structuralKey } from '../graph/simplify.ts';
import { attributesOf, type Tensor } from '../graph/tensor.ts';

/** Multiply-adds of the matrix products and convolutions of a program. */
export function workOf(program: Program): number {
  return workFor(programRoots(program));
}

/** The same of what some tensors need; loops by their turns. */
function workFor(roots: readonly Tensor[]): number {
  let total = 0;
  for (const tensor of topologicalOrder(roots)) {
    if (tensor.op === 'loop') {
      const { turns, next, emitted } = attributesOf(tensor, 'loop').body;
      total += turns * workFor([...next, ...emitted]);
      continue;
    }
    const size = sizeOf(tensor.shape) ?? 0;
    if (tensor.op === 'matmul') total += size * innerOf(tensor);
    else if (tensor.op === 'convolution') total += size * filterDepth(tensor.inputs[1]);
    else if (tensor.op === 'convolutionInputGradient')
      total += (sizeOf(tensor.inputs[0].shape) ?? 0) * filterDepth(tensor.inputs[1]);
    else if (tensor.op === 'convolutionFilterGradient')
      total += (sizeOf(tensor.inputs[1].shape) ?? 0) * filterDepth(tensor);
  }
  return total;
}

function innerOf(tensor: Tensor): number {
  const rows = tensor.shape.at(-2) ?? 1;
  const batch = sizeOf(tensor.inputs[0].shape.slice(0, -2)) ?? 1;
  return rows * batch === 0 ? 0 : (sizeOf(tensor.inputs[0].shape) ?? 0) / (rows * batch);
}

function filterDepth(filter: Tensor): number {
  return sizeOf(filter.shape.slice(0, -1)) ?? 0;
}

/** The same for programs of the same structure. */
export function signature(program: Program): string {
  const order = topologicalOrder(programRoots(program));
  const number = new Map(order.map((tensor, index) => [tensor, index]));
  return order
    .map(tensor =>
      tensor.inputs.length === 0
        ? `${tensor.op}:${tensor.shape}`
        : structuralKey(tensor, input => number.get(input) as number),
    )
    .join(';');
}
