/** keras.ops: the less common functions that are made of the others. */

import { isFloating } from '../../../graph/dtypes.ts';
import { ops } from '../../../graph/index.ts';
import { isStatic } from '../../../graph/shapes.ts';
import { constant } from '../../../graph/tensor.ts';
import { suspendable } from '../../../python/functions.ts';
import { dimsOf, numberOf } from '../objects/arguments.ts';
import { floatOf } from '../policy.ts';
import { dtypeOf, operandOf, tensorOf, wrap } from '../tensors/conversion.ts';
import { TensorObject } from '../tensors/tensorObject.ts';
import { VariableObject } from '../tensors/variableObject.ts';
import { binary, define, integerOf, tensorsIn, unary } from './reading.ts';
import { filledWith } from './shaping.ts';

export const extras = [
  define('append(x1, x2, axis=None)', ([a, b, axis], py) => {
    const pair = [tensorOf(py, a), tensorOf(py, b)];
    return axis === null ? ops.concat(pair.map(ops.flatten), 0) : ops.concat(pair, integerOf(axis, 0));
  }),
  define('array(x, dtype=None)', ([x, dtype], py) => tensorOf(py, x, dtypeOf(py, dtype))),
  unary('copy', x => ops.identity(x)),
  define('divide_no_nan(x1, x2)', ([a, b], py) => {
    const divisor = ops.toFloat(tensorOf(py, b));
    const zero = ops.equal(divisor, 0);
    return ops.select(zero, 0, ops.div(operandOf(py, a), ops.select(zero, 1, divisor)));
  }),
  binary('logaddexp', (a, b) => {
    const largest = ops.maximum(a, b);
    return ops.add(largest, ops.log1p(ops.exp(ops.neg(ops.abs(ops.sub(a, b))))));
  }),
  define('full_like(x, fill_value, dtype=None)', ([x, value, dtype], py) => {
    const tensor = tensorOf(py, x);
    const type = dtypeOf(py, dtype) ?? tensor.dtype;
    if (isStatic(tensor.shape)) return filledWith(py, tensor.shape, value, type);
    return ops.add(ops.mul(ops.cast(tensor, type), 0), numberOf(value) ?? 0);
  }),
  define('empty(shape, dtype=None)', ([shape, dtype], py) =>
    constant(0, dimsOf(py, shape) as number[], dtypeOf(py, dtype) ?? floatOf(py)),
  ),
  define('hstack(xs)', ([xs], py) => {
    const parts = tensorsIn(py, xs);
    return ops.concat(parts, parts[0].shape.length === 1 ? 0 : 1);
  }),
  define('vstack(xs)', ([xs], py) =>
    ops.concat(
      tensorsIn(py, xs).map(x => (x.shape.length === 1 ? ops.expandDims(x, 0) : x)),
      0,
    ),
  ),
  define('nan_to_num(x, nan=0.0, posinf=None, neginf=None)', ([x, nan, above, below], py) => {
    const tensor = tensorOf(py, x);
    if (!isFloating(tensor.dtype)) return tensor;
    const largest = 3.4028234663852886e38;
    const numbers = ops.select(ops.isNan(tensor), numberOf(nan) ?? 0, tensor);
    const high = ops.select(ops.equal(numbers, Infinity), numberOf(above) ?? largest, numbers);
    return ops.select(ops.equal(high, -Infinity), numberOf(below) ?? -largest, high);
  }),
  suspendable('convert_to_numpy(x)', function* ([x], py) {
    const object = x instanceof TensorObject || x instanceof VariableObject ? x : wrap(py, tensorOf(py, x));
    return yield* py.callAndWait(py.getAttribute(object, 'numpy'), []);
  }),
];
