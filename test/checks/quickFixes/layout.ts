/** How fixes are laid out: lines of their own, comments and commas that stay, what is written already kept. */
import type { FixCase } from '../fixing.ts';

const start = `import numpy as np
import tensorflow as tf
import keras
from keras import layers

x, y = np.random.random((8, 6)), np.arange(8) % 3
`;

const numbers = "loss='sparse_categorical_crossentropy'";

export const layoutFixes: Readonly<Record<string, FixCase>> = {
  'an argument behind a column of arguments': {
    program: `${start}model = keras.Sequential([
    layers.Dense(
        3,
        name='scores',  # one for each class
    ),
])
model.compile('adam', ${numbers})
model.fit(x, y, verbose=0)
`,
    code: 'crossentropy-on-logits',
    written: [
      `
        3,
        name='scores',  # one for each class
        activation='softmax',
    ),
`,
      "model.compile('adam', loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))",
    ],
  },
  'an argument behind a column that hangs': {
    program: `${start}model = keras.Sequential([layers.Dense(3, activation='softmax')])
model.compile('adam', ${numbers})
stop = keras.callbacks.EarlyStopping(patience=3)
model.fit(x,
          y,
          callbacks=[stop],
\t  verbose=0  # quiet
          )
`,
    code: 'dead-monitor',
    written: ['verbose=0,  # quiet\n\t  validation_split=0.2\n'],
  },
  'an argument that has a line and a comment': {
    program: `${start}steps = np.random.random((8, 5, 2))
model = keras.Sequential([
    layers.LSTM(
        4,
        return_sequences=True,  # all steps
        dropout=0.1,  # of the input
    ),
    layers.Dense(3, activation='softmax'),
])
model.compile('adam', ${numbers})
model.fit(steps, np.eye(3)[y].argmax(axis=1), verbose=0)
`,
    code: 'label-shape',
    written: [
      `
        4,
        dropout=0.1,  # of the input
    ),
`,
      `    ),
    layers.Flatten(),
    layers.Dense(3, activation='softmax'),
`,
    ],
  },
  'the only argument with a comma behind it': {
    program: `${start}steps = np.random.random((8, 5, 2))
model = keras.Sequential([
    layers.LSTM(4, return_sequences=True,),
    layers.Dense(3, activation='softmax'),
])
model.compile('adam', ${numbers})
model.fit(steps, y, verbose=0)
`,
    code: 'label-shape',
    written: ['    layers.LSTM(4,),\n'],
  },
  'sizes by their names': {
    program: `${start}SIZE, CHANNELS = 8, 3
images = np.random.random((8, SIZE, SIZE, CHANNELS))
model = keras.Sequential([
    keras.Input((SIZE, SIZE, 1)),
    layers.Conv2D(4, 3, activation='relu'),
    layers.GlobalMaxPooling2D(),
    layers.Dense(3, activation='softmax'),
])
model.compile('adam', ${numbers})
model.fit(images, y, verbose=0)
`,
    code: 'input-shape',
    titles: ['Change the shape of the input to (8, 8, 3)'],
    written: ['keras.Input((SIZE, SIZE, 3))'],
  },
  'Keras beside TensorFlow': {
    program: `${start}model = keras.Sequential([layers.Dense(3)])
model.compile('adam', ${numbers})
model.fit(tf.constant(x), tf.constant(y), verbose=0)
`,
    code: 'crossentropy-on-logits',
    written: ["layers.Dense(3, activation='softmax')", 'loss=keras.losses.SparseCategoricalCrossentropy('],
  },
  'settings that a layer passes on': {
    program: `${start}class Scaled(layers.Layer):
    def __init__(self, factor, **options):
        self.factor = factor

    def call(self, inputs):
        return inputs * self.factor

model = keras.Sequential([keras.Input((6,)), Scaled(2.0, name='scaled'), layers.Dense(3, activation='softmax')])
model.compile('adam', ${numbers})
model.fit(x, y, verbose=0)
print(model.get_layer('scaled').factor)
`,
    code: 'super-init',
    titles: ['Call `super().__init__(**options)` first'],
  },
};
