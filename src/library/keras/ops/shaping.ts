/** keras.ops: shapes, joining, splitting, gathering, and making tensors. */

import type { DType } from '../../../graph/dtypes.ts';
import { ops } from '../../../graph/index.ts';
import { isStatic, sizeOf } from '../../../graph/shapes.ts';
import { constant, type Tensor } from '../../../graph/tensor.ts';
import { TypeError as PyTypeError, raise } from '../../../python/errors.ts';
import { native } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { PyFloat, PyList, PyTuple, type Value } from '../../../python/values.ts';
import { dimsOf, numberOf } from '../objects/arguments.ts';
import { floatOf } from '../policy.ts';
import { dtypeOf, isTensorLike, tensorOf, wrap } from '../tensors/conversion.ts';
import { tensorFunction } from '../tensors/operation.ts';
import { TensorObject, visibleShape } from '../tensors/tensorObject.ts';
import { textOf, textTensor } from '../tensors/text.ts';
import { axesOf, constantsOf, define, integerOf, numbersIn, tensorsIn, unary } from './reading.ts';

function filled(shape: readonly (number | null)[], value: number, dtype: DType): Tensor {
  if (dtype === 'string' && value !== 0)
    throw raise(PyTypeError, `Cannot convert ${value} to EagerTensor of dtype string`);
  // TensorFlow's zeros of text are empty.
  if (dtype === 'string') return repeatedText('', shape);
  if (isStatic(shape)) return constant(value, shape, dtype);
  return ops.abstractValue('filled', [], shape, dtype);
}

function repeatedText(text: string, shape: readonly (number | null)[]): Tensor {
  if (!isStatic(shape)) return ops.abstractValue('strings', [], shape, 'string');
  return textTensor(
    Array.from({ length: sizeOf(shape) ?? 0 }, () => text),
    shape,
  );
}

/** A number or a tensor everywhere in a shape. */
export function filledWith(
  py: Interpreter,
  shape: readonly (number | null)[],
  value: Value,
  dtype: DType | null,
): Tensor {
  const number = numberOf(value);
  if (dtype === 'string' && number !== undefined) return filled(shape, number, dtype);
  const own = tensorOf(py, value, dtype);
  const [text] = own.shape.length === 0 ? (textOf(own) ?? []) : [];
  if (text !== undefined) return repeatedText(text, shape);
  if (number !== undefined || !isStatic(shape)) return filled(shape, number ?? 0, own.dtype);
  return ops.broadcastTo(own, shape);
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

/** Evenly spaced values along a new first axis, and the distance between them. */
function spaced(
  py: Interpreter,
  start: Value,
  stop: Value,
  count: number,
  withEnd: boolean,
): { values: Tensor; step: Tensor } {
  const [from, to] = [start, stop].map(end =>
    ops.toFloat(tensorOf(py, end, numberOf(end) === undefined ? null : floatOf(py))),
  );
  const parts = Math.max(1, withEnd ? count - 1 : count);
  const distance = ops.sub(to, from);
  const shares = ops.reshape(
    constant(
      Array.from({ length: count }, (_, index) => index / parts),
      [count],
      distance.dtype,
    ),
    [count, ...distance.shape.map(() => 1)],
  );
  return { values: ops.add(from, ops.mul(shares, distance)), step: ops.div(distance, parts) };
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
  define('repeat(x, repeats, axis=None)', ([x, repeats, axis], py) => {
    const tensor = axis === null ? ops.flatten(tensorOf(py, x)) : tensorOf(py, x);
    const along = integerOf(axis, 0);
    const counts = constantsOf(repeats) ?? numbersIn(py, repeats);
    if (counts.length === 1) return ops.repeat(tensor, counts[0], along);
    const places = counts.flatMap((count, index) => new Array<number>(count).fill(index));
    return ops.gather(tensor, constant(places, [places.length], 'int32'), along);
  }),
  define('broadcast_to(x, shape)', ([x, shape], py) => ops.broadcastTo(tensorOf(py, x), dimsOf(py, shape))),
  define('flip(x, axis=None)', ([x, axis], py) => ops.reverse(tensorOf(py, x), axesOf(axis))),
  define('roll(x, shift, axis=None)', ([x, shift, axis], py) => {
    const [shifts, axes] = [numbersIn(py, shift), axis === null ? null : numbersIn(py, axis)];
    if (axes === null) return ops.roll(tensorOf(py, x), shifts[0], null);
    return axes.reduce(
      (rolled, along, index) => ops.roll(rolled, shifts[Math.min(index, shifts.length - 1)], along),
      tensorOf(py, x),
    );
  }),
  define('moveaxis(x, source, destination)', ([x, from, to], py) => {
    const tensor = tensorOf(py, x);
    const rank = tensor.shape.length;
    const [sources, targets] = [from, to].map(value =>
      numbersIn(py, value).map(axis => (axis < 0 ? axis + rank : axis)),
    );
    const order = tensor.shape.map((_, axis) => axis).filter(axis => !sources.includes(axis));
    const pairs = targets.map((target, index) => [target, sources[index]] as const);
    for (const [target, source] of pairs.sort((a, b) => a[0] - b[0])) order.splice(target, 0, source);
    return ops.transpose(tensor, order);
  }),
  define('swapaxes(x, axis1, axis2)', ([x, a, b], py) =>
    ops.swapAxes(tensorOf(py, x), integerOf(a, 0), integerOf(b, 1)),
  ),
  define('pad(x, pad_width, mode="constant", constant_values=None)', ([x, widths, mode, value], py) => {
    const pairs = py.collect(widths).map(item => numbersIn(py, item) as [number, number]);
    return ops.pad(tensorOf(py, x), pairs, py.str(mode) as 'constant', numberOf(value) ?? 0);
  }),
  unary('ravel', ops.flatten),
  define('zeros(shape, dtype=None)', ([shape, dtype], py) =>
    filled(dimsOf(py, shape), 0, dtypeOf(py, dtype) ?? floatOf(py)),
  ),
  define('ones(shape, dtype=None)', ([shape, dtype], py) =>
    filled(dimsOf(py, shape), 1, dtypeOf(py, dtype) ?? floatOf(py)),
  ),
  define('full(shape, fill_value, dtype=None)', ([shape, value, dtype], py) =>
    filledWith(py, dimsOf(py, shape), value, dtypeOf(py, dtype) ?? floatOf(py)),
  ),
  define('zeros_like(x, dtype=None)', ([x, dtype], py) => like(tensorOf(py, x), 0, dtypeOf(py, dtype))),
  define('ones_like(x, dtype=None)', ([x, dtype], py) => like(tensorOf(py, x), 1, dtypeOf(py, dtype))),
  define('arange(start, stop=None, step=1, dtype=None)', ([start, stop, step, dtype], py) => {
    const [from, to] =
      stop === null ? [0, numberOf(start) ?? 0] : [numberOf(start) ?? 0, numberOf(stop) ?? 0];
    const by = numberOf(step) ?? 1;
    const count = Math.max(0, Math.ceil((to - from) / by));
    const isFloat = [start, stop, step].some(value => value instanceof PyFloat);
    return constant(
      Array.from({ length: count }, (_, index) => from + index * by),
      [count],
      dtypeOf(py, dtype) ?? (isFloat ? floatOf(py) : 'int32'),
    );
  }),
  tensorFunction(
    'linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0)',
    ([start, stop, count, endpoint, withStep, dtype, axis], py) => {
      const size = integerOf(count, 50);
      const { values, step } = spaced(py, start, stop, size, py.truth(endpoint));
      const line = ops.cast(ops.moveAxis(values, 0, integerOf(axis, 0)), dtypeOf(py, dtype) ?? values.dtype);
      return py.truth(withStep) ? new PyTuple([wrap(py, line), wrap(py, step)]) : wrap(py, line);
    },
  ),
  define(
    'logspace(start, stop, num=50, endpoint=True, base=10, dtype=None, axis=0)',
    ([start, stop, count, endpoint, base, dtype, axis], py) => {
      const { values } = spaced(py, start, stop, integerOf(count, 50), py.truth(endpoint));
      const powers = ops.exp(ops.mul(values, Math.log(numberOf(base) ?? 10)));
      return ops.cast(ops.moveAxis(powers, 0, integerOf(axis, 0)), dtypeOf(py, dtype) ?? values.dtype);
    },
  ),
  tensorFunction('meshgrid(*x, indexing="xy")', ([xs, indexing], py) => {
    const lines = tensorsIn(py, xs).map(ops.flatten);
    const swapped = indexing === 'xy' && lines.length > 1;
    const sizes = lines.map(line => line.shape[0]);
    if (swapped) [sizes[0], sizes[1]] = [sizes[1], sizes[0]];
    const placeOf = (index: number) => (swapped && index < 2 ? 1 - index : index);
    return new PyList(
      lines.map((line, index) => {
        const shape = sizes.map((_, axis) => (axis === placeOf(index) ? line.shape[0] : 1));
        return wrap(py, ops.broadcastTo(ops.reshape(line, shape), sizes));
      }),
    );
  }),
  define('convert_to_tensor(x, dtype=None, sparse=None)', ([x, dtype], py) =>
    tensorOf(py, x, dtypeOf(py, dtype)),
  ),
  native('shape(x)', ([x], py) => visibleShape(py, tensorOf(py, x).shape, x)),
  native('is_tensor(x)', ([x]) => isTensorLike(x) && x instanceof TensorObject),
  native('ndim(x)', ([x], py) => tensorOf(py, x).shape.length),
  native('size(x)', ([x], py) =>
    tensorOf(py, x).shape.reduce<number>((product, dim) => product * (dim ?? 1), 1),
  ),
];
