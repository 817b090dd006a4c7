/** Real eigenvalues and vectors of a general matrix: the double-shift QR iteration in the steps of LAPACK's `dgeev`. */

/** The smallest relative step, and the smallest number that counts. */
const ULP = 2 ** -52;
const SMALL = 2 ** -1022 / ULP;

const signed = (size: number, sign: number): number => (sign < 0 ? -Math.abs(size) : Math.abs(size));

/** A reflection `I - tau v v'` with `v[0] = 1` that brings a vector to its first axis; it becomes `beta`. */
function reflection(x: number[]): { tau: number; beta: number; v: number[] } {
  const rest = Math.hypot(...x.slice(1));
  if (rest === 0) return { tau: 0, beta: x[0], v: x.map((_, i) => (i === 0 ? 1 : 0)) };
  const beta = -signed(Math.hypot(x[0], rest), x[0]);
  return {
    tau: (beta - x[0]) / beta,
    beta,
    v: x.map((item, i) => (i === 0 ? 1 : item / (x[0] - beta))),
  };
}

/** Combines rows (or columns) from `start` on: `x -= tau (v . x) v`. `step` leads to the next one of them. */
function reflect(a: Float64Array, start: number, step: number, v: readonly number[], tau: number): void {
  let sum = 0;
  for (let i = 0; i < v.length; i++) sum += v[i] * a[start + i * step];
  for (let i = 0; i < v.length; i++) a[start + i * step] -= tau * sum * v[i];
}

/** A similar matrix that is zero below its first subdiagonal, in place; the product of the reflections is returned. */
function toHessenberg(h: Float64Array, n: number): Float64Array {
  const z = new Float64Array(n * n);
  for (let i = 0; i < n; i++) z[i * n + i] = 1;
  for (let k = 0; k + 2 < n; k++) {
    const { tau, beta, v } = reflection(Array.from({ length: n - k - 1 }, (_, i) => h[(k + 1 + i) * n + k]));
    h[(k + 1) * n + k] = beta;
    for (let i = k + 2; i < n; i++) h[i * n + k] = 0;
    for (let row = 0; row < n; row++) reflect(h, row * n + k + 1, 1, v, tau);
    for (let column = k + 1; column < n; column++) reflect(h, (k + 1) * n + column, n, v, tau);
    for (let row = 0; row < n; row++) reflect(z, row * n + k + 1, 1, v, tau);
  }
  return z;
}

/** The first row above `last` that nothing but rounding connects with the rows before it. */
function deflation(h: Float64Array, n: number, last: number): number {
  for (let k = last; k > 0; k--) {
    const at = (i: number, j: number): number => Math.abs(h[i * n + j]);
    const below = at(k, k - 1);
    if (below <= SMALL) return k;
    let test = at(k - 1, k - 1) + at(k, k);
    if (test === 0) test = (k >= 2 ? at(k - 1, k - 2) : 0) + (k + 1 < n ? at(k + 1, k) : 0);
    if (below > ULP * test) continue;
    const [ab, ba] = [Math.max(below, at(k - 1, k)), Math.min(below, at(k - 1, k))];
    const difference = Math.abs(h[(k - 1) * n + k - 1] - h[k * n + k]);
    const [aa, bb] = [Math.max(at(k, k), difference), Math.min(at(k, k), difference)];
    if (ba * (ab / (aa + ab)) <= Math.max(SMALL, ULP * (bb * (aa / (aa + ab))))) return k;
  }
  return 0;
}

/** The two shifts (real part, imaginary part each) of a step on the rows up to `i`. */
function shifts(h: Float64Array, n: number, low: number, i: number, turn: number): number[] {
  const at = (row: number, column: number): number => h[row * n + column];
  let [h11, h21, h12, h22] = [at(i - 1, i - 1), at(i, i - 1), at(i - 1, i), at(i, i)];
  if (turn === 10 || turn === 20) {
    const s =
      turn === 10
        ? Math.abs(at(low + 1, low)) + Math.abs(at(low + 2, low + 1))
        : Math.abs(at(i, i - 1)) + Math.abs(at(i - 1, i - 2));
    h11 = 0.75 * s + (turn === 10 ? at(low, low) : at(i, i));
    [h12, h21, h22] = [-0.4375 * s, s, h11];
  }
  const s = Math.abs(h11) + Math.abs(h12) + Math.abs(h21) + Math.abs(h22);
  if (s === 0) return [0, 0, 0, 0];
  [h11, h21, h12, h22] = [h11 / s, h21 / s, h12 / s, h22 / s];
  const middle = (h11 + h22) / 2;
  const determinant = (h11 - middle) * (h22 - middle) - h12 * h21;
  const root = Math.sqrt(Math.abs(determinant));
  if (determinant >= 0) return [middle * s, root * s, middle * s, -root * s];
  const [one, other] = [middle + root, middle - root];
  const near = (Math.abs(one - h22) <= Math.abs(other - h22) ? one : other) * s;
  return [near, 0, near, 0];
}

/** One double-shift step on the rows from `low` to `i`. */
function doubleStep(h: Float64Array, z: Float64Array, n: number, low: number, i: number, turn: number): void {
  const [r1, i1, r2, i2] = shifts(h, n, low, i, turn);
  const at = (row: number, column: number): number => h[row * n + column];
  let m = i - 2;
  let first: number[] = [];
  for (; m >= low; m--) {
    const s = Math.abs(at(m, m) - r2) + Math.abs(i2) + Math.abs(at(m + 1, m));
    const below = at(m + 1, m) / s;
    first = [
      below * at(m, m + 1) + (at(m, m) - r1) * ((at(m, m) - r2) / s) - i1 * (i2 / s),
      below * (at(m, m) + at(m + 1, m + 1) - r1 - r2),
      below * at(m + 2, m + 1),
    ];
    const size = Math.abs(first[0]) + Math.abs(first[1]) + Math.abs(first[2]);
    first = first.map(item => item / size);
    if (m === low) break;
    const around = Math.abs(at(m - 1, m - 1)) + Math.abs(at(m, m)) + Math.abs(at(m + 1, m + 1));
    const left = Math.abs(at(m, m - 1)) * (Math.abs(first[1]) + Math.abs(first[2]));
    if (left <= ULP * Math.abs(first[0]) * around) break;
  }
  for (let k = m; k < i; k++) {
    const width = Math.min(3, i - k + 1);
    const column = k > m ? Array.from({ length: width }, (_, j) => at(k + j, k - 1)) : first.slice(0, width);
    const { tau, beta, v } = reflection(column);
    if (k > m) {
      h[k * n + k - 1] = beta;
      for (let j = 1; j < width; j++) h[(k + j) * n + k - 1] = 0;
    } else if (m > low) h[k * n + k - 1] *= 1 - tau;
    for (let j = k; j < n; j++) reflect(h, k * n + j, n, v, tau);
    for (let j = 0; j <= Math.min(k + 3, i); j++) reflect(h, j * n + k, 1, v, tau);
    for (let j = 0; j < n; j++) reflect(z, j * n + k, 1, v, tau);
  }
}

/** Makes a block of two rows triangular by a rotation; false where its eigenvalues are complex. */
function splitBlock(h: Float64Array, z: Float64Array, n: number, i: number): boolean {
  const at = (row: number, column: number): number => h[row * n + column];
  const [a, b, c, d] = [at(i - 1, i - 1), at(i - 1, i), at(i, i - 1), at(i, i)];
  let [cosine, sine] = [1, 0];
  if (c !== 0 && b === 0) [cosine, sine] = [0, 1];
  else if (c !== 0) {
    if (a === d && Math.sign(b) !== Math.sign(c)) return false;
    const p = 0.5 * (a - d);
    const most = Math.max(Math.abs(b), Math.abs(c));
    const least = Math.min(Math.abs(b), Math.abs(c)) * Math.sign(b) * Math.sign(c);
    const scale = Math.max(Math.abs(p), most);
    const inner = (p / scale) * p + (most / scale) * least;
    if (inner < 4 * ULP) return false;
    const root = p + signed(Math.sqrt(scale) * Math.sqrt(inner), p);
    const length = Math.hypot(c, root);
    [cosine, sine] = [root / length, c / length];
  }
  for (let j = i - 1; j < n; j++) {
    const [x, y] = [at(i - 1, j), at(i, j)];
    h[(i - 1) * n + j] = cosine * x + sine * y;
    h[i * n + j] = cosine * y - sine * x;
  }
  for (const [matrix, rows] of [
    [h, i + 1],
    [z, n],
  ] as const) {
    for (let j = 0; j < rows; j++) {
      const [x, y] = [matrix[j * n + i - 1], matrix[j * n + i]];
      matrix[j * n + i - 1] = cosine * x + sine * y;
      matrix[j * n + i] = cosine * y - sine * x;
    }
  }
  h[i * n + i - 1] = 0;
  return true;
}

/** Eigenvalues in LAPACK's order, and vectors of length one as columns; null where some eigenvalues are complex. */
export function eigenGeneral(
  items: Float64Array,
  n: number,
): { values: number[]; vectors: Float64Array } | null {
  const h = items.slice();
  const z = toHessenberg(h, n);
  for (let last = n - 1, turn = 0; last >= 0; ) {
    const low = deflation(h, n, last);
    if (low > 0) h[low * n + low - 1] = 0;
    if (low >= last - 1) {
      if (low === last - 1 && !splitBlock(h, z, n, last)) return null;
      last = low - 1;
      turn = 0;
    } else if (turn > 30 * Math.max(10, n)) return null;
    else doubleStep(h, z, n, low, last, turn++);
  }
  const values = Array.from({ length: n }, (_, i) => h[i * n + i]);
  return { values, vectors: columnVectors(h, z, n) };
}

/** The vectors of a triangular matrix by substitution, seen in the axes of `z`. */
function columnVectors(t: Float64Array, z: Float64Array, n: number): Float64Array {
  const vectors = new Float64Array(n * n);
  for (let k = 0; k < n; k++) {
    const value = t[k * n + k];
    const least = Math.max(ULP * Math.abs(value), SMALL);
    const x = new Float64Array(n);
    x[k] = 1;
    for (let i = k - 1; i >= 0; i--) {
      let sum = 0;
      for (let j = i + 1; j <= k; j++) sum -= t[i * n + j] * x[j];
      const difference = t[i * n + i] - value;
      x[i] = sum / (Math.abs(difference) < least ? least : difference);
    }
    const column = Array.from({ length: n }, (_, i) => {
      let sum = 0;
      for (let j = 0; j <= k; j++) sum += z[i * n + j] * x[j];
      return sum;
    });
    const length = Math.hypot(...column);
    column.forEach((item, i) => {
      vectors[i * n + k] = item / length;
    });
  }
  return vectors;
}
