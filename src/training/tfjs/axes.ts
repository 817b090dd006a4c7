// Padding, slicing and repeating one axis at a time at rank 3, as GPU kernels do not take every rank.
import * as tf from '@tensorflow/tfjs-core';

const product = (dims: readonly number[]) => dims.reduce((total, dim) => total * dim, 1);

/** (before the axis, the axis, after it). */
function around(x: tf.Tensor, axis: number): tf.Tensor3D {
  return tf.reshape(x, [product(x.shape.slice(0, axis)), x.shape[axis], product(x.shape.slice(axis + 1))]);
}

function withDim(x: tf.Tensor, like: readonly number[], axis: number): tf.Tensor {
  return tf.reshape(x, like.map((dim, index) => (index === axis ? x.shape[1] : dim)) as number[]);
}

/** Adds cells before and after each axis; negative widths crop. */
export function padAxes(
  x: tf.Tensor,
  padding: readonly (readonly [number, number])[],
  value: number,
): tf.Tensor {
  let result = x;
  padding.forEach(([before, after], axis) => {
    if (before === 0 && after === 0) return;
    const { shape } = result;
    let line = around(result, axis);
    const start = Math.max(0, -before);
    const kept = shape[axis] - start - Math.max(0, -after);
    if (kept !== shape[axis]) line = tf.slice(line, [0, start, 0], [line.shape[0], kept, line.shape[2]]);
    if (before > 0 || after > 0) {
      line = tf.pad(
        line,
        [
          [0, 0],
          [Math.max(0, before), Math.max(0, after)],
          [0, 0],
        ],
        value,
      );
    }
    result = withDim(line, shape, axis);
  });
  return result;
}

/** Every `strides`-th of `size` elements from `begin` on along each axis. */
export function sliceAxes(
  x: tf.Tensor,
  begin: readonly number[],
  size: readonly number[],
  strides: readonly number[],
): tf.Tensor {
  let result = x;
  size.forEach((count, axis) => {
    const { shape } = result;
    if (count === shape[axis]) return;
    const line = around(result, axis);
    const [start, step] = [begin[axis], strides[axis]];
    const end = Math.min(shape[axis], start + (count - 1) * step + 1);
    const cut =
      step === 1 || count === 0
        ? tf.slice(line, [0, start, 0], [line.shape[0], count, line.shape[2]])
        : tf.stridedSlice(line, [0, start, 0], [line.shape[0], end, line.shape[2]], [1, step, 1]);
    result = withDim(cut, shape, axis);
  });
  return result;
}

/** Repeats what has one element along an axis; kernels of high rank would read everything back to do so. */
export function broadcastAxes(x: tf.Tensor, shape: readonly number[]): tf.Tensor {
  let result = tf.reshape(x, [...new Array<number>(shape.length - x.rank).fill(1), ...x.shape]);
  shape.forEach((size, axis) => {
    if (result.shape[axis] === size) return;
    const line = around(result, axis);
    const wide = tf.broadcastTo(line, [line.shape[0], size, line.shape[2]]);
    result = withDim(wide, result.shape, axis);
  });
  return result;
}
