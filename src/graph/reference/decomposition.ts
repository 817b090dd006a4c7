// Decompositions of small matrices in double precision; each matrix of a batch by itself.
import type { OperationName } from '../attributes.ts';
import { staticShape } from '../shapes.ts';
import { attributesOf, type Tensor } from '../tensor.ts';
import type { Cells, Kernel } from './kernel.ts';

/** A matrix of doubles, row by row. */
interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly cells: Float64Array;
}

function matrix(rows: number, columns: number): Matrix {
  return { rows, columns, cells: new Float64Array(rows * columns) };
}

function identityOf(size: number): Matrix {
  const made = matrix(size, size);
  for (let index = 0; index < size; index++) made.cells[index * (size + 1)] = 1;
  return made;
}

/** A kernel from what happens to one matrix; the result's cells are written in order. */
function eachMatrix(compute: (x: Matrix, node: Tensor) => Float64Array): Kernel {
  return node => {
    const [rows, columns] = staticShape(node.op, node.inputs[0].shape).slice(-2);
    const size = rows * columns;
    return ([x], out) => {
      for (let from = 0, to = 0; from < x.length; from += size) {
        const result = compute({ rows, columns, cells: Float64Array.from(copyOf(x, from, size)) }, node);
        out.set(result, to);
        to += result.length;
      }
    };
  };
}

function copyOf(cells: Cells, from: number, size: number): Cells {
  return cells.subarray(from, from + size);
}

function cholesky({ rows: size, cells }: Matrix): Float64Array {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = cells[row * size + column];
      for (let index = 0; index < column; index++)
        rest -= lower[row * size + index] * lower[column * size + index];
      // The root of what is negative is NaN, and so is all that follows from it.
      lower[row * size + column] = row === column ? Math.sqrt(rest) : rest / lower[column * size + column];
    }
  }
  return lower;
}

interface Factors {
  /** L below the diagonal, U on and above it. */
  readonly factors: Matrix;
  /** Which row of the matrix each row of L U is. */
  readonly order: number[];
  readonly sign: number;
}

/** Gaussian elimination with the largest pivot of each column. */
function eliminate({ rows, columns, cells }: Matrix): Factors {
  const factors = Float64Array.from(cells);
  const order = Array.from({ length: rows }, (_, index) => index);
  let sign = 1;
  for (let step = 0; step < Math.min(rows, columns); step++) {
    let pivot = step;
    for (let row = step + 1; row < rows; row++) {
      if (Math.abs(factors[row * columns + step]) > Math.abs(factors[pivot * columns + step])) pivot = row;
    }
    if (pivot !== step) {
      sign = -sign;
      [order[step], order[pivot]] = [order[pivot], order[step]];
      for (let column = 0; column < columns; column++) {
        const [a, b] = [step * columns + column, pivot * columns + column];
        [factors[a], factors[b]] = [factors[b], factors[a]];
      }
    }
    const head = factors[step * columns + step];
    if (head === 0) continue;
    for (let row = step + 1; row < rows; row++) {
      const share = factors[row * columns + step] / head;
      factors[row * columns + step] = share;
      for (let column = step + 1; column < columns; column++)
        factors[row * columns + column] -= share * factors[step * columns + column];
    }
  }
  return { factors: { rows, columns, cells: factors }, order, sign };
}

function inverse(x: Matrix): Float64Array {
  const size = x.rows;
  const { factors, order } = eliminate(x);
  const result = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    for (let row = 0; row < size; row++) {
      let rest = order[row] === column ? 1 : 0;
      for (let index = 0; index < row; index++)
        rest -= factors.cells[row * size + index] * result[index * size + column];
      result[row * size + column] = rest;
    }
    for (let row = size - 1; row >= 0; row--) {
      let rest = result[row * size + column];
      for (let index = row + 1; index < size; index++)
        rest -= factors.cells[row * size + index] * result[index * size + column];
      result[row * size + column] = rest / factors.cells[row * size + row];
    }
  }
  return result;
}

function determinant(x: Matrix): Float64Array {
  const { factors, sign } = eliminate(x);
  const result = [sign, 0, sign];
  for (let index = 0; index < x.rows; index++) {
    const head = factors.cells[index * (x.rows + 1)];
    result[0] *= Math.sign(head);
    result[1] += Math.log(Math.abs(head));
    result[2] *= head;
  }
  return Float64Array.from(result);
}

function luFactor(x: Matrix): Float64Array {
  const { factors, order } = eliminate(x);
  const width = x.columns + 1;
  const result = new Float64Array(x.rows * width);
  for (let row = 0; row < x.rows; row++) {
    result.set(factors.cells.subarray(row * x.columns, (row + 1) * x.columns), row * width);
    result[order[row] * width + x.columns] = row;
  }
  return result;
}

/** Applies the reflection of the vector `normal` (from `start` on) to the rows of a matrix, column by column. */
function reflect({ rows, columns, cells }: Matrix, normal: Float64Array, start: number, scale: number): void {
  for (let column = 0; column < columns; column++) {
    let along = 0;
    for (let row = start; row < rows; row++) along += normal[row] * cells[row * columns + column];
    for (let row = start; row < rows; row++) cells[row * columns + column] -= scale * along * normal[row];
  }
}

function orthonormalBasis(x: Matrix, node: Tensor): Float64Array {
  const { rows, columns } = x;
  const work: Matrix = { rows, columns, cells: Float64Array.from(x.cells) };
  const reflections: { readonly normal: Float64Array; readonly scale: number; readonly start: number }[] = [];
  for (let step = 0; step < Math.min(rows, columns); step++) {
    let rest = 0;
    for (let row = step + 1; row < rows; row++) rest += work.cells[row * columns + step] ** 2;
    if (rest === 0) continue;
    const head = work.cells[step * columns + step];
    const length = Math.sqrt(head * head + rest) * (head < 0 ? 1 : -1);
    const normal = new Float64Array(rows);
    normal[step] = 1;
    for (let row = step + 1; row < rows; row++)
      normal[row] = work.cells[row * columns + step] / (head - length);
    const scale = (length - head) / length;
    reflect(work, normal, step, scale);
    reflections.push({ normal, scale, start: step });
  }
  const width = attributesOf(node, 'orthonormalBasis').complete ? rows : Math.min(rows, columns);
  const basis = matrix(rows, width);
  for (let index = 0; index < width; index++) basis.cells[index * (width + 1)] = 1;
  for (const { normal, scale, start } of reflections.reverse()) reflect(basis, normal, start, scale);
  return basis.cells;
}

/** Turns columns a and b of a matrix by an angle. */
function turnColumns({ rows, columns, cells }: Matrix, a: number, b: number, cos: number, sin: number): void {
  for (let row = 0; row < rows; row++) {
    const [left, right] = [cells[row * columns + a], cells[row * columns + b]];
    cells[row * columns + a] = cos * left - sin * right;
    cells[row * columns + b] = sin * left + cos * right;
  }
}

/** Cosine and sine of the angle that makes `cross` vanish between `first` and `second`. */
function angle(first: number, second: number, cross: number): [number, number] {
  const ratio = (second - first) / (2 * cross);
  const tangent = Math.sign(ratio || 1) / (Math.abs(ratio) + Math.sqrt(1 + ratio * ratio));
  const cos = 1 / Math.sqrt(1 + tangent * tangent);
  return [cos, cos * tangent];
}

const sweeps = 60;

/** Columns in the order of their values. */
function ordered({ rows, columns, cells }: Matrix, values: readonly number[], rising: boolean): Float64Array {
  const order = values.map((_, index) => index);
  order.sort((a, b) => (rising ? values[a] - values[b] : values[b] - values[a]) || a - b);
  const result = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    order.forEach((from, to) => {
      result[row * columns + to] = cells[row * columns + from];
    });
  }
  return result;
}

/** Jacobi's method: plane rotations until nothing is left beside the diagonal. */
function eigenvectors(x: Matrix): Float64Array {
  const size = x.rows;
  const work: Matrix = { rows: size, columns: size, cells: Float64Array.from(x.cells) };
  const vectors = identityOf(size);
  const { cells } = work;
  let total = 0;
  for (const value of cells) total += value * value;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    let beside = 0;
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < row; column++) beside += cells[row * size + column] ** 2;
    }
    if (!(beside > 1e-30 * total)) break;
    for (let a = 0; a < size; a++) {
      for (let b = a + 1; b < size; b++) {
        const cross = cells[a * size + b];
        if (cross === 0) continue;
        const [cos, sin] = angle(cells[a * size + a], cells[b * size + b], cross);
        turnColumns(work, a, b, cos, sin);
        turnRows(work, a, b, cos, sin);
        turnColumns(vectors, a, b, cos, sin);
      }
    }
  }
  const values = Array.from({ length: size }, (_, index) => cells[index * (size + 1)]);
  return ordered(vectors, values, true);
}

function turnRows({ columns, cells }: Matrix, a: number, b: number, cos: number, sin: number): void {
  for (let column = 0; column < columns; column++) {
    const [left, right] = [cells[a * columns + column], cells[b * columns + column]];
    cells[a * columns + column] = cos * left - sin * right;
    cells[b * columns + column] = sin * left + cos * right;
  }
}

/** One-sided Jacobi: columns are turned until all are orthogonal; the turns are the right singular vectors. */
function rightSingularVectors(x: Matrix): Float64Array {
  const { rows, columns } = x;
  const work: Matrix = { rows, columns, cells: Float64Array.from(x.cells) };
  const vectors = identityOf(columns);
  const inner = (a: number, b: number) => {
    let total = 0;
    for (let row = 0; row < rows; row++)
      total += work.cells[row * columns + a] * work.cells[row * columns + b];
    return total;
  };
  for (let sweep = 0, turned = true; turned && sweep < sweeps; sweep++) {
    turned = false;
    for (let a = 0; a < columns; a++) {
      for (let b = a + 1; b < columns; b++) {
        const [first, second, cross] = [inner(a, a), inner(b, b), inner(a, b)];
        if (!(Math.abs(cross) > 1e-14 * Math.sqrt(first * second))) continue;
        turned = true;
        const [cos, sin] = angle(first, second, cross);
        turnColumns(work, a, b, cos, sin);
        turnColumns(vectors, a, b, cos, sin);
      }
    }
  }
  const lengths = Array.from({ length: columns }, (_, index) => inner(index, index));
  return ordered(vectors, lengths, false);
}

export const decompositionKernels: ReadonlyMap<OperationName, Kernel> = new Map<OperationName, Kernel>([
  ['cholesky', eachMatrix(cholesky)],
  ['inverse', eachMatrix(inverse)],
  ['determinant', eachMatrix(determinant)],
  ['luFactor', eachMatrix(luFactor)],
  ['orthonormalBasis', eachMatrix(orthonormalBasis)],
  ['eigenvectors', eachMatrix(eigenvectors)],
  ['rightSingularVectors', eachMatrix(rightSingularVectors)],
]);
