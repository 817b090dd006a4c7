/** Mistakes as they are made in whole scripts of several kinds. */
import type { FixCase } from '../fixing.ts';

const start = `import numpy as np
import tensorflow as tf
import keras
from keras import layers

`;

export const scriptsFixes: Readonly<Record<string, FixCase>> = {
  'a sequence joined with a row': {
    program: `${start}signal, table = keras.Input((10, 3)), keras.Input((5,))
h = layers.LSTM(8, return_sequences=True)(signal)
h = layers.Concatenate()([h, table])
model = keras.Model([signal, table], layers.Dense(1)(h))
model.compile('adam', 'mse')
model.fit([np.zeros((8, 10, 3)), np.zeros((8, 5))], np.zeros((8, 1)), verbose=0)
`,
    code: 'merge-shapes',
    titles: ['Let `LSTM` return its last step only'],
  },
  'steps that a convolution behind goes through': {
    program: `${start}model = keras.Sequential([
    keras.Input((10, 3)),
    layers.LSTM(8, return_sequences=True),
    layers.Conv1D(4, 3, activation='relu'),
    layers.Dense(1, activation='sigmoid'),
])
model.compile('adam', 'binary_crossentropy')
model.fit(np.zeros((8, 10, 3)), np.arange(8) % 2, verbose=0)
`,
    code: 'label-shape',
    titles: ['Put `layers.Flatten()` before it', 'Put `layers.GlobalAveragePooling1D()` before it'],
  },
  'a data set without batches': {
    program: `${start}x, y = np.random.random((8, 4)), np.zeros((8, 1))
data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(8)
model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
model.compile('adam', 'mse')
model.fit(data, verbose=0)
`,
    code: 'input-rank',
    titles: ['Pass `data.batch(32)`'],
  },
  'the whole shape of the data': {
    program: `${start}x = np.random.random((8, 4))
model = keras.Sequential([keras.Input(shape=x.shape), layers.Dense(1)])
model.compile('adam', 'mse')
model.fit(x, np.zeros((8, 1)), verbose=0)
`,
    code: 'input-rank',
    titles: ['Leave the number of samples out of the shape: x.shape[1:]'],
  },
  'as many channels as the images that come back': {
    program: `${start}x = np.random.random((8, 6, 6, 1))
images = keras.Input((6, 6, 1))
h = layers.Conv2D(4, 3, padding='same', activation='relu')(images)
coder = keras.Model(images, layers.Conv2D(3, 3, padding='same', activation='sigmoid')(h))
coder.compile('adam', 'binary_crossentropy')
coder.fit(x, x, verbose=0)
`,
    code: 'label-shape',
    titles: ['Give `Conv2D` a width of 1'],
  },
  'rows of classes before a softmax over one unit': {
    program: `${start}x, hot = np.random.random((9, 4)), np.eye(3)[np.arange(9) % 3]
model = keras.Sequential([keras.Input((4,)), layers.Dense(1, activation='softmax')])
model.compile('adam', 'categorical_crossentropy')
model.fit(x, hot, verbose=0)
`,
    code: 'softmax-single-unit',
    written: ["layers.Dense(3, activation='softmax')"],
  },
  'outputs where a loss takes the labels': {
    program: `${start}x, y = np.random.random((8, 4)).astype('float32'), np.arange(8) % 3
model = keras.Sequential([keras.Input((4,)), layers.Dense(3)])
loss_of = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.Adam()
with tf.GradientTape() as tape:
    logits = model(x, training=True)
    loss = loss_of(logits, y)
gradients = tape.gradient(loss, model.trainable_variables)
optimizer.apply_gradients(zip(gradients, model.trainable_variables))
`,
    code: 'label-shape',
    titles: ['Pass `y, logits`'],
  },
  'rows of which a share is held back': {
    program: `${start}x, y = np.random.random((40, 4)), np.random.random((38, 1))
model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
model.compile('adam', 'mse')
model.fit(x, y, validation_split=0.1, verbose=0)
`,
    code: 'cardinality',
    titles: ['Pass `x[:38]`'],
  },
  'steps for a wrapped layer, in Keras 2': {
    program: `import numpy as np
from keras.models import Sequential
from keras.layers import Dense, LSTM, TimeDistributed

model = Sequential()
model.add(LSTM(4, input_shape=(7, 3)))
model.add(TimeDistributed(Dense(1)))
model.compile(loss='mse', optimizer='adam')
model.fit(np.zeros((8, 7, 3)), np.zeros((8, 7, 1)), verbose=0)
`,
    code: 'input-rank',
    kerasVersion: '2',
    titles: ['Let `LSTM` return its sequences'],
  },
  'a misspelt argument of Keras 1': {
    program: `import numpy as np
from keras.models import Sequential
from keras.layers import Dense

model = Sequential()
model.add(Dense(output_dim=1, input_dim=4))
model.compile(loss='mse', optimizer='sgd')
model.fit(np.zeros((8, 4)), np.zeros(8), nb_epochs=1, verbose=0)
`,
    code: 'unknown-argument',
    kerasVersion: '1',
    titles: ['Change to `nb_epoch`'],
  },
  'a misspelt argument of a layer of Keras 1': {
    program: `import numpy as np
from keras.models import Sequential
from keras.layers import Convolution2D, Dense, Flatten

model = Sequential()
model.add(Convolution2D(4, 3, 3, border_mod='same', input_shape=(6, 6, 1)))
model.add(Flatten())
model.add(Dense(output_dim=1))
model.compile(loss='mse', optimizer='sgd')
model.fit(np.zeros((8, 6, 6, 1)), np.zeros(8), nb_epoch=1, verbose=0)
`,
    code: 'unknown-argument',
    kerasVersion: '1',
    titles: ['Change to `border_mode`'],
  },
  'no Flatten before the layer of an Activation, in Keras 1': {
    program: `import numpy as np
from keras.models import Sequential
from keras.layers import Activation, Convolution2D, Dense

X, Y = np.random.rand(8, 6, 6, 1), np.eye(3)[np.arange(8) % 3]
model = Sequential()
model.add(Convolution2D(4, 3, 3, input_shape=(6, 6, 1)))
model.add(Dense(3))
model.add(Activation('softmax'))
model.compile(loss='categorical_crossentropy', optimizer='sgd')
model.fit(X, Y, nb_epoch=1, verbose=0)
`,
    code: 'label-shape',
    kerasVersion: '1',
    titles: ['Put `Flatten()` before it', 'Put `GlobalAveragePooling2D()` before it'],
    written: ['model.add(Flatten())\nmodel.add(Dense(3))\n'],
  },
  'nothing left to pool, in Keras 1': {
    program: `import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Flatten, MaxPooling2D

model = Sequential()
model.add(MaxPooling2D(pool_size=(2, 2), input_shape=(1, 6, 2)))
model.add(Flatten())
model.add(Dense(1))
model.compile(loss='mse', optimizer='sgd')
model.fit(np.zeros((8, 1, 6, 2)), np.zeros(8), nb_epoch=1, verbose=0)
`,
    code: 'shape-too-small',
    kerasVersion: '1',
    titles: ['Pad the edges: `border_mode="same"`', 'Make the window 1 wide'],
    written: ["border_mode='same')", 'pool_size=(1, 1)'],
  },
  'layers through the shorter of two names': {
    program: `import numpy as np
import tensorflow as tf
from tensorflow import keras

x, y = np.random.random((8, 6, 6, 1)), tf.one_hot(np.arange(8) % 3, 3)
model = keras.Sequential([
    keras.layers.Conv2D(4, 3, input_shape=(6, 6, 1)),
    keras.layers.Dense(3, activation='softmax'),
])
model.compile('adam', 'categorical_crossentropy')
model.fit(x, y, verbose=0)
`,
    code: 'label-shape',
    kerasVersion: '2',
    written: ['    keras.layers.Flatten(),\n    keras.layers.Dense(3'],
  },
  'lists of words that were not padded': {
    program: `import numpy as np
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense, Embedding, Flatten

texts, labels = ['good film', 'bad', 'a very good one', 'so bad'], np.array([1, 0, 1, 0])
tokenizer = Tokenizer()
tokenizer.fit_on_texts(texts)
rows = tokenizer.texts_to_sequences(texts)
model = Sequential([Embedding(20, 4, input_length=6), Flatten(), Dense(1, activation='sigmoid')])
model.compile('adam', 'binary_crossentropy')
model.fit(rows, labels, verbose=0)
`,
    code: 'data-type',
    kerasVersion: '2',
    titles: ['Pad the lists to one length with `pad_sequences`'],
    written: ['model.fit(pad_sequences(rows, maxlen=6), labels'],
  },
  'labels of one of two outputs': {
    program: `${start}x, kind, price = np.random.random((12, 4)), np.arange(12) % 3, np.random.random((15, 1))
rows = keras.Input((4,))
outputs = [layers.Dense(1, name='price')(rows), layers.Dense(3, activation='softmax', name='kind')(rows)]
model = keras.Model(rows, outputs)
model.compile('adam', {'kind': 'sparse_categorical_crossentropy', 'price': 'mse'})
model.fit(x, {'price': price, 'kind': kind}, verbose=0)
`,
    code: 'cardinality',
    titles: ['Pass `price[:12]`'],
  },
};
