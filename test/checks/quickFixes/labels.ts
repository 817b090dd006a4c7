/** Ways out of labels that do not fit the loss or the last layer. */
import type { FixCase } from '../fixing.ts';

const start = `import numpy as np
from keras.models import Model, Sequential
from keras.layers import *

`;

export const labelsFixes: Readonly<Record<string, FixCase>> = {
  '1: integer labels to validate on': {
    program: `${start}rows, more, hot = np.random.random((8, 4)), np.random.random((8, 4)), np.eye(3)[np.arange(8) % 3]
numbers = np.arange(8) % 3
model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(rows, hot, validation_data=(more, numbers), epochs=1, verbose=0)
`,
    code: 'label-shape',
    titles: ['Make the labels one-hot with `to_categorical`'],
  },
  '1: integer labels to train and to validate on': {
    program: `${start}rows, more = np.random.random((8, 4)), np.random.random((8, 4))
numbers, others = np.arange(8) % 3, np.arange(8) % 3
model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(rows, numbers, validation_data=(more, others), epochs=1, verbose=0)
`,
    code: 'label-shape',
    titles: [
      'Make the labels one-hot with `to_categorical`',
      'Change the loss to `sparse_categorical_crossentropy`',
    ],
  },
  '7: too few units below the layer of the softmax': {
    program: `${start}rows, hot = np.random.random((8, 4)), np.eye(4)[np.arange(8) % 4]
model = Sequential([Input((4,)), Dense(3), BatchNormalization(), Activation('softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(rows, hot, epochs=1, verbose=0)
`,
    code: 'label-shape',
    titles: ['Give the last layer 4 units'],
  },
  'a softmax over the one number of a regression': {
    program: `${start}rows, sizes = np.random.random((8, 4)), np.random.random(8)
model = Sequential([Input((4,)), Dense(1, activation='softmax')])
model.compile(loss='mse', optimizer='adam')
model.fit(rows, sizes, epochs=1, verbose=0)
`,
    code: 'softmax-single-unit',
    titles: ['Take the softmax out of the model', 'Change the activation to `sigmoid`'],
  },
  'labels that are words': {
    program: `${start}rows, kinds = np.random.random((9, 4)), np.array(['cat', 'dog', 'bird'] * 3)
model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(rows, kinds, epochs=1, verbose=0)
`,
    code: 'labels-text',
    titles: ['Number the classes with `unique`'],
  },
  '3: one-hot rows to train and to validate on': {
    program: `${start}rows, more = np.random.random((8, 4)), np.random.random((8, 4))
hot, others = np.eye(3)[np.arange(8) % 3], np.eye(3)[np.arange(8) % 3]
model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(rows, hot, validation_data=(more, others), epochs=1, verbose=0)
`,
    code: 'label-shape',
    titles: [
      'Change the loss to `categorical_crossentropy`',
      'Turn the one-hot rows into integers with `argmax`',
    ],
  },
  'an image that one convolution makes smaller': {
    program: `${start}images = np.random.random((4, 8, 8, 1))
model = Sequential([Input((8, 8, 1)), Conv2D(4, 3, padding='same'), MaxPooling2D(), Conv2D(4, 3)])
model.add(UpSampling2D())
model.add(Conv2D(1, 3, padding='same', activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(images, images, epochs=1, verbose=0)
`,
    code: 'label-shape',
    titles: ['Keep the size in `Conv2D`: `padding="same"`'],
  },
  'one vector in place of a step after the other': {
    program: `${start}rows = np.random.random((4, 6, 2))
model = Sequential([Input((6, 2)), LSTM(4), TimeDistributed(Dense(1))])
model.compile(loss='mse', optimizer='adam')
model.fit(rows, rows[..., :1], epochs=1, verbose=0)
`,
    code: 'input-rank',
    titles: ['Let `LSTM` return its sequences'],
  },
  '3: one-hot rows of one output among several': {
    program: `${start}rows, hot, sizes = np.random.random((8, 4)), np.eye(3)[np.arange(8) % 3], np.zeros((8, 1))
features = Input((4,))
model = Model(features, [Dense(3, activation='softmax', name='kind')(features), Dense(1, name='size')(features)])
model.compile(loss={'kind': 'sparse_categorical_crossentropy', 'size': 'mse'}, optimizer='adam')
model.fit(rows, {'kind': hot, 'size': sizes}, epochs=1, verbose=0)
`,
    code: 'label-shape',
    titles: [
      'Change the loss to `categorical_crossentropy`',
      'Turn the one-hot rows into integers with `argmax`',
    ],
  },
  '4: labels that begin at 1': {
    program: `${start}rows, y = np.random.random((9, 4)), np.arange(9) % 3
model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(rows, y + 1, epochs=1, verbose=0)
`,
    code: 'label-range',
    titles: ['Number the classes from 0', 'Give the last layer 4 units'],
  },
  '4: labels below zero': {
    program: `${start}rows, y = np.random.random((9, 4)), np.arange(9) % 3 - 1
model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(rows, y, epochs=1, verbose=0)
`,
    code: 'label-range',
    titles: ['Number the classes from 0'],
  },
  '5: two units for zeros and ones': {
    program: `${start}rows, y = np.random.random((8, 4)), np.arange(8) % 2
model = Sequential([Input((4,)), Dense(2, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(rows, y, epochs=1, verbose=0)
`,
    code: 'label-shape',
    titles: ['Use one unit with a sigmoid', 'Use softmax over 2 units and sparse_categorical_crossentropy'],
  },
  '4: labels that begin at 1, batch by batch': {
    program: `${start}rows, y = np.random.random((9, 4)), np.arange(9) % 3
model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.train_on_batch(rows, y + 1)
`,
    code: 'label-range',
    titles: ['Number the classes from 0', 'Give the last layer 4 units'],
  },
  'probabilities beside class numbers': {
    program: `${start}from sklearn.metrics import classification_report
rows, y = np.random.random((30, 4)), np.arange(30) % 3
model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(rows, y, epochs=1, verbose=0)
print(classification_report(y, y_pred=model.predict(rows), zero_division=0))
`,
    code: 'rows-beside-classes',
    titles: ['Pass `model.predict(rows).argmax(axis=1)`'],
  },
  'one-hot labels beside class numbers': {
    program: `${start}from sklearn.metrics import confusion_matrix
rows, y = np.random.random((30, 4)), np.eye(3)[np.random.randint(0, 3, size=30)]
model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(rows, y, epochs=1, verbose=0)
print(confusion_matrix(y, np.argmax(model.predict(rows), axis=1)))
`,
    code: 'rows-beside-classes',
    titles: ['Pass `y.argmax(axis=1)`'],
  },
  'a temperature of probabilities in a softmax of the script': {
    program: `${start}rows, y = np.random.random((30, 4)), np.arange(30) % 3

def softmax(scores):
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)

model = Sequential([Input((4,)), Dense(8, activation='relu'), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(rows, y, epochs=1, verbose=0)
probabilities = model.predict(rows)
print(softmax(probabilities / 2.0))
`,
    code: 'temperature-after-softmax',
    titles: ['Take their logarithms', 'Let the model give logits, and take the softmax here only'],
  },
  'a temperature behind the first of two softmaxes of the script': {
    program: `${start}from keras.losses import SparseCategoricalCrossentropy
rows, y = np.random.random((30, 4)), np.arange(30) % 3

def softmax(scores):
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)

model = Sequential([Input((4,)), Dense(8, activation='relu'), Dense(3)])
model.compile(loss=SparseCategoricalCrossentropy(from_logits=True), optimizer='adam')
model.fit(rows, y, epochs=1, verbose=0)
probabilities = softmax(model.predict(rows))
print(softmax(probabilities / 2.0))
`,
    code: 'temperature-after-softmax',
    titles: ['Take their logarithms'],
  },
  'a temperature of probabilities': {
    program: `${start}rows, y = np.random.random((30, 4)), np.arange(30) % 3
model = Sequential([Input((4,)), Dense(8, activation='relu'), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(rows, y, epochs=1, verbose=0)
T = 2.0
probabilities = model.predict(rows) / T  # softer
assert np.allclose(probabilities.sum(axis=1), 1)
print(probabilities)
`,
    code: 'temperature-after-softmax',
    titles: ['Take the power, and divide by the sum', 'Leave the temperature away'],
  },
  'a temperature in place': {
    program: `${start}rows, y = np.random.random((30, 4)), np.arange(30) % 3
model = Sequential([Input((4,)), Dense(8, activation='relu'), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(rows, y, epochs=1, verbose=0)
T = 2.0
p = model.predict(rows)
p /= T
print(p[0])
`,
    code: 'temperature-after-softmax',
    titles: ['Take the power, and divide by the sum', 'Leave the temperature away'],
  },
  'a temperature behind a softmax of TensorFlow': {
    program: `${start}import tensorflow as tf
rows, y = np.random.random((30, 4)), np.arange(30) % 3
model = Sequential([Input((4,)), Dense(8, activation='relu'), Dense(3)])
model.compile(loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True), optimizer='adam')
model.fit(rows, y, epochs=1, verbose=0)
temperature = 2.0
probabilities = tf.nn.softmax(model(rows) - 1.0, axis=-1) / temperature
print(probabilities)
`,
    code: 'temperature-after-softmax',
    titles: ['Divide the logits, inside of the softmax', 'Leave the temperature away'],
  },
  'a temperature of what a model that is called gives': {
    program: `${start}import tensorflow as tf
rows, y = np.random.random((30, 4)), np.arange(30) % 3
model = Sequential([Input((4,)), Dense(8, activation='relu'), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(rows, y, epochs=1, verbose=0)
temperature = 2.0
print(model(rows) / temperature)
`,
    code: 'temperature-after-softmax',
    titles: ['Take the power, and divide by the sum', 'Leave the temperature away'],
  },
  'another softmax of predictions': {
    program: `${start}import tensorflow as tf
rows, y = np.random.random((30, 4)), np.arange(30) % 3
model = Sequential([Input((4,)), Dense(8, activation='relu'), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(rows, y, epochs=1, verbose=0)
print(tf.nn.softmax(model.predict(rows)))
`,
    code: 'softmax-twice',
    titles: ['Take the second softmax away'],
  },
  'a width of a model in a class of the script': {
    program: `import numpy as np
import keras
from keras import layers

class Coder(keras.Model):
    def __init__(self, width):
        super().__init__()
        self.encode = layers.Dense(4, activation='relu')
        self.decode = keras.Sequential([layers.Dense(8, activation='relu'), layers.Dense(width + 1)])

    def call(self, x):
        return self.decode(self.encode(x))

x = np.random.random((16, 6))
coder = Coder(6)
coder.compile('adam', 'mse')
coder.fit(x, x, verbose=0)
`,
    code: 'label-shape',
    titles: ['Give the last layer 6 units'],
    written: ['layers.Dense(width)])'],
  },
  'logits of which the script takes the softmax later': {
    program: `import numpy as np
import keras
from keras import layers, ops

x, y = np.random.random((12, 4)), np.arange(12) % 3
model = keras.Sequential([layers.Dense(3)])
model.compile('adam', keras.losses.SparseCategoricalCrossentropy())
model.fit(x, y, verbose=0)
print(ops.softmax(model.predict(x, verbose=0)))
`,
    code: 'crossentropy-on-logits',
    titles: ['Tell the loss that these are logits: from_logits=True'],
  },
};
