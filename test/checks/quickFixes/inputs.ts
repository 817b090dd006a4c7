/** Ways out of data that is not in the shape, number or order of the inputs. */
import type { FixCase } from '../fixing.ts';

const start = `import numpy as np
from keras.models import Model, Sequential
from keras.layers import *

`;

export const inputsFixes: Readonly<Record<string, FixCase>> = {
  '22: a slice of one of them': {
    program: `${start}rows, y = np.random.random((10, 4)), np.random.random((10, 1))
model = Sequential([Dense(1, input_dim=4)])
model.compile(loss='mse', optimizer='adam')
model.fit(rows[:8], y, epochs=1, verbose=0)
`,
    code: 'cardinality',
    titles: ['Pass `y[:8]`'],
  },
  '23: one array for two inputs': {
    program: `${start}sizes, colours, prices = np.zeros((8, 4)), np.zeros((8, 3)), np.zeros((8, 1))
size, colour = Input((4,)), Input((3,))
model = Model([size, colour], Dense(1)(Concatenate()([size, colour])))
model.compile(loss='mse', optimizer='adam')
model.fit(sizes, prices, epochs=1, verbose=0)
`,
    code: 'input-count',
    titles: ['Pass `[sizes, colours]`'],
  },
  '23: a key of the losses': {
    program: `${start}rows, a, b = np.zeros((8, 4)), np.zeros((8, 1)), np.zeros((8, 1))
features = Input((4,))
model = Model(features, [Dense(1, name='price')(features), Dense(1, name='age')(features)])
model.compile(loss={'prize': 'mse', 'age': 'mse'}, optimizer='adam')
model.fit(rows, [a, b], epochs=1, verbose=0)
`,
    code: 'output-names',
    titles: ['Change to `price`'],
  },
  '23: a key of the data': {
    program: `${start}sizes, colours, prices = np.zeros((8, 4)), np.zeros((8, 3)), np.zeros((8, 1))
size, colour = Input((4,), name='size'), Input((3,), name='colour')
model = Model([size, colour], Dense(1)(Concatenate()([size, colour])))
model.compile(loss='mse', optimizer='adam')
model.fit({'size': sizes, 'color': colours}, prices, epochs=1, verbose=0)
`,
    code: 'input-names',
    titles: ['Change to `colour`'],
  },
  'a single sample to predict': {
    program: `${start}rows = np.random.random((8, 4))
model = Sequential([Input((4,)), Dense(1)])
model.predict(rows[2], verbose=0)
`,
    code: 'input-rank',
    titles: ['Pass `rows[2:3]`'],
  },
  '23: validation inputs in another order': {
    program: `${start}a, b, y, c, d, z = np.zeros((8, 4)), np.zeros((8, 3)), np.zeros((8, 1)), np.zeros((6, 4)), np.zeros((6, 3)), np.zeros((6, 1))
i, j = Input((4,)), Input((3,))
model = Model([i, j], Dense(1)(Concatenate()([i, j])))
model.compile(loss='mse', optimizer='adam')
model.fit([a, b], y, validation_data=([d, c], z), verbose=0)
`,
    code: 'input-shape',
    titles: ['Pass `[c, d]`'],
  },
  '23: validation labels in another order': {
    program: `${start}x, a, b, c, d, z = np.zeros((8, 4)), np.zeros((8, 3)), np.zeros((8, 2)), np.zeros((6, 3)), np.zeros((6, 2)), np.zeros((6, 4))
i = Input((4,))
model = Model(i, [Dense(3)(i), Dense(2)(i)])
model.compile(loss=['mse', 'mse'], optimizer='adam')
model.fit(x, [a, b], validation_data=(z, [d, c]), verbose=0)
`,
    code: 'label-shape',
    titles: ['Pass `[c, d]`'],
  },
  '23: labels before inputs in the validation data': {
    program: `${start}x, y, x_val, y_val = np.zeros((8, 4)), np.zeros((8, 1)), np.zeros((6, 4)), np.zeros((6, 1))
model = Sequential([Input((4,)), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(x, y, validation_data=(y_val, x_val), verbose=0)
`,
    code: 'input-shape',
    titles: ['Pass `(x_val, y_val)`'],
  },
  '23: flat labels before inputs in the validation data': {
    program: `${start}x, y, x_val, y_val = np.zeros((8, 4)), np.arange(8) % 3, np.zeros((6, 4)), np.arange(6) % 3
model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(x, y, validation_data=(y_val, x_val), verbose=0)
`,
    code: 'input-rank',
    titles: ['Pass `(x_val, y_val)`'],
  },
  '23: labels before inputs': {
    program: `${start}x, y = np.zeros((8, 4)), np.zeros((8, 1))
model = Sequential([Input((4,)), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(y, x, verbose=0)
`,
    code: 'input-shape',
    titles: ['Pass `x, y`'],
  },
  'class weights in a list of their own': {
    program: `${start}x, y = np.random.random((8, 4)), np.arange(8) % 2
weights = [1.0, 2.5]
model = Sequential([Input((4,)), Dense(1, activation='sigmoid')])
model.compile('adam', 'binary_crossentropy')
model.fit(x, y, class_weight=weights, verbose=0)
`,
    code: 'class-weight',
    titles: ['Pass `dict(enumerate(weights))`'],
  },
  'an input that the graph lacks': {
    program: `${start}a, b = Input((4,)), Input((3,))
out = Dense(1)(Concatenate()([a, b]))
model = Model(inputs=a, outputs=out)
model.compile(loss='mse', optimizer='adam')
model.fit([np.zeros((8, 4)), np.zeros((8, 3))], np.zeros((8, 1)), verbose=0)
`,
    code: 'graph-disconnected',
    kerasVersion: '2',
    titles: ['Pass `[a, b]`'],
  },
};
