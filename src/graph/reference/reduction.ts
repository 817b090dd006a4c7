// Reductions, running sums, softmax and sorting in plain loops.
import type { OperationName } from '../attributes.ts';
import { type DType, isInteger } from '../dtypes.ts';
import { multiplierOf } from '../integers.ts';
import { normalizeAxes, staticShape, stridesOf } from '../shapes.ts';
import { attributesOf, type Tensor } from '../tensor.ts';
import type { Kernel } from './kernel.ts';

/** Extents before, along and after one axis. */
function around(shape: readonly number[], axis: number): { outer: number; length: number; inner: number } {
  const product = (dims: readonly number[]) => dims.reduce((total, dim) => total * dim, 1);
  return { outer: product(shape.slice(0, axis)), length: shape[axis], inner: product(shape.slice(axis + 1)) };
}

/** The place in the result for every element of the input. */
function targets(shape: readonly number[], axes: readonly number[]): Int32Array {
  const kept = shape.map((dim, axis) => (axes.includes(axis) ? 1 : dim));
  const strides = stridesOf(kept).map((stride, axis) => (axes.includes(axis) ? 0 : stride));
  const places = new Int32Array(shape.reduce((total, dim) => total * dim, 1));
  let filled = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    for (let index = 1; index < shape[axis]; index++) {
      const shift = index * strides[axis];
      for (let cell = 0; cell < filled; cell++) places[index * filled + cell] = places[cell] + shift;
    }
    filled *= shape[axis];
  }
  return places;
}

function reduction(
  name: 'sum' | 'prod' | 'max' | 'min',
  start: number,
  combiner: (dtype: DType) => (total: number, value: number) => number,
): Kernel {
  return node => {
    const combine = combiner(node.dtype);
    const shape = staticShape(name, node.inputs[0].shape);
    const places = targets(shape, normalizeAxes(name, attributesOf(node, name).axes, shape.length));
    const integers = node.dtype === 'bool' ? Math.max(0, Math.min(1, start)) : start;
    const totals = new Float64Array(node.shape.reduce<number>((total, dim) => total * (dim as number), 1));
    return ([x], out) => {
      totals.fill(integers);
      for (let index = 0; index < places.length; index++) {
        totals[places[index]] = combine(totals[places[index]], x[index]);
      }
      out.set(totals);
    };
  };
}

const productOf = (dtype: DType) =>
  isInteger(dtype) ? multiplierOf(dtype) : (total: number, value: number) => total * value;

function argument(name: 'argMax' | 'argMin'): Kernel {
  return node => {
    const { outer, length, inner } = around(
      staticShape(name, node.inputs[0].shape),
      attributesOf(node, name).axis,
    );
    const sign = name === 'argMax' ? 1 : -1;
    return ([x], out) => {
      for (let row = 0; row < outer; row++) {
        for (let column = 0; column < inner; column++) {
          const base = row * length * inner + column;
          let best = 0;
          for (let index = 1; index < length; index++) {
            if (sign * x[base + index * inner] > sign * x[base + best * inner]) best = index;
          }
          out[row * inner + column] = best;
        }
      }
    };
  };
}

function cumulative(name: 'cumsum' | 'cumprod'): Kernel {
  return node => {
    const { axis, exclusive, reverse } = attributesOf(node, name);
    const { outer, length, inner } = around(staticShape(name, node.shape), axis);
    const multiply = productOf(node.dtype);
    return ([x], out) => {
      for (let line = 0; line < outer * inner; line++) {
        const base = Math.floor(line / inner) * length * inner + (line % inner);
        let total = name === 'cumsum' ? 0 : 1;
        for (let step = 0; step < length; step++) {
          const place = base + (reverse ? length - 1 - step : step) * inner;
          const next = name === 'cumsum' ? total + x[place] : multiply(total, x[place]);
          out[place] = exclusive ? total : next;
          total = next;
        }
      }
    };
  };
}

function rowLength(node: Tensor): number {
  return staticShape(node.op, node.shape)[node.shape.length - 1];
}

function softmax(name: 'softmax' | 'logSoftmax'): Kernel {
  return node => {
    const length = rowLength(node);
    return ([x], out) => {
      for (let base = 0; base < out.length; base += length) {
        let largest = -Infinity;
        for (let index = base; index < base + length; index++) largest = Math.max(largest, x[index]);
        let total = 0;
        for (let index = base; index < base + length; index++) total += Math.exp(x[index] - largest);
        const logTotal = Math.log(total);
        for (let index = base; index < base + length; index++) {
          const shifted = x[index] - largest;
          out[index] = name === 'softmax' ? Math.exp(shifted) / total : shifted - logTotal;
        }
      }
    };
  };
}

const argSort: Kernel = node => {
  const length = rowLength(node);
  const sign = attributesOf(node, 'argSort').descending ? -1 : 1;
  return ([x], out) => {
    const order = Array.from({ length }, (_, index) => index);
    for (let base = 0; base < out.length; base += length) {
      const sorted = order.toSorted((a, b) => sign * (x[base + a] - x[base + b]) || a - b);
      for (let index = 0; index < length; index++) out[base + index] = sorted[index];
    }
  };
};

export const reductionKernels: ReadonlyMap<OperationName, Kernel> = new Map<OperationName, Kernel>([
  ['sum', reduction('sum', 0, () => (total, value) => total + value)],
  ['prod', reduction('prod', 1, productOf)],
  ['max', reduction('max', -Infinity, () => Math.max)],
  ['min', reduction('min', Infinity, () => Math.min)],
  ['argMax', argument('argMax')],
  ['argMin', argument('argMin')],
  ['cumsum', cumulative('cumsum')],
  ['cumprod', cumulative('cumprod')],
  ['softmax', softmax('softmax')],
  ['logSoftmax', softmax('logSoftmax')],
  ['argSort', argSort],
]);
