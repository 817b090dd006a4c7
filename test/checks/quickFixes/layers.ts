/** Ways out of reshapes that do not divide and of branches of different shapes. */
import type { FixCase } from '../fixing.ts';

const start = `import numpy as np
import tensorflow as tf
import keras
from keras import layers
from keras.models import Model, Sequential
from keras.layers import *

`;

export const layersFixes: Readonly<Record<string, FixCase>> = {
  '19: Reshape minus one': {
    program: `${start}x = np.zeros((8, 100))
model = Sequential([Input((100,)), Reshape((-1, 30)), LSTM(4), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(x, np.zeros((8, 1)), verbose=0)
`,
    code: 'reshape-size',
    titles: ['Change the target to (-1, 25)', 'Change the target to (-1, 20)'],
  },
  '19: Reshape minus one last': {
    program: `${start}x = np.zeros((8, 100))
model = Sequential([Input((100,)), Reshape((30, -1)), LSTM(4), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(x, np.zeros((8, 1)), verbose=0)
`,
    code: 'reshape-size',
    titles: ['Change the target to (25, -1)', 'Change the target to (20, -1)'],
  },
  '19: numpy reshape': {
    program: `${start}x = np.zeros((8, 784)).reshape(8, 28, 27, 1)
`,
    code: 'value-error',
    titles: ['Change the target to (8, 28, 28, 1)'],
  },
  '21: residual smaller by the window': {
    program: `${start}x = np.zeros((8, 16, 16, 4))
i = Input((16, 16, 4))
h = Conv2D(4, 3, activation='relu')(i)
model = Model(i, Dense(1)(Flatten()(Add()([i, h]))))
model.compile(loss='mse', optimizer='adam')
model.fit(x, np.zeros((8, 1)), verbose=0)
`,
    code: 'merge-shapes',
    titles: [
      'Keep the size in `Conv2D`: `padding="same"`',
      'Bring `i` to the shape of the other with `Conv2D(4, 3)`',
    ],
  },
  '21: residual smaller by two windows': {
    program: `${start}x = np.zeros((8, 16, 16, 4))
i = Input((16, 16, 4))
h = Conv2D(4, 3, activation='relu')(i)
h = Conv2D(4, 3, activation='relu')(h)
s = layers.add([i, h])
model = Model(i, Dense(1)(Flatten()(s)))
model.compile(loss='mse', optimizer='adam')
model.fit(x, np.zeros((8, 1)), verbose=0)
`,
    code: 'merge-shapes',
    titles: [
      'Keep the size in `Conv2D`: `padding="same"`',
      'Bring `i` to the shape of the other with `Conv2D(4, 5)`',
    ],
  },
  '21: plus operator': {
    program: `${start}x = np.zeros((8, 16, 16, 4))
i = Input((16, 16, 4))
h = Conv2D(8, 3, activation='relu', padding='same')(i)
s = i + h
model = Model(i, Dense(1)(Flatten()(s)))
model.compile(loss='mse', optimizer='adam')
model.fit(x, np.zeros((8, 1)), verbose=0)
`,
    code: 'layer-shape',
    titles: [
      'Bring `i` to the shape of the other with `Conv2D(8, 1)`',
      'Bring `h` to the shape of the other with `Conv2D(4, 1)`',
    ],
  },
  '21: channels and window': {
    program: `${start}x = np.zeros((8, 16, 16, 4))
i = Input((16, 16, 4))
h = Conv2D(8, 3, activation='relu')(i)
s = Add()([h, i])
model = Model(i, Dense(1)(Flatten()(s)))
model.compile(loss='mse', optimizer='adam')
model.fit(x, np.zeros((8, 1)), verbose=0)
`,
    code: 'merge-shapes',
    titles: [
      'Keep the size in `Conv2D`: `padding="same"`',
      'Bring `i` to the shape of the other with `Conv2D(8, 3)`',
    ],
  },
  '21: stride 2 with valid': {
    program: `${start}x = np.zeros((8, 16, 16, 4))
i = Input((16, 16, 4))
h = Conv2D(8, 3, strides=2, activation='relu')(i)
s = Add()([h, i])
model = Model(i, Dense(1)(Flatten()(s)))
model.compile(loss='mse', optimizer='adam')
model.fit(x, np.zeros((8, 1)), verbose=0)
`,
    code: 'merge-shapes',
    titles: ['Bring `i` to the shape of the other with `Conv2D(8, 3, strides=2)`'],
  },
  '21: in a function for blocks of several sizes': {
    program: `${start}def block(x, filters, stride=1):
    y = Conv2D(filters, 3, strides=stride, padding='same')(x)
    return add([x, y])
i = Input((8, 8, 3))
model = Model(i, Dense(1)(Flatten()(block(block(Conv2D(4, 1)(i), 4), 8, 2))))
model.compile(loss='mse', optimizer='adam')
model.fit(np.zeros((4, 8, 8, 3)), np.zeros((4, 1)), verbose=0)
`,
    code: 'merge-shapes',
    titles: ["Bring `x` to the shape of the other with `Conv2D(filters, 1, strides=stride, padding='same')`"],
  },
  '21: of Conv1D': {
    program: `${start}x = np.zeros((8, 16, 4))
i = Input((16, 4))
h = Conv1D(4, 3, activation='relu')(i)
s = Add()([h, i])
model = Model(i, Dense(1)(Flatten()(s)))
model.compile(loss='mse', optimizer='adam')
model.fit(x, np.zeros((8, 1)), verbose=0)
`,
    code: 'merge-shapes',
    titles: [
      'Keep the size in `Conv1D`: `padding="same"`',
      'Bring `i` to the shape of the other with `Conv1D(4, 3)`',
    ],
  },
  '20: a U-Net of odd size': {
    program: `${start}x = np.zeros((8, 17, 17, 4))
i = Input((17, 17, 4))
h = MaxPooling2D()(i)
u = UpSampling2D()(h)
s = Concatenate()([u, i])
model = Model(i, Dense(1)(Flatten()(s)))
model.compile(loss='mse', optimizer='adam')
model.fit(x, np.zeros((8, 1)), verbose=0)
`,
    code: 'merge-shapes',
    titles: [
      'Bring `u` to the shape of the other with `ZeroPadding2D(((0, 1), (0, 1)))`',
      'Bring `i` to the shape of the other with `Cropping2D(((0, 1), (0, 1)))`',
    ],
  },
  '20: a convolution without padding, joined': {
    program: `${start}x = np.zeros((8, 16, 16, 4))
i = Input((16, 16, 4))
h = Conv2D(8, 3)(i)
s = Concatenate()([h, i])
model = Model(i, Dense(1)(Flatten()(s)))
model.compile(loss='mse', optimizer='adam')
model.fit(x, np.zeros((8, 1)), verbose=0)
`,
    code: 'merge-shapes',
    titles: [
      'Keep the size in `Conv2D`: `padding="same"`',
      'Bring `h` to the shape of the other with `ZeroPadding2D(((1, 1), (1, 1)))`',
      'Bring `i` to the shape of the other with `Cropping2D(((1, 1), (1, 1)))`',
    ],
  },
  '21: a residual in a function that is called again': {
    program: `${start}def block(x, filters):
    shortcut = x
    x = Conv2D(filters, 3, padding='same', activation='relu')(x)
    x = layers.add([x, shortcut])
    return x

i = Input((8, 8, 4))
h = block(i, 4)
h = block(h, 8)
h = block(h, 8)
model = Model(i, Dense(1)(Flatten()(h)))
model.compile(loss='mse', optimizer='adam')
model.fit(np.zeros((8, 8, 8, 4)), np.zeros((8, 1)), verbose=0)
`,
    code: 'merge-shapes',
    titles: [
      'Bring `shortcut` to the shape of the other with `Conv2D(filters, 1)`',
      'Bring `x` to the shape of the other with `Conv2D(shortcut.shape[-1], 1)`',
    ],
  },
  '21: a residual in a layer of the script': {
    program: `${start}class Block(layers.Layer):
    def __init__(self, width):
        super().__init__()
        self.inner = Sequential([Dense(8, activation='relu'), Dense(width + 1)])

    def call(self, x):
        return x + self.inner(x)

model = Sequential([Input((8,)), Block(8), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(np.zeros((8, 8)), np.zeros((8, 1)), verbose=0)
`,
    code: 'layer-shape',
    titles: ['Give `Dense` a width of 8'],
    written: ["Dense(8, activation='relu'), Dense(width)]"],
  },
};
