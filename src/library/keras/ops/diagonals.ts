/** keras.ops: diagonals, triangles and matrices made of them. */

import type { DType } from '../../../graph/dtypes.ts';
import { ops } from '../../../graph/index.ts';
import { constant, type Tensor } from '../../../graph/tensor.ts';
import { floatOf } from '../policy.ts';
import { dtypeOf, tensorOf } from '../tensors/conversion.ts';
import { define, integerOf } from './reading.ts';

/** Matrices with more elements are computed when they are needed, not written out. */
const WRITTEN_OUT = 65_536;

/** (rows, columns) of ones where column - row is a number, or at most that number. */
function pattern(
  rows: number,
  columns: number,
  rule: 'equal' | 'atMost',
  offset: number,
  dtype: DType,
): Tensor {
  if (rows * columns > WRITTEN_OUT) {
    const distance = ops.sub(ops.expandDims(ops.range(columns), 0), ops.expandDims(ops.range(rows), 1));
    const holds = rule === 'equal' ? ops.equal(distance, offset) : ops.lessEqual(distance, offset);
    return ops.cast(holds, dtype);
  }
  const values = Uint8Array.from({ length: rows * columns }, (_, index) => {
    const distance = (index % columns) - Math.floor(index / columns);
    return (rule === 'equal' ? distance === offset : distance <= offset) ? 1 : 0;
  });
  return constant(values, [rows, columns], dtype);
}

/** The diagonal of the axes `first` and `second`, moved to the end. */
export function diagonal(x: Tensor, offset = 0, first = 0, second = 1): Tensor {
  const rank = x.shape.length;
  const axes = [first, second].map(axis => (axis < 0 ? axis + rank : axis));
  const rest = x.shape.map((_, axis) => axis).filter(axis => !axes.includes(axis));
  const moved = ops.transpose(x, [...rest, ...axes]);
  const [rows, columns] = moved.shape.slice(-2);
  const batch = moved.shape.slice(0, -2);
  if (rows === null || columns === null) return ops.abstractValue('diagonal', [x], [...batch, null], x.dtype);
  const length = Math.max(0, Math.min(rows + Math.min(offset, 0), columns - Math.max(offset, 0)));
  const start = offset >= 0 ? offset : -offset * columns;
  const places = Int32Array.from({ length }, (_, index) => start + index * (columns + 1));
  return ops.gather(ops.reshape(moved, [...batch, rows * columns]), constant(places, [length], 'int32'), -1);
}

/** A vector (or the last axis) on the diagonal of new last axes. */
export function diagonalMatrix(x: Tensor, offset = 0): Tensor {
  const size = x.shape.at(-1) ?? null;
  const batch = x.shape.slice(0, -1);
  if (size === null) return ops.abstractValue('diag', [x], [...batch, null, null], x.dtype);
  const width = size + Math.abs(offset);
  const places = pattern(width, width, 'equal', offset, 'bool');
  const [before, after] = [Math.max(offset, 0), Math.max(-offset, 0)];
  const padded = ops.pad(x, [...batch.map((): [number, number] => [0, 0]), [before, after]]);
  const wide = ops.broadcastTo(ops.expandDims(padded, -2), [...batch, width, width]);
  return ops.select(places, wide, 0);
}

export const diagonals = [
  define('eye(N, M=None, k=0, dtype=None)', ([rows, columns, offset, dtype], py) =>
    pattern(
      integerOf(rows, 1),
      integerOf(columns, integerOf(rows, 1)),
      'equal',
      integerOf(offset, 0),
      dtypeOf(py, dtype) ?? floatOf(py),
    ),
  ),
  define('identity(n, dtype=None)', ([n, dtype], py) =>
    pattern(integerOf(n, 1), integerOf(n, 1), 'equal', 0, dtypeOf(py, dtype) ?? floatOf(py)),
  ),
  define('tri(N, M=None, k=0, dtype=None)', ([rows, columns, offset, dtype], py) =>
    pattern(
      integerOf(rows, 1),
      integerOf(columns, integerOf(rows, 1)),
      'atMost',
      integerOf(offset, 0),
      dtypeOf(py, dtype) ?? floatOf(py),
    ),
  ),
  define('tril(x, k=0)', ([x, k], py) => ops.tril(tensorOf(py, x), integerOf(k, 0))),
  define('triu(x, k=0)', ([x, k], py) => ops.triu(tensorOf(py, x), integerOf(k, 0))),
  define('diag(x, k=0)', ([x, k], py) => {
    const tensor = tensorOf(py, x);
    return tensor.shape.length === 1
      ? diagonalMatrix(tensor, integerOf(k, 0))
      : diagonal(tensor, integerOf(k, 0));
  }),
  define('diagonal(x, offset=0, axis1=0, axis2=1)', ([x, offset, first, second], py) =>
    diagonal(tensorOf(py, x), integerOf(offset, 0), integerOf(first, 0), integerOf(second, 1)),
  ),
  define('trace(x, offset=0, axis1=0, axis2=1)', ([x, offset, first, second], py) =>
    ops.sum(diagonal(tensorOf(py, x), integerOf(offset, 0), integerOf(first, 0), integerOf(second, 1)), [-1]),
  ),
];
