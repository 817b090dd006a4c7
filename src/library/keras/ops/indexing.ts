/** keras.ops: picking and writing elements by index. */
import { ops } from '../../../graph/index.ts';
import { type Dim, isStatic, stridesOf } from '../../../graph/shapes.ts';
import { constant, type Tensor } from '../../../graph/tensor.ts';
import { suspendable } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { NotKnown, PyList, type Value } from '../../../python/values.ts';
import { dimsOf } from '../objects/arguments.ts';
import { operandOf, tensorOf, wrap } from '../tensors/conversion.ts';
import { tensorFunction } from '../tensors/operation.ts';
import { constantsOf, define, integerOf, knownIntegers, largestOf, readNow } from './reading.ts';

/** The places of index tuples (..., depth) in the flattened leading axes. */
function flatPlaces(indices: Tensor, leading: readonly number[]): Tensor {
  const weights = constant(stridesOf(leading), [leading.length], 'int32');
  return ops.reshape(ops.sum(ops.mul(ops.cast(indices, 'int32'), weights), [-1]), [-1]);
}

/** Values added up at index tuples of a tensor of zeros. */
export function scatter(indices: Tensor, values: Tensor, shape: readonly Dim[]): Tensor {
  if (!isStatic(shape)) return ops.abstractValue('scatter', [indices, values], shape, values.dtype);
  const depth = indices.shape.at(-1) as number;
  const [leading, inner] = [shape.slice(0, depth), shape.slice(depth)];
  const size = leading.reduce((product, dim) => product * dim, 1);
  const sums = ops.scatterSum(flatPlaces(indices, leading), ops.reshape(values, [-1, ...inner]), size);
  return ops.reshape(sums, shape);
}

/** A copy in which the elements at index tuples are others; of several at one place the last counts. */
export function scatterUpdate(x: Tensor, indices: Tensor, updates: Tensor): Tensor {
  if (!isStatic(x.shape) || !isStatic(indices.shape))
    return ops.abstractValue('scatter_update', [x, indices, updates], x.shape, x.dtype);
  const depth = indices.shape.at(-1) as number;
  const [leading, inner] = [x.shape.slice(0, depth), x.shape.slice(depth)];
  const size = leading.reduce((product, dim) => product * dim, 1);
  const places = flatPlaces(indices, leading);
  const count = places.shape[0] as number;
  const order = ops.range(count);
  const hits = ops.equal(ops.expandDims(places, -1), ops.range(size));
  const last = ops.max(ops.select(hits, ops.expandDims(order, -1), -1), [0]);
  const flat = ops.reshape(x, [size, ...inner]);
  const rows = ops.reshape(ops.cast(updates, x.dtype), [count, ...inner]);
  const taken = ops.gather(rows, ops.maximum(last, 0), 0);
  const wide = ops.reshape(ops.greaterEqual(last, 0), [size, ...inner.map(() => 1)]);
  return ops.reshape(ops.select(wide, taken, flat), x.shape);
}

/** Scalars of a start that is not known before the run, else its numbers. */
function startsOf(py: Interpreter, value: Value): readonly number[] | Tensor[] {
  const known = constantsOf(value);
  if (known !== null) return known;
  const items = py.collect(value);
  const numbers = items.map(item => constantsOf(item)?.[0] ?? integerOrNull(item));
  if (numbers.every(number => number !== null)) return numbers;
  return items.map(item => ops.reshape(ops.cast(tensorOf(py, item), 'int32'), []));
}

function integerOrNull(value: Value): number | null {
  return typeof value === 'number' ? value : null;
}

function areNumbers(starts: readonly number[] | Tensor[]): starts is readonly number[] {
  return starts.every(start => typeof start === 'number');
}

/** `size` elements from starts that may be known only when it runs. */
function sliceAt(x: Tensor, starts: readonly number[] | Tensor[], sizes: readonly number[]): Tensor {
  if (areNumbers(starts)) return ops.slice(x, starts, sizes);
  return starts.reduce<Tensor>((part, start, axis) => {
    const dim = x.shape[axis] as number;
    const size = sizes[axis] < 0 ? dim : sizes[axis];
    const first = ops.clip(start, 0, Math.max(0, dim - size));
    return ops.gather(part, ops.add(ops.range(size), first), axis);
  }, x);
}

/** x with a block of it replaced. */
function sliceUpdate(x: Tensor, starts: readonly number[] | Tensor[], updates: Tensor): Tensor {
  if (!isStatic(x.shape) || !isStatic(updates.shape))
    return ops.abstractValue('slice_update', [x, updates], x.shape, x.dtype);
  let block = ops.cast(updates, x.dtype);
  let within: Tensor = constant(true);
  x.shape.forEach((dim, axis) => {
    const size = updates.shape[axis] as number;
    const shifted = ops.sub(ops.range(dim), starts[axis]);
    const inside = ops.logicalAnd(ops.greaterEqual(shifted, 0), ops.less(shifted, size));
    block = ops.gather(block, ops.clip(shifted, 0, size - 1), axis);
    const shape = x.shape.map((_, index) => (index === axis ? dim : 1));
    within = ops.logicalAnd(within, ops.reshape(inside, shape));
  });
  return ops.select(within, block, x);
}

/** The largest of the rows with each segment id; the smallest number where there is none. */
export function segmentMax(x: Tensor, ids: Tensor, segments: number): Tensor {
  const member = ops.equal(ops.expandDims(ops.cast(ids, 'int32'), 0), ops.expandDims(ops.range(segments), 1));
  const shape = [...member.shape, ...x.shape.slice(1).map(() => 1)];
  const lowest = x.dtype.includes('float') ? -3.4028234663852886e38 : -2147483648;
  return ops.max(ops.select(ops.reshape(member, shape), ops.expandDims(x, 0), lowest), [1]);
}

function segments(name: string, compute: (x: Tensor, ids: Tensor, count: number) => Tensor) {
  const reduce = define(`${name}(data, segment_ids, num_segments)`, ([x, ids, count], py) =>
    compute(tensorOf(py, x), tensorOf(py, ids), integerOf(count, 1)),
  );
  return suspendable(
    `${name}(data, segment_ids, num_segments=None, sorted=False)`,
    function* ([x, ids, count], py) {
      let size = integerOf(count, -1);
      if (count === null) {
        const read = yield* readNow(py, ids);
        if (read === null) throw new NotKnown('the number of segments is not known');
        size = largestOf(read) + 1;
      }
      return py.call(reduce, [x, ids, size]);
    },
  );
}

/** Indices of the elements that are not 0: one list for each axis. */
export function placesOfNonzero(data: ArrayLike<number>, shape: readonly number[]): number[][] {
  const strides = stridesOf(shape);
  const found = shape.map((): number[] => []);
  for (let index = 0; index < data.length; index++) {
    if (data[index] === 0) continue;
    strides.forEach((stride, axis) => {
      found[axis].push(Math.floor(index / stride) % shape[axis]);
    });
  }
  return found;
}

function* nonzero(py: Interpreter, x: Value) {
  const read = yield* readNow(py, x);
  if (read === null) throw new NotKnown('how many elements are not 0 is known only when data comes');
  return new PyList(
    placesOfNonzero(read.data, read.shape).map(places =>
      wrap(py, constant(places, [places.length], 'int32')),
    ),
  );
}

export const indexing = [
  define('take(x, indices, axis=None)', ([x, indices, axis], py) => {
    const tensor = tensorOf(py, x);
    const flat = axis === null ? ops.flatten(tensor) : tensor;
    const along = integerOf(axis, 0);
    const places = tensorOf(py, indices);
    const dim = flat.shape.at(along) ?? null;
    const wrapped =
      dim === null || (places.op === 'constant' && places.dtype === 'int32')
        ? places
        : ops.select(ops.less(places, 0), ops.add(places, dim), places);
    return ops.gather(flat, wrapped, along);
  }),
  define('take_along_axis(x, indices, axis=None)', ([x, indices, axis], py) =>
    axis === null
      ? ops.takeAlongAxis(ops.flatten(tensorOf(py, x)), ops.flatten(tensorOf(py, indices)), 0)
      : ops.takeAlongAxis(tensorOf(py, x), tensorOf(py, indices), integerOf(axis, -1)),
  ),
  tensorFunction('get_item(x, key)', ([x, key], py) => py.getItem(wrap(py, tensorOf(py, x)), key)),
  segments('segment_sum', ops.segmentSum),
  segments('segment_max', segmentMax),
  define('scatter(indices, values, shape)', ([indices, values, shape], py) =>
    scatter(tensorOf(py, indices), tensorOf(py, values), dimsOf(py, shape)),
  ),
  define('scatter_update(inputs, indices, updates)', ([x, indices, updates], py) =>
    scatterUpdate(tensorOf(py, x), tensorOf(py, indices), tensorOf(py, updates)),
  ),
  define('slice(inputs, start_indices, shape)', ([x, start, shape], py) =>
    sliceAt(tensorOf(py, x), startsOf(py, start), knownIntegers(py, shape)),
  ),
  define('slice_update(inputs, start_indices, updates)', ([x, start, updates], py) =>
    sliceUpdate(tensorOf(py, x), startsOf(py, start), tensorOf(py, updates)),
  ),
  suspendable('nonzero(x)', function* ([x], py) {
    return yield* nonzero(py, x);
  }),
  suspendable('where(condition, x1=None, x2=None)', function* ([condition, a, b], py) {
    if (a === null && b === null) return yield* nonzero(py, condition);
    return py.call(select, [condition, a, b]);
  }),
];

const select = define('where(condition, x1, x2)', ([condition, a, b], py) =>
  ops.select(tensorOf(py, condition), operandOf(py, a, b), operandOf(py, b, a)),
);
