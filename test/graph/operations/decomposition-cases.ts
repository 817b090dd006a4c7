// Samples of decompositions of matrices and what is solved with them.
import { ops, type Tensor } from '../../../src/graph/index.ts';
import { type OperationCase, shaped } from './operation-case.ts';

/** x xᵀ + 2: symmetric, positive definite. */
const positive = (x: Tensor) => ops.add(ops.matmul(x, x, { transposeB: true }), ops.eye(3, 2));

export const decompositions: OperationCase[] = [
  shaped('cholesky', [[2, 3, 3]], x => ops.cholesky(positive(x))),
  shaped('inverse', [[2, 3, 3]], x => ops.inverse(ops.add(x, ops.eye(3, 3)))),
  shaped('determinant', [[2, 3, 3]], x => ops.determinants(x).value),
  shaped('logarithm of the determinant', [[3, 3]], x => ops.determinants(x).logarithm),
  shaped('sign of the determinant', [[4, 3, 3]], x => ops.determinants(x).sign, false),
  shaped('luFactor', [[3, 4]], x => ops.luFactor(x).factors, false),
  shaped('qr', [[2, 4, 3]], x => ops.concat([ops.qr(x).q, ops.qr(x).r], -2)),
  shaped('qr complete', [[4, 2]], x => ops.qr(x, true).q, false),
  shaped('eigh', [[2, 3, 3]], x => ops.eigh(positive(x)).values),
  shaped('eigenvectors', [[3, 3]], x => ops.square(ops.eigh(positive(x)).vectors)),
  shaped('svd', [[2, 4, 3]], x => ops.svd(x).s),
  shaped('singular vectors', [[3, 4]], x => {
    const { u, s, vTransposed } = ops.svd(x, false);
    return ops.matmul(ops.mul(u, ops.sqrt(s)), vTransposed);
  }),
  shaped('solve', [[3, 3], [3]], (a, b) => ops.solve(ops.add(a, ops.eye(3, 3)), b)),
  shaped(
    'solveTriangular',
    [
      [3, 3],
      [3, 2],
    ],
    (a, b) => ops.solveTriangular(ops.add(a, ops.eye(3, 3)), b, true),
  ),
  shaped('pseudoInverse', [[4, 3]], x => ops.pseudoInverse(x)),
];
