// The windows of an image batch as rows of a matrix, on WebGPU: convolutions of them are matrix products.
import type { WebGPUBackend, WebGPUProgram } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';

export interface PatchGeometry {
  /** Height and width of a window. */
  readonly window: readonly [number, number];
  readonly strides: readonly [number, number];
  /** How many windows there are down and across. */
  readonly output: readonly [number, number];
}

const WORKGROUP: [number, number, number] = [64, 1, 1];

/** Numbers of a matrix of windows at most; larger batches are taken in parts. */
const MOST_NUMBERS = 2 ** 23;

/** Every number of the matrix from its place in the image. */
function program(rows: number, columns: number, channels: number, g: PatchGeometry): WebGPUProgram {
  const [, width] = g.window;
  const [down, across] = g.output;
  const code = `fn main(index: i32) {
    if (index < uniforms.size) {
      let row = index / ${columns};
      let column = index % ${columns};
      let channel = column % ${channels};
      let tap = column / ${channels};
      let y = (row / ${across}) % ${down} * ${g.strides[0]} + tap / ${width};
      let x = row % ${across} * ${g.strides[1]} + tap % ${width};
      setOutputAtIndex(index, getImages(row / ${down * across}, y, x, channel));
    }
  }`;
  return {
    variableNames: ['images'],
    outputShape: [rows, columns],
    workgroupSize: WORKGROUP,
    dispatchLayout: { x: [0, 1] },
    dispatch: [Math.ceil((rows * columns) / WORKGROUP[0]), 1, 1],
    size: true,
    shaderKey: code,
    getUserCode: () => code,
  };
}

/** (batch x windows, height x width x channels) of images (batch, height, width, channels). */
function patches(images: tf.Tensor4D, g: PatchGeometry): tf.Tensor2D {
  const [batch, , , channels] = images.shape;
  const rows = batch * g.output[0] * g.output[1];
  const columns = g.window[0] * g.window[1] * channels;
  const backend = tf.backend() as WebGPUBackend;
  const made = backend.runWebGPUProgram(program(rows, columns, channels, g), [images], 'float32');
  return tf.engine().makeTensorFromTensorInfo(made) as tf.Tensor2D;
}

/** The batch in parts whose windows take a bounded amount of memory. */
function parts(images: tf.Tensor4D, g: PatchGeometry): [start: number, count: number][] {
  const [batch, , , channels] = images.shape;
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
  const sums = parts(x, g).map(([start, count]) => {
    const gradient = tf.reshape<tf.Rank.R2>(samples(dy, start, count), [-1, filters]);
    return tf.matMul(patches(samples(x, start, count), g), gradient, true);
  });
  const sum = sums.length === 1 ? sums[0] : tf.addN(sums);
  return tf.reshape(sum, [...g.window, x.shape[3], filters]);
}

/** The convolution itself without padding, for kernels of so few taps that the matrix is not much larger than its result. */
export function convolutionByPatches(x: tf.Tensor4D, filter: tf.Tensor4D, g: PatchGeometry): tf.Tensor {
  const filters = filter.shape[3];
  const matrix = tf.reshape<tf.Rank.R2>(filter, [-1, filters]);
  const results = parts(x, g).map(([start, count]) =>
    tf.matMul(patches(samples(x, start, count), g), matrix),
  );
  const result = results.length === 1 ? results[0] : tf.concat(results);
  return tf.reshape(result, [x.shape[0], ...g.output, filters]);
}
