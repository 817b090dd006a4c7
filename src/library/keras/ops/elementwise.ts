/** keras.ops: functions of each element. */
import { ops } from '../../../graph/index.ts';
import { dtypeOf, operandOf, tensorOf } from '../tensors/conversion.ts';
import { binary, define, unary } from './reading.ts';

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
  define('clip(x, x_min, x_max)', ([x, low, high], py) =>
    ops.clip(tensorOf(py, x), operandOf(py, low), operandOf(py, high)),
  ),
  define('where(condition, x1=None, x2=None)', ([condition, a, b], py) =>
    ops.select(tensorOf(py, condition), operandOf(py, a), operandOf(py, b)),
  ),
  define('cast(x, dtype)', ([x, dtype], py) => ops.cast(tensorOf(py, x), dtypeOf(py, dtype) ?? 'float32')),
  unary('stop_gradient', ops.stopGradient),
];
