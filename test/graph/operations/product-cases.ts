// Samples of matrix products.
import { ops } from '../../../src/graph/index.ts';
import { type OperationCase, shaped } from './operation-case.ts';

export const products: OperationCase[] = [
  shaped(
    'matmul',
    [
      [3, 4],
      [4, 5],
    ],
    (a, b) => ops.matmul(a, b),
  ),
  shaped(
    'matmul transposeA',
    [
      [4, 3],
      [4, 5],
    ],
    (a, b) => ops.matmul(a, b, { transposeA: true }),
  ),
  shaped(
    'matmul transposeB',
    [
      [3, 4],
      [5, 4],
    ],
    (a, b) => ops.matmul(a, b, { transposeB: true }),
  ),
  shaped(
    'matmul both',
    [
      [4, 3],
      [5, 4],
    ],
    (a, b) => ops.matmul(a, b, { transposeA: true, transposeB: true }),
  ),
  shaped(
    'matmul batch',
    [
      [2, 3, 4],
      [2, 4, 5],
    ],
    (a, b) => ops.matmul(a, b),
  ),
  shaped(
    'matmul batch transposeA',
    [
      [2, 4, 3],
      [2, 4, 9],
    ],
    (a, b) => ops.matmul(a, b, { transposeA: true }),
  ),
  shaped(
    'matmul batch transposeB',
    [
      [2, 3, 4],
      [2, 9, 4],
    ],
    (a, b) => ops.matmul(a, b, { transposeB: true }),
  ),
  shaped(
    'matmul broadcast',
    [
      [2, 1, 3, 4],
      [3, 4, 2],
    ],
    (a, b) => ops.matmul(a, b),
  ),
  shaped(
    'matmul rows',
    [
      [2, 3, 4],
      [4, 2],
    ],
    (a, b) => ops.matmul(a, b),
  ),
  shaped('matmul vector', [[3, 4], [4]], (a, b) => ops.matmul(a, b)),
  shaped('vector matmul', [[4], [4, 3]], (a, b) => ops.matmul(a, b)),
  shaped(
    'matmul larger',
    [
      [13, 21],
      [21, 19],
    ],
    (a, b) => ops.matmul(a, b),
  ),
  shaped(
    'matmul transposeA larger',
    [
      [21, 13],
      [21, 19],
    ],
    (a, b) => ops.matmul(a, b, { transposeA: true }),
  ),
  shaped(
    'matmul transposeB larger',
    [
      [13, 21],
      [19, 21],
    ],
    (a, b) => ops.matmul(a, b, { transposeB: true }),
  ),
  shaped(
    'dot',
    [
      [2, 3],
      [2, 3, 2],
    ],
    (a, b) => ops.dot(a, b),
  ),
  shaped(
    'einsum attention',
    [
      [2, 3, 2, 4],
      [2, 5, 2, 4],
    ],
    (a, b) => ops.einsum('bqhd,bkhd->bhqk', a, b),
  ),
  shaped(
    'einsum dense',
    [
      [2, 3, 4],
      [4, 2, 3],
    ],
    (a, b) => ops.einsum('abc,cde->abde', a, b),
  ),
  shaped(
    'einsum outer',
    [
      [2, 3],
      [2, 4],
    ],
    (a, b) => ops.einsum('...i,...j->...ij', a, b),
  ),
  shaped('einsum reduce', [[2, 3, 4]], a => ops.einsum('abc->ca', a)),
];
