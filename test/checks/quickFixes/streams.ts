/** Ways out of what data sets, generators and PyDatasets feed a model with. */
import { encode } from 'fast-png';
import type { FixCase } from '../fixing.ts';

const start = `import numpy as np
import tensorflow as tf
import keras
from keras import layers
from keras.models import Model, Sequential
from keras.layers import *

`;

/** Two folders of one class each. */
const pictures: ReadonlyMap<string, Uint8Array> = new Map(
  ['cats', 'dogs'].flatMap(name =>
    [1, 2, 3].map(number => [
      `data/train/${name}/${number}.png`,
      encode({ width: 8, height: 8, channels: 3, data: new Uint8Array(192).fill(40 * number) }),
    ]),
  ),
);

export const streamsFixes: Readonly<Record<string, FixCase>> = {
  '1: in a data set': {
    program: `${start}x, y = np.random.random((9, 4)), np.arange(9) % 3
model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam')
ds = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(9).batch(3)
model.fit(ds, verbose=0)
`,
    code: 'label-shape',
    titles: [
      'Make the labels one-hot with `one_hot`',
      'Change the loss to `sparse_categorical_crossentropy`',
    ],
  },
  '3: one-hot rows sparse a data set': {
    program: `${start}x, y = np.random.random((12, 4)), keras.utils.to_categorical(np.arange(12) % 3)
model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(tf.data.Dataset.from_tensor_slices((x, y)).batch(4), verbose=0)
`,
    code: 'label-shape',
    titles: [
      'Change the loss to `categorical_crossentropy`',
      'Turn the one-hot rows into integers with `argmax`',
    ],
  },
  '4: a data set': {
    program: `${start}x, y = np.random.random((12, 4)), np.arange(12) % 3 + 1
model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(tf.data.Dataset.from_tensor_slices((x, y)).batch(4), verbose=0)
`,
    code: 'label-range',
    titles: ['Number the classes from 0', 'Give the last layer 4 units'],
  },
  '24: a data set': {
    program: `${start}x = np.array([[1, 2, 3], [4, 5, 2]])
model = Sequential([Input((3,)), Embedding(5, 4), Flatten(), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(tf.data.Dataset.from_tensor_slices((x, np.zeros((2, 1)))).batch(2), verbose=0)
`,
    code: 'embedding-range',
    titles: ['Give the table 6 rows'],
  },
  'one_hot in map with sparse loss': {
    program: `${start}x, y = np.random.random((12, 4)), np.arange(12) % 3
model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
ds = tf.data.Dataset.from_tensor_slices((x, y)).map(lambda a, b: (a, tf.one_hot(b, 3))).batch(4)
model.fit(ds, verbose=0)
`,
    code: 'label-shape',
    titles: [
      'Change the loss to `categorical_crossentropy`',
      'Turn the one-hot rows into integers with `argmax`',
    ],
  },
  'binary with -1 and 1 in a data set': {
    program: `${start}x, y = np.random.random((12, 4)), np.arange(12) % 2 * 2 - 1
model = Sequential([Input((4,)), Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
ds = tf.data.Dataset.from_tensor_slices((x, y)).batch(4)
model.fit(ds, verbose=0)
`,
    code: 'labels-out-of-range',
    titles: ['Map the labels -1 and 1 to 0 and 1'],
  },
  'sigmoid of many classes in a data set': {
    program: `${start}x, y = np.random.random((12, 4)), np.arange(12) % 3
model = Sequential([Input((4,)), Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
ds = tf.data.Dataset.from_tensor_slices((x, y)).batch(4)
model.fit(ds, verbose=0)
`,
    code: 'sigmoid-many-classes',
    titles: ['Use softmax over 3 units and sparse_categorical_crossentropy'],
  },
  'generator range': {
    program: `${start}x, y = np.random.random((12, 4)), np.arange(12) % 3 + 1
def batches():
    while True:
        for i in range(0, 12, 4):
            yield x[i:i + 4], y[i:i + 4]
model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(batches(), steps_per_epoch=3, verbose=0)
`,
    code: 'label-range',
    titles: ['Give the last layer 4 units'],
  },
  'generator one-hot rows vs sparse': {
    program: `${start}x, y = np.random.random((12, 4)), np.eye(3)[np.arange(12) % 3]
def batches():
    while True:
        i = np.random.permutation(12)[:4]
        yield x[i], y[i]
model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(batches(), steps_per_epoch=3, verbose=0)
`,
    code: 'label-shape',
    titles: ['Change the loss to `categorical_crossentropy`'],
  },
  'PyDataset integers vs categorical': {
    program: `${start}x, y = np.random.random((12, 4)), np.arange(12) % 3
class Batches(keras.utils.PyDataset):
    def __init__(self, x, y, size=4, **kwargs):
        super().__init__(**kwargs)
        self.x, self.y, self.size = x, y, size
    def __len__(self):
        return len(self.x) // self.size
    def __getitem__(self, index):
        part = slice(index * self.size, (index + 1) * self.size)
        return self.x[part], self.y[part]
model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(Batches(x, y), verbose=0)
`,
    code: 'label-shape',
    titles: [
      'Make the labels one-hot with `to_categorical`',
      'Change the loss to `sparse_categorical_crossentropy`',
    ],
  },
  'PyDataset range': {
    program: `${start}x, y = np.random.random((12, 4)), np.arange(12) % 3 + 1
class Batches(keras.utils.PyDataset):
    def __init__(self, x, y, size=4, **kwargs):
        super().__init__(**kwargs)
        self.x, self.y, self.size = x, y, size
    def __len__(self):
        return len(self.x) // self.size
    def __getitem__(self, index):
        part = slice(index * self.size, (index + 1) * self.size)
        return self.x[part], self.y[part]
model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(Batches(x, y), verbose=0)
`,
    code: 'label-range',
    titles: ['Give the last layer 4 units'],
  },
  'images without rescaling': {
    program: `${start}train = keras.utils.image_dataset_from_directory('data/train', image_size=(32, 32))
train = train.cache().shuffle(100).prefetch(buffer_size=tf.data.AUTOTUNE)
model = Sequential([Input((32, 32, 3)), Conv2D(8, 3, activation='relu'), Flatten(), Dense(2, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(train)
`,
    code: 'unscaled-inputs',
    titles: ['Divide by 255'],
    files: pictures,
  },
  'labels beside a data set, by keyword': {
    program: `${start}x, y = np.random.random((8, 4)), np.random.random((8, 1))
batches = tf.data.Dataset.from_tensor_slices((x, y)).batch(4)
model = Sequential([Input((4,)), Dense(1)])
model.compile('adam', 'mse')
model.fit(batches, y=y, verbose=0)
`,
    code: 'data-labels-twice',
    titles: ['Leave out `y`'],
  },
};
