/** What the functions of `np.linalg` share: stacks of matrices, their types, singular values. */
import { PyClass } from '../../python/classes.ts';
import { Exception, raise } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { NotKnown } from '../../python/values.ts';
import { asType } from './casting.ts';
import { kindOf, promoteTypes } from './dtypes.ts';
import { applyElementwise } from './elementwise.ts';
import { sliceAxis, stack } from './joining.ts';
import { bidiagonalSvd } from './matrixAlgorithms.ts';
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
import { fromItems, sizeOf } from './storage.ts';
import { reshape } from './views.ts';

export const LinAlgError = new PyClass('LinAlgError', [Exception], [], { module: 'numpy.linalg' });

export const op = (name: string, py: Interpreter, ...arrays: NdArray[]): NdArray =>
  applyElementwise(operation(name), arrays, { py });

/** The floating type that linear algebra computes in. */
export function inexact(array: NdArray): string {
  return kindOf(array.dtype) === 'f' && array.dtype !== 'float16'
    ? array.dtype
    : promoteTypes(array.dtype, 'float64');
}

export function requireMatrix(array: NdArray, square: boolean): void {
  if (array.rank < 2) {
    throw raise(LinAlgError, `${array.rank}-dimensional array given. Array must be at least two-dimensional`);
  }
  const [rows, columns] = array.shape.slice(-2);
  if (square && rows !== null && columns !== null && rows !== columns)
    throw raise(LinAlgError, 'Last 2 dimensions of the array must be square');
}

/** Applies a function of one row-major matrix to every matrix of a stack. */
export function overMatrices(
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

export function matrixOf(items: ArrayLike<number>, rows: number, columns: number, type: string): NdArray {
  return asType(concreteArray(fromItems(Float64Array.from(items), [rows, columns], 'float64')), type);
}

export function vectorOf(items: ArrayLike<number>, type: string): NdArray {
  return asType(concreteArray(fromItems(Float64Array.from(items), [items.length], 'float64')), type);
}

/** Singular values and vectors of one matrix: `a = u @ diag(s) @ vt`. */
export function singular(array: NdArray, full: boolean): { u: NdArray; s: NdArray; vt: NdArray } {
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

/** What a decomposition of one matrix gives, for every matrix of a stack: the results are stacks themselves. */
export function overStack(array: NdArray, decompose: (matrix: NdArray) => readonly NdArray[]): NdArray[] {
  if (kindOf(array.dtype) === 'c') throw new NotKnown('decompositions of complex matrices are not modelled');
  if (array.rank === 2) return [...decompose(array)];
  const batch = array.shape.slice(0, -2);
  const count = batch.includes(null) ? null : sizeOf(batch as number[]);
  if (array.data === null || count === null || count === 0) {
    const one = decompose(abstractArray(array.shape.slice(-2), array.dtype));
    return one.map(part => abstractArray([...batch, ...part.shape], part.dtype));
  }
  const [rows, columns] = array.shape.slice(-2) as number[];
  const flat = reshape(array, [count, rows, columns]);
  const each = Array.from({ length: count }, (_, i) =>
    decompose(reshape(sliceAxis(flat, 0, i, i + 1), [rows, columns])),
  );
  return each[0].map((part, index) => {
    const together = stack(
      each.map(parts => parts[index]),
      0,
    );
    return reshape(together, [...batch, ...part.shape] as number[]);
  });
}
