/** Ways out of the order and number of inputs, and of rows that do not match. */
import type { FixCase } from '../fixing.ts';

const start = `import numpy as np
import tensorflow as tf
import keras
from keras import layers
from keras.models import Model, Sequential
from keras.layers import *

`;

export const dataFixes: Readonly<Record<string, FixCase>> = {
  '23: swapped inputs list': {
    program: `${start}a, b, y = np.zeros((8, 4)), np.zeros((8, 3)), np.zeros((8, 1))
i, j = Input((4,)), Input((3,))
model = Model([i, j], Dense(1)(Concatenate()([i, j])))
model.compile(loss='mse', optimizer='adam')
model.fit([b, a], y, verbose=0)
`,
    code: 'input-shape',
    titles: ['Pass `[a, b]`'],
  },
  '23: swapped inputs tuple': {
    program: `${start}a, b, y = np.zeros((8, 4)), np.zeros((8, 3)), np.zeros((8, 1))
i, j = Input((4,), name='a'), Input((3,), name='b')
model = Model(inputs=[i, j], outputs=Dense(1)(concatenate([i, j])))
model.compile(loss='mse', optimizer='adam')
model.fit(x=(b, a), y=y, verbose=0)
`,
    code: 'input-shape',
    titles: ['Pass `(a, b)`'],
  },
  '23: swapped dict values': {
    program: `${start}a, b, y = np.zeros((8, 4)), np.zeros((8, 3)), np.zeros((8, 1))
i, j = Input((4,), name='a'), Input((3,), name='b')
model = Model(inputs=[i, j], outputs=Dense(1)(concatenate([i, j])))
model.compile(loss='mse', optimizer='adam')
model.fit({'a': b, 'b': a}, y=y, verbose=0)
`,
    code: 'input-shape',
    titles: ["Pass `{'a': a, 'b': b}`"],
  },
  '23: swapped predict': {
    program: `${start}a, b, y = np.zeros((8, 4)), np.zeros((8, 3)), np.zeros((8, 1))
i, j = Input((4,)), Input((3,))
model = Model([i, j], Dense(1)(Concatenate()([i, j])))
model.predict([b, a], verbose=0)
`,
    code: 'input-shape',
    titles: ['Pass `[a, b]`'],
  },
  '23: swapped labels of outputs': {
    program: `${start}x, a, b = np.zeros((8, 4)), np.zeros((8, 3)), np.zeros((8, 2))
i = Input((4,))
model = Model(i, [Dense(3)(i), Dense(2)(i)])
model.compile(loss=['mse', 'mse'], optimizer='adam')
model.fit(x, [b, a], verbose=0)
`,
    code: 'label-shape',
    titles: ['Pass `[a, b]`'],
  },
  '22: cardinality validation tuple': {
    program: `${start}x, y, xv, yv = np.zeros((8, 4)), np.zeros((8, 1)), np.zeros((6, 4)), np.zeros((5, 1))
model = Sequential([Input((4,)), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(x, y, validation_data=(xv, yv), verbose=0)
`,
    code: 'cardinality',
    titles: ['Pass `xv[:5]`'],
  },
  "22: cardinality validation with the training's labels": {
    program: `${start}x, y, xv, yv = np.zeros((8, 4)), np.zeros((8, 1)), np.zeros((6, 4)), np.zeros((6, 1))
model = Sequential([Input((4,)), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(x, y, validation_data=(xv, y), verbose=0)
`,
    code: 'cardinality',
    titles: ['Pass `yv`'],
  },
  '22: names mixed': {
    program: `${start}X_train, X_test, y_train, y_test = np.zeros((8, 4)), np.zeros((4, 4)), np.zeros((8, 1)), np.zeros((4, 1))
model = Sequential([Input((4,)), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(X_train, y_test, verbose=0)
`,
    code: 'cardinality',
    titles: ['Pass `y_train`', 'Pass `X_test`'],
  },
  '22: no other names': {
    program: `${start}x, y = np.zeros((8, 4)), np.zeros((10, 1))
model = Sequential([Input((4,)), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(x, y, verbose=0)
`,
    code: 'cardinality',
    titles: ['Pass `y[:8]`'],
  },
  '22: slices in validation': {
    program: `${start}x, y = np.zeros((10, 4)), np.zeros((10, 1))
model = Sequential([Input((4,)), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(x[:8], y[:8], validation_data=(x[8:], y), verbose=0)
`,
    code: 'cardinality',
    titles: ['Pass `y[8:]`'],
  },
  '22: slices differ': {
    program: `${start}x, y = np.zeros((10, 4)), np.zeros((10, 1))
model = Sequential([Input((4,)), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(x[:8], y[:7], verbose=0)
`,
    code: 'cardinality',
    titles: ['Pass `y[:8]`', 'Pass `x[:7]`'],
  },
  '22: evaluate': {
    program: `${start}X_train, X_test, y_train, y_test = np.zeros((8, 4)), np.zeros((4, 4)), np.zeros((8, 1)), np.zeros((4, 1))
model = Sequential([Input((4,)), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.evaluate(X_test, y_train, verbose=0)
`,
    code: 'cardinality',
    titles: ['Pass `y_test`', 'Pass `X_train`'],
  },
  '22: sample weight': {
    program: `${start}x, y, w = np.zeros((8, 4)), np.zeros((8, 1)), np.ones(10)
model = Sequential([Input((4,)), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(x, y, sample_weight=w, verbose=0)
`,
    code: 'cardinality',
    titles: ['Pass `w[:8]`'],
  },
  '2: units in a variable': {
    program: `${start}num_classes = 10
x, y = np.random.random((12, 4)), keras.utils.to_categorical(np.arange(12) % 6, 6)
model = Sequential([Input((4,)), Dense(num_classes, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(x, y, verbose=0)
`,
    code: 'label-shape',
    titles: ['Give the last layer 6 units'],
  },
  '1: dict config': {
    program: `${start}x, y = np.random.random((9, 4)), np.arange(9) % 3
cfg = {'loss': 'categorical_crossentropy', 'units': 3}
model = Sequential([Input((4,)), Dense(cfg['units'], activation='softmax')])
model.compile(loss=cfg['loss'], optimizer='adam')
model.fit(x, y, verbose=0)
`,
    code: 'label-shape',
    titles: [
      'Make the labels one-hot with `to_categorical`',
      'Change the loss to `sparse_categorical_crossentropy`',
    ],
  },
  '4: raw ids': {
    program: `${start}x, y = np.random.random((12, 4)), np.array([10, 20, 30] * 4)
model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(x, y, verbose=0)
`,
    code: 'label-range',
    titles: ['Number the classes with `unique`', 'Give the last layer 31 units'],
  },
  '4: to_categorical': {
    program: `${start}x, y = np.random.random((12, 4)), np.arange(12) % 3 + 1
y = keras.utils.to_categorical(y, 3)
`,
    code: 'label-range',
    titles: ['Number the classes from 0', 'Make the rows 4 wide'],
  },
  '5: binary crossentropy one unit one-hot rows': {
    program: `${start}x, y = np.random.random((12, 4)), np.eye(2)[np.arange(12) % 2]
model = Sequential([Input((4,)), Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(x, y, verbose=0)
`,
    code: 'label-shape',
    titles: [
      'Turn the one-hot rows into integers with `argmax`',
      'Use softmax over 2 units and categorical_crossentropy',
    ],
  },
  '10: mse broadcast': {
    program: `${start}x, y = np.random.random((12, 4)), np.random.random((12,))
model = Sequential([Input((4,)), Dense(3)])
model.compile(loss='mse', optimizer='adam')
model.fit(x, y, verbose=0)
`,
    code: 'label-shape',
    titles: ['Give the last layer 1 units'],
  },
  '11: grayscale mnist style': {
    program: `${start}x, y = np.random.random((12, 28, 28)), np.arange(12) % 3
model = Sequential()
model.add(Conv2D(4, (3, 3), activation='relu', input_shape=(28, 28, 1)))
model.add(Flatten())
model.add(Dense(3, activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(x.reshape(12, 784), y, verbose=0)
`,
    code: 'input-rank',
    titles: ['Pass `x.reshape(-1, 28, 28, 1)`'],
  },
  '16: single sample': {
    program: `${start}x = np.random.random((12, 8))
model = Sequential([Input((8,)), Dense(1)])
model.predict(np.array([1., 2, 3, 4, 5, 6, 7, 8]), verbose=0)
`,
    code: 'input-rank',
    titles: ['Pass `np.array([1., 2, 3, 4, 5, 6, 7, 8])[None]`'],
  },
  '24: embedding': {
    program: `${start}x = np.array([[1, 2, 3], [4, 5, 2]])
vocab = 5
i = Input((3,))
h = Embedding(input_dim=vocab, output_dim=4)(i)
model = Model(i, Dense(1)(Flatten()(h)))
model.compile(loss='mse', optimizer='adam')
model.fit(x, np.zeros((2, 1)), verbose=0)
`,
    code: 'embedding-range',
    titles: ['Give the table 6 rows'],
  },
  '23: too many': {
    program: `${start}a, b, y = np.zeros((8, 4)), np.zeros((8, 3)), np.zeros((8, 1))
i = Input((4,))
model = Model(i, Dense(1)(i))
model.compile(loss='mse', optimizer='adam')
model.fit([a, b], y, verbose=0)
`,
    code: 'input-count',
    titles: ['Pass `a`'],
  },
  '23: dict missing': {
    program: `${start}a, b, y = np.zeros((8, 4)), np.zeros((8, 3)), np.zeros((8, 1))
i, j = Input((4,), name='a'), Input((3,), name='b')
model = Model([i, j], Dense(1)(Concatenate()([i, j])))
model.compile(loss='mse', optimizer='adam')
model.fit({'a': a}, y, verbose=0)
`,
    code: 'input-names',
    titles: ["Add `'b': b`"],
  },
  '23: losses list count': {
    program: `${start}x, a, b = np.zeros((8, 4)), np.zeros((8, 3)), np.zeros((8, 2))
i = Input((4,))
model = Model(i, [Dense(3)(i), Dense(2)(i)])
model.compile(loss=['mse'], optimizer='adam')
model.fit(x, [a, b], verbose=0)
`,
    code: 'output-count',
    titles: ["Pass `['mse', 'mse']`"],
  },
  '2: validation': {
    program: `${start}x, y = np.random.random((12, 4)), keras.utils.to_categorical(np.arange(12) % 6)
yv = keras.utils.to_categorical(np.arange(12) % 5)
model = Sequential([Input((4,)), Dense(6, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(x, y, validation_data=(x * 2, yv), verbose=0)
`,
    code: 'label-shape',
    titles: ['Make the rows 6 wide'],
  },
  '22: a split unpacked in the wrong order': {
    program: `${start}from sklearn.model_selection import train_test_split
x, y = np.random.random((40, 4)), np.random.random(40)
x_train, y_train, x_test, y_test = train_test_split(x, y, test_size=0.25)
model = Sequential([Input((4,)), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(x_train, y_train, verbose=0)
`,
    code: 'cardinality',
    titles: ['Unpack it as `x_train, x_test, y_train, y_test`'],
  },
};
