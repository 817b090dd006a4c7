// Decompositions of matrices in the last two axes, and what is made of them: inverses, determinants, solutions.
import { type Dim, formatShape, ShapeError } from '../shapes.ts';
import { constant, type Tensor } from '../tensor.ts';
import { add, div, equal, less, mul, notEqual, sub } from './binary.ts';
import { cast, stopGradient, toFloat } from './leaves.ts';
import { type MatmulOptions, matmul } from './matmul.ts';
import { max, sum } from './reduction.ts';
import { abstractValue, apply, defineOperation } from './registry.ts';
import { select, tril, triu } from './selection.ts';
import { expandDims, reshape, swapAxes } from './shaping.ts';
import { concat, split, subscript } from './slicing.ts';
import { abs, neg, sign, sqrt } from './unary.ts';

function requireMatrix(operation: string, x: Tensor, square = false): [Dim, Dim] {
  const [rows, columns] = x.shape.slice(-2);
  if (x.shape.length < 2)
    throw new ShapeError(operation, `needs a matrix, received shape ${formatShape(x.shape)}`);
  if (square && rows !== null && columns !== null && rows !== columns)
    throw new ShapeError(operation, `needs square matrices, received shape ${formatShape(x.shape)}`);
  return [rows, columns];
}

function transposed(x: Tensor): Tensor {
  return swapAxes(x, -1, -2);
}

/** The product with the transpose of the first. */
function transposedTimes(a: Tensor, b: Tensor): Tensor {
  return product(a, b, { transposeA: true });
}

function product(a: Tensor, b: Tensor, options?: MatmulOptions): Tensor {
  return matmul(a, b, options);
}

/** `value` on the diagonal of (size, size). */
export function eye(size: number, value = 1): Tensor {
  const values = Float32Array.from({ length: size * size }, (_, index) =>
    index % (size + 1) === 0 ? value : 0,
  );
  return constant(values, [size, size]);
}

function diagonalOf(x: Tensor): Tensor {
  return sum(mul(x, eye(x.shape.at(-1) as number)), [-1]);
}

defineOperation({
  name: 'cholesky',
  documentation: 'The lower triangle L with L Lᵀ = x, for symmetric positive definite x; else NaN.',
  infer: ([x]) => ({ shape: x.shape, dtype: x.dtype }),
  gradient(output, gradient) {
    const lower = inverse(output);
    const inner = transposedTimes(output, gradient);
    const half = sub(tril(inner), mul(0.5, mul(inner, eye(inner.shape.at(-1) as number))));
    const whole = product(transposedTimes(lower, half), lower);
    return [mul(0.5, add(whole, transposed(whole)))];
  },
});

export function cholesky(x: Tensor): Tensor {
  const [rows, columns] = requireMatrix('cholesky', x, true);
  const input = toFloat(x);
  if (rows === null || columns === null) return abstractValue('cholesky', [input], x.shape, input.dtype);
  return apply('cholesky', [input], {});
}

defineOperation({
  name: 'inverse',
  documentation: 'The inverse of square matrices; infinite where there is none.',
  infer: ([x]) => ({ shape: x.shape, dtype: x.dtype }),
  gradient: (output, gradient) => [
    neg(product(transposedTimes(output, gradient), output, { transposeB: true })),
  ],
});

export function inverse(x: Tensor): Tensor {
  const [rows, columns] = requireMatrix('inverse', x, true);
  const input = toFloat(x);
  if (rows === null || columns === null) return abstractValue('inverse', [input], x.shape, input.dtype);
  return apply('inverse', [input], {});
}

defineOperation({
  name: 'determinant',
  documentation: 'Along a last axis: the sign of the determinant, the logarithm of its size, and itself.',
  infer: ([x]) => ({ shape: [...x.shape.slice(0, -2), 3], dtype: x.dtype }),
  gradient(output, gradient) {
    const [, byLogarithm, byValue] = split(gradient, 3, -1);
    const factor = add(byLogarithm, mul(byValue, split(output, 3, -1)[2]));
    return [mul(expandDims(factor, -1), transposed(inverse(output.inputs[0])))];
  },
});

/** Sign, log |det| and det of square matrices. */
export function determinants(x: Tensor): { sign: Tensor; logarithm: Tensor; value: Tensor } {
  const [rows, columns] = requireMatrix('determinant', x, true);
  const input = toFloat(x);
  const all =
    rows === null || columns === null
      ? abstractValue('determinant', [input], [...x.shape.slice(0, -2), 3], input.dtype)
      : apply('determinant', [input], {});
  const [signs, logarithm, value] = split(all, 3, -1).map(part => reshape(part, x.shape.slice(0, -2)));
  return { sign: signs, logarithm, value };
}

defineOperation({
  name: 'luFactor',
  documentation:
    'L below the diagonal (its own is 1) and U on and above it; a last column says from which row of L U each row is.',
  infer: ([x]) => ({
    shape: [...x.shape.slice(0, -1), x.shape.at(-1) === null ? null : (x.shape.at(-1) as number) + 1],
    dtype: x.dtype,
  }),
  gradient: 'none',
});

/** L and U in one matrix, and for each row of x its row in L U. */
export function luFactor(x: Tensor): { factors: Tensor; rows: Tensor } {
  const [rows, columns] = requireMatrix('luFactor', x);
  const input = toFloat(x);
  if (rows === null || columns === null) {
    return {
      factors: abstractValue('luFactor', [input], x.shape, input.dtype),
      rows: abstractValue('luFactor', [input], x.shape.slice(0, -1), 'int32'),
    };
  }
  const [factors, order] = split(apply('luFactor', [input], {}), [columns, 1], -1);
  return { factors, rows: cast(reshape(order, x.shape.slice(0, -1)), 'int32') };
}

defineOperation({
  name: 'orthonormalBasis',
  documentation:
    'Q of the QR decomposition by Householder reflections; all of its columns, or as many as needed.',
  infer([x], { complete }) {
    const [rows, columns] = x.shape.slice(-2) as [number, number];
    return {
      shape: [...x.shape.slice(0, -2), rows, complete ? rows : Math.min(rows, columns)],
      dtype: x.dtype,
    };
  },
  gradient(output, gradient) {
    const [x] = output.inputs;
    const [rows, columns] = x.shape.slice(-2) as [number, number];
    const width = output.shape.at(-1) as number;
    if (rows < columns || width > columns)
      throw new ShapeError('orthonormalBasis', 'has a gradient for matrices with independent columns only');
    const upper = transposedTimes(output, x);
    const inner = neg(transposedTimes(gradient, output));
    const lower = tril(inner);
    const mirrored = add(lower, transposed(tril(inner, -1)));
    const inside = add(gradient, product(output, mirrored));
    return [product(inside, inverse(upper), { transposeB: true })];
  },
});

/** x = Q R: Q with orthonormal columns, R upper triangular. */
export function qr(x: Tensor, complete = false): { q: Tensor; r: Tensor } {
  const [rows, columns] = requireMatrix('qr', x);
  const input = toFloat(x);
  if (rows === null || columns === null) {
    const inner = complete ? rows : rows === null || columns === null ? null : Math.min(rows, columns);
    const batch = x.shape.slice(0, -2);
    return {
      q: abstractValue('qr', [input], [...batch, rows, inner], input.dtype),
      r: abstractValue('qr', [input], [...batch, inner, columns], input.dtype),
    };
  }
  const q = apply('orthonormalBasis', [input], { complete });
  return { q, r: triu(transposedTimes(q, input)) };
}

/** 1 / (λj - λi), 0 where they are equal: how eigenvectors turn into each other. */
function mixing(values: Tensor): Tensor {
  const differences = sub(expandDims(values, -2), expandDims(values, -1));
  const same = equal(differences, 0);
  return select(same, 0, div(1, select(same, 1, differences)));
}

defineOperation({
  name: 'eigenvectors',
  documentation: 'Eigenvectors of symmetric matrices as columns, in ascending order of their eigenvalues.',
  infer: ([x]) => ({ shape: x.shape, dtype: x.dtype }),
  gradient(output, gradient) {
    const values = diagonalOf(product(transposedTimes(output, output.inputs[0]), output));
    const turned = mul(mixing(values), transposedTimes(output, gradient));
    const whole = product(product(output, turned), output, { transposeB: true });
    return [mul(0.5, add(whole, transposed(whole)))];
  },
});

/** Eigenvalues in ascending order, and eigenvectors as columns, of symmetric matrices. */
export function eigh(x: Tensor): { values: Tensor; vectors: Tensor } {
  const [rows, columns] = requireMatrix('eigh', x, true);
  const input = toFloat(x);
  if (rows === null || columns === null) {
    return {
      values: abstractValue('eigh', [input], x.shape.slice(0, -1), input.dtype),
      vectors: abstractValue('eigh', [input], x.shape, input.dtype),
    };
  }
  const symmetric = mul(0.5, add(input, transposed(input)));
  const vectors = apply('eigenvectors', [symmetric], {});
  // Turning the vectors does not change the values to first order, so the values' gradient takes them as they are.
  const fixed = stopGradient(vectors);
  return { values: diagonalOf(product(transposedTimes(fixed, symmetric), fixed)), vectors };
}

defineOperation({
  name: 'rightSingularVectors',
  documentation:
    'Right singular vectors of matrices (as many rows as columns or more) as columns, largest first.',
  infer: ([x]) => ({
    shape: [...x.shape.slice(0, -2), x.shape.at(-1) as Dim, x.shape.at(-1) as Dim],
    dtype: x.dtype,
  }),
  gradient(output, gradient) {
    const [x] = output.inputs;
    const images = product(x, output);
    const turned = mul(mixing(sum(mul(images, images), [-2])), transposedTimes(output, gradient));
    const whole = product(product(output, turned), output, { transposeB: true });
    return [product(x, add(whole, transposed(whole)))];
  },
});

/** x = U diag(s) Vᵀ with s in descending order; `full` completes U and V to square matrices. */
export function svd(x: Tensor, full = true): { u: Tensor; s: Tensor; vTransposed: Tensor } {
  const [rows, columns] = requireMatrix('svd', x);
  const input = toFloat(x);
  const batch = x.shape.slice(0, -2);
  if (rows === null || columns === null) {
    const inner = null;
    return {
      u: abstractValue('svd', [input], [...batch, rows, full ? rows : inner], input.dtype),
      s: abstractValue('svd', [input], [...batch, inner], input.dtype),
      vTransposed: abstractValue('svd', [input], [...batch, full ? columns : inner, columns], input.dtype),
    };
  }
  if (rows < columns) {
    const other = svd(transposed(input), full);
    return { u: transposed(other.vTransposed), s: other.s, vTransposed: transposed(other.u) };
  }
  const right = apply('rightSingularVectors', [input], {});
  const images = product(input, right);
  const lengths = sqrt(sum(mul(images, images), [-2]));
  const { q, r } = qr(stopGradient(images), full);
  const signs = sign(diagonalOf(subscript(r, ['ellipsis', { stop: columns }, {}])));
  const ones = constant(1, [...(batch as number[]), rows - columns]);
  const turned = select(equal(signs, 0), 1, signs);
  const completed = mul(q, expandDims(full && rows > columns ? concat([turned, ones], -1) : turned, -2));
  const largest = max(stopGradient(lengths), [-1], true);
  const small = less(lengths, mul(1e-6, largest));
  const scaled = div(images, expandDims(select(small, 1, lengths), -2));
  const own = subscript(completed, ['ellipsis', {}, { stop: columns }]);
  const left = select(expandDims(small, -2), own, scaled);
  const rest = subscript(completed, ['ellipsis', {}, { start: columns }]);
  return {
    u: full && rows > columns ? concat([left, rest], -1) : left,
    s: lengths,
    vTransposed: transposed(right),
  };
}

/** x with a x = b, for square a; a vector b counts as one column. */
export function solve(a: Tensor, b: Tensor): Tensor {
  requireMatrix('solve', a, true);
  const isVector = b.shape.length === a.shape.length - 1;
  const columns = isVector ? expandDims(b, -1) : b;
  const found = product(inverse(a), toFloat(columns));
  return isVector ? reshape(found, found.shape.slice(0, -1)) : found;
}

/** x with a x = b, reading one triangle of a. */
export function solveTriangular(a: Tensor, b: Tensor, lower = false): Tensor {
  return solve(lower ? tril(toFloat(a)) : triu(toFloat(a)), b);
}

/** Least-squares solution of a x = b for a with independent columns. */
export function leastSquares(a: Tensor, b: Tensor): Tensor {
  const { q, r } = qr(a);
  return solveTriangular(r, transposedTimes(q, toFloat(b)));
}

/** The pseudo-inverse: singular values below `cutoff` times the largest count as 0. */
export function pseudoInverse(x: Tensor, cutoff = 1e-6): Tensor {
  const { u, s, vTransposed } = svd(x, false);
  const keep = notEqual(abs(s), 0);
  const large = less(mul(cutoff, max(s, [-1], true)), s);
  const scale = select(large, div(1, select(keep, s, 1)), 0);
  return product(mul(transposed(vTransposed), expandDims(scale, -2)), u, { transposeB: true });
}
