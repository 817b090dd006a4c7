/** Ways out of a class that computes in `forward`, and of one sample that is computed in place. */
import type { FixCase } from '../fixing.ts';

const start = `import numpy as np
import keras
from keras import layers

x, y = np.random.random((12, 4)), np.random.random((12, 1))
`;

/** A model of the script's own that computes in this method. */
export const net = (method: string, after = '') => `${start}
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(8, activation='relu')
        self.out = layers.Dense(1)
    def ${method}(self, inputs):
        return self.out(self.hidden(inputs))
model = Net()
model.compile(loss='mse', optimizer='adam')
${after}model.fit(x, y, verbose=0)
`;

const layer = `${start}
class Double(layers.Layer):
    def forward(self, inputs):
        return 2 * inputs
outputs = Double()(keras.ops.ones((2, 3)))
print(outputs.shape)
`;

const predicted = (argument: string) => `${start}
model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
sample = [1, 2, 3, 4]
print(model.predict(${argument}, verbose=0))
`;

const trained = (argument: string, before = '') => `${start}${before}
model = keras.Sequential([layers.Dense(1, input_shape=(4,))])
model.compile(loss='mse', optimizer='adam')
model.fit(x, y, ${argument}, verbose=0)
`;

const rename = { code: 'missing-call', titles: ['Rename `forward` to `call`'] };
export const methodsFixes: Readonly<Record<string, FixCase>> = {
  'a model with forward': { ...rename, program: net('forward') },
  'a model with forward, Keras 2': { ...rename, program: net('forward'), kerasVersion: '2' },
  'a layer with forward': { ...rename, program: layer },
  'one sample that is computed': {
    program: predicted('np.array(sample) / 255'),
    code: 'input-rank',
    titles: ['Pass `np.expand_dims(np.array(sample) / 255, 0)`'],
  },
  'one sample that is computed, Keras 2': {
    program: predicted('np.array(sample) / 255'),
    code: 'input-rank',
    titles: ['Pass `np.expand_dims(np.array(sample) / 255, 0)`'],
    kerasVersion: '2',
  },
  'the last row': {
    program: predicted('x[-1]'),
    code: 'input-rank',
    titles: ['Pass `np.expand_dims(x[-1], 0)`'],
  },
  'one sample as an array': {
    program: predicted('np.array(sample)'),
    code: 'input-rank',
    titles: ['Pass `np.array(sample)[None]`'],
  },
  'epochs in quotes': {
    program: trained("epochs='2'"),
    code: 'invalid-argument',
    titles: ['Change to `2`'],
  },
  'epochs that are a text': {
    program: trained('epochs=text', "text = '2'\n"),
    code: 'invalid-argument',
    titles: ['Change to `int(text)`'],
  },
  'a batch size with a fraction, Keras 2': {
    program: trained('batch_size=len(x) / 4'),
    code: 'invalid-argument',
    titles: ['Change to `//`'],
    kerasVersion: '2',
  },
  'the class of an optimizer': {
    program: `${start}model = keras.Sequential([layers.Dense(1, input_shape=(4,))])
model.compile(loss='mse', optimizer=keras.optimizers.Adam)
model.fit(x, y, verbose=0)
`,
    code: 'unknown-optimizer',
    titles: ['Change to `keras.optimizers.Adam()`'],
  },
  'the outputs of a model by their old name': {
    program: `${start}i = keras.Input((4,))
model = keras.Model(inputs=i, output=layers.Dense(1)(i))
model.compile(loss='mse', optimizer='adam')
model.fit(x, y, verbose=0)
`,
    code: 'renamed-argument',
    titles: ['Change to `outputs`'],
  },
  'a share of validation in percent': {
    program: trained('validation_split=25'),
    code: 'validation-split',
    titles: ['Change to `0.25`'],
  },
  'a temperature of predictions': {
    program: `${start}from keras.layers import *
from keras.models import Sequential
X = np.random.random((8, 4))
model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile('adam', 'sparse_categorical_crossentropy')
model.fit(X, np.arange(8) % 3, verbose=0)
def softmax(z):
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
p = softmax(model.predict(X, verbose=0) / 2.0)
`,
    code: 'temperature-after-softmax',
    titles: ['Take their logarithms', 'Let the model give logits, and take the softmax here only'],
  },
};
