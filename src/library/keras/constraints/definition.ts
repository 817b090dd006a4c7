/** How a constraint is described: one file each, collected in index.ts. */
import { ops } from '../../../graph/index.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import type { ArgumentReader } from '../objects/arguments.ts';

export interface ConstraintDefinition {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly parameters: string;
  readonly documentation: string;
  readonly source: string;
  /** The value that a variable takes instead after each optimizer step. */
  readonly init: (args: ArgumentReader) => (value: Tensor) => Tensor;
}

/** Lengths of the vectors along axes, which keep size 1. */
export function lengths(value: Tensor, axes: readonly number[]): Tensor {
  return ops.sqrt(ops.sum(ops.square(value), axes, true));
}
