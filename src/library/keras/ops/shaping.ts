/** keras.ops: shapes, joining, splitting, gathering, and making tensors. */
import type { DType } from '../../../graph/dtypes.ts';
import { ops } from '../../../graph/index.ts';
import { isStatic } from '../../../graph/shapes.ts';
import { constant, type Tensor } from '../../../graph/tensor.ts';
import { native } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { PyFloat, PyList, type Value } from '../../../python/values.ts';
import { dimsOf, numberOf } from '../objects/arguments.ts';
import { dtypeOf, isTensorLike, tensorOf, wrap } from '../tensors/conversion.ts';
import { tensorFunction } from '../tensors/operation.ts';
import { TensorObject, visibleShape } from '../tensors/tensorObject.ts';
import { axesOf, define, integerOf, numbersIn, tensorsIn, unary } from './reading.ts';

function filled(shape: readonly (number | null)[], value: number, dtype: DType): Tensor {
  if (isStatic(shape)) return constant(value, shape, dtype);
  return ops.abstractValue('filled', [], shape, dtype);
}

function like(x: Tensor, value: number, dtype: DType | null): Tensor {
  if (isStatic(x.shape)) return constant(value, x.shape, dtype ?? x.dtype);
  const zeros = ops.cast(ops.mul(ops.cast(x, 'float32'), 0), dtype ?? x.dtype);
  return value === 0 ? zeros : ops.add(zeros, value);
}

function slices(py: Interpreter, x: Value, parts: Value, axis: Value): Value {
  const tensor = tensorOf(py, x);
  const count = numberOf(parts);
  const along = integerOf(axis, 0);
  if (count !== undefined) return new PyList(ops.split(tensor, count, along).map(item => wrap(py, item)));
  const ends = numbersIn(py, parts);
  const size = tensor.shape.at(along) ?? 0;
  const sizes = [...ends, size].map((end, index) => end - (index === 0 ? 0 : ends[index - 1]));
  return new PyList(ops.split(tensor, sizes, along).map(item => wrap(py, item)));
}

export const shaping = [
  define('reshape(x, newshape)', ([x, shape], py) => ops.reshape(tensorOf(py, x), dimsOf(py, shape))),
  define('transpose(x, axes=None)', ([x, axes], py) =>
    ops.transpose(tensorOf(py, x), axes === null ? null : numbersIn(py, axes)),
  ),
  define('expand_dims(x, axis)', ([x, axis], py) => ops.expandDims(tensorOf(py, x), numbersIn(py, axis))),
  define('squeeze(x, axis=None)', ([x, axis], py) => ops.squeeze(tensorOf(py, x), axesOf(axis))),
  define('concatenate(xs, axis=0)', ([xs, axis], py) => ops.concat(tensorsIn(py, xs), integerOf(axis, 0))),
  define('stack(x, axis=0)', ([xs, axis], py) => ops.stack(tensorsIn(py, xs), integerOf(axis, 0))),
  tensorFunction('split(x, indices_or_sections, axis=0)', ([x, parts, axis], py) =>
    slices(py, x, parts, axis),
  ),
  tensorFunction(
    'unstack(x, num=None, axis=0)',
    ([x, , axis], py) =>
      new PyList(ops.unstack(tensorOf(py, x), integerOf(axis, 0)).map(item => wrap(py, item))),
  ),
  define('tile(x, repeats)', ([x, repeats], py) => ops.tile(tensorOf(py, x), numbersIn(py, repeats))),
  define('repeat(x, repeats, axis=None)', ([x, repeats, axis], py) =>
    axis === null
      ? ops.repeat(ops.flatten(tensorOf(py, x)), integerOf(repeats, 1), 0)
      : ops.repeat(tensorOf(py, x), integerOf(repeats, 1), integerOf(axis, 0)),
  ),
  define('broadcast_to(x, shape)', ([x, shape], py) => ops.broadcastTo(tensorOf(py, x), dimsOf(py, shape))),
  define('flip(x, axis=None)', ([x, axis], py) => ops.reverse(tensorOf(py, x), axesOf(axis))),
  define('roll(x, shift, axis=None)', ([x, shift, axis], py) =>
    ops.roll(tensorOf(py, x), integerOf(shift, 0), axis === null ? null : integerOf(axis, 0)),
  ),
  define('moveaxis(x, source, destination)', ([x, from, to], py) =>
    ops.moveAxis(tensorOf(py, x), integerOf(from, 0), integerOf(to, 0)),
  ),
  define('swapaxes(x, axis1, axis2)', ([x, a, b], py) =>
    ops.swapAxes(tensorOf(py, x), integerOf(a, 0), integerOf(b, 1)),
  ),
  define('take(x, indices, axis=None)', ([x, indices, axis], py) =>
    axis === null
      ? ops.gather(ops.flatten(tensorOf(py, x)), tensorOf(py, indices), 0)
      : ops.gather(tensorOf(py, x), tensorOf(py, indices), integerOf(axis, 0)),
  ),
  define('take_along_axis(x, indices, axis=None)', ([x, indices, axis], py) =>
    ops.takeAlongAxis(tensorOf(py, x), tensorOf(py, indices), integerOf(axis, -1)),
  ),
  define('segment_sum(data, segment_ids, num_segments=None, sorted=False)', ([x, ids, count], py) =>
    ops.segmentSum(tensorOf(py, x), tensorOf(py, ids), integerOf(count, 1)),
  ),
  define('pad(x, pad_width, mode="constant", constant_values=None)', ([x, widths, mode, value], py) => {
    const pairs = py.collect(widths).map(item => numbersIn(py, item) as [number, number]);
    return ops.pad(tensorOf(py, x), pairs, py.str(mode) as 'constant', numberOf(value) ?? 0);
  }),
  define('tril(x, k=0)', ([x, k], py) => ops.tril(tensorOf(py, x), integerOf(k, 0))),
  define('triu(x, k=0)', ([x, k], py) => ops.triu(tensorOf(py, x), integerOf(k, 0))),
  unary('ravel', ops.flatten),
  define('zeros(shape, dtype=None)', ([shape, dtype], py) =>
    filled(dimsOf(py, shape), 0, dtypeOf(py, dtype) ?? 'float32'),
  ),
  define('ones(shape, dtype=None)', ([shape, dtype], py) =>
    filled(dimsOf(py, shape), 1, dtypeOf(py, dtype) ?? 'float32'),
  ),
  define('full(shape, fill_value, dtype=None)', ([shape, value, dtype], py) =>
    filled(
      dimsOf(py, shape),
      numberOf(value) ?? 0,
      dtypeOf(py, dtype) ?? (value instanceof PyFloat ? 'float32' : 'int32'),
    ),
  ),
  define('zeros_like(x, dtype=None)', ([x, dtype], py) => like(tensorOf(py, x), 0, dtypeOf(py, dtype))),
  define('ones_like(x, dtype=None)', ([x, dtype], py) => like(tensorOf(py, x), 1, dtypeOf(py, dtype))),
  define('eye(N, M=None, k=0, dtype=None)', ([rows, columns, offset, dtype], py) => {
    const [height, width] = [integerOf(rows, 1), integerOf(columns, integerOf(rows, 1))];
    const values = Float32Array.from({ length: height * width }, (_, index) =>
      (index % width) - Math.floor(index / width) === integerOf(offset, 0) ? 1 : 0,
    );
    return constant(values, [height, width], dtypeOf(py, dtype) ?? 'float32');
  }),
  define('arange(start, stop=None, step=1, dtype=None)', ([start, stop, step, dtype], py) => {
    const [from, to] =
      stop === null ? [0, numberOf(start) ?? 0] : [numberOf(start) ?? 0, numberOf(stop) ?? 0];
    const by = numberOf(step) ?? 1;
    const count = Math.max(0, Math.ceil((to - from) / by));
    const isFloat = [start, stop, step].some(value => value instanceof PyFloat);
    return constant(
      Array.from({ length: count }, (_, index) => from + index * by),
      [count],
      dtypeOf(py, dtype) ?? (isFloat ? 'float32' : 'int32'),
    );
  }),
  define('linspace(start, stop, num=50, endpoint=True)', ([start, stop, count, endpoint], py) => {
    const [from, to, size] = [numberOf(start) ?? 0, numberOf(stop) ?? 0, integerOf(count, 50)];
    const steps = py.truth(endpoint) ? size - 1 : size;
    return constant(
      Array.from({ length: size }, (_, index) => from + ((to - from) * index) / Math.max(1, steps)),
      [size],
      'float32',
    );
  }),
  define('convert_to_tensor(x, dtype=None, sparse=None)', ([x, dtype], py) =>
    tensorOf(py, x, dtypeOf(py, dtype)),
  ),
  define('one_hot(x, num_classes, axis=-1, dtype=None)', ([x, classes, axis, dtype], py) =>
    ops.oneHot(tensorOf(py, x), integerOf(classes, 1), dtypeOf(py, dtype) ?? 'float32', integerOf(axis, -1)),
  ),
  native('shape(x)', ([x], py) => visibleShape(py, tensorOf(py, x).shape)),
  native('is_tensor(x)', ([x]) => isTensorLike(x) && x instanceof TensorObject),
  native('ndim(x)', ([x], py) => tensorOf(py, x).shape.length),
  native('size(x)', ([x], py) =>
    tensorOf(py, x).shape.reduce<number>((product, dim) => product * (dim ?? 1), 1),
  ),
];
