/** Temperatures of predictions: of logits they are right, of probabilities, twice, or of 0 they are not. */
import { expect, test } from 'vitest';
import { analyse } from './markers.ts';

const start = `import numpy as np
import tensorflow as tf
import keras
from keras.layers import Activation, Dense, Input, Lambda
from keras.models import Model, Sequential
from scipy.special import softmax as scipy_softmax

X, Y = np.random.random((100, 10)), np.random.randint(0, 3, 100)

def net(*last, from_logits=False):
    model = Sequential([Input((10,)), Dense(16, activation='relu'), *last])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=from_logits)
    model.compile(optimizer='adam', loss=loss)
    model.fit(X, Y)
    return model

def softmax(z):
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)

`;
const sure = "model = net(Dense(3, activation='softmax'))\n";
const raw = 'model = net(Dense(3), from_logits=True)\n';

/** A program, the expression that is marked, and the code. */
const wrong: readonly (readonly [string, string, string, string])[] = [
  [
    'a softmax of hand',
    `${sure}T = 2.0\np = softmax(model.predict(X) / T)`,
    'model.predict(X) / T',
    'temperature-after-softmax',
  ],
  [
    'in a function',
    `${sure}def soft(model, x, T=2.0):\n    probabilities = model.predict(x)\n    return softmax(probabilities / T)\np = soft(model, X)`,
    'probabilities / T',
    'temperature-after-softmax',
  ],
  [
    'of TensorFlow',
    `${sure}p = tf.nn.softmax(model.predict(X) / 2.0)`,
    'model.predict(X) / 2.0',
    'temperature-after-softmax',
  ],
  [
    'of SciPy',
    `${sure}p = scipy_softmax(model.predict(X) / 2.0, axis=1)`,
    'model.predict(X) / 2.0',
    'temperature-after-softmax',
  ],
  [
    'in a class',
    `${sure}class Calibrated:\n    def __init__(self, model, T):\n        self.model, self.T = model, T\n    def predict(self, x):\n        return softmax(self.model.predict(x) / self.T)\np = Calibrated(model, 2.0).predict(X)`,
    'self.model.predict(x) / self.T',
    'temperature-after-softmax',
  ],
  [
    'without a temperature',
    `${sure}p = tf.nn.softmax(model.predict(X))`,
    'model.predict(X)',
    'softmax-twice',
  ],
  [
    '0 from an argument',
    `${raw}def soft(x, T):\n    return softmax(model.predict(x) / T)\np = soft(X, 0)`,
    '0',
    'temperature-not-positive',
  ],
  [
    'below 0 by keyword',
    `${raw}def soft(x, T=1.0):\n    return softmax(model.predict(x) / T)\np = soft(X, T=-2.0)`,
    '-2.0',
    'temperature-not-positive',
  ],
  [
    '0 in a sampler',
    `${sure}def sample(p, temperature=1.0):\n    e = np.exp(np.log(p + 1e-8) / temperature)\n    return e / np.sum(e)\nsample(model.predict(X[:1])[0], 0)`,
    '0',
    'temperature-not-positive',
  ],
  [
    'in a layer and behind it',
    'T = 1.5\nmodel = net(Dense(3), Lambda(lambda z: z / T), from_logits=True)\np = softmax(model.predict(X) / T)',
    'model.predict(X) / T',
    'temperature-twice',
  ],
  [
    'in a layer and as a power',
    'T = 2.0\nmodel = net(Dense(3), Lambda(lambda z: tf.nn.softmax(z / T)))\np = model.predict(X) ** (1 / T)\np /= p.sum(axis=1, keepdims=True)',
    'model.predict(X) ** (1 / T)',
    'temperature-twice',
  ],
];

test.each(wrong)('%s: found', async (_name, program, marked, code) => {
  const text = `${start}${program}\n`;
  const { findings } = await analyse(text);
  const drawn = findings.map(({ span, code }) => [text.slice(span.start.offset, span.end.offset), code]);
  expect(drawn).toEqual([[marked, code]]);
});

test.each(
  Object.entries({
    'a power': `${sure}p = model.predict(X) ** (1 / 2.0)\np = p / p.sum(axis=1, keepdims=True)`,
    logarithms: `${sure}p = softmax(np.log(model.predict(X)) / 2.0)`,
    logits: `${raw}T = 2.0\np = softmax(model.predict(X) / T)`,
    'logits of TensorFlow': `${raw}def soft(model, x, T=2.0):\n    return tf.nn.softmax(model.predict(x) / T)\np = soft(model, X)`,
    'a model of the logits': `i = Input((10,))
z = Dense(3, name='logits')(i)
full = Model(i, Activation('softmax')(z))
full.compile('adam', 'sparse_categorical_crossentropy')
full.fit(X, Y)
p = softmax(Model(full.input, full.get_layer('logits').output).predict(X) / 2.0)`,
    'shares of a sum': `${sure}p = model.predict(X)\np = p / p.sum(axis=1, keepdims=True)`,
    'the mean of several': `models = [net(Dense(3, activation='softmax')) for _ in range(2)]\np = sum(m.predict(X) for m in models) / 2`,
    'other temperatures': `${raw}for T in (1.5, 2.0, 3.0):\n    p = softmax(model.predict(X) / T)`,
    'exponentials alone': `${sure}e = np.exp(model.predict(X) / 2.0)`,
  }),
)('%s: silent', async (_name, program) => {
  expect((await analyse(`${start}${program}\n`)).findings).toEqual([]);
});
