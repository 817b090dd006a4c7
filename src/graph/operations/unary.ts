// Elementwise functions of one tensor.
import type { UnaryName } from '../attributes.ts';
import type { Tensor } from '../tensor.ts';
import { add, div, greater, less, mul, pow, sub } from './binary.ts';
import { cast, toFloat } from './leaves.ts';
import { apply, defineOperation, type GradientRule, type Operand, toTensor } from './registry.ts';
import { select } from './selection.ts';

/** What kind of number goes in and comes out. */
type Domain = 'float' | 'number' | 'test' | 'logical';

function define(
  name: UnaryName,
  domain: Domain,
  documentation: string,
  derivative: ((x: Tensor, y: Tensor) => Tensor) | 'none',
): (x: Operand) => Tensor {
  const gradient: GradientRule | 'none' =
    derivative === 'none'
      ? 'none'
      : (output, upstream) => [mul(upstream, derivative(output.inputs[0], output))];
  defineOperation({
    name,
    documentation,
    infer: ([x]) => ({ shape: x.shape, dtype: domain === 'test' || domain === 'logical' ? 'bool' : x.dtype }),
    gradient,
  });
  return operand => {
    const x = toTensor(operand);
    if (domain === 'float') return apply(name, [toFloat(x)], {});
    if (domain === 'test') return apply(name, [toFloat(x)], {});
    if (domain === 'logical') return apply(name, [cast(x, 'bool')], {});
    return apply(name, [x.dtype === 'bool' ? cast(x, 'int32') : x], {});
  };
}

const half = Math.sqrt(Math.PI) / 2;

export const neg = define('neg', 'number', '-x', x => toTensor(-1, x.dtype));
export const exp = define('exp', 'float', 'e to the power x', (_x, y) => y);
export const log = define('log', 'float', 'Natural logarithm', x => reciprocal(x));
export const log1p = define('log1p', 'float', 'log(1 + x), exact near 0', x => reciprocal(add(x, 1)));
export const expm1 = define('expm1', 'float', 'exp(x) - 1, exact near 0', (_x, y) => add(y, 1));
export const sqrt = define('sqrt', 'float', 'Square root', (_x, y) => div(0.5, y));
export const rsqrt = define('rsqrt', 'float', '1 / sqrt(x)', (x, y) => mul(-0.5, div(y, x)));
export const abs = define('abs', 'number', 'Absolute value', x => sign(x));
export const sign = define('sign', 'number', '-1, 0 or 1', 'none');
export const sin = define('sin', 'float', 'Sine, radians', x => cos(x));
export const cos = define('cos', 'float', 'Cosine, radians', x => neg(sin(x)));
export const tan = define('tan', 'float', 'Tangent, radians', (_x, y) => add(1, square(y)));
export const asin = define('asin', 'float', 'Inverse sine', x => rsqrt(sub(1, square(x))));
export const acos = define('acos', 'float', 'Inverse cosine', x => neg(rsqrt(sub(1, square(x)))));
export const atan = define('atan', 'float', 'Inverse tangent', x => reciprocal(add(1, square(x))));
export const sinh = define('sinh', 'float', 'Hyperbolic sine', x => cosh(x));
export const cosh = define('cosh', 'float', 'Hyperbolic cosine', x => sinh(x));
export const tanh = define('tanh', 'float', 'Hyperbolic tangent', (_x, y) => sub(1, square(y)));
export const asinh = define('asinh', 'float', 'Inverse hyperbolic sine', x => rsqrt(add(square(x), 1)));
export const acosh = define('acosh', 'float', 'Inverse hyperbolic cosine', x => rsqrt(sub(square(x), 1)));
export const atanh = define('atanh', 'float', 'Inverse hyperbolic tangent', x =>
  reciprocal(sub(1, square(x))),
);
export const erf = define('erf', 'float', 'Error function', x => div(exp(neg(square(x))), half));
export const sigmoid = define('sigmoid', 'float', '1 / (1 + exp(-x))', (_x, y) => mul(y, sub(1, y)));
export const relu = define('relu', 'number', 'max(x, 0)', (_x, y) => cast(greater(y, 0), y.dtype));
export const softplus = define('softplus', 'float', 'log(1 + exp(x))', x => sigmoid(x));
export const floor = define('floor', 'number', 'Largest integer not above x', 'none');
export const ceil = define('ceil', 'number', 'Smallest integer not below x', 'none');
export const round = define('round', 'number', 'Nearest integer, halves to even', 'none');
export const reciprocal = define('reciprocal', 'float', '1 / x', (_x, y) => neg(square(y)));
export const isNan = define('isNaN', 'test', 'Whether x is not a number', 'none');
export const isFiniteNumber = define('isFinite', 'test', 'Whether x is a finite number', 'none');
export const isInf = define('isInf', 'test', 'Whether x is infinite', 'none');
export const toHalf = define('toHalf', 'float', 'Rounded to half precision', x => toTensor(1, x.dtype));
export const toBfloat16 = define('toBfloat16', 'float', 'Rounded to bfloat16', x => toTensor(1, x.dtype));
/** Magnitudes below this count as zero where they are flushed. */
export const dust = 1e-30;
export const flush = define('flush', 'float', `x, or 0 where it is smaller than ${dust}`, x =>
  toTensor(1, x.dtype),
);
export const invert = define('invert', 'number', '-x - 1: every bit turned', 'none');
/** Made by the engine behind what can leave the range of an integer dtype. */
export const wrap = define('wrap', 'number', 'A whole number in the range of its dtype', 'none');
export const logicalNot = define('logicalNot', 'logical', 'Whether x is False', 'none');

export function square(x: Operand): Tensor {
  return mul(x, x);
}

/** Whether every step rounds to 16 bits, so that the steps have to be TensorFlow's. */
function isNarrow({ dtype }: Tensor): boolean {
  return dtype === 'float16' || dtype === 'bfloat16';
}

/** x where positive, else alpha * (exp(x) - 1). */
export function elu(x: Operand, alpha = 1): Tensor {
  const input = toFloat(x);
  // TensorFlow's kernel rounds the exponential and the difference.
  if (isNarrow(input)) return select(greater(input, 0), input, mul(alpha, sub(exp(negativePart(input)), 1)));
  return select(greater(input, 0), input, mul(alpha, expm1(negativePart(input))));
}

/** Scaled elu with the constants of Klambauer et al. 2017. */
export function selu(x: Operand): Tensor {
  const input = toFloat(x);
  if (isNarrow(input)) {
    const below = mul(1.7580993408473768, sub(exp(negativePart(input)), 1));
    return select(less(input, 0), below, mul(1.0507009873554805, input));
  }
  return mul(1.0507009873554805, elu(x, 1.6732632423543772));
}

export function relu6(x: Operand): Tensor {
  const input = toTensor(x);
  return sub(relu(input), relu(sub(input, 6)));
}

/** x where positive, else slope * x. */
export function leakyRelu(x: Operand, slope = 0.2): Tensor {
  const input = toFloat(x);
  return select(greater(input, 0), input, mul(slope, input));
}

/** The Gaussian error linear unit, exact or by the tanh approximation. */
export function gelu(x: Operand, approximate = false): Tensor {
  const input = toFloat(x);
  const [scaled, cube] = isNarrow(input)
    ? [() => div(input, Math.SQRT2), () => pow(input, 3)]
    : [() => mul(input, Math.SQRT1_2), () => mul(input, square(input))];
  if (!approximate) return mul(mul(0.5, input), add(1, erf(scaled())));
  const inner = mul(Math.sqrt(2 / Math.PI), add(input, mul(0.044715, cube())));
  return mul(mul(0.5, input), add(1, tanh(inner)));
}

export function silu(x: Operand): Tensor {
  const input = toFloat(x);
  return mul(input, sigmoid(input));
}

/** min(x, 0), with the derivative of the negative side at 0. */
function negativePart(x: Tensor): Tensor {
  return neg(relu(neg(x)));
}

/** log(sigmoid(x)) without overflow. */
export function logSigmoid(x: Operand): Tensor {
  return neg(softplus(neg(x)));
}
