/** Inputs and labels in orders of their own, however they came into them; and the many ways that keep pairs together. */
import { expect, test } from 'vitest';
import { analyse } from './markers.ts';

const start = `import numpy as np
import pandas as pd
import tensorflow as tf
import keras
from keras.layers import Dense, Input
from sklearn.model_selection import KFold, train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.utils import shuffle

def net(inputs=10):
    model = keras.Sequential([Input((inputs,)), Dense(16, activation='relu'), Dense(3, activation='softmax')])
    model.compile(optimizer='adam', loss='sparse_categorical_crossentropy')
    return model

X = np.random.random((100, 10))
Y = np.random.randint(0, 3, 100)
table = pd.DataFrame({'a': np.random.random(100), 'b': np.random.random(100), 'y': Y})
slices = tf.data.Dataset.from_tensor_slices
`;

/** A program, and the expression that is marked. */
const apart: readonly (readonly [string, string, string])[] = [
  [
    'both in a function',
    'def mix(x, y):\n    np.random.shuffle(x)\n    np.random.shuffle(y)\n    return x, y\nnet().fit(*mix(X, Y))',
    'np.random.shuffle(y)',
  ],
  [
    'the inputs in a function',
    'rng = np.random.default_rng(0)\ndef prepared(x):\n    rng.shuffle(x)\n    return x / 2\nnet().fit(prepared(X), Y)',
    'rng.shuffle(x)',
  ],
  [
    'an attribute',
    'class Data:\n    def __init__(self):\n        self.x, self.y = X, Y\n    def mix(self):\n        np.random.shuffle(self.x)\ndata = Data()\ndata.mix()\nnet().fit(data.x, data.y)',
    'np.random.shuffle(self.x)',
  ],
  [
    'split apart',
    'def load():\n    return train_test_split(X), train_test_split(Y)\n(x, _), (y, _) = load()\nnet().fit(StandardScaler().fit_transform(x), y)',
    'train_test_split(Y)',
  ],
  [
    'split with other seeds',
    'x, _ = train_test_split(X, random_state=1)\ny, _ = train_test_split(Y, random_state=2)\nnet().fit(x, y)',
    'train_test_split(Y, random_state=2)',
  ],
  ['scikit-learn', 'x = shuffle(X)\ny = shuffle(Y)\nnet().fit(x, y)', 'shuffle(Y)'],
  [
    'a table of features',
    "x = table[['a', 'b']].sample(frac=1).reset_index(drop=True)\nnet(2).fit(x.values, table['y'])",
    "table[['a', 'b']].sample(frac=1)",
  ],
  [
    'two permutations',
    'net().fit(X[np.random.permutation(len(X))], Y[np.random.permutation(len(Y))])',
    'np.random.permutation(len(Y))',
  ],
  [
    'positions',
    'order = np.arange(100)\nnp.random.shuffle(order)\nnet().fit(X[order], Y)',
    'np.random.shuffle(order)',
  ],
  [
    'data sets',
    'x, y = slices(X).shuffle(100), slices(Y).shuffle(100)\nnet().fit(tf.data.Dataset.zip((x, y)).batch(9))',
    'slices(X).shuffle(100)',
  ],
  [
    'a data set of what was shuffled',
    'np.random.shuffle(Y)\nnet().fit(slices((X, Y)).batch(9))',
    'np.random.shuffle(Y)',
  ],
];

test.each(apart)('%s: found', async (_name, program, marked) => {
  const text = `${start}${program}\n`;
  const { findings } = await analyse(text);
  const drawn = findings.map(({ span, code }) => [text.slice(span.start.offset, span.end.offset), code]);
  expect(drawn).toEqual([[marked, 'shuffled-apart']]);
});

test.each(
  Object.entries({
    'one permutation': 'p = np.random.permutation(100)\nnet().fit(X[p], Y[p])',
    'parts of one permutation':
      'p = np.random.permutation(100)\nnet().fit(X[p[:80]], Y[p[:80]], validation_data=(X[p[80:]], Y[p[80:]]))',
    'one call': 'net().fit(*shuffle(X, Y))',
    'the same seed': 'net().fit(shuffle(X, random_state=0), shuffle(Y, random_state=0))',
    'splits with the same seed':
      'x, _ = train_test_split(X, random_state=1)\ny, _ = train_test_split(Y, random_state=1)\nnet().fit(x, y)',
    'a state that is set back':
      'state = np.random.get_state()\nnp.random.shuffle(X)\nnp.random.set_state(state)\nnp.random.shuffle(Y)\nnet().fit(X, Y)',
    folds:
      'for a, b in KFold(5, shuffle=True).split(X):\n    net().fit(X[a], Y[a], validation_data=(X[b], Y[b]))',
    'drawn with replacement': 'i = np.random.choice(100, 100)\nnet().fit(X[i], Y[i])',
    'labels made afterwards': 'np.random.shuffle(X)\nnet().fit(X, np.argmax(X[:, :3], axis=1))',
    'rows of a table': "t = table.sample(frac=1)\nnet(2).fit(t[['a', 'b']].values, t.pop('y').values)",
    'found by their labels': "x = table[['a', 'b']].sample(frac=1)\nnet(2).fit(x, table['y'].loc[x.index])",
    'a baseline': 'permuted = np.random.permutation(Y)\nnet().fit(X, permuted)',
    columns: 'net().fit(X[:, np.random.permutation(10)], Y)',
    'points around centres':
      'y = np.random.permutation(np.repeat([0, 1, 2], 40))\nx = np.random.random((3, 10))[y] + np.random.randn(120, 10)\nnet().fit(x, y)',
    'pairs that are shuffled': 'net().fit(tf.data.Dataset.zip((slices(X), slices(Y))).shuffle(100).batch(9))',
    'data sets with the same seed':
      'net().fit(tf.data.Dataset.zip((slices(X).shuffle(9, seed=1), slices(Y).shuffle(9, seed=1))).batch(9))',
  }),
)('%s: silent', async (_name, program) => {
  expect((await analyse(`${start}${program}\n`)).findings).toEqual([]);
});
