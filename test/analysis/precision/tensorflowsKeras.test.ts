/** What Keras inside of TensorFlow took, 2 and the early 3: none of it may have an error. */
import { describe, expect, test } from 'vitest';
import { errors } from './programErrors.ts';

describe('tf.keras of Keras 2', () => {
  const layers = 'from tensorflow.keras import layers\n';
  const model = `${layers}model = tf.keras.Sequential([tf.keras.Input((4,)), layers.Dense(1)])
model.compile(loss='mse')
`;
  test.each([
    [
      'a rate in the history',
      `${model}r = tf.keras.callbacks.ReduceLROnPlateau(monitor='loss')
h = model.fit(np.zeros((10, 4)), np.zeros(10), callbacks=[r]).history
h['learning_rate'], h['lr']`,
    ],
    ['a SavedModel', `${model}model.save('folder')\nmodel.save('folder', save_format='tf')`],
    [
      'what a normalization has learnt',
      `${layers}n = layers.Normalization(axis=-1)
n.adapt(np.zeros((10, 3)))
n.mean.numpy() + n.variance.numpy()`,
    ],
    [
      'losses of functions and of inputs',
      `class Own(tf.keras.layers.Layer):
    def call(self, x):
        self.add_loss(lambda: 3.0)
        self.add_loss(tf.reduce_sum(x), inputs=x)
        return x
${layers}Own()(tf.ones((2, 3)))`,
    ],
  ])('%s', async (_name, program) => {
    expect(await errors(program)).toEqual([]);
  });
});

describe('what the version of Keras inside TensorFlow takes', () => {
  const layers = 'from tensorflow.keras import layers\n';
  test.each([
    [
      'the name of a weight before its shape',
      `${layers}class L(layers.Layer):\n    def build(self, s):\n        self.k = self.add_weight("k", shape=[2, 3])\n    def call(self, x):\n        return tf.matmul(x, self.k)\nL()(tf.ones((1, 2)))`,
    ],
    ['nested lists of numbers', `${layers}print(layers.Dense(2)([[1.0, 2.0]]).shape)`],
    ['a number for a shape', 'assert tf.keras.Input(shape=(20)).shape == (None, 20)'],
    ['a specification of the input', 'tf.keras.Input(type_spec=tf.TensorSpec([None, 2]))'],
    [
      'the values of a dict',
      `${layers}d = {"a": tf.keras.Input((2,)), "b": tf.keras.Input((3,))}\nassert layers.Concatenate()(d.values()).shape == (None, 5)`,
    ],
    ['strong noise', `${layers}layers.GaussianNoise(15.)`],
    [
      'lists of numbers as data',
      `m = tf.keras.Sequential([tf.keras.layers.Dense(1)])\nm.compile("sgd", "mse")\nm.fit([1.0, 2.0], [0.0, 1.0])`,
    ],
    [
      'what is known after training',
      'm = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_regularizer="l2")])\nm.compile("sgd", "mse", metrics=["mae"])\nm.metrics[1]\nm.losses[0]\nm.weights[0]',
    ],
    [
      'the loss scaled by hand',
      'o = tf.keras.mixed_precision.LossScaleOptimizer(tf.keras.optimizers.SGD())\no.get_unscaled_gradients([o.get_scaled_loss(tf.constant(1.0))])',
    ],
    [
      'options of saving',
      'm = tf.keras.Sequential([tf.keras.layers.Dense(1)])\nm.save("m.keras", options=None, save_traces=False)',
    ],
    [
      'logs by their older names',
      'm = tf.keras.Sequential([tf.keras.layers.Dense(1, activation="sigmoid")])\nm.compile("sgd", "binary_crossentropy", metrics=["accuracy"])\nh = m.fit(np.ones((4, 2)), np.ones(4), validation_split=0.5)\nh.history["acc"], h.history["val_acc"], h.history["accuracy"]',
    ],
  ])('%s', async (_name, program) => {
    expect(await errors(program)).toEqual([]);
  });
});
