/** How a constraint is described: one file each, collected in index.ts. */
import { ops } from '../../../graph/index.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import type { TensorFunctionDefinition } from '../objects/tensorFunctions.ts';

/** Its function gives the value that a variable takes instead after each optimizer step. */
export type ConstraintDefinition = TensorFunctionDefinition;

/** Lengths of the vectors along axes, which keep size 1. */
export function lengths(value: Tensor, axes: readonly number[]): Tensor {
  return ops.sqrt(ops.sum(ops.square(value), axes, true));
}
