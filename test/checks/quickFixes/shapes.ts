/** Ways out of inputs, windows and branches whose shapes do not fit. */
import type { FixCase } from '../fixing.ts';

const start = `import numpy as np
from keras.models import Model, Sequential
from keras.layers import *

`;

const training = (data: string) => `
model.compile(loss='mse', optimizer='adam')
model.fit(${data}, np.zeros((8, 1)), epochs=1, verbose=0)
`;

export const shapesFixes: Readonly<Record<string, FixCase>> = {
  '11: no channel axis, in the layer': {
    program: `${start}images = np.random.random((8, 12, 12))
model = Sequential()
model.add(Conv2D(4, 3, input_shape=(12, 12)))
model.add(Flatten())
model.add(Dense(1))${training('images')}`,
    code: 'input-rank',
    titles: [
      'Give the input a channel axis: (12, 12, 1)',
      'Put `Reshape((12, 12, 1), input_shape=(12, 12))` before it',
    ],
  },
  '11: no channel axis, in Keras 2': {
    program: `${start}images = np.random.random((8, 12, 12))
model = Sequential()
model.add(Conv2D(4, 3, input_shape=(12, 12)))
model.add(Flatten())
model.add(Dense(1))${training('images')}`,
    code: 'input-rank',
    titles: ['Put `Reshape((12, 12, 1), input_shape=(12, 12))` before it'],
    kerasVersion: '2',
  },
  '11: no channel axis, in the Input of a list': {
    program: `${start}images = np.random.random((8, 12, 12))
model = Sequential([Input((12, 12)), Conv2D(4, 3), Flatten(), Dense(1)])${training('images')}`,
    code: 'input-rank',
    titles: ['Give the input a channel axis: (12, 12, 1)', 'Put `Reshape((12, 12, 1))` before it'],
  },
  '11: no channel axis, in a functional model': {
    program: `${start}images = np.random.random((8, 12, 12))
pixels = Input((12, 12))
features = Flatten()(Conv2D(4, 3)(pixels))
model = Model(pixels, Dense(1)(features))${training('images')}`,
    code: 'input-rank',
    titles: ['Give the input a channel axis: (12, 12, 1)', 'Put `Reshape((12, 12, 1))` before it'],
  },
  '12: the number of samples in the shape': {
    program: `${start}images = np.random.random((8, 12, 12, 1))
model = Sequential()
model.add(Conv2D(4, 3, input_shape=(8, 12, 12, 1)))
model.add(Flatten())
model.add(Dense(1))${training('images')}`,
    code: 'input-rank',
    titles: ['Leave the number of samples out of the shape: (12, 12, 1)'],
  },
  '13: a convolution on flat data': {
    program: `${start}rows = np.random.random((8, 144))
model = Sequential()
model.add(Input((144,)))
model.add(Conv2D(4, 3))
model.add(Flatten())
model.add(Dense(1))${training('rows')}`,
    code: 'input-rank',
    titles: ['Put `Reshape((12, 12, 1))` before it'],
  },
  '13: a recurrent layer on flat data': {
    program: `${start}rows = np.random.random((8, 10))
model = Sequential([Input((10,)), LSTM(4), Dense(1)])${training('rows')}`,
    code: 'input-rank',
    titles: ['Put `Reshape((10, 1))` before it'],
  },
  '14: stacked recurrent layers': {
    program: `${start}steps = np.random.random((8, 5, 3))
model = Sequential()
model.add(Input((5, 3)))
model.add(LSTM(4))
model.add(LSTM(2))
model.add(Dense(1))${training('steps')}`,
    code: 'input-rank',
    titles: ['Let `LSTM` return its sequences'],
  },
  '14: stacked, inside of Bidirectional and functional': {
    program: `${start}steps = np.random.random((8, 5, 3))
sequence = Input((5, 3))
first = Bidirectional(GRU(4))(sequence)
second = GRU(2)(first)
model = Model(sequence, Dense(1)(second))${training('steps')}`,
    code: 'input-rank',
    titles: ['Let `Bidirectional` return its sequences'],
  },
  '15: the last recurrent layer keeps the sequence': {
    program: `${start}steps = np.random.random((8, 5, 3))
y = np.eye(2)[np.random.randint(0, 2, size=8)]
model = Sequential([Input((5, 3)), LSTM(4, return_sequences=True), Dense(2, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(steps, y, epochs=1, verbose=0)
`,
    code: 'label-shape',
    titles: [
      'Let `LSTM` return its last step only',
      'Put `Flatten()` before it',
      'Put `GlobalAveragePooling1D()` before it',
    ],
  },
  '15: no Flatten': {
    program: `${start}images = np.random.random((8, 12, 12, 1))
y = np.eye(2)[np.random.randint(0, 2, size=8)]
model = Sequential()
model.add(Input((12, 12, 1)))
model.add(Conv2D(4, 3, activation='relu'))
model.add(Dense(2, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(images, y, epochs=1, verbose=0)
`,
    code: 'label-shape',
    titles: ['Put `Flatten()` before it', 'Put `GlobalAveragePooling2D()` before it'],
  },
  '16: another number of features': {
    program: `${start}rows = np.random.random((8, 10))
model = Sequential([Dense(4, activation='relu', input_dim=9), Dense(1)])${training('rows')}`,
    code: 'input-shape',
    titles: ['Change the shape of the input to (10,)'],
  },
  '17: images of another size': {
    program: `${start}images = np.random.random((8, 16, 16, 3))
pixels = Input(shape=(12, 12, 3))
model = Model(pixels, Dense(1)(Flatten()(pixels)))${training('images')}`,
    code: 'input-shape',
    titles: ['Change the shape of the input to (16, 16, 3)'],
  },
  '18: nothing left to pool': {
    program: `${start}images = np.random.random((8, 4, 4, 1))
model = Sequential()
model.add(Input((4, 4, 1)))
model.add(Conv2D(4, 3, activation='relu'))
model.add(MaxPooling2D((3, 3)))
model.add(Flatten())
model.add(Dense(1))${training('images')}`,
    code: 'shape-too-small',
    titles: ['Pad the edges: `padding="same"`', 'Make the window 2 wide'],
  },
  '19: another number of values': {
    program: `${start}rows = np.random.random((8, 12))
model = Sequential([Input((12,)), Reshape((5, 2)), Flatten(), Dense(1)])${training('rows')}`,
    code: 'reshape-size',
    titles: ['Change the target to (6, 2)'],
  },
  '20: branches of different length': {
    program: `${start}steps = np.random.random((8, 6, 3))
sequence = Input((6, 3))
short = Conv1D(3, 2)(sequence)
both = Concatenate()([sequence, short])
model = Model(sequence, Dense(1)(Flatten()(both)))${training('steps')}`,
    code: 'merge-shapes',
    titles: ['Join along axis 1'],
  },
  '21: a shortcut with other channels': {
    program: `${start}images = np.random.random((8, 8, 8, 4))
pixels = Input((8, 8, 4))
branch = Conv2D(6, 3, padding='same')(pixels)
both = Add()([pixels, branch])
model = Model(pixels, Dense(1)(Flatten()(both)))${training('images')}`,
    code: 'merge-shapes',
    titles: [
      'Bring `pixels` to the shape of the other with `Conv2D(6, 1)`',
      'Bring `branch` to the shape of the other with `Conv2D(4, 1)`',
    ],
  },
  '21: a shortcut past a stride': {
    program: `${start}images = np.random.random((8, 8, 8, 4))
pixels = Input((8, 8, 4))
branch = Conv2D(4, 3, strides=2, padding='same')(pixels)
both = add([pixels, branch])
model = Model(pixels, Dense(1)(Flatten()(both)))${training('images')}`,
    code: 'merge-shapes',
    titles: ["Bring `pixels` to the shape of the other with `Conv2D(4, 1, strides=2, padding='same')`"],
  },
  '21: a shortcut of dense layers': {
    program: `${start}rows = np.random.random((8, 10))
features = Input((10,))
hidden = Dense(6, activation='relu')(features)
both = Add()([features, hidden])
model = Model(features, Dense(1)(both))${training('rows')}`,
    code: 'merge-shapes',
    titles: [
      'Bring `features` to the shape of the other with `Dense(6)`',
      'Bring `hidden` to the shape of the other with `Dense(10)`',
    ],
  },
  '24: an Embedding that is too small': {
    program: `${start}words = np.array([[1, 2, 3], [4, 5, 2]])
model = Sequential([Input((3,)), Embedding(5, 4), Flatten(), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(words, np.zeros((2, 1)), epochs=1, verbose=0)
`,
    code: 'embedding-range',
    titles: ['Give the table 6 rows'],
  },
  '12: the whole shape of the data': {
    program: `${start}steps = np.random.random((8, 5, 3))
model = Sequential()
model.add(LSTM(4, input_shape=steps.shape))
model.add(Dense(1))${training('steps')}`,
    code: 'input-rank',
    titles: ['Leave the number of samples out of the shape: steps.shape[1:]'],
  },
  '13: a recurrent layer first, on flat data': {
    program: `${start}rows = np.random.random((8, 10))
model = Sequential()
model.add(LSTM(4, input_shape=(10,)))
model.add(Dense(1))${training('rows')}`,
    code: 'input-rank',
    titles: ['Put `Reshape((10, 1), input_shape=(10,))` before it'],
  },
  '15: a functional model that keeps the sequence': {
    program: `${start}steps = np.random.random((8, 5, 3))
y = np.eye(2)[np.arange(8) % 2]
sequence = Input((5, 3))
model = Model(sequence, Dense(2, activation='softmax')(GRU(4, return_sequences=True)(sequence)))
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(steps, y, epochs=1, verbose=0)
`,
    code: 'label-shape',
    titles: [
      'Let `GRU` return its last step only',
      'Put `Flatten()` before it',
      'Put `GlobalAveragePooling1D()` before it',
    ],
  },
  '14: a wrapped recurrent layer on rows without steps': {
    program: `${start}rows = np.random.random((8, 10))
model = Sequential([
    Bidirectional(LSTM(4, return_sequences=True)),
    Bidirectional(LSTM(4)),
    Dense(1),
])${training('rows')}`,
    code: 'input-rank',
    titles: ['Put `Reshape((10, 1))` before it'],
  },
  'an image half as large as the one it is compared with': {
    program: `${start}images = np.random.random((8, 8, 8, 1))
pixels = Input((8, 8, 1))
h = MaxPooling2D(2)(Conv2D(4, 3, activation='relu', padding='same')(pixels))
out = Conv2D(1, 3, activation='sigmoid', padding='same')(h)
model = Model(pixels, out)
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(images, images, verbose=0)
`,
    code: 'label-shape',
    titles: ['Put `UpSampling2D((2, 2))` before it'],
  },
  'the whole shape of the data, in Keras 1': {
    program: `import numpy as np
from keras.models import Sequential
from keras.layers import Convolution2D, Dense, Flatten

X = np.random.rand(8, 12, 12, 1)
model = Sequential()
model.add(Convolution2D(4, 3, 3, border_mode='valid', input_shape=X.shape))
model.add(Flatten())
model.add(Dense(1))
model.compile(loss='mse', optimizer='sgd')
model.fit(X, np.random.rand(8), nb_epoch=1, verbose=0)
`,
    code: 'input-rank',
    kerasVersion: '1',
    titles: ['Leave the number of samples out of the shape: X.shape[1:]'],
  },
};
