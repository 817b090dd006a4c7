/** Shapes of labels against outputs: Keras's squeezing and its errors. */
import { ops } from '../../../graph/index.ts';
import { formatShape, type Shape } from '../../../graph/shapes.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import { raise, ValueError } from '../../../python/errors.ts';

/** Adds or drops a last axis of 1 where the ranks differ by one. */
export function sameRank(a: Tensor, b: Tensor, expandRank1 = true): [Tensor, Tensor] {
  const [rankA, rankB] = [a.shape.length, b.shape.length];
  if (rankA === rankB + 1 && a.shape.at(-1) === 1) {
    return rankB === 1 && expandRank1 ? [a, ops.expandDims(b, -1)] : [ops.squeeze(a, -1), b];
  }
  if (rankB === rankA + 1 && b.shape.at(-1) === 1) {
    return rankA === 1 && expandRank1 ? [ops.expandDims(a, -1), b] : [a, ops.squeeze(b, -1)];
  }
  return [a, b];
}

function differ(a: Shape, b: Shape): boolean {
  return a.length !== b.length || a.some((dim, axis) => dim !== null && b[axis] !== null && dim !== b[axis]);
}

/** Raises unless labels and outputs have the same shape. */
export function requireSameShape(target: Tensor, output: Tensor): void {
  if (!differ(target.shape, output.shape)) return;
  const shapes = `target.shape=${formatShape(target.shape)}, output.shape=${formatShape(output.shape)}`;
  throw raise(
    ValueError,
    `Arguments \`target\` and \`output\` must have the same shape. Received: ${shapes}`,
    { code: 'label-shape' },
  );
}

/** Raises unless labels have the shape of the outputs without their last axis. */
export function requireLeadingShape(target: Tensor, output: Tensor): void {
  if (!differ(target.shape, output.shape.slice(0, -1))) return;
  const shapes = `target.shape=${formatShape(target.shape)}, output.shape=${formatShape(output.shape)}`;
  throw raise(
    ValueError,
    `Arguments \`target\` and \`output\` must have the same shape up until the last dimension: ${shapes}`,
    { code: 'label-shape' },
  );
}
