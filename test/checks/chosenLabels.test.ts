/** Labels whose numbers only the script's own choices tell: `np.where`, signs, replaced and looked-up values. */
import { expect, test } from 'vitest';
import { analyse } from './markers.ts';

const start = `import numpy as np
import pandas as pd
import tensorflow as tf
import keras
from keras.layers import Dense, Input
from sklearn.model_selection import KFold, train_test_split

def net(units=1, activation='sigmoid', loss='binary_crossentropy'):
    model = keras.Sequential([Input((10,)), Dense(16, activation='relu'), Dense(units, activation=activation)])
    model.compile(optimizer='adam', loss=loss)
    return model

X = np.random.random((1000, 10))
bits = np.random.randint(0, 2, 1000)
`;

/** What makes the labels and trains, and the expressions that are marked. */
const wrong: Readonly<Record<string, readonly [string, string]>> = {
  where: ['y = np.where(X.sum(axis=1) > 5, 1, -1)\nnet().fit(X, y)', 'y'],
  'a function': ['def signs(y):\n    return y * 2 - 1\nnet().fit(X, signs(bits))', 'signs(bits)'],
  sign: ['y = np.sign(X[:, 0] - 0.5)\nnet().fit(X, y)', 'y'],
  'a comparison': ['net().fit(X, 2 * (X[:, 0] > 0.5) - 1)', '2 * (X[:, 0] > 0.5) - 1'],
  'an assignment to some': ['y = bits.copy()\ny[y == 0] = -1\nnet().fit(X, y)', 'y'],
  'a replaced value': [
    "df = pd.DataFrame({'y': bits})\ny = df['y'].replace(0, -1).values\nnet().fit(X, y)",
    'y',
  ],
  'a dictionary for a column': [
    "df = pd.DataFrame({'k': np.random.choice(['cat', 'dog'], 1000)})\ny = df['k'].map({'cat': -1, 'dog': 1})\nnet().fit(X, y)",
    'y',
  ],
  'a dictionary in a comprehension': [
    "names = ['cat', 'dog'] * 500\ncodes = {'cat': -1, 'dog': 1}\ny = np.array([codes[name] for name in names])\nnet().fit(X, y)",
    'y',
  ],
  'a split': [
    'y = np.where(X[:, 0] > 0.5, 1, -1)\nx_train, x_test, y_train, y_test = train_test_split(X, y)\nnet().fit(x_train, y_train)',
    'y_train',
  ],
  folds: [
    'y = 2 * bits - 1\nfor train, test in KFold(5).split(X):\n    net().fit(X[train], y[train])',
    'y[train]',
  ],
  'a data set': [
    'y = np.where(X[:, 0] > 0.5, 1, -1)\ndata = tf.data.Dataset.from_tensor_slices((X, y)).shuffle(99).batch(32)\nnet().fit(data)',
    'data',
  ],
  tensors: ['y = tf.where(tf.reduce_sum(X, axis=1) > 5, 1, -1)\nnet().fit(X, y)', 'y'],
  'validation labels': [
    'y = np.where(X[:, 0] > 0.5, 1, -1)\nnet().fit(X[:800], bits[:800], validation_data=(X[800:], y[800:]))',
    'y[800:]',
  ],
  'a sparse loss': [
    "y = np.where(X[:, 0] > 0.5, 1, -1)\nnet(2, 'softmax', 'sparse_categorical_crossentropy').fit(X, y)",
    'y',
  ],
};

test.each(Object.entries(wrong))('%s: found', async (_name, [program, marked]) => {
  const text = `${start}${program}\n`;
  const { findings } = await analyse(text);
  const drawn = findings.map(({ span, code }) => [text.slice(span.start.offset, span.end.offset), code]);
  expect(drawn).toEqual([[marked, 'labels-out-of-range']]);
});

test.each(
  Object.entries({
    'a hinge loss': "net(1, 'tanh', 'hinge').fit(X, np.where(X[:, 0] > 0.5, 1, -1))",
    'zeros and ones': 'net().fit(X, np.where(X[:, 0] > 0.5, 1, 0))',
    'back to zeros and ones': 'net().fit(X, (np.sign(X[:, 0] - 0.5) + 1) / 2)',
    'assigned back': 'y = np.where(X[:, 0] > 0.5, 1, -1)\ny[y == -1] = 0\nnet().fit(X, y)',
    'the rows without them': 'y = np.where(X[:, 0] > 0.5, 1, -1)\nk = y > 0\nnet().fit(X[k], y[k])',
    'chosen from arrays': 'a, b = np.zeros(1000), np.ones(1000)\nnet().fit(X, np.where(X[:, 0] > 0.5, a, b))',
    'replaced by classes':
      "y = pd.Series(bits + 1).replace({1: 0, 2: 1}).values\nnet(2, 'softmax', 'sparse_categorical_crossentropy').fit(X, y)",
    'an ignored class':
      "loss = keras.losses.SparseCategoricalCrossentropy(ignore_class=-1)\nnet(2, 'softmax', loss).fit(X, np.where(X[:, 0] > 0.5, 1, -1))",
    'a regression': "net(1, 'tanh', 'mse').fit(X, np.sign(X[:, 0] - 0.5))",
  }),
)('%s: silent', async (_name, program) => {
  expect((await analyse(`${start}${program}\n`)).findings).toEqual([]);
});
