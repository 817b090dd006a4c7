// Arithmetic of whole numbers within the bits of their dtypes: results beyond them wrap around, as a processor's do.
import type { HostData, OperationName } from './attributes.ts';
import { type DType, isFloating, isInteger } from './dtypes.ts';
import type { Tensor } from './tensor.ts';

/** Doubles are exact up to here. */
const exactLimit = 2 ** 53;

/** The remainder of a whole double by 2^64, in [low, low + 2^64). */
function modulo64(x: number, low: number): number {
  if (x >= low && x < low + 2 ** 64) return x;
  if (!Number.isFinite(x)) return low;
  return Number(low < 0 ? BigInt.asIntN(64, BigInt(x)) : BigInt.asUintN(64, BigInt(x)));
}

const wraps: Partial<Record<DType, (x: number) => number>> = {
  int8: x => (x << 24) >> 24,
  uint8: x => x & 0xff,
  int16: x => (x << 16) >> 16,
  uint16: x => x & 0xffff,
  int32: x => x | 0,
  uint32: x => x >>> 0,
  int64: x => modulo64(x, -(2 ** 63)),
  uint64: x => modulo64(x, 0),
};

/** What a whole number becomes in an integer dtype; null for other dtypes. */
export function wrapping(dtype: DType): ((x: number) => number) | null {
  return wraps[dtype] ?? null;
}

/** Operations whose results can be beyond what their dtype holds. */
const growing: ReadonlySet<OperationName> = new Set<OperationName>([
  ...(['add', 'sub', 'mul', 'pow', 'neg', 'abs', 'floorDivide', 'shiftLeft', 'invert'] as const),
  ...(['sum', 'prod', 'cumsum', 'cumprod', 'matmul', 'scatterSum', 'scatterAdd'] as const),
]);

/** Whether a result can leave the range of its dtype and its cells do not bring it back by themselves. */
export function needsWrapping(tensor: Tensor): boolean {
  const { op, dtype } = tensor;
  if (!isInteger(dtype) || dtype === 'int32') return false;
  if (op !== 'cast') return growing.has(op);
  const from = tensor.inputs[0].dtype;
  return isFloating(from) || (isInteger(from) && !fits(from, dtype));
}

const bitsOf = (dtype: DType): number => Number(dtype.replace(/\D+/, ''));

/** Whether every number of an integer dtype is one of another. */
function fits(from: DType, to: DType): boolean {
  const signed = from.startsWith('int');
  if (signed && to.startsWith('uint')) return false;
  return signed === to.startsWith('int') ? bitsOf(from) <= bitsOf(to) : bitsOf(from) < bitsOf(to);
}

/** Whole numbers in the range of their dtype. */
export function wrapNumbers<Numbers extends HostData>(numbers: Numbers, dtype: DType): Numbers {
  const wrap = wrapping(dtype);
  return wrap === null || dtype === 'int32' ? numbers : (numbers.map(wrap) as Numbers);
}

/** The product of whole numbers in the bits of a dtype. */
export function multiplierOf(dtype: DType): (a: number, b: number) => number {
  if (dtype === 'int32') return Math.imul;
  if (dtype === 'uint32') return (a, b) => Math.imul(a, b) >>> 0;
  const wrap = wrapping(dtype) ?? (x => x);
  if (dtype !== 'int64' && dtype !== 'uint64') return (a, b) => wrap(a * b);
  return (a, b) => {
    const product = a * b;
    if (Math.abs(product) <= exactLimit) return product;
    const whole = BigInt(a) * BigInt(b);
    return Number(dtype === 'int64' ? BigInt.asIntN(64, whole) : BigInt.asUintN(64, whole));
  };
}

/** A power of whole numbers in the bits of a dtype, by squaring; of a negative exponent only 1 and -1 have one. */
export function powerOf(dtype: DType): (a: number, b: number) => number {
  const multiply = multiplierOf(dtype);
  return (a, b) => {
    if (b < 0) return a === 1 ? 1 : a === -1 ? (b % 2 === 0 ? 1 : -1) : 0;
    let result = 1;
    let square = a;
    for (let rest = b; rest > 0; rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) result = multiply(result, square);
      if (rest > 1) square = multiply(square, square);
    }
    return result;
  };
}

/** a - b * floor(a / b) without rounding on the way: it has the sign of b. */
export function floorModulo(a: number, b: number): number {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}

/** floor(a / b) of whole numbers, exact where the quotient of doubles is not. */
export function floorQuotient(a: number, b: number): number {
  return b === 0 ? 0 : (a - floorModulo(a, b)) / b;
}

/** The bits of two whole numbers joined by `and`, `or` or `xor`, in a dtype. */
export function bitwiseOf(
  name: 'bitwiseAnd' | 'bitwiseOr' | 'bitwiseXor' | 'shiftLeft' | 'shiftRight',
  dtype: DType,
): (a: number, b: number) => number {
  if (dtype === 'int64' || dtype === 'uint64' || dtype === 'uint32') return wideBits(name, dtype);
  const wrap = wrapping(dtype) ?? (x => x);
  const bits = bitsOf(dtype);
  switch (name) {
    case 'bitwiseAnd':
      return (a, b) => a & b;
    case 'bitwiseOr':
      return (a, b) => a | b;
    case 'bitwiseXor':
      return (a, b) => a ^ b;
    case 'shiftLeft':
      return (a, b) => wrap(a << Math.min(Math.max(b, 0), bits - 1));
    case 'shiftRight':
      return (a, b) => a >> Math.min(Math.max(b, 0), bits - 1);
  }
}

function wideBits(
  name: Parameters<typeof bitwiseOf>[0],
  dtype: 'int64' | 'uint64' | 'uint32',
): (a: number, b: number) => number {
  const bits = bitsOf(dtype);
  const within = (x: bigint) => Number(dtype === 'int64' ? BigInt.asIntN(64, x) : BigInt.asUintN(bits, x));
  const shift = (b: number) => BigInt(Math.min(Math.max(b, 0), bits - 1));
  switch (name) {
    case 'bitwiseAnd':
      return (a, b) => within(BigInt(a) & BigInt(b));
    case 'bitwiseOr':
      return (a, b) => within(BigInt(a) | BigInt(b));
    case 'bitwiseXor':
      return (a, b) => within(BigInt(a) ^ BigInt(b));
    case 'shiftLeft':
      return (a, b) => within(BigInt(a) << shift(b));
    case 'shiftRight':
      return (a, b) => within(BigInt(a) >> shift(b));
  }
}
