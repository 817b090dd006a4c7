// Convolutions and their gradients on graphics as matrix products, with the windows of an image batch as rows.
import * as tf from '@tensorflow/tfjs-core';
import { fold, type PatchGeometry, patches } from './patch-programs.ts';

/** Numbers of a matrix of windows at most; larger batches are taken in parts. */
const MOST_NUMBERS = 2 ** 23;

/** The batch in parts whose windows take a bounded amount of memory. */
function parts(batch: number, channels: number, g: PatchGeometry): [start: number, count: number][] {
  const each = g.output[0] * g.output[1] * g.window[0] * g.window[1] * channels;
  const most = Math.max(1, Math.floor(MOST_NUMBERS / each));
  const starts = Array.from({ length: Math.ceil(batch / most) }, (_, index) => index * most);
  return starts.map(start => [start, Math.min(most, batch - start)]);
}

function samples(x: tf.Tensor4D, start: number, count: number): tf.Tensor4D {
  if (count === x.shape[0]) return x;
  return tf.slice(x, [start, 0, 0, 0], [count, ...x.shape.slice(1)] as typeof x.shape);
}

/** The gradient of the kernel (height, width, in, out) of a convolution without padding. */
export function filterGradientByPatches(x: tf.Tensor4D, dy: tf.Tensor4D, g: PatchGeometry): tf.Tensor {
  const filters = dy.shape[3];
  const sums = parts(x.shape[0], x.shape[3], g).map(([start, count]) => {
    const gradient = tf.reshape<tf.Rank.R2>(samples(dy, start, count), [-1, filters]);
    return tf.matMul(patches(samples(x, start, count), g), gradient, true);
  });
  const sum = sums.length === 1 ? sums[0] : tf.addN(sums);
  return tf.reshape(sum, [...g.window, x.shape[3], filters]);
}

/** The gradient of the input of a convolution without padding: what each window gets, added up where they overlap. */
export function inputGradientByPatches(
  dy: tf.Tensor4D,
  filter: tf.Tensor4D,
  [height, width]: readonly [number, number],
  g: PatchGeometry,
): tf.Tensor {
  const [, , channels, filters] = filter.shape;
  const matrix = tf.reshape<tf.Rank.R2>(filter, [-1, filters]);
  const results = parts(dy.shape[0], channels, g).map(([start, count]) => {
    const gradient = tf.reshape<tf.Rank.R2>(samples(dy, start, count), [-1, filters]);
    return fold(tf.matMul(gradient, matrix, false, true), [count, height, width, channels], g);
  });
  return results.length === 1 ? results[0] : tf.concat(results);
}

/** The convolution itself without padding, for kernels of so few taps that the matrix is not much larger than its result. */
export function convolutionByPatches(x: tf.Tensor4D, filter: tf.Tensor4D, g: PatchGeometry): tf.Tensor {
  const filters = filter.shape[3];
  const matrix = tf.reshape<tf.Rank.R2>(filter, [-1, filters]);
  const results = parts(x.shape[0], x.shape[3], g).map(([start, count]) =>
    tf.matMul(patches(samples(x, start, count), g), matrix),
  );
  const result = results.length === 1 ? results[0] : tf.concat(results);
  return tf.reshape(result, [x.shape[0], ...g.output, filters]);
}
