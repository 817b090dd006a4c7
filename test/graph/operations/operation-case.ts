// A sample application of an operation, and how samples are written.
import { type DType, ops, type Tensor } from '../../../src/graph/index.ts';

export interface OperationCase {
  readonly name: string;
  readonly inputs: readonly { shape: readonly number[]; low?: number; high?: number; dtype?: DType }[];
  readonly build: (...inputs: Tensor[]) => Tensor;
  /** Whether its gradient can be compared with finite differences. */
  readonly differentiable: boolean;
}

export const one = (
  name: string,
  build: (x: Tensor) => Tensor,
  low = -2,
  high = 2,
  differentiable = true,
): OperationCase => ({
  name,
  inputs: [{ shape: [3, 5], low, high }],
  build,
  differentiable,
});

export const shaped = (
  name: string,
  shapes: readonly (readonly number[])[],
  build: (...inputs: Tensor[]) => Tensor,
  differentiable = true,
): OperationCase => ({ name, inputs: shapes.map(shape => ({ shape })), build, differentiable });

/** Indices that are computed, so that nothing knows them ahead. */
export function indices(values: number[], shape: number[]): Tensor {
  return ops.cast(
    ops.reshape(ops.add(ops.gather(ops.range(100), ops.range(values.length)), constantList(values)), shape),
    'int32',
  );
}

function constantList(values: number[]): Tensor {
  const offsets = values.map((value, index) => value - index);
  return ops.concat(
    offsets.map(offset => ops.reshape(ops.toTensor(offset, 'int32'), [1])),
    0,
  );
}
