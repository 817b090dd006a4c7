/** The same mistakes written in other ways: functional models, tf.keras, loss objects, temperatures from afar. */
import { expect, test } from 'vitest';
import { analyse, applyFix, compare } from './markers.ts';

const start = `import numpy as np
import keras
from keras import layers, ops
from keras.models import Sequential, Model
from keras.layers import Activation, Dense, Input

X = np.random.random((100, 10))
`;

const snippets: readonly (readonly [string, string])[] = [
  [
    'raw outputs of a functional model, with a loss object',
    `${start}
y = np.random.randint(0, 3, size=100)
inputs = Input(shape=(10,))
hidden = Dense(16, activation='relu')(inputs)
outputs = Dense(3)(hidden)
#         ^^^^^^^^ warning[crossentropy-on-logits]: no softmax
model = Model(inputs, outputs)
model.compile(loss=keras.losses.SparseCategoricalCrossentropy(), optimizer='adam')
model.fit(X, y, epochs=2)
`,
  ],
  [
    'raw outputs under binary crossentropy',
    `${start}
y = np.random.randint(0, 2, size=(100, 1))
model = Sequential([Dense(16, activation='relu', input_shape=(10,)), Dense(1)])
#                                                                    ^^^^^^^^ warning[crossentropy-on-logits]: no sigmoid
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
`,
  ],
  [
    'tf.keras',
    `import numpy as np
import tensorflow as tf

X = np.random.random((100, 10))
y = np.random.randint(0, 3, size=100)
model = tf.keras.Sequential()
model.add(tf.keras.layers.Dense(16, activation='relu', input_shape=(10,)))
model.add(tf.keras.layers.Dense(3))
#         ^^^^^^^^^^^^^^^^^^^^^^^^ warning[crossentropy-on-logits]: no softmax
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
`,
  ],
  [
    'a sigmoid before from_logits=True',
    `${start}
y = np.random.randint(0, 2, size=(100, 1))
model = Sequential([Dense(16, activation='relu', input_shape=(10,)), Dense(1), Activation('sigmoid')])
model.compile(loss=keras.losses.BinaryCrossentropy(from_logits=True), optimizer='adam')
#                                                  ^^^^^^^^^^^^^^^^ warning[from-logits-after-softmax]: sigmoid
model.fit(X, y, epochs=2)
`,
  ],
  [
    'a softmax over one unit inside the model',
    `${start}
y = np.random.randint(0, 2, size=(100, 1))
inputs = Input(shape=(10,))
weight = Dense(1, activation='softmax')(inputs)
#                            ^^^^^^^^^ warning[softmax-single-unit]: always 1
model = Model(inputs, Dense(1, activation='sigmoid')(layers.Multiply()([inputs, weight])))
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
`,
  ],
  [
    'a temperature as a default of a parameter',
    `${start}
def head(x, temperature=0.5):
#                       ^^^ hint[temperature-sharpens]: T = 0.5
    return ops.softmax(x / temperature)

y = np.eye(3)[np.random.randint(0, 3, size=100)]
model = Sequential([Dense(16, activation='relu', input_shape=(10,)), Dense(3, activation=head)])
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
`,
  ],
  [
    'a temperature passed by keyword, the default unused',
    `${start}
def head(x, temperature=0.5):
    return ops.softmax(x / temperature)

y = np.eye(3)[np.random.randint(0, 3, size=100)]
model = Sequential()
model.add(Dense(16, activation='relu', input_shape=(10,)))
model.add(Dense(3, activation=lambda x: head(x, temperature=0.8)))
#                                                           ^^^ hint[temperature-sharpens]: T = 0.8
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
`,
  ],
  [
    'a temperature kept by a layer of the user',
    `${start}
class Tempered(layers.Layer):
    def __init__(self, temperature):
        super().__init__()
        self.temperature = temperature

    def call(self, x):
        return ops.softmax(x / self.temperature)

y = np.eye(3)[np.random.randint(0, 3, size=100)]
model = Sequential([Dense(16, activation='relu', input_shape=(10,)), Dense(3), Tempered(0.25)])
#                                                                                       ^^^^ hint[temperature-sharpens]: T = 0.25
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
`,
  ],
  [
    'a negative temperature',
    `${start}
y = np.eye(3)[np.random.randint(0, 3, size=100)]
model = Sequential()
model.add(Dense(16, activation='relu', input_shape=(10,)))
model.add(Dense(3, activation=lambda x: ops.softmax(x / -2.0)))
#                                                       ^^^^ warning[temperature-not-positive]: -2
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
`,
  ],
  [
    'a Lambda that divides probabilities',
    `${start}
y = np.eye(3)[np.random.randint(0, 3, size=100)]
model = Sequential([Dense(16, activation='relu', input_shape=(10,)), Dense(3, activation='softmax')])
model.add(layers.Lambda(lambda x: x / 4.0))
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[temperature-after-softmax]: divided by 4
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
`,
  ],
  [
    'a temperature in a Lambda and again in the activation',
    `${start}
y = np.eye(3)[np.random.randint(0, 3, size=100)]
T = 1.5
model = Sequential([Dense(16, activation='relu', input_shape=(10,)), Dense(3)])
model.add(layers.Lambda(lambda x: x / T))
model.add(layers.Lambda(lambda x: ops.softmax(x / T)))
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[temperature-twice]: 1.5 twice
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
`,
  ],
  [
    'labels in a dict, in another order than the outputs',
    `${start}
kinds = np.random.randint(0, 3, size=(100, 1))
flags = np.random.randint(0, 4, size=(100, 1))
inputs = Input(shape=(10,))
hidden = Dense(16, activation='relu')(inputs)
kind = Dense(3, activation='softmax', name='kind')(hidden)
flag = Dense(1, activation='sigmoid', name='flag')(hidden)
model = Model(inputs, [kind, flag])
model.compile(optimizer='adam', loss={'kind': 'sparse_categorical_crossentropy', 'flag': 'binary_crossentropy'})
model.fit(X, {'kind': kinds, 'flag': flags}, epochs=2)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[sigmoid-many-classes]: integers 0..3
`,
  ],
  [
    'only the labels shuffled, by permutation',
    `${start}
y = np.random.randint(0, 3, size=100)
y = np.random.permutation(y)
#   ^^^^^^^^^^^^^^^^^^^^^^^^ warning[shuffled-apart]: alone
model = Sequential([Dense(16, activation='relu', input_shape=(10,)), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
`,
  ],
];

test.each(snippets)('%s', async (_name, snippet) => {
  expect(await compare(snippet)).toEqual([]);
});

test('a fix adds the import that it needs, in the way of the script', async () => {
  const program = `import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense

X = np.random.random((100, 10))
y = np.eye(3)[np.random.randint(0, 3, size=100)]
model = Sequential([Dense(3, input_shape=(10,))])
model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(X, y, epochs=2)
`;
  const [finding] = (await analyse(program)).findings;
  const [activation, fromLogits] = finding!.fixes.map(fix => applyFix(program, fix));
  expect(activation).toContain('Dense(3, input_shape=(10,), activation="softmax")');
  expect(fromLogits).toContain(
    'from tensorflow.keras.layers import Dense\nfrom tensorflow.keras.losses import CategoricalCrossentropy\n',
  );
  expect(fromLogits).toContain('loss=CategoricalCrossentropy(from_logits=True)');
  expect((await analyse(fromLogits!)).findings).toEqual([]);
});

test('a module that is imported already is used instead', async () => {
  const program = `import numpy as np
import tensorflow as tf

X = np.random.random((100, 10))
y = np.eye(3)[np.random.randint(0, 3, size=100)]
model = tf.keras.Sequential([tf.keras.layers.Dense(3, input_shape=(10,))])
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
`;
  const [finding] = (await analyse(program)).findings;
  const after = finding!.fixes.map(fix => applyFix(program, fix));
  expect(after[1]).toContain('loss=tf.keras.losses.CategoricalCrossentropy(from_logits=True)');
});
