/** `np.linalg`: norms, determinants, solving, decompositions. */
import { PyClass } from '../../python/classes.ts';
import { Exception, raise, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { PyComplex, PyFloat, PyTuple, type Value } from '../../python/values.ts';
import { preciseLog } from '../preciseFunctions.ts';
import { integerArgument, integersArgument, sequenceOf } from './arguments.ts';
import { asType } from './casting.ts';
import { complexEigenvalues, eigenvectorOf } from './complexEigenvalues.ts';
import { arrayOrScalar, toArray } from './conversion.ts';
import { define } from './definition.ts';
import { kindOf, promoteTypes } from './dtypes.ts';
import { applyElementwise } from './elementwise.ts';
import {
  bidiagonalSvd,
  eigenGeneral,
  eigenSymmetric,
  householder,
  identityMatrix,
  luFactor,
} from './matrixAlgorithms.ts';
import {
  abstractArray,
  concreteArray,
  type NdArray,
  numbersOf,
  requireNumbers,
  type Shape,
} from './ndarray.ts';
import { operation } from './operations.ts';
import { planeSvd } from './planeSingularValues.ts';
import { dot, matmul } from './products.ts';
import { reduce } from './reductions.ts';
import { fromItems } from './storage.ts';
import { ravel, reshape, transpose } from './views.ts';

export const LinAlgError = new PyClass('LinAlgError', [Exception], [], { module: 'numpy.linalg' });

const op = (name: string, py: Interpreter, ...arrays: NdArray[]): NdArray =>
  applyElementwise(operation(name), arrays, { py });

/** The floating type that linear algebra computes in. */
function inexact(array: NdArray): string {
  return kindOf(array.dtype) === 'f' && array.dtype !== 'float16'
    ? array.dtype
    : promoteTypes(array.dtype, 'float64');
}

function requireMatrix(array: NdArray, square: boolean): void {
  if (array.rank < 2) {
    throw raise(LinAlgError, `${array.rank}-dimensional array given. Array must be at least two-dimensional`);
  }
  const [rows, columns] = array.shape.slice(-2);
  if (square && rows !== null && columns !== null && rows !== columns)
    throw raise(LinAlgError, 'Last 2 dimensions of the array must be square');
}

/** Applies a function of one row-major matrix to every matrix of a stack. */
function overMatrices(
  array: NdArray,
  shapeOf: (rows: number | null, columns: number | null) => Shape,
  compute: (items: Float64Array, rows: number, columns: number) => ArrayLike<number>,
): NdArray {
  const [rows, columns] = array.shape.slice(-2);
  const batch = array.shape.slice(0, -2);
  const shape = [...batch, ...shapeOf(rows, columns)];
  const type = inexact(array);
  const numbers = array.data === null ? null : numbersOf(array);
  if (numbers === null || rows === null || columns === null) return abstractArray(shape, type);
  const size = rows * columns;
  const results: number[] = [];
  const count = size === 0 ? 1 : numbers.length / size;
  for (let i = 0; i < count; i++)
    for (const value of Array.from(
      compute(Float64Array.from(numbers.subarray(i * size, (i + 1) * size)), rows, columns),
    ))
      results.push(value);
  return asType(concreteArray(fromItems(Float64Array.from(results), shape as number[], 'float64')), type);
}

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

function matrixOf(items: ArrayLike<number>, rows: number, columns: number, type: string): NdArray {
  return asType(concreteArray(fromItems(Float64Array.from(items), [rows, columns], 'float64')), type);
}

function vectorOf(items: ArrayLike<number>, type: string): NdArray {
  return asType(concreteArray(fromItems(Float64Array.from(items), [items.length], 'float64')), type);
}

/** Singular values and vectors of one matrix: `a = u @ diag(s) @ vt`. */
function singular(array: NdArray, full: boolean): { u: NdArray; s: NdArray; vt: NdArray } {
  const [rows, columns] = array.shape.slice(-2);
  const type = inexact(array);
  const least = rows === null || columns === null ? null : Math.min(rows, columns);
  if (array.data === null || rows === null || columns === null || least === null) {
    return {
      u: abstractArray([rows, full ? rows : least], type),
      s: abstractArray([least], type),
      vt: abstractArray([full ? columns : least, columns], type),
    };
  }
  const numbers = requireNumbers(array);
  const inPlane = rows === 2 && columns === 2;
  const { u, s, vt } = inPlane
    ? planeSvd(numbers[0], numbers[1], numbers[2], numbers[3])
    : bidiagonalSvd(Float64Array.from(numbers), rows, columns, full);
  return {
    u: matrixOf(u, rows, full ? rows : least, type),
    s: vectorOf(s, type),
    vt: matrixOf(vt, full ? columns : least, columns, type),
  };
}

function norm(
  array: NdArray,
  order: Value,
  axes: readonly number[] | null,
  keep: boolean,
  py: Interpreter,
): NdArray {
  const type = inexact(array);
  const x = kindOf(array.dtype) === 'c' ? op('absolute', py, array) : asType(array, type);
  if (order === null || (order === 'fro' && (axes?.length ?? array.rank) === 2)) {
    if (axes === null && !keep) {
      const flat = ravel(x);
      return op('sqrt', py, dot(flat, flat));
    }
    return op('sqrt', py, reduce('add', op('multiply', py, x, x), axes, { keepDimensions: keep }));
  }
  const over = axes ?? x.shape.map((_, axis) => axis);
  const power = order instanceof PyFloat ? order.value : typeof order === 'number' ? order : Number.NaN;
  const magnitude = op('absolute', py, x);
  if (over.length === 1) return vectorNorm(magnitude, power, over, keep, py);
  if (order === 'nuc') return reduce('add', singular(x, false).s, null);
  if (power === 2 || power === -2)
    return reduce(power === 2 ? 'maximum' : 'minimum', singular(x, false).s, null);
  const [row, column] = over.map(axis => (axis < 0 ? axis + x.rank : axis));
  const first = Math.abs(power) === 1 ? row : column;
  const sums = reduce('add', magnitude, [first], { keepDimensions: true });
  const extreme = reduce(power > 0 ? 'maximum' : 'minimum', sums, [row, column], { keepDimensions: keep });
  if (Math.abs(power) !== 1 && Number.isFinite(power))
    throw raise(ValueError, 'Invalid norm order for matrices.');
  return extreme;
}

function vectorNorm(
  magnitude: NdArray,
  power: number,
  over: readonly number[],
  keep: boolean,
  py: Interpreter,
): NdArray {
  const options = { keepDimensions: keep };
  if (power === Number.POSITIVE_INFINITY) return reduce('maximum', magnitude, over, options);
  if (power === Number.NEGATIVE_INFINITY) return reduce('minimum', magnitude, over, options);
  if (power === 0)
    return reduce('add', asType(op('not_equal', py, magnitude, toArray(0)), magnitude.dtype), over, options);
  if (power === 1) return reduce('add', magnitude, over, options);
  if (power === 2)
    return op('sqrt', py, reduce('add', op('multiply', py, magnitude, magnitude), over, options));
  const sum = reduce('add', op('power', py, magnitude, toArray(new PyFloat(power))), over, options);
  return op('power', py, sum, toArray(new PyFloat(1 / power)));
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

const decompositions = [
  define(
    'svd(a, full_matrices=True, compute_uv=True, hermitian=False)',
    'The singular value decomposition.',
    ([a, full, vectors], py) => {
      const array = toArray(a, py);
      requireMatrix(array, false);
      const { u, s, vt } = singular(array, py.truth(full));
      return py.truth(vectors) ? new PyTuple([u, s, vt]) : s;
    },
  ),
  define("qr(a, mode='reduced')", 'The QR decomposition.', ([a, mode], py) => {
    const array = toArray(a, py);
    requireMatrix(array, false);
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
    requireMatrix(array, true);
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
    define(`${name}(a, UPLO='L')`, 'Eigenvalues (and vectors) of a symmetric matrix.', ([a], py) => {
      const array = toArray(a, py);
      requireMatrix(array, true);
      const [n] = array.shape;
      const type = inexact(array);
      if (array.data === null || n === null)
        return name === 'eigh'
          ? new PyTuple([abstractArray([n], type), abstractArray([n, n], type)])
          : abstractArray([n], type);
      const { values, vectors } = eigenSymmetric(Float64Array.from(requireNumbers(array)), n);
      return name === 'eigh'
        ? new PyTuple([vectorOf(values, type), matrixOf(vectors, n, n, type)])
        : vectorOf(values, type);
    }),
  ),
  ...(['eig', 'eigvals'] as const).map(name =>
    define(`${name}(a)`, 'Eigenvalues (and vectors) of a square matrix.', ([a], py) => {
      const array = toArray(a, py);
      requireMatrix(array, true);
      const n = array.shape[0] as number;
      const items = Float64Array.from(requireNumbers(array));
      const found = eigenGeneral(items, n);
      if (found === null) return complexEigen(items, n, name === 'eig');
      const { values, vectors } = found;
      return name === 'eig'
        ? new PyTuple([vectorOf(values, inexact(array)), matrixOf(vectors, n, n, inexact(array))])
        : vectorOf(values, inexact(array));
    }),
  ),
];

/** Eigenvalues that are real but for rounding, as those of opposite signs are that the iteration in reals cannot part. */
function areReal(values: readonly PyComplex[]): boolean {
  const largest = Math.max(...values.map(value => Math.abs(value.real)));
  return values.every(value => Math.abs(value.imaginary) <= 1e-13 * largest);
}

/** Eigenvalues, and vectors as columns, of a matrix whose eigenvalues the iteration in reals does not find. */
function complexEigen(items: Float64Array, n: number, withVectors: boolean): Value {
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
  if (!withVectors) return list;
  const columns = values.map(value => eigenvectorOf(items, n, value));
  const cells = Array.from({ length: n * n }, (_, at) => columns[at % n][Math.floor(at / n)]);
  return new PyTuple([list, arrayOf(cells, [n, n])]);
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
  define('lstsq(a, b, rcond="warn")', 'The least-squares solution.', ([a, b], py) => {
    const [matrix, right] = [toArray(a, py), toArray(b, py)];
    const solution = leastSquares(matrix, right, py);
    const s = singular(matrix, false).s;
    const numbers = requireNumbers(s);
    const [rows, columns] = matrix.shape as number[];
    const rank = numbers.filter(
      (value: number) => value > Math.max(rows, columns) * 2 ** -52 * numbers[0],
    ).length;
    const rest = op('subtract', py, right, dot(matrix, solution));
    const squares = reduce('add', op('multiply', py, rest, rest), [0]);
    const residuals =
      rank === columns && rows > columns ? reshape(squares, [squares.size ?? 1]) : vectorOf([], 'float64');
    return new PyTuple([solution, residuals, rank, s]);
  }),
  define('pinv(a, rcond=1e-15, hermitian=False)', 'The pseudo-inverse.', ([a], py) => {
    const array = toArray(a, py);
    if (array.data === null) return abstractArray([array.shape[1], array.shape[0]], inexact(array));
    const { u, s, vt } = singular(array, false);
    const numbers = requireNumbers(s);
    const reciprocal = vectorOf(
      Array.from(numbers, value => (value > 1e-15 * numbers[0] ? 1 / value : 0)),
      'float64',
    );
    return matmul(transpose(vt), op('multiply', py, reshape(reciprocal, [numbers.length, 1]), transpose(u)));
  }),
  define('matrix_rank(A, tol=None, hermitian=False)', 'The rank by singular values.', ([a], py) => {
    const array = toArray(a, py);
    const numbers = requireNumbers(singular(array, false).s);
    const cutoff = numbers[0] * Math.max(...(array.shape as number[])) * 2 ** -52;
    return arrayOrScalar(
      concreteArray(
        fromItems(Float64Array.of(numbers.filter((value: number) => value > cutoff).length), [], 'int64'),
      ),
    );
  }),
  define('cond(x, p=None)', 'The condition number.', ([a], py) => {
    const numbers = requireNumbers(singular(toArray(a, py), false).s);
    return new PyFloat(numbers[0] / numbers[numbers.length - 1]);
  }),
  define('matrix_power(a, n)', 'A matrix to an integer power.', ([a, n], py) => {
    let base = toArray(a, py);
    requireMatrix(base, true);
    let power = integerArgument(n, py);
    if (power < 0) {
      base = inverse(base);
      power = -power;
    }
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
