/** keras.ops: the less common functions that are made of the others. */
import { ops } from '../../../graph/index.ts';
import { isStatic } from '../../../graph/shapes.ts';
import { constant, type Tensor } from '../../../graph/tensor.ts';
import { suspendable } from '../../../python/functions.ts';
import { dimsOf, numberOf } from '../objects/arguments.ts';
import { dtypeOf, operandOf, tensorOf, wrap } from '../tensors/conversion.ts';
import { axesOf, binary, define, integerOf, tensorsIn, unary } from './reading.ts';

function diagonalMask(rows: number, columns: number, offset: number): Tensor {
  const values = Uint8Array.from({ length: rows * columns }, (_, index) =>
    (index % columns) - Math.floor(index / columns) === offset ? 1 : 0,
  );
  return constant(values, [rows, columns], 'bool');
}

export const extras = [
  define('append(x1, x2, axis=None)', ([a, b, axis], py) => {
    const pair = [tensorOf(py, a), tensorOf(py, b)];
    return axis === null ? ops.concat(pair.map(ops.flatten), 0) : ops.concat(pair, integerOf(axis, 0));
  }),
  define('array(x, dtype=None)', ([x, dtype], py) => tensorOf(py, x, dtypeOf(py, dtype))),
  define('average(x, axis=None, weights=None)', ([x, axis, weights], py) => {
    const tensor = ops.toFloat(tensorOf(py, x));
    if (weights === null) return ops.mean(tensor, axesOf(axis));
    const factor = ops.toFloat(tensorOf(py, weights));
    return ops.div(
      ops.sum(ops.mul(tensor, factor), axesOf(axis)),
      ops.sum(ops.broadcastTo(factor, tensor.shape), axesOf(axis)),
    );
  }),
  unary('copy', x => ops.identity(x)),
  define('identity(n, dtype=None)', ([n]) =>
    ops.cast(diagonalMask(integerOf(n, 1), integerOf(n, 1), 0), 'float32'),
  ),
  define('diag(x, k=0)', ([x, k], py) => {
    const tensor = tensorOf(py, x);
    const [size, columns] = tensor.shape;
    const offset = integerOf(k, 0);
    if (tensor.shape.length === 1 && size !== null && offset === 0) {
      return ops.select(diagonalMask(size, size, 0), ops.broadcastTo(tensor, [size, size]), 0);
    }
    if (size === null || columns === null || columns === undefined)
      return ops.abstractValue('diag', [tensor], [null], tensor.dtype);
    const length = Math.min(size, columns - offset);
    const kept = ops.sum(ops.select(diagonalMask(size, columns, offset), tensor, 0), [-1]);
    return ops.slice(kept, [0], [length]);
  }),
  define('trace(x, offset=0, axis1=0, axis2=1)', ([x], py) => {
    const tensor = tensorOf(py, x);
    const [rows, columns] = tensor.shape.slice(-2);
    if (rows === null || columns === null)
      return ops.abstractValue('trace', [tensor], tensor.shape.slice(0, -2), tensor.dtype);
    return ops.sum(ops.select(diagonalMask(rows, columns, 0), tensor, 0), [-2, -1]);
  }),
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
    return isStatic(tensor.shape)
      ? constant(numberOf(value) ?? 0, tensor.shape, type)
      : ops.add(ops.mul(ops.cast(tensor, type), 0), numberOf(value) ?? 0);
  }),
  define('empty(shape, dtype=None)', ([shape, dtype], py) =>
    constant(0, dimsOf(py, shape) as number[], dtypeOf(py, dtype) ?? 'float32'),
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
  define('nan_to_num(x, nan=0.0, posinf=None, neginf=None)', ([x, nan], py) => {
    const tensor = ops.toFloat(tensorOf(py, x));
    return ops.clip(
      ops.select(ops.isNan(tensor), numberOf(nan) ?? 0, tensor),
      -3.4028234663852886e38,
      3.4028234663852886e38,
    );
  }),
  define('tensordot(x1, x2, axes=2)', ([a, b], py) => ops.dot(tensorOf(py, a), tensorOf(py, b))),
  define('vdot(x1, x2)', ([a, b], py) =>
    ops.sum(ops.mul(ops.flatten(tensorOf(py, a)), ops.flatten(tensorOf(py, b)))),
  ),
  define('multi_hot(inputs, num_classes=None, axis=-1, dtype=None)', ([x, classes], py) =>
    ops.max(ops.oneHot(tensorOf(py, x), integerOf(classes, 1)), [-2]),
  ),
  define('slice(inputs, start_indices, shape)', ([x, start, shape], py) =>
    ops.slice(tensorOf(py, x), dimsOf(py, start) as number[], dimsOf(py, shape) as number[]),
  ),
  define('normalize(x, axis=-1, order=2)', ([x, axis], py) => {
    const tensor = ops.toFloat(tensorOf(py, x));
    return ops.div(tensor, ops.maximum(ops.sqrt(ops.sum(ops.square(tensor), axesOf(axis), true)), 1e-12));
  }),
  define('median(x, axis=None, keepdims=False)', ([x, axis, keep], py) => {
    const tensor = ops.toFloat(tensorOf(py, x));
    const flat = axis === null ? ops.flatten(tensor) : tensor;
    const along = axis === null ? 0 : integerOf(axis, 0);
    const size = flat.shape.at(along) ?? 1;
    const sorted = ops.sort(flat, along);
    const middle = [Math.floor((size - 1) / 2), Math.floor(size / 2)];
    const picked = ops.gather(sorted, constant(middle, [2], 'int32'), along);
    return ops.mean(picked, [along], py.truth(keep));
  }),
  suspendable('convert_to_numpy(x)', function* ([x], py) {
    return yield* py.callAndWait(py.getAttribute(x, 'numpy'), []);
  }),
  suspendable('cond(pred, true_fn, false_fn)', function* ([condition, a, b], py) {
    const chosen = py.truth(condition) ? a : b;
    return yield* py.callAndWait(chosen, []);
  }),
  suspendable('vectorized_map(function, elements)', function* ([callee, elements], py) {
    const results: Tensor[] = [];
    for (const part of ops.unstack(tensorOf(py, elements), 0)) {
      results.push(tensorOf(py, yield* py.callAndWait(callee, [wrap(py, part)])));
    }
    return wrap(py, ops.stack(results, 0));
  }),
];
