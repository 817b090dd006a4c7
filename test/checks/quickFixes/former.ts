/** Ways out of what Keras 3 no longer takes, and of arrays that hold objects. */
import type { FixCase } from '../fixing.ts';

const start = `import numpy as np
import tensorflow as tf
import keras
from keras.models import Model, Sequential
from keras.layers import *

`;

export const formerFixes: Readonly<Record<string, FixCase>> = {
  'arguments about processes': {
    program: `${start}model = Sequential([Input((4,)), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(np.zeros((8, 4)), np.zeros((8, 1)), workers=4, use_multiprocessing=True, verbose=0)
`,
    code: 'unknown-argument',
    titles: ['Remove `workers`, `use_multiprocessing`'],
  },
  'a batch in the shape of a layer that is added': {
    program: `${start}model = Sequential()
model.add(LSTM(4, batch_input_shape=(8, 5, 3), stateful=True))
model.add(Dense(1))
model.compile(loss='mse', optimizer='adam')
model.fit(np.zeros((8, 5, 3)), np.zeros((8, 1)), batch_size=8, verbose=0)
`,
    code: 'renamed-argument',
    titles: ['Begin with an `Input` of this shape'],
  },
  'a batch in the shape of a layer in a list': {
    program: `${start}model = Sequential([Embedding(20, 4, batch_input_shape=[8, None]), GRU(3, stateful=True), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(np.zeros((8, 5)), np.zeros((8, 1)), batch_size=8, verbose=0)
`,
    code: 'renamed-argument',
    titles: ['Begin with an `Input` of this shape'],
  },
  "TensorFlow's function on a tensor of a model": {
    program: `${start}steps = Input((5, 4))
mean = tf.reduce_mean(steps, axis=1)
model = Model(steps, Dense(1)(mean))
model.compile(loss='mse', optimizer='adam')
model.fit(np.zeros((8, 5, 4)), np.zeros((8, 1)), verbose=0)
`,
    code: 'symbolic-value',
  },
  "TensorFlow's function on a list of tensors": {
    program: `${start}a, b = Input((5,)), Input((4,))
both = tf.concat([a, b], 1)
model = Model([a, b], Dense(1)(both))
model.compile(loss='mse', optimizer='adam')
model.fit([np.zeros((8, 5)), np.zeros((8, 4))], np.zeros((8, 1)), verbose=0)
`,
    code: 'symbolic-value',
  },
  'numbers as objects': {
    program: `${start}rows = np.array([[1, 2.5], [3, 4]], dtype=object)
model = Sequential([Input((2,)), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(rows, np.zeros((2, 1)), verbose=0)
`,
    code: 'data-type',
    titles: ["Convert to numbers: `.astype('float32')`"],
  },
  'a tensor behind a setting': {
    program: `${start}features = Input((4,))
hidden = Dense(8, features, activation='relu')
model = Model(features, Dense(1)(hidden))
model.compile(loss='mse', optimizer='adam')
model.fit(np.zeros((8, 4)), np.zeros((8, 1)), verbose=0)
`,
    code: 'type-error',
  },
  'the name of a checkpoint that stands above': {
    program: `${start}path = 'best_model.h5'
model = Sequential([Input((4,)), Dense(1)])
model.compile(loss='mse', optimizer='adam')
keep = keras.callbacks.ModelCheckpoint(path, monitor='loss', save_best_only=True)
model.fit(np.zeros((8, 4)), np.zeros((8, 1)), callbacks=[keep], verbose=0)
`,
    code: 'file-name',
    titles: ['Change to `best_model.keras`'],
  },
  'layers beside each other': {
    program: `${start}model = Sequential(Input((4,)), Dense(8, activation='relu'), Dense(1))
model.compile(loss='mse', optimizer='adam')
model.fit(np.zeros((8, 4)), np.zeros((8, 1)), verbose=0)
`,
    code: 'not-a-layer',
    titles: ['Put the layers into a list'],
  },
  'a path as a name': {
    program: `${start}model = Sequential([Input((4,)), Dense(1, name='head/scores')])
model.compile(loss='mse', optimizer='adam')
model.fit(np.zeros((8, 4)), np.zeros((8, 1)), verbose=0)
`,
    code: 'invalid-argument',
    titles: ['Change to `head_scores`'],
  },
  "a name that is none of TensorFlow's": {
    program: `${start}model = Sequential([Dense(1, input_shape=(4,))], name='_My model')
model.compile(loss='mse', optimizer='adam')
model.fit(np.zeros((8, 4)), np.zeros((8, 1)), verbose=0)
`,
    code: 'invalid-argument',
    titles: ['Change to `My_model`'],
    kerasVersion: '2',
  },
  'the shape of a table for the number of its columns': {
    program: `${start}rows = np.zeros((8, 4))
model = Sequential([Dense(1, input_dim=rows.shape)])
model.compile(loss='mse', optimizer='adam')
model.fit(rows, np.zeros((8, 1)), verbose=0)
`,
    code: 'invalid-argument',
    titles: ['Change to `rows.shape[1]`'],
  },
  'a shape for a number of features': {
    program: `${start}model = Sequential([Dense(1, input_dim=(4,))])
model.compile(loss='mse', optimizer='adam')
model.fit(np.zeros((8, 4)), np.zeros((8, 1)), verbose=0)
`,
    code: 'invalid-argument',
    titles: ['Change to `input_shape`'],
  },
  'half of the columns as a size': {
    program: `${start}rows = np.zeros((8, 4))
model = Sequential([Input((rows.shape[1] / 2,)), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(rows[:, :2], np.zeros((8, 1)), verbose=0)
`,
    code: 'invalid-argument',
    titles: ['Change to `//`'],
  },
};
