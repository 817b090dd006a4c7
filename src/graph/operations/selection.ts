// Choosing elements by a condition, and triangular masks.
import { promote } from '../dtypes.ts';
import { broadcastShapes } from '../shapes.ts';
import { constant, Tensor } from '../tensor.ts';
import { unbroadcast } from './binary.ts';
import { cast } from './leaves.ts';
import { abstractValue, apply, defineOperation, type Operand, requireRank, toTensor } from './registry.ts';

defineOperation({
  name: 'select',
  documentation: 'a where the condition holds, else b; all three broadcast.',
  infer: ([condition, a, b]) => ({
    shape: broadcastShapes('select', condition.shape, broadcastShapes('select', a.shape, b.shape)),
    dtype: a.dtype,
  }),
  gradient(output, gradient) {
    const [condition, a, b] = output.inputs;
    return [
      null,
      unbroadcast(select(condition, gradient, 0), a.shape),
      unbroadcast(select(condition, 0, gradient), b.shape),
    ];
  },
});

export function select(condition: Operand, a: Operand, b: Operand): Tensor {
  const left = a instanceof Tensor ? a : toTensor(a, b instanceof Tensor ? b.dtype : undefined);
  const right = toTensor(b, left.dtype);
  const dtype = promote(left.dtype, right.dtype);
  return apply('select', [cast(condition, 'bool'), cast(left, dtype), cast(right, dtype)], {});
}

/** Keeps the elements on or below the diagonal of the last two axes moved up by `offset`. */
export function tril(x: Tensor, offset = 0): Tensor {
  return triangle('tril', x, (row, column) => column <= row + offset);
}

/** Keeps the elements on or above the diagonal of the last two axes moved up by `offset`. */
export function triu(x: Tensor, offset = 0): Tensor {
  return triangle('triu', x, (row, column) => column >= row + offset);
}

function triangle(name: string, x: Tensor, keep: (row: number, column: number) => boolean): Tensor {
  requireRank(name, x, 2);
  const [rows, columns] = x.shape.slice(-2);
  if (rows === null || columns === null) return abstractValue(name, [x], x.shape, x.dtype);
  const mask = new Uint8Array(rows * columns);
  for (let index = 0; index < mask.length; index++) {
    mask[index] = keep(Math.floor(index / columns), index % columns) ? 1 : 0;
  }
  return select(constant(mask, [rows, columns], 'bool'), x, 0);
}
