/** The identity, row-major. */
export function identityMatrix(n: number): Float64Array {
  const items = new Float64Array(n * n);
  for (let i = 0; i < n; i++) items[i * n + i] = 1;
  return items;
}

/** Factors in place with partial pivoting; `pivots[i]` is the original row that ended in row i. */
export function luFactor(
  items: Float64Array,
  n: number,
): { pivots: number[]; sign: number; singular: boolean } {
  const pivots = Array.from({ length: n }, (_, i) => i);
  let sign = 1;
  for (let k = 0; k < n; k++) {
    let best = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(items[i * n + k]) > Math.abs(items[best * n + k])) best = i;
    if (items[best * n + k] === 0) return { pivots, sign, singular: true };
    if (best !== k) {
      for (let j = 0; j < n; j++) {
        const kept = items[k * n + j];
        items[k * n + j] = items[best * n + j];
        items[best * n + j] = kept;
      }
      [pivots[k], pivots[best]] = [pivots[best], pivots[k]];
      sign = -sign;
    }
    for (let i = k + 1; i < n; i++) {
      const factor = items[i * n + k] / items[k * n + k];
      items[i * n + k] = factor;
      for (let j = k + 1; j < n; j++) items[i * n + j] -= factor * items[k * n + j];
    }
  }
  return { pivots, sign, singular: false };
}

/** QR by Householder reflections with LAPACK's signs; `q` has `inner` columns. */
export function householder(
  items: Float64Array,
  rows: number,
  columns: number,
  inner: number,
): { q: Float64Array; r: Float64Array } {
  const reflections: { v: Float64Array; tau: number }[] = [];
  const steps = Math.min(rows, columns);
  for (let k = 0; k < steps; k++) {
    let below = 0;
    for (let i = k + 1; i < rows; i++) below = Math.hypot(below, items[i * columns + k]);
    const alpha = items[k * columns + k];
    const v = new Float64Array(rows);
    v[k] = 1;
    let tau = 0;
    if (below !== 0) {
      const beta = -Math.sign(alpha || 1) * Math.hypot(alpha, below);
      tau = (beta - alpha) / beta;
      for (let i = k + 1; i < rows; i++) v[i] = items[i * columns + k] / (alpha - beta);
    }
    reflections.push({ v, tau });
    reflect(items, v, tau, k, rows, columns);
  }
  const r = new Float64Array(inner * columns);
  for (let i = 0; i < inner; i++)
    for (let j = i; j < columns; j++) r[i * columns + j] = items[i * columns + j];
  const q = new Float64Array(rows * inner);
  for (let i = 0; i < Math.min(rows, inner); i++) q[i * inner + i] = 1;
  for (let k = steps - 1; k >= 0; k--) reflect(q, reflections[k].v, reflections[k].tau, k, rows, inner);
  return { q, r };
}

function reflect(
  items: Float64Array,
  v: Float64Array,
  tau: number,
  from: number,
  rows: number,
  columns: number,
): void {
  if (tau === 0) return;
  for (let j = 0; j < columns; j++) {
    let sum = 0;
    for (let i = from; i < rows; i++) sum += v[i] * items[i * columns + j];
    sum *= tau;
    for (let i = from; i < rows; i++) items[i * columns + j] -= sum * v[i];
  }
}

/** Eigenvalues in ascending order and vectors (as columns) of a symmetric matrix, by Jacobi rotations. */
export function eigenSymmetric(items: Float64Array, n: number): { values: number[]; vectors: Float64Array } {
  const vectors = identityMatrix(n);
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) off += items[i * n + j] ** 2;
    if (off < 1e-300) break;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(items, vectors, n, p, q);
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => items[a * n + a] - items[b * n + b]);
  const sorted = new Float64Array(n * n);
  order.forEach((from, to) => {
    // The sign is free; the last component is made positive where LAPACK mostly has it so.
    let largest = 0;
    for (let i = 0; i < n; i++)
      if (Math.abs(vectors[i * n + from]) > Math.abs(vectors[largest * n + from])) largest = i;
    const sign = vectors[(n - 1) * n + from] < 0 ? -1 : 1;
    for (let i = 0; i < n; i++) sorted[i * n + to] = sign * vectors[i * n + from];
  });
  return { values: order.map(i => items[i * n + i]), vectors: sorted };
}

function rotate(items: Float64Array, vectors: Float64Array, n: number, p: number, q: number): void {
  const apq = items[p * n + q];
  if (apq === 0) return;
  const theta = (items[q * n + q] - items[p * n + p]) / (2 * apq);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    const [x, y] = [items[k * n + p], items[k * n + q]];
    items[k * n + p] = c * x - s * y;
    items[k * n + q] = s * x + c * y;
  }
  for (let k = 0; k < n; k++) {
    const [x, y] = [items[p * n + k], items[q * n + k]];
    items[p * n + k] = c * x - s * y;
    items[q * n + k] = s * x + c * y;
    const [u, v] = [vectors[k * n + p], vectors[k * n + q]];
    vectors[k * n + p] = c * u - s * v;
    vectors[k * n + q] = s * u + c * v;
  }
}

/** Singular values in descending order with both sets of vectors, from one-sided Jacobi rotations. */
export function bidiagonalSvd(
  items: Float64Array,
  rows: number,
  columns: number,
  full: boolean,
): { u: Float64Array; s: number[]; vt: Float64Array } {
  if (rows < columns) {
    const flipped = bidiagonalSvd(transposed(items, rows, columns), columns, rows, full);
    const [left, right] = [full ? columns : rows, rows];
    return {
      u: transposed(flipped.vt, right, right),
      s: flipped.s,
      vt: transposed(flipped.u, columns, left),
    };
  }
  const work = items.slice();
  const v = identityMatrix(columns);
  for (let sweep = 0; sweep < 60 && rotateColumns(work, v, rows, columns); sweep++);
  const lengths = Array.from({ length: columns }, (_, j) => {
    let sum = 0;
    for (let i = 0; i < rows; i++) sum += work[i * columns + j] ** 2;
    return Math.sqrt(sum);
  });
  const order = lengths.map((_, j) => j).sort((a, b) => lengths[b] - lengths[a]);
  const width = full ? rows : columns;
  const u = new Float64Array(rows * width);
  const vt = new Float64Array(columns * columns);
  order.forEach((from, to) => {
    for (let i = 0; i < rows; i++)
      u[i * width + to] = lengths[from] === 0 ? 0 : work[i * columns + from] / lengths[from];
    for (let i = 0; i < columns; i++) vt[to * columns + i] = v[i * columns + from];
  });
  completeBasis(u, rows, width, order.map(j => lengths[j]).filter(length => length > 0).length);
  return { u, s: order.map(j => lengths[j]), vt };
}

function rotateColumns(work: Float64Array, v: Float64Array, rows: number, columns: number): boolean {
  let rotated = false;
  for (let p = 0; p < columns; p++) {
    for (let q = p + 1; q < columns; q++) {
      let [alpha, beta, gamma] = [0, 0, 0];
      for (let i = 0; i < rows; i++) {
        const [x, y] = [work[i * columns + p], work[i * columns + q]];
        alpha += x * x;
        beta += y * y;
        gamma += x * y;
      }
      if (Math.abs(gamma) <= 1e-15 * Math.sqrt(alpha * beta)) continue;
      rotated = true;
      const zeta = (beta - alpha) / (2 * gamma);
      const t = Math.sign(zeta || 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
      const c = 1 / Math.sqrt(1 + t * t);
      turn(work, rows, columns, p, q, c, c * t);
      turn(v, columns, columns, p, q, c, c * t);
    }
  }
  return rotated;
}

function turn(
  items: Float64Array,
  rows: number,
  columns: number,
  p: number,
  q: number,
  c: number,
  s: number,
): void {
  for (let i = 0; i < rows; i++) {
    const [x, y] = [items[i * columns + p], items[i * columns + q]];
    items[i * columns + p] = c * x - s * y;
    items[i * columns + q] = s * x + c * y;
  }
}

/** Fills the columns from `have` on with vectors orthogonal to those before. */
function completeBasis(u: Float64Array, rows: number, width: number, have: number): void {
  let next = 0;
  for (let column = have; column < width; column++) {
    for (; next < rows; next++) {
      const candidate = new Float64Array(rows);
      candidate[next] = 1;
      for (let pass = 0; pass < 2; pass++) {
        for (let j = 0; j < column; j++) {
          let product = 0;
          for (let i = 0; i < rows; i++) product += candidate[i] * u[i * width + j];
          for (let i = 0; i < rows; i++) candidate[i] -= product * u[i * width + j];
        }
      }
      const length = Math.hypot(...candidate);
      if (length < 1e-8) continue;
      for (let i = 0; i < rows; i++) u[i * width + column] = candidate[i] / length;
      next++;
      break;
    }
  }
}

function transposed(items: Float64Array, rows: number, columns: number): Float64Array {
  const result = new Float64Array(items.length);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) result[j * rows + i] = items[i * columns + j];
  return result;
}
