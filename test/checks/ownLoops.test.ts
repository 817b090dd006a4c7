/** Training loops of the script's own get the warnings that `fit` gets, once, however often the loop turns. */
import { describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { analyse, compare } from './markers.ts';
import { ownLoops } from './ownLoops.ts';
import { runProgram } from './running.ts';

describe.each(Object.entries(ownLoops))('%s', (code, { failing, fixed, nearMiss }) => {
  test('is found at its place, and nothing else', async () => {
    expect(checks.map(check => check.code)).toContain(code);
    for (const version of ['2', '3'] as const) expect(await compare(failing, version)).toEqual([]);
  });

  test('is silent on the corrected program, which runs, and on the near miss', async () => {
    for (const program of [fixed, nearMiss]) expect((await analyse(program, '3')).findings).toEqual([]);
    expect((await runProgram(fixed)).raises).toBe('');
  });
});

const guides: Readonly<Record<string, string>> = {
  'a GAN whose labels are as many as the batch': `import tensorflow as tf
from tensorflow import keras
images = tf.random.uniform((100, 20))
discriminator = keras.Sequential([keras.Input((20,)), keras.layers.Dense(1)])
#                                                     ^^^^^^^^^^^^^^^^^^^^^ warning[crossentropy-on-logits]: no sigmoid
loss_fn = keras.losses.BinaryCrossentropy()
for real in tf.data.Dataset.from_tensor_slices(images).batch(64):
    rows = tf.shape(real)[0]
    labels = tf.concat([tf.ones((rows, 1)), tf.zeros((real.shape[0], 1))], axis=0)
    with tf.GradientTape() as tape:
        loss = loss_fn(labels, discriminator(tf.concat([tf.random.normal((rows, 20)), real], axis=0)))
    tape.gradient(loss, discriminator.trainable_weights)
`,
  'a contrastive loss': `import numpy as np
import tensorflow as tf
from tensorflow import keras
x, y = np.random.random((100, 8)).astype('float32'), np.random.randint(0, 2, 100).astype('float32')
embed = keras.Sequential([keras.layers.Dense(4, activation='relu')])
for xs, ys in tf.data.Dataset.from_tensor_slices((x, y)).batch(16):
    with tf.GradientTape() as tape:
        distance = tf.reduce_sum(tf.square(embed(xs) - embed(xs[::-1])), axis=1, keepdims=True)
        loss = tf.reduce_mean(ys * distance)
#                             ^^^^^^^^^^^^^ warning[flat-labels-broadcast]: (None, 1)
    tape.gradient(loss, embed.trainable_weights)
`,
  'weights without layers': `import tensorflow as tf
from tensorflow import keras
x = tf.random.normal([64, 20])
y = tf.random.uniform([64], maxval=3, dtype=tf.int32)
W, b = tf.Variable(tf.random.normal([20, 3])), tf.Variable(tf.zeros([3]))
for step in range(3):
    with tf.GradientTape() as tape:
        out = tf.matmul(x, W) + b
        loss = keras.losses.sparse_categorical_crossentropy(y, out)
#                                                              ^^^ warning[crossentropy-on-logits]: raw scores
    for variable, gradient in zip([W, b], tape.gradient(loss, [W, b])):
        variable.assign_sub(0.1 * gradient)
`,
  'a training step of a class without a graph': `import numpy as np
import tensorflow as tf
import keras
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = keras.layers.Dense(16, activation='relu')
        self.out = keras.layers.Dense(3)
#                  ^^^^^^^^^^^^^^^^^^^^^ warning[crossentropy-on-logits]: no softmax
        self.accuracy = keras.metrics.CategoricalAccuracy()
#                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[accuracy-kind]: class numbers
    def call(self, inputs):
        return self.out(self.hidden(inputs))
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            out = self(x, training=True)
#                      ^ warning[unscaled-inputs]: 0..255
            loss = self.compute_loss(y=y, y_pred=out)
        self.optimizer.apply(tape.gradient(loss, self.trainable_variables), self.trainable_variables)
        self.accuracy.update_state(y, out)
        return {'loss': loss}
net = Net()
net.compile(optimizer='adam', loss=keras.losses.SparseCategoricalCrossentropy())
net.fit(np.random.randint(0, 256, (64, 8)), np.random.randint(0, 3, 64), verbose=0)
`,
};

test.each(Object.entries(guides))('%s', async (_, program) => {
  expect(await compare(program, '3')).toEqual([]);
});

test('losses of reinforcement learning and products with vectors of the script are left alone', async () => {
  const { findings } = await analyse(`import numpy as np
import tensorflow as tf
from tensorflow import keras
states = np.random.random((32, 8)).astype('float32')
returns = np.random.random(32).astype('float32')
value = keras.Sequential([keras.layers.Dense(32, activation='tanh'), keras.layers.Dense(1)])
frequencies = tf.exp(tf.linspace(0.0, 4.0, 32))
with tf.GradientTape() as tape:
    out = value(states)
    features = tf.sin(out * frequencies)
    loss = tf.reduce_mean((returns - tf.squeeze(out)) ** 2) + tf.reduce_mean(features)
tape.gradient(loss, value.trainable_weights)
`);
  expect(findings).toEqual([]);
});
