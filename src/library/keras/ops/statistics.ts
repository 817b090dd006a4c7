/** keras.ops: quantiles, counts, differences and correlations. */
import { ops } from '../../../graph/index.ts';
import { normalizeAxes } from '../../../graph/shapes.ts';
import { constant, type Tensor } from '../../../graph/tensor.ts';
import { suspendable } from '../../../python/functions.ts';
import { numberOf } from '../objects/arguments.ts';
import { tensorOf } from '../tensors/conversion.ts';
import { axesOf, define, integerOf, largestOf, numbersIn, readNow, tensorsIn } from './reading.ts';

type Interpolation = 'linear' | 'lower' | 'higher' | 'midpoint' | 'nearest';

/** The value below which a share of the elements lies; the axes of `shares` come first. */
export function quantile(
  x: Tensor,
  shares: readonly number[] | number,
  axes: Parameters<typeof normalizeAxes>[1],
  method: Interpolation,
  keep: boolean,
): Tensor {
  const tensor = ops.toFloat(x);
  const rank = tensor.shape.length;
  const along = normalizeAxes('quantile', axes, rank);
  const rest = tensor.shape.map((_, axis) => axis).filter(axis => !along.includes(axis));
  const moved = ops.transpose(tensor, [...rest, ...along]);
  const batch = rest.map(axis => tensor.shape[axis]);
  const flat = ops.reshape(moved, [...batch, along.length === 0 ? 1 : -1]);
  const kept = tensor.shape.map((dim, axis) => (along.includes(axis) ? 1 : dim));
  const size = flat.shape.at(-1) ?? null;
  const list = typeof shares === 'number' ? [shares] : shares;
  const shape = keep ? kept : batch;
  const full = typeof shares === 'number' ? shape : [list.length, ...shape];
  if (size === null) return ops.abstractValue('quantile', [tensor], full, tensor.dtype);
  const sorted = ops.sort(flat, -1);
  const found = list.map(share => {
    const place = share * (size - 1);
    const [low, high] = [Math.floor(place), Math.ceil(place)];
    const pick = (index: number) => ops.gather(sorted, constant([index], [1], 'int32'), -1);
    const weight: Record<Interpolation, number> = {
      linear: place - low,
      lower: 0,
      higher: high > low ? 1 : 0,
      midpoint: high > low ? 0.5 : 0,
      nearest: place - low > 0.5 ? 1 : 0,
    };
    const mixed = ops.add(ops.mul(pick(low), 1 - weight[method]), ops.mul(pick(high), weight[method]));
    return ops.reshape(mixed, shape);
  });
  return typeof shares === 'number' ? found[0] : ops.stack(found, 0);
}

/** Products of two sequences at every shift (numpy.correlate). */
export function correlate(a: Tensor, b: Tensor, mode: string): Tensor {
  const [x, v] = [ops.toFloat(a), ops.toFloat(b)];
  const [length, width] = [x.shape[0] as number, v.shape[0] as number];
  if (length < width) return ops.reverse(correlate(v, x, mode), [0]);
  const margins: readonly [number, number] =
    mode === 'full'
      ? [width - 1, width - 1]
      : mode === 'same'
        ? [Math.floor(width / 2), width - Math.floor(width / 2) - 1]
        : [0, 0];
  const made = ops.convolution(ops.reshape(x, [1, length, 1]), ops.reshape(v, [width, 1, 1]), {
    padding: [margins],
  });
  return ops.reshape(made, [-1]);
}

/** Neighbouring differences, `n` times over. */
function difference(x: Tensor, n: number, axis: number): Tensor {
  let result = x;
  const along = axis < 0 ? axis + x.shape.length : axis;
  const before = x.shape.map((_, index) => index !== along).map(all => (all ? {} : { stop: -1 }));
  const after = x.shape.map((_, index) => index !== along).map(all => (all ? {} : { start: 1 }));
  for (let turn = 0; turn < n; turn++)
    result = ops.sub(ops.subscript(result, after), ops.subscript(result, before));
  return result;
}

/** How often each whole number below `size` occurs along the last axis, or the sum of its weights. */
export function countEach(x: Tensor, weights: Tensor | null, size: number): Tensor {
  const hits = ops.oneHot(x, size, weights?.dtype ?? 'int32');
  return ops.sum(weights === null ? hits : ops.mul(hits, ops.expandDims(weights, -1)), [-2]);
}

const counting = define('bincount(x, weights, size)', ([x, weights, size], py) =>
  countEach(tensorOf(py, x), weights === null ? null : tensorOf(py, weights), integerOf(size, 1)),
);

export const statistics = [
  define('quantile(x, q, axis=None, method="linear", keepdims=False)', ([x, q, axis, method, keep], py) =>
    quantile(
      tensorOf(py, x),
      numberOf(q) ?? numbersIn(py, q),
      axesOf(axis),
      py.str(method) as Interpolation,
      py.truth(keep),
    ),
  ),
  define('median(x, axis=None, keepdims=False)', ([x, axis, keep], py) =>
    quantile(tensorOf(py, x), 0.5, axesOf(axis), 'linear', py.truth(keep)),
  ),
  define('average(x, axis=None, weights=None)', ([x, axis, weights], py) => {
    const tensor = ops.toFloat(tensorOf(py, x));
    if (weights === null) return ops.mean(tensor, axesOf(axis));
    let factor = ops.toFloat(tensorOf(py, weights));
    if (factor.shape.length === 1 && tensor.shape.length > 1 && axis !== null) {
      const along = normalizeAxes('average', axesOf(axis), tensor.shape.length)[0];
      factor = ops.reshape(
        factor,
        tensor.shape.map((_, index) => (index === along ? factor.shape[0] : 1)),
      );
    }
    const whole = ops.broadcastTo(factor, tensor.shape);
    return ops.div(ops.sum(ops.mul(tensor, whole), axesOf(axis)), ops.sum(whole, axesOf(axis)));
  }),
  define('correlate(x1, x2, mode="valid")', ([a, b, mode], py) =>
    correlate(tensorOf(py, a), tensorOf(py, b), py.str(mode)),
  ),
  define('diff(a, n=1, axis=-1)', ([x, n, axis], py) =>
    difference(tensorOf(py, x), integerOf(n, 1), integerOf(axis, -1)),
  ),
  define('digitize(x, bins)', ([x, bins], py) =>
    ops.sum(
      ops.cast(ops.greaterEqual(ops.expandDims(tensorOf(py, x), -1), tensorOf(py, bins)), 'int32'),
      [-1],
    ),
  ),
  suspendable('bincount(x, weights=None, minlength=0, sparse=False)', function* ([x, weights, least], py) {
    const values = yield* readNow(py, x);
    const largest = values === null ? -1 : largestOf(values);
    return py.call(counting, [x, weights, Math.max(integerOf(least, 0), largest + 1)]);
  }),
  define('select(condlist, choicelist, default=0)', ([conditions, choices, otherwise], py) => {
    const values = tensorsIn(py, choices);
    return tensorsIn(py, conditions).reduceRight<Tensor>(
      (rest, condition, index) => ops.select(condition, values[index], rest),
      tensorOf(py, otherwise),
    );
  }),
];
