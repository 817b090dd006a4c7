// Rounding to 16 bits by arithmetic of 32 bits, for the backends of TensorFlow.js.
import * as tf from '@tensorflow/tfjs-core';
import { halfNormal, halfOverflow } from '../../graph/precision.ts';

/** x with so many bits of its significand rounded off (Veltkamp's splitting). */
function withoutBits(x: tf.Tensor, dropped: number): tf.Tensor {
  const wide = tf.mul(x, 2 ** dropped + 1);
  return tf.sub(wide, tf.sub(wide, x));
}

export function toHalf(x: tf.Tensor): tf.Tensor {
  return tf.tidy(() => {
    const size = tf.abs(x);
    const offset = tf.mul(tf.sign(x), 0.75);
    // What is not below the limit is infinite, or no number.
    const beyond = tf.mul(x, Infinity);
    const normal = tf.where(tf.less(size, halfOverflow), withoutBits(x, 13), beyond);
    return tf.where(tf.less(size, halfNormal), tf.sub(tf.add(x, offset), offset), normal);
  });
}

export function toBfloat16(x: tf.Tensor): tf.Tensor {
  return tf.tidy(() => {
    // Large numbers are made smaller first, so that splitting them does not overflow.
    const large = tf.mul(withoutBits(tf.mul(x, 2 ** -64), 16), 2 ** 64);
    const size = tf.abs(x);
    const finite = tf.where(tf.less(size, 1e30), withoutBits(x, 16), large);
    return tf.where(tf.less(size, Infinity), finite, x);
  });
}
