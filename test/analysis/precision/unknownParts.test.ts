/** Programs whose parts nobody knows, or that another Keras took: none may have an error that is not certain. */
import { describe, expect, test } from 'vitest';
import { analyse, type KerasVersionOption } from '../../checks/markers.ts';
import { errors } from './programErrors.ts';

describe('what an unknown part of a container may be', () => {
  test.each([
    [
      'is changed by its methods',
      "logs = {'a': [], 'b': []}\nfor key in cv2.imread('a'):\n    logs[key].append(1)\nlogs['a'][0]",
    ],
    ['takes items', "rows = [[0], [0]]\nrows[cv2.imread('a')][0] = 3\nassert rows[0] == [3]"],
    ['loses items', "rows = [{1: 2}]\ndel rows[cv2.imread('a')][1]\nassert rows[0] == {}"],
  ])('%s', async (_name, program) => {
    expect(await errors(`import cv2\n${program}`)).toEqual([]);
  });

  test('is not changed by reading', async () => {
    expect(
      await errors("import cv2\nrows = [[0], [1]]\nn = rows[cv2.imread('a')]\nassert rows == 3"),
    ).toHaveLength(1);
  });
});

describe('weights that nobody can count', () => {
  const layer = 'layer = tf.keras.layers.Embedding(10, 4)\n    layer(tf.ones((1, 2)))';
  test.each([
    [
      'of variables cut up among servers',
      `s = tf.distribute.experimental.ParameterServerStrategy(None, variable_partitioner=tf.distribute.experimental.partitioners.MinSizePartitioner())
with s.scope():
    ${layer}
assert len(layer.weights) == 2`,
    ],
    [
      'of variables that a call looks up in a store',
      `class Own(tf.keras.layers.Layer):
    @tf.compat.v1.keras.utils.track_tf1_style_variables
    def call(self, x):
        return tf.compat.v1.layers.dense(x, 3)
layer = Own()
layer(tf.ones((2, 3)))
assert len(layer.weights) == 2`,
    ],
    [
      'of a model with a part that is not known',
      `import other
model = tf.keras.Sequential([tf.keras.Input((3,)), tf.keras.layers.Dense(2), other.Layer(), tf.keras.layers.Dense(2)])
assert len(model.weights) == 7 and len(model.layers) == 5 and model.output_shape == (None, 9)`,
    ],
  ])('%s', async (_name, program) => {
    expect(await errors(program)).toEqual([]);
  });

  test('outside of such a scope they are counted', async () => {
    expect(await errors(`if True:\n    ${layer}\nassert len(layer.weights) == 2`)).toHaveLength(1);
  });
});

describe('what Keras 2 took', () => {
  test.each([
    [
      'the mesh of a metric',
      'tf.keras.metrics.SparseCategoricalAccuracy(mesh=None)\ntf.keras.metrics.Mean(mesh=None)',
    ],
    [
      'a tf.Module as a layer',
      `class M(tf.Module):
    def __call__(self, x):
        return x
tf.keras.Sequential([tf.keras.layers.Dense(2), M()])`,
    ],
    [
      'a nested list of numbers as the input of a layer',
      'import keras\n@keras.saving.register_keras_serializable()\nclass L(tf.keras.layers.Layer):\n    def call(self, x):\n        return x * 2\nL()([[1.0, 2.0]])',
    ],
  ])('%s', async (_name, program) => {
    expect(await errors(program)).toEqual([]);
  });

  test.each([
    ['the mesh of a metric', 'from keras import ops, metrics\nmetrics.Mean(mesh=None)'],
    [
      'a tf.Module',
      'from keras import ops, Sequential\nclass M(tf.Module):\n    def __call__(self, x):\n        return x\nSequential([M()])',
    ],
  ])('%s is nothing for Keras 3', async (_name, program) => {
    expect(await errors(program)).toHaveLength(1);
  });
});

test('sequences of which nothing is known may be of any rank', async () => {
  const program = `data = np.empty((30,), dtype=list)
i = 0
for line in open('rows.txt'):
    data[i] = tf.keras.utils.to_categorical([len(line)], num_classes=500)
    i += 1
rows = tf.keras.preprocessing.sequence.pad_sequences(data, maxlen=10)
np.argmax(rows[:4], axis=2)`;
  expect(await errors(program)).toEqual([]);
  const known = `(x, y), _ = tf.keras.datasets.imdb.load_data(num_words=100)
rows = tf.keras.preprocessing.sequence.pad_sequences(x, maxlen=10)
np.argmax(rows[:4], axis=2)`;
  expect(await errors(known)).toHaveLength(1);
});

describe('a window of two numbers', () => {
  const model = (import_: string) => `${import_}
model = Sequential()
model.add(Conv2D(8, 5, 5, input_shape=(28, 28, 1)))
model.add(Conv2D(8, 5, 5, subsample=(2, 2)))
model.add(Conv2D(8, 5, 5))
`;
  const errorsOf = async (version: KerasVersionOption, text: string) => {
    const { findings } = await analyse(text, version);
    return findings.map(({ code }) => code);
  };
  test('is a window in Keras 1, and may be one in Keras 2', async () => {
    const text = model('from keras.models import Sequential\nfrom keras.layers import Conv2D');
    expect(await errorsOf('1', text)).toEqual([]);
    expect(await errorsOf('2', text)).toEqual([]);
  });

  test('is a window and a step in Keras 3', async () => {
    const text = `from keras.models import Sequential
from keras.layers import Conv2D
model = Sequential()
model.add(Conv2D(8, 5, 5, input_shape=(28, 28, 1)))
assert model.output_shape == (None, 24, 24, 8)
`;
    expect(await errorsOf('1', text)).toEqual([]);
    expect(await errorsOf('3', text)).toEqual(['assertion']);
  });
});

describe('losses and attributes that code nobody followed adds', () => {
  const layer = (loss: string) => `import keras
from keras import layers, backend as K
i = keras.Input(shape=(4,))
mean = layers.Dense(2)(i)
out = layers.Dense(4, activation='sigmoid')(mean)
class L(keras.layers.Layer):
    def call(self, inputs):
        ${loss}
        return inputs[0]
m = keras.models.Model(i, L()([i, out]))
m.compile(optimizer='rmsprop', loss=None)
m.fit(x=np.zeros((8, 4)), y=None)`;
  test('a loss of tensors outside of the layer', async () => {
    expect(
      await errors(layer('self.add_loss(K.mean(inputs[0] - inputs[1]) + K.mean(mean), inputs=inputs)')),
    ).toEqual([]);
    expect(await errors(layer('K.mean(mean)'))).toHaveLength(1);
  });

  test('what another layer gets when it is built', async () => {
    const program = `class A(tf.keras.layers.Layer):
    def build(self, shape):
        self.w = self.add_weight(shape=(2,))
class B(tf.keras.layers.Layer):
    def build(self, shape, other=None):
        self.w = other.w
        self.v = self.u
B().build((1, 2), A())`;
    expect((await errors(program)).join()).toContain("'u'");
    expect(await errors(program)).toHaveLength(1);
  });
});

describe('what data that are not known may have done', () => {
  test.each([
    [
      'built the layers of a model',
      "import cv2\nm = tf.keras.Sequential([tf.keras.layers.Dense(1)])\nm.predict(cv2.imread('a'))\nm.layers[0].kernel",
    ],
    ['given a limit', "import cv2\nimport matplotlib.pyplot as plt\nplt.xlim(0, cv2.imread('a'))"],
    ['held a sound', "tf.audio.decode_wav(tf.io.read_file('a.wav'), desired_channels=1)"],
  ])('%s', async (_name, program) => {
    expect(await errors(program)).toEqual([]);
  });
});
