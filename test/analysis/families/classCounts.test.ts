/** How many classes there are, counted from labels of the collections, of which every one holds all of its classes. */
import { expect, test } from 'vitest';
import { formatMessage } from '../../../src/python/message.ts';
import { analyse } from '../../checks/markers.ts';

const program = (count: string, loss: string) => `import numpy as np
import keras
from keras import layers
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
num_classes = ${count}
x_train = np.expand_dims(x_train.astype('float32') / 255, -1)
model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Conv2D(32, 3, activation='relu'),
    layers.Flatten(),
    layers.Dense(num_classes, activation='softmax'),
])
model.compile(loss='${loss}', optimizer='adam', metrics=['accuracy'])
model.fit(x_train, y_train, batch_size=128, epochs=1, validation_split=0.1)
`;

const errors = async (source: string) =>
  (await analyse(source)).findings.filter(({ severity }) => severity === 'error');

const counts = [
  'len(np.unique(y_train))',
  'np.unique(y_train).size',
  'np.unique(y_train).shape[0]',
  'len(np.unique(y_train, return_counts=True)[1])',
  'np.max(y_train) + 1',
  'y_train.max() + 1',
  'int(np.amax(y_train, axis=0)) + 1',
  'y_train.max() - y_train.min() + 1',
  'len(set(y_train))',
  'len(list(frozenset(y_test)))',
  'max(y_train) + 1',
  'int(max(y_train) - min(y_train)) + 1',
  'len(np.bincount(y_train))',
  'keras.utils.to_categorical(y_train).shape[1]',
];

test.each(counts)('labels that do not fit to %s classes are told', async count => {
  const found = await errors(program(count, 'categorical_crossentropy'));
  expect(found.map(({ message }) => formatMessage(message))).toEqual([
    '`y_train` is (60000,) integers 0..9, `categorical_crossentropy` needs one-hot rows (60000, 10).',
  ]);
});

test.each(counts)('labels that fit to %s classes are not', async count => {
  expect(await errors(program(count, 'sparse_categorical_crossentropy'))).toEqual([]);
});

/** The number that analysis takes a count for; null where it does not know it. */
async function counted(setup: string, count: string): Promise<number | null> {
  const found = await errors(`import numpy as np
import keras
${setup}
count = ${count}
np.zeros(3)[count + 1000]
`);
  const [told] = found.map(({ message }) => / asks for 1(\d{3})\.$/.exec(formatMessage(message)));
  return told ? Number(told[1]) : null;
}

test.each([
  ['fashion_mnist', '', 10],
  ['cifar10', '', 10],
  ['cifar100', '', 100],
  ['cifar100', "label_mode='coarse'", 20],
  ['imdb', 'num_words=1000', 2],
  ['reuters', '', 46],
])('%s of (%s) has %i classes', async (name, options, classes) => {
  const setup = `(x, y), (a, b) = keras.datasets.${name}.load_data(${options})`;
  for (const labels of ['y', 'b', 'y.ravel()', "y.astype('float32')"])
    for (const count of [`len(np.unique(${labels}))`, `int(np.max(${labels})) + 1`])
      expect([count, await counted(setup, count)]).toEqual([count, classes]);
});

const mnist = '(x, y), _ = keras.datasets.mnist.load_data()';

test.each([
  ['a part', `${mnist}\ny = y[:100]`],
  ['those that a mask picks', `${mnist}\ny = y[y < 5]`],
  ['as many drawn at random', `${mnist}\ny = y[np.random.randint(0, 60000, 60000)]`],
  ['some written over', `${mnist}\ny = y.copy()\ny[y == 9] = 0`],
  ['chosen', `${mnist}\ny = np.where(y == 9, 0, y)`],
  ['random numbers', 'y = np.random.randint(0, 10, 100000)'],
  ['only the shorter texts', '(x, y), _ = keras.datasets.reuters.load_data(maxlen=20)'],
  ['a part of its own', '(x, y), _ = keras.datasets.reuters.load_data(test_split=0.99)'],
  ['a draw of its own', '(x, y), _ = keras.datasets.reuters.load_data(seed=7)'],
])('how many classes there are is not known of %s', async (_, setup) => {
  const counts = [
    'len(np.unique(y))',
    'int(np.max(y)) + 1',
    'len(set(y))',
    'int(max(y)) + 1',
    'len(np.bincount(y))',
  ];
  for (const count of [...counts, 'keras.utils.to_categorical(y).shape[1]'])
    expect([count, await counted(setup, count)]).toEqual([count, null]);
});

test('an iterator that has given some labels is not taken for all of them', async () => {
  expect(await counted(`${mnist}\nrest = iter(y)\nnext(rest)`, 'len(set(rest))')).toBeNull();
});

test('labels that are encoded twice have two classes the second time', async () => {
  const [found] = await errors(
    program('10', 'categorical_crossentropy').replace(
      'model = ',
      'y_train = keras.utils.to_categorical(keras.utils.to_categorical(y_train))\nmodel = ',
    ),
  );
  expect(formatMessage(found.message)).toContain('`y_train` is (60000, 10, 2)');
});

test('labels that are doubled leave numbers out, those that are moved do not', async () => {
  expect(await counted(`${mnist}\ny = y.astype(int) * 2`, 'len(np.unique(y))')).toBeNull();
  const moved = `${mnist}\ny = y.astype(int) + 1`;
  expect(await counted(moved, 'len(np.unique(y))')).toBe(10);
  expect(await counted(moved, 'int(y.min()) + int(y.max())')).toBe(11);
});
