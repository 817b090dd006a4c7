/** `np.linalg`: norms, determinants, solving, powers, with the decompositions beside them. */
import { raise, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { NotKnown, PyTuple } from '../../python/values.ts';
import { preciseLog } from '../preciseFunctions.ts';
import { integerArgument, integersArgument, numberArgument, sequenceOf } from './arguments.ts';
import { asType } from './casting.ts';
import { arrayOrScalar, toArray } from './conversion.ts';
import { decompositions } from './decompositions.ts';
import { define } from './definition.ts';
import { promoteTypes } from './dtypes.ts';
import { identityMatrix, luFactor } from './matrixAlgorithms.ts';
import { inexact, LinAlgError, op, overMatrices, requireMatrix, singular, vectorOf } from './matrixStacks.ts';
import { abstractArray, concreteArray, likeIn, type NdArray, requireNumbers } from './ndarray.ts';
import { norm } from './norms.ts';
import { dot, matmul } from './products.ts';
import { reduce } from './reductions.ts';
import { fromItems } from './storage.ts';
import { copyArray, reshape, transpose } from './views.ts';

/** Sign and logarithm of the magnitude of a determinant. */
function signAndLog(items: Float64Array, n: number): readonly [number, number] {
  const { sign, singular } = luFactor(items, n);
  if (singular) return [0, Number.NEGATIVE_INFINITY];
  let total = 0;
  let signed = sign;
  for (let i = 0; i < n; i++) {
    signed *= Math.sign(items[i * n + i]);
    total += preciseLog(Math.abs(items[i * n + i]));
  }
  return [signed, total];
}

/** By way of the logarithm, as NumPy does: that decides the last digit. */
function determinant(items: Float64Array, n: number): number {
  const [sign, logarithm] = signAndLog(items, n);
  return sign * Math.exp(logarithm);
}

function solveInto(items: Float64Array, n: number, right: Float64Array, columns: number): Float64Array {
  const { pivots, singular } = luFactor(items, n);
  if (singular) throw raise(LinAlgError, 'Singular matrix');
  const x = new Float64Array(n * columns);
  for (let row = 0; row < n; row++)
    for (let c = 0; c < columns; c++) x[row * columns + c] = right[pivots[row] * columns + c];
  for (let c = 0; c < columns; c++) {
    for (let i = 0; i < n; i++)
      for (let k = 0; k < i; k++) x[i * columns + c] -= items[i * n + k] * x[k * columns + c];
    for (let i = n - 1; i >= 0; i--) {
      for (let k = i + 1; k < n; k++) x[i * columns + c] -= items[i * n + k] * x[k * columns + c];
      x[i * columns + c] /= items[i * n + i];
    }
  }
  return x;
}

function inverse(array: NdArray): NdArray {
  requireMatrix(array, true);
  return overMatrices(
    array,
    (rows, columns) => [rows, columns],
    (items, n) => solveInto(items, n, identityMatrix(n), n),
  );
}

function leastSquares(a: NdArray, b: NdArray, py: Interpreter): NdArray {
  const { u, s, vt } = singular(a, false);
  const numbers = requireNumbers(s);
  const cutoff = Math.max(...(a.shape as number[])) * 2 ** -52 * (numbers[0] ?? 0);
  const reciprocal = vectorOf(
    Array.from(numbers, value => (value > cutoff ? 1 / value : 0)),
    'float64',
  );
  const projected = dot(transpose(u), b);
  const scaled = op(
    'multiply',
    py,
    b.rank === 1 ? projected : projected,
    b.rank === 1 ? reciprocal : reshape(reciprocal, [numbers.length, 1]),
  );
  return dot(transpose(vt), scaled);
}

/** `V diag(1 / s) U'`, without what singular values up to a share of the greatest would give. */
function pseudoInverse(array: NdArray, least: number, py: Interpreter): NdArray {
  const { u, s, vt } = singular(array, false);
  const numbers = requireNumbers(s);
  const reciprocal = vectorOf(
    Array.from(numbers, value => (value > least * numbers[0] ? 1 / value : 0)),
    'float64',
  );
  return matmul(transpose(vt), op('multiply', py, reshape(reciprocal, [numbers.length, 1]), transpose(u)));
}

/** All functions of the module. */
export const linearAlgebraFunctions = [
  define(
    'norm(x, ord=None, axis=None, keepdims=False)',
    'A vector or matrix norm.',
    ([x, order, axis, keep], py) =>
      arrayOrScalar(
        norm(toArray(x, py), order, axis === null ? null : integersArgument(axis, py), py.truth(keep), py),
      ),
  ),
  define('det(a)', 'The determinant.', ([a], py) => {
    const array = toArray(a, py);
    requireMatrix(array, true);
    return arrayOrScalar(
      overMatrices(
        array,
        () => [],
        (items, n) => [determinant(items, n)],
      ),
    );
  }),
  define('slogdet(a)', 'Sign and logarithm of the determinant.', ([a], py) => {
    const array = toArray(a, py);
    requireMatrix(array, true);
    const parts = (which: 0 | 1): NdArray =>
      overMatrices(
        array,
        () => [],
        (items, n) => [signAndLog(items, n)[which]],
      );
    return new PyTuple([arrayOrScalar(parts(0)), arrayOrScalar(parts(1))]);
  }),
  define('inv(a)', 'The inverse.', ([a], py) => inverse(toArray(a, py))),
  define('solve(a, b)', 'The solution of a linear system.', ([a, b], py) => {
    const [matrix, right] = [toArray(a, py), toArray(b, py)];
    requireMatrix(matrix, true);
    const n = matrix.shape[0];
    if (right.shape[0] !== null && n !== null && right.shape[0] !== n) {
      throw raise(
        ValueError,
        `solve${right.rank === 1 ? '1' : ''}: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature ${right.rank === 1 ? '(m,m),(m)->(m)' : '(m,m),(m,n)->(m,n)'} (size ${right.shape[0]} is different from ${n})`,
      );
    }
    const type = promoteTypes(inexact(matrix), inexact(right));
    if (matrix.data === null || right.data === null) return abstractArray(right.shape, type);
    const columns = right.rank === 1 ? 1 : (right.shape[1] as number);
    const x = solveInto(
      Float64Array.from(requireNumbers(matrix)),
      n!,
      Float64Array.from(requireNumbers(right)),
      columns,
    );
    return asType(concreteArray(fromItems(x, right.shape as number[], 'float64')), type);
  }),
  define('lstsq(a, b, rcond="warn")', 'The least-squares solution.', ([a, b, rcond], py) => {
    const [matrix, right] = [toArray(a, py), toArray(b, py)];
    const s = singular(matrix, false).s;
    const numbers = requireNumbers(s);
    const [rows, columns] = matrix.shape as number[];
    const asked = typeof rcond === 'string' || rcond === null ? -1 : numberArgument(rcond, py);
    const least = asked >= 0 ? asked : (rcond === null ? Math.max(rows, columns) : 1) * 2 ** -52;
    const rank = numbers.filter((value: number) => value > least * numbers[0]).length;
    // Small singular values are left out of the solution, which then is the one of least length.
    const solution =
      asked > 0 && rank < numbers.length
        ? dot(pseudoInverse(matrix, least, py), right)
        : leastSquares(matrix, right, py);
    const rest = op('subtract', py, right, dot(matrix, solution));
    const squares = reduce('add', op('multiply', py, rest, rest), [0]);
    const residuals =
      rank === columns && rows > columns ? reshape(squares, [squares.size ?? 1]) : vectorOf([], 'float64');
    return new PyTuple([solution, residuals, rank, s]);
  }),
  define('pinv(a, rcond=1e-15, hermitian=False)', 'The pseudo-inverse.', ([a, rcond], py) => {
    const array = toArray(a, py);
    const least = numberArgument(rcond, py);
    if (array.rank > 2) throw new NotKnown('pseudo-inverses of stacks of matrices are not modelled');
    if (array.data === null) return abstractArray([array.shape[1], array.shape[0]], inexact(array));
    return pseudoInverse(array, least, py);
  }),
  define(
    'matrix_rank(A, tol=None, hermitian=False)',
    'The rank by singular values.',
    ([a, tolerance], py) => {
      const array = toArray(a, py);
      if (array.rank < 2) return requireNumbers(array).some((value: number) => value !== 0) ? 1 : 0;
      if (array.rank > 2) throw new NotKnown('ranks of stacks of matrices are not modelled');
      const numbers = requireNumbers(singular(array, false).s);
      const usual = numbers[0] * Math.max(...(array.shape as number[])) * 2 ** -52;
      const cutoff = tolerance === null ? usual : numberArgument(tolerance, py);
      return arrayOrScalar(
        concreteArray(
          fromItems(Float64Array.of(numbers.filter((value: number) => value > cutoff).length), [], 'int64'),
        ),
      );
    },
  ),
  define('matrix_power(a, n)', 'A matrix to an integer power.', ([a, n], py) => {
    let base = toArray(a, py);
    requireMatrix(base, true);
    let power = integerArgument(n, py);
    if (power < 0) {
      base = inverse(base);
      power = -power;
    }
    if (power === 1) return likeIn(copyArray(base), base);
    const size = base.shape[base.rank - 1] as number;
    let result = asType(concreteArray(fromItems(identityMatrix(size), [size, size], 'float64')), base.dtype);
    for (; power > 0; power = Math.floor(power / 2)) {
      if (power % 2 === 1) result = matmul(result, base);
      if (power > 1) base = matmul(base, base);
    }
    return result;
  }),
  define('multi_dot(arrays, *, out=None)', 'The product of several matrices.', ([arrays], py) =>
    arrayOrScalar(
      (sequenceOf(arrays, py) ?? []).map(item => toArray(item, py)).reduce((left, right) => dot(left, right)),
    ),
  ),
  ...decompositions,
];
