/** Decompositions of `np.linalg`: singular values, QR, Cholesky, eigenvalues. */
import { raise, ValueError } from '../../python/errors.ts';
import { NotKnown, PyComplex, PyTuple } from '../../python/values.ts';
import { complexEigenvalues, eigenvectorOf } from './complexEigenvalues.ts';
import { toArray } from './conversion.ts';
import { define } from './definition.ts';
import { kindOf } from './dtypes.ts';
import { eigenSymmetric, householder } from './matrixAlgorithms.ts';
import {
  inexact,
  LinAlgError,
  matrixOf,
  overMatrices,
  overStack,
  requireMatrix,
  singular,
  vectorOf,
} from './matrixStacks.ts';
import { abstractArray, concreteArray, type NdArray, requireNumbers } from './ndarray.ts';
import { eigenGeneral } from './realSchur.ts';
import { fromItems } from './storage.ts';

function requireReal(array: NdArray, isSquare: boolean): void {
  requireMatrix(array, isSquare);
  if (kindOf(array.dtype) === 'c') throw new NotKnown('decompositions of complex matrices are not modelled');
}

/** `svd`, `qr`, `cholesky` and the eigenvalue problems. */
export const decompositions = [
  define(
    'svd(a, full_matrices=True, compute_uv=True, hermitian=False)',
    'The singular value decomposition.',
    ([a, full, vectors], py) => {
      const array = toArray(a, py);
      requireReal(array, false);
      const parts = overStack(array, matrix => {
        const { u, s, vt } = singular(matrix, py.truth(full));
        return [u, s, vt];
      });
      return py.truth(vectors) ? new PyTuple(parts) : parts[1];
    },
  ),
  define("qr(a, mode='reduced')", 'The QR decomposition.', ([a, mode], py) => {
    const array = toArray(a, py);
    requireReal(array, false);
    if (!['reduced', 'complete', 'r', 'raw', 'full', 'economic'].includes(String(mode)))
      throw raise(ValueError, `Unrecognized mode '${String(mode)}'`);
    if (!['reduced', 'complete', 'r'].includes(String(mode)))
      throw new NotKnown(`the mode '${String(mode)}' of qr is not modelled`);
    if (array.rank > 2) {
      const parts = overStack(array, matrix => {
        const made = py.callMethod(py.importModule('numpy.linalg'), 'qr', [matrix, mode]);
        return made instanceof PyTuple ? (made.items as NdArray[]) : [made as NdArray];
      });
      return parts.length === 1 ? parts[0] : new PyTuple(parts);
    }
    const [rows, columns] = array.shape;
    const type = inexact(array);
    const least = rows === null || columns === null ? null : Math.min(rows, columns);
    const inner = mode === 'complete' ? rows : least;
    if (array.data === null || rows === null || columns === null || inner === null)
      return new PyTuple([abstractArray([rows, inner], type), abstractArray([inner, columns], type)]);
    const { q, r } = householder(Float64Array.from(requireNumbers(array)), rows, columns, inner);
    return mode === 'r'
      ? matrixOf(r, inner, columns, type)
      : new PyTuple([matrixOf(q, rows, inner, type), matrixOf(r, inner, columns, type)]);
  }),
  define('cholesky(a)', 'The lower triangular factor of a positive definite matrix.', ([a], py) => {
    const array = toArray(a, py);
    requireReal(array, true);
    return overMatrices(
      array,
      (rows, columns) => [rows, columns],
      (items, n) => {
        const factor = new Float64Array(n * n);
        for (let j = 0; j < n; j++) {
          let sum = items[j * n + j];
          for (let k = 0; k < j; k++) sum -= factor[j * n + k] ** 2;
          if (!(sum > 0)) throw raise(LinAlgError, 'Matrix is not positive definite');
          factor[j * n + j] = Math.sqrt(sum);
          for (let i = j + 1; i < n; i++) {
            let rest = items[i * n + j];
            for (let k = 0; k < j; k++) rest -= factor[i * n + k] * factor[j * n + k];
            factor[i * n + j] = rest / factor[j * n + j];
          }
        }
        return factor;
      },
    );
  }),
  ...(['eigh', 'eigvalsh'] as const).map(name =>
    define(`${name}(a, UPLO='L')`, 'Eigenvalues (and vectors) of a symmetric matrix.', ([a, side], py) => {
      const array = toArray(a, py);
      requireReal(array, true);
      const triangle = String(side).toUpperCase();
      if (triangle !== 'L' && triangle !== 'U') throw raise(ValueError, "UPLO argument must be 'L' or 'U'");
      const parts = overStack(array, matrix => symmetricParts(matrix, triangle === 'L'));
      return name === 'eigh' ? new PyTuple(parts) : parts[0];
    }),
  ),
  ...(['eig', 'eigvals'] as const).map(name =>
    define(`${name}(a)`, 'Eigenvalues (and vectors) of a square matrix.', ([a], py) => {
      const array = toArray(a, py);
      requireReal(array, true);
      const parts = overStack(array, matrix => {
        const n = matrix.shape[0] as number;
        const items = Float64Array.from(requireNumbers(matrix));
        const found = eigenGeneral(items, n);
        if (found === null) return complexEigen(items, n);
        const type = inexact(matrix);
        return [vectorOf(found.values, type), matrixOf(found.vectors, n, n, type)];
      });
      return name === 'eig' ? new PyTuple(parts) : parts[0];
    }),
  ),
];

/** Values and vectors of a matrix of which one triangle counts. */
function symmetricParts(matrix: NdArray, lower: boolean): NdArray[] {
  const [n] = matrix.shape;
  const type = inexact(matrix);
  if (matrix.data === null || n === null) return [abstractArray([n], type), abstractArray([n, n], type)];
  const items = Float64Array.from(requireNumbers(matrix));
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++)
      if (lower) items[j * n + i] = items[i * n + j];
      else items[i * n + j] = items[j * n + i];
  const { values, vectors } = eigenSymmetric(items, n);
  return [vectorOf(values, type), matrixOf(vectors, n, n, type)];
}

/** Eigenvalues that are real but for rounding, as those of opposite signs are that the iteration in reals cannot part. */
function areReal(values: readonly PyComplex[]): boolean {
  const largest = Math.max(...values.map(value => Math.abs(value.real)));
  return values.every(value => Math.abs(value.imaginary) <= 1e-13 * largest);
}

/** Eigenvalues, and vectors as columns, of a matrix whose eigenvalues the iteration in reals does not find. */
function complexEigen(items: Float64Array, n: number): NdArray[] {
  const found = complexEigenvalues(items, n);
  const isReal = areReal(found);
  const values = isReal ? found.map(value => new PyComplex(value.real, 0)) : found;
  const arrayOf = (parts: readonly PyComplex[], shape: readonly number[]): NdArray =>
    concreteArray(
      isReal
        ? fromItems(
            Float64Array.from(parts, part => part.real),
            shape,
            'float64',
          )
        : fromItems([...parts], shape, 'complex128'),
    );
  const list = arrayOf(values, [n]);
  const columns = values.map(value => eigenvectorOf(items, n, value));
  const cells = Array.from({ length: n * n }, (_, at) => columns[at % n][Math.floor(at / n)]);
  return [list, arrayOf(cells, [n, n])];
}
