/** The discrete Fourier transform of lines of numbers; `numpy.fft` (derived/fft.ts) is written on top of it. */
import { raise, ValueError } from '../../python/errors.ts';
import { PyComplex } from '../../python/values.ts';
import { integerArgument } from './arguments.ts';
import { asType } from './casting.ts';
import { toArray } from './conversion.ts';
import { define } from './definition.ts';
import { abstractArray, concreteArray, type NdArray } from './ndarray.ts';
import { normalizeAxis } from './shapes.ts';
import { type ArrayData, contiguousItems, fromItems } from './storage.ts';
import { moveAxes } from './views.ts';

interface Line {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

const line = (length: number): Line => ({
  real: new Float64Array(length),
  imaginary: new Float64Array(length),
});

/** exp(sign * 2 pi i * k / n), with k reduced first so that the angle keeps its digits. */
function twiddle(k: number, n: number, sign: number): readonly [number, number] {
  const angle = (2 * Math.PI * (k % n)) / n;
  return [Math.cos(angle), sign * Math.sin(angle)];
}

/** Cooley and Tukey: a length is divided by its smallest factor; what is left is a sum over the transforms of parts. */
function transform(input: Line, sign: number): Line {
  const n = input.real.length;
  if (n === 1) return input;
  const factor = smallestFactor(n);
  if (factor > 64) return chirp(input, sign);
  const part = n / factor;
  const parts = Array.from({ length: factor }, (_, start) => {
    const own = line(part);
    for (let i = 0; i < part; i++) {
      own.real[i] = input.real[start + i * factor];
      own.imaginary[i] = input.imaginary[start + i * factor];
    }
    return transform(own, sign);
  });
  const result = line(n);
  const turns = Array.from({ length: n }, (_, k) => twiddle(k, n, sign));
  for (let k = 0; k < n; k++) {
    let real = 0;
    let imaginary = 0;
    for (let start = 0; start < factor; start++) {
      const [cosine, sine] = turns[(start * k) % n];
      const { real: x, imaginary: y } = parts[start];
      real += x[k % part] * cosine - y[k % part] * sine;
      imaginary += x[k % part] * sine + y[k % part] * cosine;
    }
    result.real[k] = real;
    result.imaginary[k] = imaginary;
  }
  return result;
}

function smallestFactor(n: number): number {
  for (const factor of [4, 2, 3, 5]) if (n % factor === 0) return factor;
  for (let factor = 7; factor * factor <= n; factor += 2) if (n % factor === 0) return factor;
  return n;
}

/** Bluestein: a transform of any length as a convolution, which transforms of a power of two compute. */
function chirp(input: Line, sign: number): Line {
  const n = input.real.length;
  let size = 1;
  while (size < 2 * n - 1) size *= 2;
  const turns = Array.from({ length: n }, (_, k) => twiddle((k * k) % (2 * n), 2 * n, sign));
  const [first, second] = [line(size), line(size)];
  for (let k = 0; k < n; k++) {
    const [cosine, sine] = turns[k];
    first.real[k] = input.real[k] * cosine - input.imaginary[k] * sine;
    first.imaginary[k] = input.real[k] * sine + input.imaginary[k] * cosine;
    second.real[k] = second.real[(size - k) % size] = cosine;
    second.imaginary[k] = second.imaginary[(size - k) % size] = -sine;
  }
  const [a, b] = [transform(first, -1), transform(second, -1)];
  const product = line(size);
  for (let k = 0; k < size; k++) {
    product.real[k] = a.real[k] * b.real[k] - a.imaginary[k] * b.imaginary[k];
    product.imaginary[k] = a.real[k] * b.imaginary[k] + a.imaginary[k] * b.real[k];
  }
  const back = transform(product, 1);
  const result = line(n);
  for (let k = 0; k < n; k++) {
    const [cosine, sine] = turns[k];
    const [x, y] = [back.real[k] / size, back.imaginary[k] / size];
    result.real[k] = x * cosine - y * sine;
    result.imaginary[k] = x * sine + y * cosine;
  }
  return result;
}

/** Transforms every line along the last axis, cut or padded with zeros to `count` numbers. */
function transformed(data: ArrayData, count: number, sign: number): ArrayData {
  const length = data.shape[data.rank - 1];
  const items = contiguousItems(data) as PyComplex[];
  const rows = length === 0 ? data.shape.slice(0, -1).reduce((a, b) => a * b, 1) : items.length / length;
  const values: PyComplex[] = [];
  for (let row = 0; row < rows; row++) {
    const input = line(count);
    for (let i = 0; i < Math.min(count, length); i++) {
      input.real[i] = items[row * length + i].real;
      input.imaginary[i] = items[row * length + i].imaginary;
    }
    const { real, imaginary } = transform(input, sign);
    for (let i = 0; i < count; i++) values.push(new PyComplex(real[i], imaginary[i]));
  }
  return fromItems(values, [...data.shape.slice(0, -1), count], 'complex128');
}

/** `_transform(a, n, axis, inverse)`: without any scaling. */
export const fourierTransform = define(
  '_transform(a, n, axis, inverse)',
  'The discrete Fourier transform along an axis, not scaled.',
  ([a, n, axis, inverse], py) => {
    const array = toArray(a, py);
    const along = normalizeAxis(integerArgument(axis, py), array.rank);
    const count = n === null ? array.shape[along] : integerArgument(n, py);
    if (count !== null && count < 1)
      throw raise(ValueError, `Invalid number of FFT data points (${count}) specified.`);
    if (array.data === null || count === null) {
      const shape = array.shape.map((own, index) => (index === along ? count : own));
      return abstractArray(shape, 'complex128');
    }
    const moved: NdArray = moveAxes(asType(array, 'complex128'), [along], [array.rank - 1]);
    const result = concreteArray(transformed(moved.data!, count, py.truth(inverse) ? 1 : -1));
    return moveAxes(result, [array.rank - 1], [along]);
  },
);
