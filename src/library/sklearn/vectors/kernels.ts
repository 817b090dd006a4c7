/** Kernels of support vector machines: how alike two samples are, and the rows of a kernel matrix as they are needed. */
import { preciseExp } from '../../preciseFunctions.ts';

export interface Kernel {
  readonly name: 'linear' | 'poly' | 'rbf' | 'sigmoid' | 'precomputed';
  readonly degree: number;
  readonly gamma: number;
  readonly coef0: number;
}

/** Samples row after row; of a precomputed kernel, the rows of its matrix, and each sample's column in it. */
export interface Samples {
  readonly values: Float64Array;
  readonly features: number;
  /** The row of each sample. */
  readonly rows: Int32Array;
}

function dot(a: Float64Array, from: number, b: Float64Array, start: number, features: number): number {
  let sum = 0;
  for (let k = 0; k < features; k++) sum += a[from + k] * b[start + k];
  return sum;
}

/** A power by repeated squaring, which rounds otherwise than `**`. */
function wholePower(base: number, exponent: number): number {
  let [factor, power] = [base, 1];
  for (let left = exponent; left > 0; left = Math.trunc(left / 2)) {
    if (left % 2 === 1) power *= factor;
    factor *= factor;
  }
  return power;
}

function ofProduct(kernel: Kernel, product: number): number {
  switch (kernel.name) {
    case 'poly':
      return wholePower(kernel.gamma * product + kernel.coef0, kernel.degree);
    case 'sigmoid':
      return Math.tanh(kernel.gamma * product + kernel.coef0);
    default:
      return product;
  }
}

/** The kernel of sample `i` of one table and sample `j` of another. */
export function kernelBetween(kernel: Kernel, a: Samples, i: number, b: Samples, j: number): number {
  const { features } = a;
  if (kernel.name === 'precomputed') return a.values[a.rows[i] * features + b.rows[j]];
  const [from, start] = [a.rows[i] * features, b.rows[j] * features];
  if (kernel.name !== 'rbf') return ofProduct(kernel, dot(a.values, from, b.values, start, features));
  let distance = 0;
  for (let k = 0; k < features; k++) {
    const difference = a.values[from + k] - b.values[start + k];
    distance += difference * difference;
  }
  return preciseExp(-kernel.gamma * distance);
}

/** Bytes of rows that are kept before the oldest is computed anew. */
const CACHE = 200 * 2 ** 20;

/** The kernel matrix of some samples: its rows in single precision, computed when asked for, and its diagonal. */
export class KernelMatrix {
  readonly diagonal: Float64Array;
  private readonly kernel: Kernel;
  private readonly samples: Samples;
  private readonly squares: Float64Array;
  private readonly kept = new Map<number, Float32Array>();
  private readonly limit: number;

  constructor(kernel: Kernel, samples: Samples) {
    this.kernel = kernel;
    this.samples = samples;
    const { values, rows, features } = samples;
    this.limit = Math.max(2, Math.floor(CACHE / (4 * rows.length)));
    this.squares = Float64Array.from(rows, row =>
      kernel.name === 'rbf' ? dot(values, row * features, values, row * features, features) : 0,
    );
    this.diagonal = Float64Array.from(rows, (_, i) => this.between(i, i));
  }

  private between(i: number, j: number): number {
    const { kernel, samples, squares } = this;
    const { values, rows, features } = samples;
    if (kernel.name === 'precomputed') return values[rows[i] * features + rows[j]];
    const product = dot(values, rows[i] * features, values, rows[j] * features, features);
    if (kernel.name === 'rbf') return preciseExp(-kernel.gamma * (squares[i] + squares[j] - 2 * product));
    return ofProduct(kernel, product);
  }

  row(i: number): Float32Array {
    const known = this.kept.get(i);
    if (known !== undefined) {
      this.kept.delete(i);
      this.kept.set(i, known);
      return known;
    }
    const row = new Float32Array(this.samples.rows.length);
    for (let j = 0; j < row.length; j++) row[j] = this.between(i, j);
    if (this.kept.size >= this.limit) this.kept.delete(this.kept.keys().next().value as number);
    this.kept.set(i, row);
    return row;
  }
}
