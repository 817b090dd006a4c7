/** keras.ops: Fourier transforms as products with the transform's matrix, split along the factors of the length. */
import type { DType } from '../../../graph/dtypes.ts';
import { ops } from '../../../graph/index.ts';
import { constant, type Tensor } from '../../../graph/tensor.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Value } from '../../../python/values.ts';
import { tensorOf } from '../tensors/conversion.ts';
import { tensorFunction } from '../tensors/operation.ts';
import { tupleOf } from './linearAlgebra.ts';
import { define, integerOf } from './reading.ts';

/** Real and imaginary part. */
export interface Complex {
  readonly re: Tensor;
  readonly im: Tensor;
}

/** Longest transform that is one product with a matrix. */
const directLimit = 64;

/** Turns in the precision of what they are multiplied with. */
function table(
  [rows, columns]: readonly [number, number],
  dtype: DType,
  angle: (row: number, column: number) => number,
): Complex {
  const Numbers = dtype === 'float64' ? Float64Array : Float32Array;
  const re = new Numbers(rows * columns);
  const im = new Numbers(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      re[row * columns + column] = Math.cos(angle(row, column));
      im[row * columns + column] = Math.sin(angle(row, column));
    }
  }
  const kept = dtype === 'float64' ? dtype : 'float32';
  return { re: constant(re, [rows, columns], kept), im: constant(im, [rows, columns], kept) };
}

function times(a: Complex, b: Complex, product: (x: Tensor, y: Tensor) => Tensor): Complex {
  return {
    re: ops.sub(product(a.re, b.re), product(a.im, b.im)),
    im: ops.add(product(a.re, b.im), product(a.im, b.re)),
  };
}

function both({ re, im }: Complex, change: (x: Tensor) => Tensor): Complex {
  return { re: change(re), im: change(im) };
}

/** The largest divisor of `size` up to its root. */
function divisorOf(size: number): number {
  for (let candidate = Math.floor(Math.sqrt(size)); candidate > 1; candidate--)
    if (size % candidate === 0) return candidate;
  return 1;
}

/**
 * The transform along the last axis. A length a * b is a table of a rows and b columns: transforms of the columns,
 * a turn of each place, transforms of the rows (Cooley and Tukey 1965).
 */
export function transform(x: Complex, sign: 1 | -1 = -1): Complex {
  const size = x.re.shape.at(-1) as number;
  const turn = (sign * 2 * Math.PI) / size;
  const a = size > directLimit ? divisorOf(size) : 1;
  if (a === 1) {
    const matrix = table([size, size], x.re.dtype, (row, column) => turn * ((row * column) % size));
    return times(x, matrix, (left, right) => ops.matmul(left, right));
  }
  const b = size / a;
  const batch = x.re.shape.slice(0, -1);
  const grid = both(x, part => ops.swapAxes(ops.reshape(part, [...batch, a, b]), -1, -2));
  const columns = transform(grid, sign);
  const turned = times(
    columns,
    table([b, a], x.re.dtype, (row, column) => turn * row * column),
    ops.mul,
  );
  const rows = transform(
    both(turned, part => ops.swapAxes(part, -1, -2)),
    sign,
  );
  return both(rows, part => ops.reshape(ops.swapAxes(part, -1, -2), [...batch, size]));
}

/** The transform of real numbers: frequencies 0 to half the length. */
export function realTransform(x: Tensor, length: number | null = null): Complex {
  const fitted = fit(ops.toFloat(x), length ?? (x.shape.at(-1) as number));
  const size = fitted.shape.at(-1) as number;
  const whole = transform({ re: fitted, im: ops.mul(fitted, 0) });
  return both(whole, part => cut(part, 0, Math.floor(size / 2) + 1));
}

/** Real numbers from the frequencies 0 to half the length. */
export function realInverse(x: Complex, length: number | null = null): Tensor {
  const bins = x.re.shape.at(-1) as number;
  const size = length ?? 2 * (bins - 1);
  const half = both(x, part => fit(part, Math.floor(size / 2) + 1));
  // The other frequencies are the mirror image, conjugated.
  const others = Math.ceil(size / 2) - 1;
  const mirrored = both(half, part => ops.reverse(cut(part, 1, 1 + others), [-1]));
  const full: Complex = {
    re: ops.concat([half.re, mirrored.re], -1),
    im: ops.concat([half.im, ops.neg(mirrored.im)], -1),
  };
  return ops.div(transform(full, 1).re, size);
}

function cut(x: Tensor, start: number, stop: number): Tensor {
  return ops.subscript(x, ['ellipsis', { start, stop }]);
}

/** The last axis cut or filled with zeros to a length. */
function fit(x: Tensor, length: number): Tensor {
  const size = x.shape.at(-1) as number;
  if (size >= length) return size === length ? x : cut(x, 0, length);
  return ops.pad(x, [...x.shape.slice(1).map((): [number, number] => [0, 0]), [0, length - size]]);
}

/** Overlapping stretches of the last axis: (..., count, length). */
export function framesOf(x: Tensor, length: number, stride: number): Tensor {
  const size = x.shape.at(-1) ?? null;
  if (size === null)
    return ops.abstractValue('frames', [x], [...x.shape.slice(0, -1), null, length], x.dtype);
  const count = 1 + Math.floor((size - length) / stride);
  const places = Int32Array.from(
    { length: count * length },
    (_, index) => Math.floor(index / length) * stride + (index % length),
  );
  return ops.gather(x, constant(places, [count, length], 'int32'), -1);
}

/** Windows of scipy.signal.get_window, periodic. */
export function windowOf(name: string | null, length: number): number[] {
  const wave = (index: number) => Math.cos((2 * Math.PI * index) / length);
  const values: Record<string, (index: number) => number> = {
    hann: index => 0.5 - 0.5 * wave(index),
    hamming: index => 0.54 - 0.46 * wave(index),
    none: () => 1,
  };
  return Array.from({ length }, (_, index) => values[name ?? 'none'](index));
}

export interface Framing {
  readonly length: number;
  readonly stride: number;
  readonly size: number;
  /** The window, centred in the transform's length. */
  readonly window: readonly number[];
}

export function framingOf(
  py: Interpreter,
  length: Value,
  stride: Value,
  size: Value,
  window: Value,
): Framing {
  const framing = { length: integerOf(length, 1), stride: integerOf(stride, 1), size: integerOf(size, 1) };
  if (framing.size < framing.length)
    throw raise(
      ValueError,
      `\`fft_length\` must equal or larger than \`sequence_length\`. Received: sequence_length=${framing.length}, fft_length=${framing.size}`,
    );
  const before = Math.floor((framing.size - framing.length) / 2);
  let values: readonly number[];
  if (typeof window === 'string' || window === null) {
    if (window !== null && window !== 'hann' && window !== 'hamming')
      throw raise(
        ValueError,
        `If a string is passed to \`window\`, it must be one of \`"hann"\`, \`"hamming"\`. Received: window=${window}`,
      );
    values = windowOf(window, framing.length);
  } else values = py.collect(window).map(item => Number(py.str(item)));
  const padded = new Array<number>(framing.size).fill(0);
  values.forEach((value, index) => {
    padded[before + index] = value;
  });
  return { ...framing, window: padded };
}

/** Transforms of windowed stretches: (..., count, bins). */
export function shortTime(x: Tensor, framing: Framing, center: boolean): Complex {
  const half = Math.floor(framing.size / 2);
  const margins = x.shape.map((_, axis): [number, number] =>
    center && axis === x.shape.length - 1 ? [half, half] : [0, 0],
  );
  const frames = framesOf(ops.pad(ops.toFloat(x), margins, 'reflect'), framing.size, framing.stride);
  return realTransform(ops.mul(frames, constant([...framing.window])));
}

/** The way back: stretches are added up again, divided by what the windows add up to. */
function shortTimeInverse(x: Complex, framing: Framing, length: number | null, center: boolean): Tensor {
  const frames = realInverse(x, framing.size);
  const count = frames.shape.at(-2) as number;
  const { size, stride, window } = framing;
  const total = size + stride * (count - 1);
  const weights = Float32Array.from(window, (value, index) => {
    let overlap = 0;
    for (let place = index % stride; place < size; place += stride) overlap += window[place] ** 2;
    return overlap === 0 ? 0 : value / overlap;
  });
  const places = Int32Array.from(
    { length: count * size },
    (_, index) => Math.floor(index / size) * stride + (index % size),
  );
  const batch = frames.shape.slice(0, -2);
  const parts = ops.reshape(ops.mul(frames, constant(weights)), [...batch, count * size]);
  const sums = ops.scatterSum(constant(places, [places.length], 'int32'), parts, total, batch.length);
  const start = center ? Math.floor(size / 2) : 0;
  const stop = length !== null ? start + length : center ? total - Math.floor(size / 2) : total;
  return cut(sums, start, Math.min(stop, total));
}

function complexOf(py: Interpreter, value: Value): Complex {
  const items = py.collect(value);
  if (items.length !== 2)
    throw raise(ValueError, `Input \`x\` should be a tuple of two tensors - real and imaginary.`);
  return { re: ops.toFloat(tensorOf(py, items[0])), im: ops.toFloat(tensorOf(py, items[1])) };
}

export const fourier = [
  tensorFunction('fft(x)', ([x], py) => {
    const { re, im } = transform(complexOf(py, x));
    return tupleOf(py, re, im);
  }),
  tensorFunction('fft2(x)', ([x], py) => {
    const rows = transform(complexOf(py, x));
    const columns = transform(both(rows, part => ops.swapAxes(part, -1, -2)));
    return tupleOf(py, ops.swapAxes(columns.re, -1, -2), ops.swapAxes(columns.im, -1, -2));
  }),
  tensorFunction('rfft(x, fft_length=None)', ([x, length], py) => {
    const { re, im } = realTransform(tensorOf(py, x), length === null ? null : integerOf(length, 1));
    return tupleOf(py, re, im);
  }),
  define('irfft(x, fft_length=None)', ([x, length], py) =>
    realInverse(complexOf(py, x), length === null ? null : integerOf(length, 1)),
  ),
  define('extract_sequences(x, sequence_length, sequence_stride)', ([x, length, stride], py) =>
    framesOf(tensorOf(py, x), integerOf(length, 1), integerOf(stride, 1)),
  ),
  tensorFunction(
    'stft(x, sequence_length, sequence_stride, fft_length, window="hann", center=True)',
    ([x, length, stride, size, window, center], py) => {
      const framing = framingOf(py, length, stride, size, window);
      const { re, im } = shortTime(tensorOf(py, x), framing, py.truth(center));
      return tupleOf(py, re, im);
    },
  ),
  define(
    'istft(x, sequence_length, sequence_stride, fft_length, length=None, window="hann", center=True)',
    ([x, length, stride, size, wanted, window, center], py) =>
      shortTimeInverse(
        complexOf(py, x),
        framingOf(py, length, stride, size, window),
        wanted === null ? null : integerOf(wanted, 1),
        py.truth(center),
      ),
  ),
];
