/** Texts of the collections of Keras before a table of words that is too small for them. */
import { expect, test } from 'vitest';
import { formatMessage } from '../../../src/python/message.ts';
import { analyse } from '../../checks/markers.ts';

const program = (name: string, options: string, rows: number, between = '') => `import keras
import numpy as np
from keras import layers
(x, y), _ = keras.datasets.${name}.load_data(${options})
x = keras.utils.pad_sequences(x, maxlen=80)
${between}
model = keras.Sequential([
    layers.Embedding(${rows}, 8),
    layers.LSTM(8),
    layers.Dense(46, activation='softmax'),
])
model.compile('adam', 'sparse_categorical_crossentropy')
model.fit(x, y[:len(x)])
`;

const errors = async (source: string) =>
  (await analyse(source)).findings
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => formatMessage(message));

test.each([
  ['imdb', 'num_words=20000', 10000, 20000],
  ['imdb', '', 10000, 88587],
  ['imdb', 'num_words=500_000', 10000, 88587],
  ['reuters', 'num_words=1000', 46, 1000],
  ['reuters', '', 1000, 30982],
])('%s.load_data(%s) has words beyond %i', async (name, options, rows, words) => {
  expect(await errors(program(name, options, rows))).toEqual([
    `The input holds integers 0..${words - 1}, and \`Embedding\` has rows 0..${rows - 1}: \`input_dim\` is the largest integer + 1.`,
  ]);
});

test('a part that is large enough has them as well', async () => {
  expect(await errors(program('imdb', '', 5000, 'x = x[:1000]'))).toHaveLength(1);
});

test.each([
  ['a table for all', 'num_words=20000', 20000, ''],
  ['a table that the rarest words alone may leave', 'num_words=20000', 15000, ''],
  ['a few texts', 'num_words=20000', 50, 'x = x[:100]'],
  ['texts whose number is not known', 'num_words=20000, maxlen=100', 50, ''],
  ['numbers that were limited', 'num_words=20000', 50, 'x = np.minimum(x, 49)'],
  ['numbers that were written over', 'num_words=20000', 50, 'x[x > 49] = 2'],
  ['a limit that is not known', 'num_words=int(input())', 50, ''],
])('%s', async (_, options, rows, between) => {
  expect(await errors(program('imdb', options, rows, between))).toEqual([]);
});

const drawn = (draw: string, rows: number) => `import numpy as np
import keras
from keras import layers
rng = np.random.default_rng(0)
model = keras.Sequential([layers.Embedding(${rows}, 8), layers.Flatten(), layers.Dense(1, activation='sigmoid')])
model.compile('adam', 'binary_crossentropy')
model.fit(${draw}, np.random.randint(2, size=(96, 1)))
`;

test.each(['np.random.randint(200, size=(96, 12))', 'rng.integers(0, 200, size=(96, 12))'])(
  '%s has numbers beyond half of them',
  async draw => {
    expect(await errors(drawn(draw, 100))).toHaveLength(1);
    // The last of 200 may be missing among 1,152 by chance.
    expect(await errors(drawn(draw, 199))).toEqual([]);
    expect(await errors(drawn(draw, 200))).toEqual([]);
  },
);
