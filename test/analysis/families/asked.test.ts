/** Mistakes as people ask about them: where each is told, that a run raises the same, and what only looks alike. */
import { describe, expect, test } from 'vitest';
import { compare, type KerasVersionOption, readMarkers } from '../../checks/markers.ts';
import { runProgram } from '../../checks/running.ts';

const start = `import numpy as np
import tensorflow as tf
import keras
from keras.models import Model, Sequential
from keras.layers import *

`;

interface Asked {
  readonly failing: string;
  /** How the last line of a run's words begins. */
  readonly raises: string;
  readonly nearMiss: string;
  readonly version?: KerasVersionOption;
}

const dense = `model = Sequential([Input((2,)), Dense(1)])
model.compile(loss='mse', optimizer='adam')
`;

const asked: Readonly<Record<string, Asked>> = {
  'the number of a tensor inside of a tf.function': {
    failing: `@tf.function
def doubled(x):
    return (x * 2).numpy()
#          ^^^^^^^^^^^^^^^ error[symbolic-value]: \`tf.function\` traces this code once
doubled(tf.constant(1.0))`,
    raises: "AttributeError: 'SymbolicTensor' object has no attribute 'numpy'",
    nearMiss: `factor = tf.constant(2.0)
@tf.function
def doubled(x):
    known = tf.py_function(lambda value: value.numpy() * 2, [x], tf.float32)
    return x * factor.numpy() + known
print(doubled(tf.constant(1.0)).numpy())`,
  },
  'numbers and words in one table': {
    failing: `rows = np.array([[22, 'm'], [38, 'f']], dtype=object)
${dense}model.fit(rows, np.zeros((2, 1)), verbose=0)
#         ^^^^ error[data-type]: \`rows\` holds text such as \`m\` beside numbers`,
    raises: 'ValueError: Failed to convert a NumPy array to a Tensor (Unsupported object type int).',
    nearMiss: `rows = np.array([[22, '1'], [38, '0']], dtype=object).astype('float32')
${dense}model.fit(rows, np.zeros((2, 1)), verbose=0)`,
  },
  'sequences of different lengths': {
    failing: `rows = np.array([np.zeros((3, 2)), np.zeros((4, 2))], dtype=object)
print(rows[0].shape, rows[1][3])
model = Sequential([LSTM(4), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(rows, np.zeros((2, 1)), verbose=0)
#         ^^^^ error[data-type]: \`rows\` is an array (2,) of objects, rows of different lengths`,
    raises:
      'ValueError: Failed to convert a NumPy array to a Tensor (Unsupported object type numpy.ndarray).',
    nearMiss: `rows = np.array([np.zeros((4, 2)), np.zeros((4, 2))])
model = Sequential([LSTM(4), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(rows, np.zeros((2, 1)), verbose=0)`,
  },
  'words for a layer that computes': {
    failing: `${dense}model.fit(np.array([['a', 'b']]), np.zeros((1, 1)), verbose=0)
#         ^^^^^^^^^^^^^^^^^^^^^^ error[data-type]: \`np.array([['a', 'b']])\` holds text`,
    raises: 'ValueError: Invalid dtype: str32',
    nearMiss: `model = Sequential([Input((1,), dtype='string'), Hashing(8), Embedding(8, 2)])
model.predict(tf.constant([['a'], ['b']]), verbose=0)`,
  },
  'weights of classes for two outputs': {
    failing: `i = Input((2,))
model = Model(i, [Dense(1)(i), Dense(1)(i)])
model.compile(loss=['mse', 'mse'], optimizer='adam')
y = np.zeros((4, 1))
model.fit(np.zeros((4, 2)), [y, y], class_weight={0: 1.0, 1: 2.0}, verbose=0)
#                                                ^^^^^^^^^^^^^^^^ error[class-weight]: several outputs`,
    raises: 'ValueError: `class_weight` is only supported for Models with a single output.',
    nearMiss: `${dense}model.fit(np.zeros((4, 2)), np.zeros((4, 1)), class_weight={0: 1.0, 1: 2.0}, verbose=0)`,
  },
  "TensorFlow's functions on what a model is put together of": {
    failing: `i = Input((4, 3))
flat = tf.reshape(i, [-1, 12])
#                 ^ error[symbolic-value]: \`reshape\` is TensorFlow's, and this tensor (None, 4, 3)`,
    raises: '```',
    nearMiss: `class Flat(Layer):
    def call(self, x):
        return tf.reshape(x, [-1, 12])

i = Input((4, 3))
flat = Flat()(i)
same = Lambda(lambda x: tf.reshape(x, [-1, 12]))(i)
print(tf.reshape(np.zeros((2, 6)), [3, 4]).shape)`,
  },
  'a batch size in the shape of a layer': {
    failing: `model = Sequential()
model.add(LSTM(4, batch_input_shape=(8, 5, 3), stateful=True))
#                 ^^^^^^^^^^^^^^^^^ error[renamed-argument]: no \`batch_input_shape\``,
    raises: "ValueError: Unrecognized keyword arguments passed to LSTM: {'batch_input_shape': (8, 5, 3)}",
    nearMiss: `model = Sequential([Input(batch_shape=(8, 5, 3)), LSTM(4, stateful=True)])`,
  },
  'arguments about processes': {
    failing: `${dense}model.fit(np.zeros((4, 2)), np.zeros((4, 1)), workers=2, verbose=0)
#                                             ^^^^^^^ error[unknown-argument]: no \`workers\` here any more`,
    raises: "TypeError: TensorFlowTrainer.fit() got an unexpected keyword argument 'workers'",
    nearMiss: `class Batches(keras.utils.PyDataset):
    def __len__(self):
        return 2

    def __getitem__(self, index):
        return np.zeros((4, 2)), np.zeros((4, 1))

${dense}model.fit(Batches(workers=1), verbose=0)`,
  },
  'an input that is none of the model': {
    failing: `a, b = Input((2,)), Input((2,))
model = Model(a, Dense(1)(Multiply()([a, b])))
#             ^ error[graph-disconnected]: \`multiply\` needs an input of shape (None, 2)
model.compile(loss='mse', optimizer='adam')
model.fit(np.zeros((4, 2)), np.zeros((4, 1)), verbose=0)`,
    raises: '  • inputs=tensor(shape=(4, 2), dtype=float32)',
    nearMiss: `a, b = Input((2,)), Input((2,))
unused = Model(a, Dense(1)(Multiply()([a, b])))
model = Model([a, b], Dense(1)(Multiply()([a, b])))
model.compile(loss='mse', optimizer='adam')
model.fit([np.zeros((4, 2))] * 2, np.zeros((4, 1)), verbose=0)`,
  },
  'a model that passes itself on': {
    failing: `class Net(Model):
    def __init__(self):
        super().__init__(self)
#                        ^^^^ error[type-error]: a second time

net = Net()`,
    raises: 'TypeError: Layer.__init__() takes 1 positional argument but 2 were given',
    nearMiss: `class Net(Model):
    def __init__(self):
        super().__init__(name='net')

net = Net()`,
  },
  'a layer that builds without a shape': {
    failing: `class Scale(Layer):
    def build(self, input_shape):
        self.factor = self.add_weight(shape=(input_shape[-1],))
        super().build()
#       ^^^^^^^^^^^^^^^ error[type-error]: and the call does not pass it

    def call(self, x):
        return x * self.factor

y = Scale()(Input((3,)))`,
    raises: "TypeError: build() missing 1 required positional argument: 'input_shape'",
    nearMiss: `class Scale(Layer):
    def build(self, input_shape):
        self.factor = self.add_weight(shape=(input_shape[-1],))
        super().build(input_shape)

    def call(self, x):
        return x * self.factor

y = Scale()(Input((3,)))`,
  },
  'names that Keras 3 has no longer': {
    failing: `from keras.utils import np_utils
#                       ^^^^^^^^ error[import-name]: Keras 3 has no \`keras.utils.np_utils\``,
    raises: "ImportError: cannot import name 'np_utils' from 'keras.utils' (unknown location)",
    nearMiss: `from keras.utils import to_categorical
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.preprocessing.text import Tokenizer`,
  },
  'modules that Keras 3 has no longer': {
    failing: `from keras.layers.merge import concatenate
#    ^^^^^^^^^^^^^^^^^^ error[import-name]: Keras 3 has no \`keras.layers.merge\``,
    raises: "ModuleNotFoundError: No module named 'keras.layers.merge'",
    nearMiss: 'from keras.layers import concatenate',
  },
  'the loss alone for a loss and an accuracy': {
    failing: `${dense}x, y = np.zeros((4, 2)), np.zeros((4, 1))
model.fit(x, y, verbose=0)
loss, accuracy = model.evaluate(x, y, verbose=0)
#^^^^^^^^^^^^^ error[type-error]: waits for several values`,
    raises: 'TypeError: cannot unpack non-iterable float object',
    nearMiss: `${dense}model.compile(loss='mse', optimizer='adam', metrics=['mae'])
x, y = np.zeros((4, 2)), np.zeros((4, 1))
model.fit(x, y, verbose=0)
loss, error = model.evaluate(x, y, verbose=0)`,
  },
  'labels in a list': {
    failing: `${dense}model.fit(np.zeros((4, 2)), [0, 1, 1, 0], verbose=0)
#                           ^^^^^^^^^^^^ error[data-type]: not lists`,
    raises: '       [0., 0.]]), y=[0, 1, 1, 0] ',
    nearMiss: `${dense}model.fit(np.zeros((4, 2)), np.array([[0], [1], [1], [0]]), verbose=0)`,
  },
  'sequences that are generators': {
    failing: `rows = keras.utils.pad_sequences([(len(word) for word in 'a bc'.split())], maxlen=3)
#                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[value-error]: of type generator`,
    raises: 'ValueError: `sequences` must be a list of iterables. Found non-iterable: <generator object',
    nearMiss: "rows = keras.utils.pad_sequences([[len(word) for word in 'a bc'.split()]], maxlen=3)",
  },
  'sequences of words': {
    failing: `rows = keras.utils.pad_sequences([['a', 'b'], ['c']], maxlen=3)
#                                ^^^^^^^^^^^^^^^^^^^ error[value-error]: hold words such as \`a\``,
    raises: "ValueError: invalid literal for int() with base 10: 'a'",
    nearMiss: 'rows = keras.utils.pad_sequences([[1, 2], [3]], maxlen=3)',
  },
  'a generator that gives no labels': {
    failing: `def batches():
    while True:
        yield np.zeros((4, 2))

${dense}model.fit_generator(batches(), steps_per_epoch=2, verbose=0)
#                   ^^^^^^^^^ error[labels-missing]: no labels were passed`,
    raises: 'ValueError: Target data is missing. Your model was compiled with loss=',
    nearMiss: `def batches():
    while True:
        yield np.zeros((4, 2)), np.zeros((4, 1))

${dense}model.fit_generator(batches(), steps_per_epoch=2, verbose=0)`,
    version: '2',
  },
  'an input that is missing, before names that are taken twice': {
    failing: `a = Input((2,), name='state')
b = Input((2,), name='state')
model = Model(inputs=b, outputs=Dense(1)(a))
#                    ^ error[graph-disconnected]: \`dense\` needs an input of shape (None, 2)`,
    raises: 'ValueError: Graph disconnected: cannot obtain value for tensor',
    nearMiss: `a = Input((2,), name='state')
b = Input((2,), name='other')
model = Model(inputs=a, outputs=Dense(1)(a))`,
    version: '2',
  },
};

describe.each(Object.entries(asked))('%s', (_name, { failing, raises, nearMiss, version = '3' }) => {
  test('is told at its place', async () => {
    expect(failing).toContain('^');
    expect(await compare(start + failing, version)).toEqual([]);
  });

  test('is raised by a run', async () => {
    const { program } = readMarkers(start + failing);
    const told = (await runProgram(program, version)).raises;
    expect(told.slice(0, raises.length)).toBe(raises);
  });

  test('is not told of what only looks alike, which runs', async () => {
    expect(await compare(start + nearMiss, version)).toEqual([]);
    expect((await runProgram(start + nearMiss, version)).raises).toBe('');
  });
});
