// Elementwise kernels in plain loops, with broadcasting.
import {
  type BinaryName,
  binaryNames,
  type OperationName,
  type UnaryName,
  unaryNames,
} from '../attributes.ts';
import { isFloating, isInteger, storageOf } from '../dtypes.ts';
import { bitwiseOf, floorModulo, floorQuotient, multiplierOf, powerOf, wrapping } from '../integers.ts';
import { roundToBfloat16, roundToHalf } from '../precision.ts';
import { staticShape, stridesOf } from '../shapes.ts';
import type { Tensor } from '../tensor.ts';
import type { Cells, Kernel } from './kernel.ts';

/** Error function to about 1e-16 by its series and continued fraction (source: Abramowitz and Stegun 7.1). */
export function erf(x: number): number {
  const magnitude = Math.abs(x);
  if (magnitude > 6) return Math.sign(x);
  if (magnitude < 2.5) {
    let term = magnitude;
    let total = magnitude;
    for (let n = 1; Math.abs(term) > 1e-17 * total; n++) {
      term *= (-magnitude * magnitude) / n;
      total += term / (2 * n + 1);
      if (n > 200) break;
    }
    return (Math.sign(x) * total * 2) / Math.sqrt(Math.PI);
  }
  let fraction = 0;
  for (let n = 60; n > 0; n--) fraction = n / 2 / (magnitude + fraction);
  const tail = Math.exp(-magnitude * magnitude) / ((magnitude + fraction) * Math.sqrt(Math.PI));
  return Math.sign(x) * (1 - tail);
}

function roundHalfEven(x: number): number {
  const nearest = Math.round(x);
  return Math.abs(x - Math.trunc(x)) === 0.5 && nearest % 2 !== 0 ? nearest - 1 : nearest;
}

export const unaryFunctions: Readonly<Record<UnaryName, (x: number) => number>> = {
  neg: x => -x,
  exp: Math.exp,
  log: Math.log,
  log1p: Math.log1p,
  expm1: Math.expm1,
  sqrt: Math.sqrt,
  rsqrt: x => 1 / Math.sqrt(x),
  abs: Math.abs,
  sign: Math.sign,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  asinh: Math.asinh,
  acosh: Math.acosh,
  atanh: Math.atanh,
  erf,
  sigmoid: x => 1 / (1 + Math.exp(-x)),
  relu: x => (x > 0 || Number.isNaN(x) ? x : 0),
  softplus: x => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  floor: Math.floor,
  ceil: Math.ceil,
  round: roundHalfEven,
  reciprocal: x => 1 / x,
  isNaN: x => (Number.isNaN(x) ? 1 : 0),
  isFinite: x => (Number.isFinite(x) ? 1 : 0),
  isInf: x => (x === Infinity || x === -Infinity ? 1 : 0),
  logicalNot: x => (x === 0 ? 1 : 0),
  toHalf: roundToHalf,
  toBfloat16: roundToBfloat16,
  flush: x => (Math.abs(x) < 1e-30 ? 0 : x),
  invert: x => -x - 1,
  wrap: x => x,
};

export const binaryFunctions: Readonly<Record<BinaryName, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  pow: (a, b) => (a === 1 || b === 0 ? 1 : a ** b),
  maximum: Math.max,
  minimum: Math.min,
  floorDivide: (a, b) => Math.floor(a / b),
  mod: floorModulo,
  atan2: Math.atan2,
  equal: (a, b) => (a === b ? 1 : 0),
  notEqual: (a, b) => (a !== b ? 1 : 0),
  less: (a, b) => (a < b ? 1 : 0),
  lessEqual: (a, b) => (a <= b ? 1 : 0),
  greater: (a, b) => (a > b ? 1 : 0),
  greaterEqual: (a, b) => (a >= b ? 1 : 0),
  logicalAnd: (a, b) => (a !== 0 && b !== 0 ? 1 : 0),
  logicalOr: (a, b) => (a !== 0 || b !== 0 ? 1 : 0),
  logicalXor: (a, b) => ((a !== 0) !== (b !== 0) ? 1 : 0),
  bitwiseAnd: (a, b) => a & b,
  bitwiseOr: (a, b) => a | b,
  bitwiseXor: (a, b) => a ^ b,
  shiftLeft: bitwiseOf('shiftLeft', 'int32'),
  shiftRight: bitwiseOf('shiftRight', 'int32'),
};

/** Strides of an input as seen from the broadcast result: 0 where it repeats. */
export function broadcastStrides(input: readonly number[], output: readonly number[]): number[] {
  const strides = stridesOf(input);
  const extra = output.length - input.length;
  return output.map((_, axis) => (axis < extra || input[axis - extra] === 1 ? 0 : strides[axis - extra]));
}

/** For every element of the result, the place of the element of `input` that it reads; null when equal. */
export function broadcastPlaces(input: readonly number[], output: readonly number[]): Int32Array | null {
  const strides = broadcastStrides(input, output);
  const own = stridesOf(output);
  if (strides.every((stride, axis) => stride === own[axis] || output[axis] === 1)) return null;
  const size = output.reduce((product, dim) => product * dim, 1);
  const places = new Int32Array(size);
  let filled = 1;
  for (let axis = output.length - 1; axis >= 0; axis--) {
    for (let index = 1; index < output[axis]; index++) {
      const shift = index * strides[axis];
      for (let cell = 0; cell < filled; cell++) places[index * filled + cell] = places[cell] + shift;
    }
    filled *= output[axis];
  }
  return places;
}

/** The function for the dtype at hand: whole numbers keep to their bits, where doubles would lose the lowest ones. */
function functionOf(name: BinaryName, { dtype }: Tensor): (a: number, b: number) => number {
  if (!isInteger(dtype)) return binaryFunctions[name];
  switch (name) {
    case 'mul':
      return multiplierOf(dtype);
    case 'pow':
      return powerOf(dtype);
    case 'floorDivide':
      return floorQuotient;
    case 'bitwiseAnd':
    case 'bitwiseOr':
    case 'bitwiseXor':
    case 'shiftLeft':
    case 'shiftRight':
      return bitwiseOf(name, dtype);
    default:
      return binaryFunctions[name];
  }
}

function unary(name: UnaryName): Kernel {
  return node => {
    const apply = (name === 'wrap' ? wrapping(node.dtype) : null) ?? unaryFunctions[name];
    return ([x], out) => {
      for (let index = 0; index < out.length; index++) out[index] = apply(x[index]);
    };
  };
}

function binary(name: BinaryName): Kernel {
  return node => {
    const apply = functionOf(name, node);
    const shape = staticShape(name, node.shape);
    const [left, right] = node.inputs.map(input => broadcastPlaces(staticShape(name, input.shape), shape));
    return ([a, b], out) => {
      for (let index = 0; index < out.length; index++) {
        out[index] = apply(a[left === null ? index : left[index]], b[right === null ? index : right[index]]);
      }
    };
  };
}

const select: Kernel = node => {
  const shape = staticShape('select', node.shape);
  const [first, second, third] = node.inputs.map(input =>
    broadcastPlaces(staticShape('select', input.shape), shape),
  );
  return ([condition, a, b], out) => {
    for (let index = 0; index < out.length; index++) {
      out[index] =
        condition[first === null ? index : first[index]] !== 0
          ? a[second === null ? index : second[index]]
          : b[third === null ? index : third[index]];
    }
  };
};

const cast: Kernel = node => {
  const to = storageOf(node.dtype);
  if (to === 'bool') {
    return ([x], out) => {
      for (let index = 0; index < out.length; index++) out[index] = x[index] !== 0 ? 1 : 0;
    };
  }
  const fromFloat = isFloating(node.inputs[0].dtype);
  if (fromFloat && isInteger(node.dtype)) {
    const limit = to === 'int32' ? saturate : saturateWide;
    return ([x], out) => {
      for (let index = 0; index < out.length; index++) out[index] = limit(x[index]);
    };
  }
  return ([x], out) => copyCells(x, out);
};

/** Towards zero, and to the nearest 32-bit integer where the number is too large; NaN gives 0. */
export function saturate(x: number): number {
  return x >= 2147483647 ? 2147483647 : x <= -2147483648 ? -2147483648 : x | 0;
}

/** Towards zero, and to the nearest number of 64 bits where it is too large; NaN gives 0. */
function saturateWide(x: number): number {
  return Number.isNaN(x) ? 0 : Math.trunc(Math.min(Math.max(x, -(2 ** 63)), 2 ** 63));
}

function copyCells(from: Cells, to: Cells): void {
  to.set(from.length === to.length ? from : from.subarray(0, to.length));
}

const copy: Kernel =
  () =>
  ([x], out) =>
    copyCells(x, out);

const broadcastTo: Kernel = node => {
  const places = broadcastPlaces(
    staticShape('broadcastTo', node.inputs[0].shape),
    staticShape('broadcastTo', node.shape),
  );
  if (places === null) return ([x], out) => copyCells(x, out);
  return ([x], out) => {
    for (let index = 0; index < out.length; index++) out[index] = x[places[index]];
  };
};

export const elementwiseKernels: ReadonlyMap<OperationName, Kernel> = new Map<OperationName, Kernel>([
  ...unaryNames.map((name): [OperationName, Kernel] => [name, unary(name)]),
  ...binaryNames.map((name): [OperationName, Kernel] => [name, binary(name)]),
  ['select', select],
  ['cast', cast],
  ['identity', copy],
  ['stopGradient', copy],
  ['withGradient', copy],
  ['reshape', copy],
  ['broadcastTo', broadcastTo],
]);
