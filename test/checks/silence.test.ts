/** Correct programs of many kinds: no check has anything to say about them. */
import { expect, test } from 'vitest';
import { formatMessage } from '../../src/python/message.ts';
import { analyse, type KerasVersionOption } from './markers.ts';

const start = `import numpy as np
import keras
from keras import layers, ops
from keras.models import Sequential, Model
from keras.layers import Dense, Input, Dropout, Flatten

X = np.random.random((100, 10))
`;

const programs: Readonly<Record<string, string>> = {
  'an autoencoder of pixels with binary crossentropy': `${start}
images = np.random.randint(0, 256, size=(100, 64)).astype('float32') / 255
model = Sequential([Dense(16, activation='relu', input_shape=(64,)), Dense(64, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(images, images, epochs=2)
`,
  'a linear autoencoder with a bottleneck': `${start}
model = Sequential([Dense(3, input_shape=(10,)), Dense(10)])
model.compile(loss='mse', optimizer='adam')
model.fit(X, X, epochs=2)
`,
  'a regression with several outputs': `${start}
y = np.random.random((100, 4))
model = Sequential([Dense(16, activation='tanh', input_shape=(10,)), Dense(4)])
model.compile(loss='mse', optimizer='adam', metrics=['mae'])
model.fit(X, y, epochs=2, validation_split=0.1)
`,
  'logits with from_logits in a functional model of two heads': `${start}
a = np.random.randint(0, 3, size=100)
b = np.random.randint(0, 2, size=(100, 1))
inputs = Input(shape=(10,))
hidden = Dense(16, activation='relu')(inputs)
kind = Dense(3, name='kind')(hidden)
flag = Dense(1, activation='sigmoid', name='flag')(hidden)
model = Model(inputs, [kind, flag])
model.compile(
    optimizer='adam',
    loss={'kind': keras.losses.SparseCategoricalCrossentropy(from_logits=True), 'flag': 'binary_crossentropy'},
)
model.fit(X, {'kind': a, 'flag': b}, epochs=2)
`,
  'several labels a row with sigmoid': `${start}
y = np.random.randint(0, 2, size=(100, 5))
model = Sequential([Dense(16, activation='relu', input_shape=(10,)), Dense(5, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, y, epochs=2)
`,
  'a softmax of hand': `${start}
y = np.eye(3)[np.random.randint(0, 3, size=100)]
inputs = Input(shape=(10,))
scores = Dense(3)(inputs)
powers = ops.exp(scores)
outputs = powers / ops.sum(powers, axis=-1, keepdims=True)
model = Model(inputs, outputs)
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
`,
  'labels smoothed by hand': `${start}
y = np.eye(3)[np.random.randint(0, 3, size=100)]
y = y * 0.9 + 0.1 / 3
model = Sequential([Dense(16, activation='relu', input_shape=(10,)), Dense(3, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
`,
  'a loss of the user': `${start}
y = np.random.randint(0, 3, size=(100, 1))
def own(y_true, y_pred):
    return keras.losses.sparse_categorical_crossentropy(y_true, y_pred, from_logits=True)
model = Sequential([Dense(16, activation='relu', input_shape=(10,)), Dense(3)])
model.compile(loss=own, optimizer='adam')
model.fit(X, y, epochs=2)
`,
  'a frozen base under a new head': `${start}
y = np.random.randint(0, 3, size=100)
base = Sequential([Dense(16, activation='relu', input_shape=(10,))])
base.trainable = False
model = Sequential([base, Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
`,
  'pixels behind a layer that scales them': `${start}
images = np.random.randint(0, 256, size=(50, 8, 8, 1))
y = np.random.randint(0, 10, size=50)
model = Sequential([
    Input(shape=(8, 8, 1)),
    layers.BatchNormalization(),
    Flatten(),
    Dense(16, activation='relu'),
    Dense(10, activation='softmax'),
])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(images, y, epochs=2)
`,
  'numbers of words in an embedding': `${start}
words = np.random.randint(0, 256, size=(50, 20))
y = np.random.randint(0, 2, size=50)
model = Sequential([layers.Embedding(256, 8), layers.GlobalAveragePooling1D(), Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(words, y, epochs=2)
`,
  'rows shuffled together': `${start}
y = np.random.randint(0, 3, size=100)
order = np.arange(100)
np.random.shuffle(order)
X = X[order]
y = y[order]
model = Sequential([Dense(16, activation='relu', input_shape=(10,)), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
`,
  'labels of a baseline, shuffled on purpose': `${start}
y = np.random.randint(0, 3, size=100)
random_y = y.copy()
np.random.shuffle(random_y)
model = Sequential([Dense(16, activation='relu', input_shape=(10,)), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(X, random_y, epochs=2)
`,
  'labels computed from inputs that were shuffled before': `${start}
np.random.shuffle(X)
y = (X.sum(axis=1) > 5).astype('int')
model = Sequential([Dense(16, activation='relu', input_shape=(10,)), Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, y, epochs=2)
`,
  'labels that are exclusive or by arithmetic': `${start}
a = np.random.randint(0, 2, size=100)
b = np.random.randint(0, 2, size=100)
y = a + b - 2 * a * b
model = Sequential([Dense(16, activation='relu', input_shape=(10,)), Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
`,
  'one-hot rows written into zeros': `${start}
labels = np.random.randint(0, 3, size=100)
y = np.zeros((100, 3))
y[np.arange(100), labels] = 1
model = Sequential([Dense(16, activation='relu', input_shape=(10,)), Dense(3, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
`,
  'data from an unknown module': `${start}
import somewhere
X, y = somewhere.load()
model = Sequential([Dense(16, activation='relu', input_shape=(10,)), Dense(1)])
model.compile(loss='mse', optimizer='adam', metrics=['accuracy'])
model.fit(X, y, epochs=2)
`,
  'an unknown layer between two Dense layers': `${start}
from somewhere import Spike
y = np.random.randint(0, 3, size=100)
model = Sequential([Dense(16, input_shape=(10,)), Spike(), Dense(3)])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
`,
  'a sigmoid gate inside the model': `${start}
y = np.random.randint(0, 3, size=100)
inputs = Input(shape=(10,))
hidden = Dense(16, activation='relu')(inputs)
gate = Dense(16, activation='sigmoid')(hidden)
mixed = layers.Multiply()([hidden, gate])
model = Model(inputs, Dense(3, activation='softmax')(mixed))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
`,
  'division by a number below 1 that is no temperature': `${start}
y = np.random.randint(0, 3, size=100)
X = X / 0.5
rate = 1e-3
model = Sequential([Dense(16, activation='relu', input_shape=(10,)), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
`,
  'a linear model without a hidden layer': `${start}
y = np.random.random((100, 1))
model = Sequential([Dense(1, input_shape=(10,))])
model.compile(loss='mse', optimizer='sgd')
model.fit(X, y, epochs=2)
`,
};

const versions: readonly KerasVersionOption[] = ['auto', '2', '3'];

test.each(Object.entries(programs))('%s', async (_name, program) => {
  for (const version of versions) {
    // Keras 3 brought the operations.
    if (version === '2' && /\bops\./.test(program)) continue;
    const text = version === '2' ? program.replace('import layers, ops', 'import layers') : program;
    const { findings } = await analyse(text, version);
    const said = findings.map(
      item =>
        `${version} ${item.span.start.line} ${item.severity} ${item.code}: ${formatMessage(item.message)}`,
    );
    expect(said).toEqual([]);
  }
});
