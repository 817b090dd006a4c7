// Reductions over axes.
import { type DType, isFloating } from '../dtypes.ts';
import {
  type Dim,
  normalizeAxes,
  normalizeAxis,
  type Shape,
  ShapeError,
  sizeOf,
  staticShape,
} from '../shapes.ts';
import { attributesOf, type Tensor } from '../tensor.ts';
import { add, div, equal, mul, sub } from './binary.ts';
import { cast, stopGradient, toFloat } from './leaves.ts';
import { abstractValue, apply, defineOperation, type Operand, toTensor } from './registry.ts';
import { select } from './selection.ts';
import { broadcastTo, reshape } from './shaping.ts';
import { exp, isFiniteNumber, log, sqrt, square } from './unary.ts';

export type Axes = number | readonly number[] | null;

function reducedShape(shape: Shape, axes: readonly number[], keepDims: boolean): Dim[] {
  if (keepDims) return shape.map((dim, axis) => (axes.includes(axis) ? 1 : dim));
  return shape.filter((_, axis) => !axes.includes(axis));
}

/** A reduced value with its axes back, each of size 1. */
function withAxes(reduced: Tensor, input: Tensor, axes: readonly number[]): Tensor {
  return reshape(reduced, staticShape('gradient', reducedShape(input.shape, axes, true)));
}

function defineReduction(
  name: 'sum' | 'prod' | 'max' | 'min',
  documentation: string,
  gradient: (x: Tensor, y: Tensor, upstream: Tensor, axes: readonly number[]) => Tensor,
): void {
  defineOperation({
    name,
    documentation,
    infer: ([x], { axes, keepDims }) => ({ shape: reducedShape(x.shape, axes, keepDims), dtype: x.dtype }),
    gradient(output, upstream) {
      const x = output.inputs[0];
      const { axes } = attributesOf(output, name);
      return [gradient(x, withAxes(output, x, axes), withAxes(upstream, x, axes), axes)];
    },
  });
}

/** The gradient goes to the extreme element, shared evenly where several are equal. */
function extremeGradient(x: Tensor, y: Tensor, upstream: Tensor, axes: readonly number[]): Tensor {
  const hit = cast(equal(x, y), upstream.dtype);
  return mul(hit, div(upstream, sum(hit, axes, true)));
}

defineReduction('sum', 'Sum over axes.', (x, _y, g) => broadcastTo(g, staticShape('sum', x.shape)));
defineReduction('prod', 'Product over axes.', (x, y, g) => div(mul(y, g), x));
defineReduction('max', 'Largest element over axes.', extremeGradient);
defineReduction('min', 'Smallest element over axes.', extremeGradient);

function reduce(name: 'sum' | 'prod' | 'max' | 'min', x: Operand, axes?: Axes, keepDims = false): Tensor {
  const tensor = toTensor(x);
  const list = normalizeAxes(name, axes, tensor.shape.length);
  const counts = (name === 'sum' || name === 'prod') && tensor.dtype === 'bool';
  const input = counts ? cast(tensor, 'int32') : tensor;
  if (list.length === 0) return input;
  const empty = list.some(axis => tensor.shape[axis] === 0);
  if (empty && (name === 'max' || name === 'min')) throw new ShapeError(name, 'no elements to choose from');
  return apply(name, [input], { axes: list, keepDims });
}

export function sum(x: Operand, axes?: Axes, keepDims = false): Tensor {
  return reduce('sum', x, axes, keepDims);
}

export function prod(x: Operand, axes?: Axes, keepDims = false): Tensor {
  return reduce('prod', x, axes, keepDims);
}

export function max(x: Operand, axes?: Axes, keepDims = false): Tensor {
  return reduce('max', x, axes, keepDims);
}

export function min(x: Operand, axes?: Axes, keepDims = false): Tensor {
  return reduce('min', x, axes, keepDims);
}

export function mean(x: Operand, axes?: Axes, keepDims = false): Tensor {
  const tensor = toFloat(x);
  // A sum of 16 bits overflows long before the mean does.
  if (tensor.dtype === 'float16' || tensor.dtype === 'bfloat16')
    return cast(mean(cast(tensor, 'float32'), axes, keepDims), tensor.dtype);
  const list = normalizeAxes('mean', axes, tensor.shape.length);
  const count = sizeOf(list.map(axis => tensor.shape[axis]));
  if (count === null) {
    return abstractValue('mean', [tensor], reducedShape(tensor.shape, list, keepDims), tensor.dtype);
  }
  return mul(sum(tensor, list, keepDims), 1 / count);
}

/** Mean squared distance from the mean (the biased estimate that Keras uses). */
export function variance(x: Operand, axes?: Axes, keepDims = false): Tensor {
  const tensor = toFloat(x);
  if (tensor.dtype === 'float16' || tensor.dtype === 'bfloat16')
    return cast(variance(cast(tensor, 'float32'), axes, keepDims), tensor.dtype);
  return mean(square(sub(tensor, mean(tensor, axes, true))), axes, keepDims);
}

export function standardDeviation(x: Operand, axes?: Axes, keepDims = false): Tensor {
  return sqrt(variance(x, axes, keepDims));
}

/** Whether any element is true. */
export function any(x: Operand, axes?: Axes, keepDims = false): Tensor {
  return max(cast(x, 'bool'), axes, keepDims);
}

/** Whether all elements are true. */
export function all(x: Operand, axes?: Axes, keepDims = false): Tensor {
  return min(cast(x, 'bool'), axes, keepDims);
}

/** log(sum(exp(x))), without overflow. */
export function logSumExp(x: Operand, axes?: Axes, keepDims = false): Tensor {
  const tensor = toFloat(x);
  const list = normalizeAxes('logSumExp', axes, tensor.shape.length);
  const largest = stopGradient(max(tensor, list, true));
  const shift = select(isFiniteNumber(largest), largest, 0);
  const result = add(log(sum(exp(sub(tensor, shift)), list, true)), shift);
  return keepDims ? result : squeezeAxes(result, list);
}

function squeezeAxes(x: Tensor, axes: readonly number[]): Tensor {
  return reshape(x, reducedShape(x.shape, axes, false));
}

for (const name of ['argMax', 'argMin'] as const) {
  defineOperation({
    name,
    documentation: `Index of the first ${name === 'argMax' ? 'largest' : 'smallest'} element along an axis.`,
    infer: ([x], { axis }) => ({ shape: reducedShape(x.shape, [axis], false), dtype: 'int32' }),
    gradient: 'none',
  });
}

function argument(name: 'argMax' | 'argMin', x: Operand, axis: number | null, keepDims: boolean): Tensor {
  const tensor = toTensor(x);
  if (axis === null) {
    const flat = apply(name, [reshape(tensor, [-1])], { axis: 0 });
    return keepDims
      ? reshape(
          flat,
          tensor.shape.map(() => 1),
        )
      : flat;
  }
  const along = normalizeAxis(name, axis, tensor.shape.length);
  const result = apply(name, [tensor], { axis: along });
  return keepDims ? reshape(result, reducedShape(tensor.shape, [along], true)) : result;
}

/** Index of the largest element along an axis, or of the flattened tensor; the first of equals. */
export function argMax(x: Operand, axis: number | null = null, keepDims = false): Tensor {
  return argument('argMax', x, axis, keepDims);
}

export function argMin(x: Operand, axis: number | null = null, keepDims = false): Tensor {
  return argument('argMin', x, axis, keepDims);
}

/** Number of elements that are not 0. */
export function countNonzero(x: Operand, axes?: Axes, dtype: DType = 'int32'): Tensor {
  return cast(sum(cast(cast(x, 'bool'), isFloating(dtype) ? 'float32' : 'int32'), axes), dtype);
}
