/** Eigenvalues and vectors of real matrices whose eigenvalues are complex: the QR iteration in complex numbers. */
import { NotKnown, PyComplex } from '../../python/values.ts';
import { add, divide, magnitude, multiply, squareRoot, subtract } from './complexNumbers.ts';

type Matrix = PyComplex[][];

const zero = new PyComplex(0, 0);
const real = (value: number): PyComplex => new PyComplex(value, 0);
const conjugate = (a: PyComplex): PyComplex => new PyComplex(a.real, -a.imaginary);
const scaled = (a: PyComplex, factor: number): PyComplex =>
  new PyComplex(a.real * factor, a.imaginary * factor);

/** Householder's similarity to a matrix that is zero below its first subdiagonal, by eliminations with pivots. */
function hessenberg(matrix: Matrix): Matrix {
  const a = matrix.map(row => [...row]);
  const n = a.length;
  for (let k = 1; k < n - 1; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (magnitude(a[i][k - 1]) > magnitude(a[pivot][k - 1])) pivot = i;
    if (magnitude(a[pivot][k - 1]) === 0) continue;
    [a[k], a[pivot]] = [a[pivot], a[k]];
    for (const row of a) [row[k], row[pivot]] = [row[pivot], row[k]];
    for (let i = k + 1; i < n; i++) {
      const factor = divide(a[i][k - 1], a[k][k - 1]);
      for (let j = 0; j < n; j++) a[i][j] = subtract(a[i][j], multiply(factor, a[k][j]));
      for (let j = 0; j < n; j++) a[j][k] = add(a[j][k], multiply(factor, a[j][i]));
    }
  }
  return a;
}

/** The eigenvalue of the last two rows that is nearer to the last element: Wilkinson's shift. */
function shiftOf(a: Matrix, last: number): PyComplex {
  const [p, q, r, s] = [a[last - 1][last - 1], a[last - 1][last], a[last][last - 1], a[last][last]];
  const half = scaled(subtract(p, s), 0.5);
  const root = squareRoot(add(multiply(half, half), multiply(q, r)));
  const middle = scaled(add(p, s), 0.5);
  const [one, other] = [add(middle, root), subtract(middle, root)];
  return magnitude(subtract(one, s)) < magnitude(subtract(other, s)) ? one : other;
}

/** One step: `a - shift = q r`, and then `r q + shift`, by rotations of neighbouring rows. */
function step(a: Matrix, size: number, shift: PyComplex): void {
  for (let i = 0; i < size; i++) a[i][i] = subtract(a[i][i], shift);
  const rotations: (readonly [PyComplex, PyComplex])[] = [];
  for (let k = 0; k + 1 < size; k++) {
    const [x, y] = [a[k][k], a[k + 1][k]];
    const length = Math.hypot(magnitude(x), magnitude(y));
    const [c, s] = length === 0 ? [real(1), zero] : [scaled(x, 1 / length), scaled(y, 1 / length)];
    rotations.push([c, s]);
    for (let j = k; j < size; j++) {
      const [u, v] = [a[k][j], a[k + 1][j]];
      a[k][j] = add(multiply(conjugate(c), u), multiply(conjugate(s), v));
      a[k + 1][j] = subtract(multiply(c, v), multiply(s, u));
    }
  }
  rotations.forEach(([c, s], k) => {
    for (let i = 0; i <= Math.min(size - 1, k + 1); i++) {
      const [u, v] = [a[i][k], a[i][k + 1]];
      a[i][k] = add(multiply(u, c), multiply(v, s));
      a[i][k + 1] = subtract(multiply(v, conjugate(c)), multiply(u, conjugate(s)));
    }
  });
  for (let i = 0; i < size; i++) a[i][i] = add(a[i][i], shift);
}

/** The eigenvalues of a real matrix, of each conjugate pair the one above the real axis first. */
export function complexEigenvalues(items: ArrayLike<number>, n: number): PyComplex[] {
  const matrix = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => real(items[i * n + j])),
  );
  const a = hessenberg(matrix);
  const values: PyComplex[] = [];
  let size = n;
  for (let turn = 0; size > 0; turn++) {
    if (turn > 500 * n) throw new NotKnown('these eigenvalues were not found');
    const neighbours = size > 1 ? magnitude(a[size - 1][size - 1]) + magnitude(a[size - 2][size - 2]) : 0;
    if (size === 1 || magnitude(a[size - 1][size - 2]) <= 2.3e-16 * neighbours) {
      values[size - 1] = a[size - 1][size - 1];
      size--;
    } else step(a, size, turn % 11 === 10 ? real(magnitude(a[size - 1][size - 2])) : shiftOf(a, size - 1));
  }
  return paired(values);
}

/** Eigenvalues of real matrices come in exact conjugate pairs; what is left of rounding is taken out. */
function paired(values: readonly PyComplex[]): PyComplex[] {
  const size = Math.max(...values.map(magnitude));
  const left = values.map(value => (Math.abs(value.imaginary) <= 1e-10 * size ? real(value.real) : value));
  const result: PyComplex[] = [];
  while (left.length > 0) {
    const value = left.shift()!;
    result.push(value.imaginary === 0 ? value : new PyComplex(value.real, Math.abs(value.imaginary)));
    if (value.imaginary === 0) continue;
    const distance = (other: PyComplex): number => magnitude(subtract(other, conjugate(value)));
    const partner = left.reduce((best, other, i) => (distance(other) < distance(left[best]) ? i : best), 0);
    left.splice(partner, 1);
    result.push(new PyComplex(value.real, -Math.abs(value.imaginary)));
  }
  return result;
}

/** The vector of length one of an eigenvalue, its largest component real: two steps of inverse iteration. */
export function eigenvectorOf(items: ArrayLike<number>, n: number, value: PyComplex): PyComplex[] {
  const nudge = 1e-10 * Math.max(1e-300, magnitude(value) || 1);
  const near = add(value, real(nudge));
  let vector: PyComplex[] = Array.from({ length: n }, (_, i) => real(1 + i / n));
  for (let turn = 0; turn < 3; turn++) {
    vector = normalized(solved(items, n, near, vector));
  }
  return vector;
}

function normalized(vector: readonly PyComplex[]): PyComplex[] {
  const length = Math.hypot(...vector.map(magnitude));
  const largest = vector.reduce(
    (best, item) => (magnitude(item) > magnitude(best) + 1e-12 ? item : best),
    zero,
  );
  const turn = scaled(conjugate(largest), 1 / (magnitude(largest) * length));
  return vector.map(item => multiply(item, turn));
}

/** Solves `(A - shift) x = right` by elimination with pivots. */
function solved(
  items: ArrayLike<number>,
  n: number,
  shift: PyComplex,
  right: readonly PyComplex[],
): PyComplex[] {
  const rows = Array.from({ length: n }, (_, i) => [
    ...Array.from({ length: n }, (_, j) =>
      i === j ? subtract(real(items[i * n + j]), shift) : real(items[i * n + j]),
    ),
    right[i],
  ]);
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (magnitude(rows[i][k]) > magnitude(rows[pivot][k])) pivot = i;
    [rows[k], rows[pivot]] = [rows[pivot], rows[k]];
    if (magnitude(rows[k][k]) === 0) rows[k][k] = real(1e-300);
    for (let i = k + 1; i < n; i++) {
      const factor = divide(rows[i][k], rows[k][k]);
      for (let j = k; j <= n; j++) rows[i][j] = subtract(rows[i][j], multiply(factor, rows[k][j]));
    }
  }
  const x: PyComplex[] = new Array(n).fill(zero);
  for (let i = n - 1; i >= 0; i--) {
    let sum = rows[i][n];
    for (let j = i + 1; j < n; j++) sum = subtract(sum, multiply(rows[i][j], x[j]));
    x[i] = divide(sum, rows[i][i]);
  }
  return x;
}
