/** Operations on rows: they are equal or not, and nothing else. */
import { raise } from '../../../python/errors.ts';
import type { Value } from '../../../python/values.ts';
import type { DTypeName } from '../dtypes.ts';
import type { Operation } from '../elementwise.ts';
import { broadcastStrides, forEachRun } from '../iteration.ts';
import { abstractArray, concreteArray, type NdArray } from '../ndarray.ts';
import { scalarClassOf } from '../scalars.ts';
import { broadcastShapes } from '../shapes.ts';
import { comparison } from '../sorting.ts';
import { allocate } from '../storage.ts';
import { UFuncTypeError } from '../ufuncErrors.ts';
import { isStruct } from './types.ts';
import { structFromArray } from './values.ts';

const typeText = (dtype: DTypeName): string => (isStruct(dtype) ? `dtype(${dtype})` : `dtype('${dtype}')`);

/** Applies an operation one of whose operands is structured. */
export function applyToStructs(operation: Operation, operands: readonly NdArray[]): NdArray {
  const { name } = operation;
  const [a, b] = operands;
  const compares = name === 'equal' || name === 'not_equal';
  if (!compares || !operands.every(operand => isStruct(operand.dtype))) throw noLoop(name, operands);
  const shape = broadcastShapes(operands.map(operand => operand.shape));
  if (a.data === null || b.data === null) return abstractArray(shape, 'bool');
  const inputs = [a.data, structFromArray(b, a.dtype, null).data!];
  const compare = comparison(a.dtype, null);
  const target = allocate(shape as number[], 'bool');
  const to = target.items as Uint8Array;
  const [left, right] = inputs.map(input => input.items as Value[]);
  const wanted = name === 'equal';
  forEachRun(
    target.shape,
    [target.strides, ...inputs.map(input => broadcastStrides(input, target.shape))],
    [0, ...inputs.map(input => input.offset)],
    ([at, first, second], length, [step, firstStep, secondStep]) => {
      for (let i = 0; i < length; i++) {
        const order = compare(left[first + i * firstStep], right[second + i * secondStep]);
        to[at + i * step] = (order === 0) === wanted ? 1 : 0;
      }
    },
  );
  return concreteArray(target);
}

function noLoop(name: string, operands: readonly NdArray[]): Error {
  const types = operands.map(({ dtype }) =>
    operands.length === 1 ? `<class 'numpy.dtype[${scalarClassOf(dtype).name}]'>` : typeText(dtype),
  );
  const signature = types.length === 1 ? types[0] : `(${types.join(', ')})`;
  return raise(
    UFuncTypeError,
    `ufunc '${name}' did not contain a loop with signature matching types ${signature} -> None`,
  );
}
