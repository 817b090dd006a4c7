/** keras.ops: functions of each element. */
import { ops } from '../../../graph/index.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import { dtypeOf, operandOf, tensorOf } from '../tensors/conversion.ts';
import { binary, define, unary } from './reading.ts';

/** Coefficients of Giles 2010 ("Approximating the erfinv function") for the middle and for the tails. */
const middle = [
  2.81022636e-8, 3.43273939e-7, -3.5233877e-6, -4.39150654e-6, 2.1858087e-4, -1.25372503e-3, -4.17768164e-3,
  0.246640727, 1.50140941,
];
const tails = [
  -2.00214257e-4, 1.00950558e-4, 1.34934322e-3, -3.67342844e-3, 5.73950773e-3, -7.6224613e-3, 9.43887047e-3,
  1.00167406, 2.83297682,
];

function polynomial(x: Tensor, coefficients: readonly number[]): Tensor {
  return coefficients
    .slice(1)
    .reduce<Tensor>(
      (sum, coefficient) => ops.add(ops.mul(sum, x), coefficient),
      ops.add(ops.mul(x, 0), coefficients[0]),
    );
}

/** The inverse of erf: an approximation, then a step of Newton's method, whose derivative is exact. */
export function inverseErf(given: Tensor): Tensor {
  const x = ops.toFloat(given);
  const w = ops.neg(ops.log(ops.mul(ops.sub(1, x), ops.add(1, x))));
  const inner = polynomial(ops.sub(w, 2.5), middle);
  const outer = polynomial(ops.sub(ops.sqrt(ops.maximum(w, 5)), 3), tails);
  const start = ops.stopGradient(ops.mul(ops.select(ops.less(w, 5), inner, outer), x));
  const slope = ops.mul(2 / Math.sqrt(Math.PI), ops.exp(ops.neg(ops.square(start))));
  const better = ops.sub(start, ops.div(ops.sub(ops.erf(start), x), slope));
  const edge = ops.div(x, 0);
  return ops.select(ops.equal(ops.abs(x), 1), edge, better);
}

export const elementwise = [
  unary('exp', ops.exp),
  unary('log', ops.log),
  unary('log1p', ops.log1p),
  unary('expm1', ops.expm1),
  unary('log2', x => ops.div(ops.log(x), Math.LN2)),
  unary('log10', x => ops.div(ops.log(x), Math.LN10)),
  unary('sqrt', ops.sqrt),
  unary('rsqrt', ops.rsqrt),
  unary('square', ops.square),
  unary('abs', ops.abs),
  unary('absolute', ops.abs),
  unary('sign', ops.sign),
  unary('negative', ops.neg),
  unary('reciprocal', ops.reciprocal),
  unary('sin', ops.sin),
  unary('cos', ops.cos),
  unary('tan', ops.tan),
  unary('arcsin', ops.asin),
  unary('arccos', ops.acos),
  unary('arctan', ops.atan),
  unary('sinh', ops.sinh),
  unary('cosh', ops.cosh),
  unary('tanh', ops.tanh),
  unary('arcsinh', ops.asinh),
  unary('arccosh', ops.acosh),
  unary('arctanh', ops.atanh),
  unary('erf', ops.erf),
  unary('erfinv', inverseErf),
  unary('real', x => x),
  unary('conj', x => x),
  unary('conjugate', x => x),
  unary('imag', x => ops.mul(x, 0)),
  unary('floor', ops.floor),
  unary('ceil', ops.ceil),
  define('round(x, decimals=0)', ([x, decimals], py) => {
    const scale = 10 ** Number(decimals);
    return scale === 1
      ? ops.round(tensorOf(py, x))
      : ops.div(ops.round(ops.mul(tensorOf(py, x), scale)), scale);
  }),
  unary('isnan', ops.isNan),
  unary('isinf', ops.isInf),
  unary('isfinite', ops.isFiniteNumber),
  unary('logical_not', ops.logicalNot),
  binary('add', ops.add),
  binary('subtract', ops.sub),
  binary('multiply', ops.mul),
  binary('divide', ops.div),
  binary('true_divide', ops.div),
  binary('floor_divide', ops.floorDivide),
  binary('mod', ops.mod),
  binary('power', ops.pow),
  binary('maximum', ops.maximum),
  binary('minimum', ops.minimum),
  binary('arctan2', ops.atan2),
  binary('equal', ops.equal),
  binary('not_equal', ops.notEqual),
  binary('less', ops.less),
  binary('less_equal', ops.lessEqual),
  binary('greater', ops.greater),
  binary('greater_equal', ops.greaterEqual),
  binary('logical_and', ops.logicalAnd),
  binary('logical_or', ops.logicalOr),
  binary('logical_xor', ops.logicalXor),
  binary('isclose', (a, b) =>
    ops.lessEqual(ops.abs(ops.sub(a, b)), ops.add(1e-8, ops.mul(1e-5, ops.abs(b)))),
  ),
  define('clip(x, x_min, x_max)', ([x, low, high], py) =>
    ops.clip(tensorOf(py, x), operandOf(py, low), operandOf(py, high)),
  ),
  define('cast(x, dtype)', ([x, dtype], py) => ops.cast(tensorOf(py, x), dtypeOf(py, dtype) ?? 'float32')),
  unary('stop_gradient', ops.stopGradient),
];
