/** Probabilities that a temperature divides and no second softmax takes: told where they are used as probabilities. */
import { expect, test } from 'vitest';
import { analyse } from './markers.ts';

const start = `import numpy as np
import tensorflow as tf
import keras
from keras.layers import Dense, Input
from keras.models import Sequential

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

/** A program and the expression that is marked. */
const wrong: Readonly<Record<string, readonly [string, string]>> = {
  printed: [`${sure}T = 2.0\nprint(model.predict(X) / T)`, 'model.predict(X) / T'],
  'in a formatted text': [
    `${sure}temperature = 0.5\np = model.predict(X) / temperature\nprint(f'{p[0]}')`,
    'model.predict(X) / temperature',
  ],
  'a softmax of hand': [
    `${raw}T = 2.0\nprobs = softmax(model.predict(X)) / T`,
    'softmax(model.predict(X)) / T',
  ],
  'a softmax of TensorFlow': [
    `${raw}logits = model(X)\nT = 2.0\nprobabilities = tf.nn.softmax(logits) / T`,
    'tf.nn.softmax(logits) / T',
  ],
  'a temperature inside as well': [
    `${raw}T = 2.0\nprint(tf.nn.softmax(model.predict(X) / T) / T)`,
    'tf.nn.softmax(model.predict(X) / T) / T',
  ],
  'the model called': [
    `${sure}temperature = 2.0\nprint(model(X[:5]) / temperature)`,
    'model(X[:5]) / temperature',
  ],
  'a variable': [
    `${raw}temperature = tf.Variable(1.5)\nprint(tf.nn.softmax(model(X)) / temperature)`,
    'tf.nn.softmax(model(X)) / temperature',
  ],
  'by a function': [
    `${sure}def scaled(x, T):\n    p = model.predict(x)\n    return p / T\nq = scaled(X, 3.0)\nprint(q[:3])`,
    'p / T',
  ],
  'an attribute': [
    `${sure}class Calibrated:\n    def __init__(self, model, temperature=1.5):\n        self.model, self.temperature = model, temperature\n    def predict(self, x):\n        return self.model.predict(x) / self.temperature\nconfidence = np.max(Calibrated(model).predict(X), axis=1)`,
    'self.model.predict(x) / self.temperature',
  ],
  'in place': [`${sure}T = 2.0\np = model.predict(X)\np /= T\nprint(p)`, 'p /= T'],
  multiplied: [`${sure}T = 2.0\nprint(model.predict(X) * (1 / T))`, 'model.predict(X) * (1 / T)'],
  'a function of NumPy': [
    `${sure}T = 2.0\nprint(np.divide(model.predict(X), T))`,
    'np.divide(model.predict(X), T)',
  ],
  'in the call of a model': [
    `class Soft(keras.Model):
    def __init__(self):
        super().__init__()
        self.last, self.temperature = Dense(3), 2.0
    def call(self, x):
        return tf.nn.softmax(self.last(x)) / self.temperature
model = Soft()
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy')
model.fit(X, Y)`,
    'tf.nn.softmax(self.last(x)) / self.temperature',
  ],
  'divided by the sum again': [
    `${sure}T = 2.0\np = model.predict(X) / T\np = p / p.sum(axis=1, keepdims=True)`,
    'model.predict(X) / T',
  ],
};

test.each(Object.entries(wrong))('%s: found', async (_name, [program, marked]) => {
  const text = `${start}${program}\n`;
  const { findings } = await analyse(text);
  const drawn = findings.map(({ span, code }) => [text.slice(span.start.offset, span.end.offset), code]);
  expect(drawn).toEqual([[marked, 'temperature-after-softmax']]);
});

test.each(
  Object.entries({
    'a number without a name': `${sure}print(model.predict(X) / 5)`,
    'a number of another name': `${sure}members = 5\nprint(model.predict(X) / members)`,
    'the mean of so many passes': `${sure}T = 20\np = sum(model(X, training=True) for _ in range(T)) / T\nprint(p)`,
    'parts of a mean': `${sure}T = 20\np = np.zeros((100, 3))\nfor _ in range(T):\n    p += model.predict(X) / T\nprint(p)`,
    'parts of a list': `${sure}T = 4\nparts = []\nfor _ in range(T):\n    part = model.predict(X) / T\n    parts.append(part)\nprint(np.sum(parts, axis=0))`,
    'a temperature of 1': `${sure}T = 1.0\nprint(model.predict(X) / T)`,
    'a power': `${sure}T = 2.0\np = model.predict(X) ** (1 / T)\np /= p.sum(axis=1, keepdims=True)\nprint(p)`,
    logarithms: `${sure}T = 2.0\np = softmax(np.log(model.predict(X)) / T)\nprint(p)`,
    logits: `${raw}T = 2.0\nz = model.predict(X) / T\nprint(z)\nprint(tf.nn.softmax(z))`,
    'the mean of the logits': `${raw}T = 2.0\nprint(np.mean(model.predict(X)) / T)`,
    'classes alone': `${sure}T = 2.0\nprint(np.argmax(model.predict(X) / T, axis=1))`,
    'used elsewhere': `${sure}T = 2.0\ndef anneal(p):\n    return p * T\nprint(anneal(model.predict(X) / T))`,
    'shown before it is divided': `${sure}T = 2.0\np = model.predict(X)\nprint(p)\nenergy = (p / T) ** 2\nprint(energy)`,
  }),
)('%s: silent', async (_name, program) => {
  expect((await analyse(`${start}${program}\n`)).findings).toEqual([]);
});
