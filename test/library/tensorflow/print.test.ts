/** `tf.print` and `tf.debugging` show and check what a step computes, each time it runs. */
import { expect, it } from 'vitest';
import { runKeras } from '../keras/program.ts';

it('prints tensors as TensorFlow does', async () => {
  const run = await runKeras(`import sys
import tensorflow as tf
tf.print(tf.constant(1 / 3), tf.constant(0.1), tf.constant(1 / 3, tf.float64), tf.constant(100.0), output_stream=sys.stdout)
tf.print(tf.constant([True, False]), tf.constant(['a', 'b']), tf.constant('x'), 'y', tf.range(10), output_stream=sys.stdout)
tf.print(tf.reshape(tf.range(8), (2, 2, 2)), output_stream=sys.stdout)
tf.print({'k': tf.constant(2.5)}, [1, 'b'], (tf.constant(1),), sep='|', end='!\\n', output_stream=sys.stdout)
tf.print('to the other stream', tf.ones((5,)), summarize=1)
`);
  expect(run.stdout).toBe(`0.333333343 0.1 0.33333333333333331 100
[1 0] ["a" "b"] x y [0 1 2 ... 7 8 9]
[[[0 1]
  [2 3]]

 [[4 5]
  [6 7]]]
{'k': 2.5}|[1, 'b']|(1,)!
`);
  expect(run.stderr).toBe('to the other stream [1 ... 1]\n');
});

const fit = (body: string) => `import sys
import numpy as np
import tensorflow as tf
from tensorflow import keras


class Watched(keras.layers.Layer):
    def call(self, x):
        ${body}
        return x


model = keras.Sequential([keras.Input((2,)), Watched(), keras.layers.Dense(1)])
model.compile('sgd', 'mse')
`;

it('prints what each batch holds', async () => {
  const run = await runKeras(`${fit("tf.print('rows', x, output_stream=sys.stdout)")}
data = np.arange(6.0).reshape(3, 2)
model.fit(data, np.zeros((3, 1)), batch_size=2, shuffle=False, verbose=0)
print('then', model.predict(data[:1], verbose=0).shape)
`);
  expect(run.stderr).toBe('');
  expect(run.stdout).toBe('rows [[0 1]\n [2 3]]\nrows [[4 5]]\nrows [[0 1]]\nthen (1, 1)\n');
});

it('ends a training whose values break a condition', async () => {
  const run = await runKeras(`${fit("tf.debugging.assert_less(x, 4.0, 'too large')")}
model.fit(np.arange(6.0).reshape(3, 2), np.zeros((3, 1)), batch_size=2, shuffle=False, verbose=0)
`);
  expect(run.stderr).toContain('InvalidArgumentError: too large\n');
});
