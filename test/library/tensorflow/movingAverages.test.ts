/** `tf.train.ExponentialMovingAverage` in eager mode: shadows of variables, how fast they follow, and their names. */
import { expect, it } from 'vitest';
import { analyseKeras, runKeras } from '../keras/program.ts';

const program = `import tensorflow as tf
weight = tf.Variable([1.0, 2.0], name='weight')
other = tf.Variable(3.0, name='other')
ema = tf.train.ExponentialMovingAverage(decay=0.75)
print(ema.name, ema.average(weight), ema.average_name(weight))
print(ema.apply([weight]), ema.average(weight).numpy().tolist(), ema.average(weight).trainable)
weight.assign([5.0, -2.0])
ema.apply([weight, other])
print(ema.average(weight).numpy().tolist(), ema.average(other).numpy(), weight.numpy().tolist())
print(ema.average(weight).name, sorted(ema.variables_to_restore([weight, other])))
step = tf.Variable(0, trainable=False)
early = tf.train.ExponentialMovingAverage(0.99, num_updates=step)
early.apply([other])
other.assign(13.0)
early.apply([other])
print(round(float(early.average(other)), 4))
step.assign(90)
early.apply([other])
print(round(float(early.average(other)), 4))
with tf.GradientTape() as tape:
    loss = tf.reduce_sum(weight * weight)
print([v.numpy().tolist() for v in tape.gradient(loss, [weight])])
for wrong in (tf.constant(1.0), tf.Variable(1, name='count')):
    try:
        ema.apply([wrong])
    except TypeError as error:
        print(error)
`;

it('follows variables from their values at the first call', async () => {
  const { stdout, stderr } = await runKeras(program);
  expect(stderr).toBe('');
  expect(stdout.trim().split('\n')).toEqual([
    'ExponentialMovingAverage None weight/ExponentialMovingAverage',
    'None [1.0, 2.0] False',
    '[2.0, 1.0] 3.0 [5.0, -2.0]',
    "weight/ExponentialMovingAverage:0 ['other/ExponentialMovingAverage', 'weight/ExponentialMovingAverage']",
    '12.0',
    '12.09',
    '[[10.0, -4.0]]',
    'tf.train.ExponentialMovingAverage does not support non-Variable tensors when eager execution is enabled.',
    'The variables must be half, float, or double: count:0',
  ]);
  expect((await analyseKeras(program)).findings).toEqual([]);
});

it('keeps averages in a loop of the script', async () => {
  const { stdout, stderr } = await runKeras(`import numpy as np
import tensorflow as tf
x = np.random.RandomState(0).normal(size=(16, 3)).astype('float32')
y = x.sum(axis=1, keepdims=True)
weight = tf.Variable(tf.zeros((3, 1)))
ema, expected = tf.train.ExponentialMovingAverage(0.9), None
optimizer = tf.keras.optimizers.SGD(0.1)
for n in range(20):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((x @ weight - y) ** 2)
    optimizer.apply_gradients([(tape.gradient(loss, weight), weight)])
    ema.apply([weight])
    now = weight.numpy()
    expected = now if expected is None else 0.9 * expected + 0.1 * now
print(np.abs(ema.average(weight).numpy() - expected).max() < 1e-5, float(loss) < 1)
`);
  expect(stderr).toBe('');
  expect(stdout).toBe('True True\n');
});
