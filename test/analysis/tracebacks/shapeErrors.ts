/** Shapes of data and layers that do not fit: mistakes, each with its words in one version of Keras or another. */
import type { RealError } from './pasting.ts';
import { image, start } from './programs.ts';

export const shapeErrors: Readonly<Record<string, RealError>> = {
  'images without channels': {
    script: image('layers.Conv2D(32, 3, input_shape=(28, 28, 3)),', 'np.random.random((32, 28, 28))'),
    at: 'model.fit(x_train',
    words:
      'ValueError: Input 0 of layer sequential is incompatible with the layer: : expected min_ndim=4, found ndim=3. Full shape received: (None, 28, 28)',
    form: 'in user code',
    kerasVersion: '2',
  },
  'images without channels, Keras 2.1': {
    script: image('layers.Conv2D(32, 3, input_shape=(28, 28, 1)),', 'np.random.random((32, 28, 28))'),
    at: 'model.fit(x_train',
    words:
      'ValueError: Error when checking input: expected conv2d_1_input to have 4 dimensions, but got array with shape (32, 28, 28)',
    form: 'pycharm',
    kerasVersion: '2',
    onlyLine: true,
  },
  'images without channels, Keras 3': {
    script: image('layers.Conv2D(32, 3, input_shape=(28, 28, 3)),', 'np.random.random((32, 28, 28))'),
    at: 'model.fit(x_train',
    words:
      'ValueError: Exception encountered when calling Sequential.call().\n\nInvalid input shape for input Tensor("data:0", shape=(None, 28, 28), dtype=float32). Expected shape (None, 28, 28, 3), but input has incompatible shape (None, 28, 28)\n\nArguments received by Sequential.call():\n  • inputs=tf.Tensor(shape=(None, 28, 28), dtype=float32)\n  • training=True',
    form: 'jupyter',
    kerasVersion: '3',
  },
  'a convolution without channels in its shape': {
    script: image('layers.Conv2D(32, 3, input_shape=(28, 28)),', 'np.random.random((32, 28, 28))'),
    at: 'layers.Conv2D',
    raisedAt: 'model = models.Sequential(',
    words:
      'ValueError: Input 0 of layer conv2d is incompatible with the layer: : expected min_ndim=4, found ndim=3. Full shape received: (None, 28, 28)',
    form: 'colab',
    kerasVersion: '2',
  },
  'the number of samples in input_shape': {
    script: image(
      'layers.Conv2D(32, 3, 3, input_shape=(32, 28, 28, 1)),',
      'np.random.random((32, 28, 28, 1))',
    ),
    at: 'layers.Conv2D',
    raisedAt: 'model = models.Sequential(',
    words: 'ValueError: Input 0 is incompatible with layer convolution2d_1: expected ndim=4, found ndim=5',
    form: 'windows',
    // Keras 2 takes any number of batch axes since TensorFlow 2.3.
    kerasVersion: '1',
  },
  'images of another size': {
    script: image('layers.Conv2D(32, 3, input_shape=(64, 64, 3)),', 'np.random.random((32, 32, 32, 3))'),
    at: 'model.fit(x_train',
    words:
      'ValueError: Input 0 of layer "sequential" is incompatible with the layer: expected shape=(None, 64, 64, 3), found shape=(None, 32, 32, 3)',
    form: 'in user code',
  },
  'too much pooling': {
    script: `${start}
model = Sequential()
model.add(Input(shape=(8, 8, 1)))
model.add(Conv2D(16, (3, 3), activation='relu'))
model.add(MaxPooling2D((2, 2)))
model.add(Conv2D(32, (3, 3), activation='relu'))
model.add(MaxPooling2D((2, 2)))
model.summary()
`,
    at: 'model.add(MaxPooling2D((2, 2)))',
    words: 'ValueError: Computed output size would be negative. Received `inputs shape=(None, 1, 1, 32)`',
    form: 'words',
  },
  'too much pooling, Keras 2': {
    script: `${start}
model = Sequential()
model.add(Conv2D(16, (3, 3), input_shape=(4, 4, 1)))
model.add(Conv2D(32, (5, 5)))
model.add(Flatten())
`,
    at: 'Conv2D(32, (5, 5))',
    words:
      "ValueError: Negative dimension size caused by subtracting 5 from 2 for 'conv2d_2/convolution' (op: 'Conv2D') with input shapes: [?,2,2,16], [5,5,16,32].",
    form: 'terminal',
    kerasVersion: '2',
  },
  'stacked LSTM': {
    script: `${start}
model = Sequential()
model.add(LSTM(50, input_shape=(10, 1)))
model.add(LSTM(50))
model.add(Dense(1))
`,
    at: 'model.add(LSTM(50))',
    words:
      'ValueError: Input 0 of layer "lstm_1" is incompatible with the layer: expected ndim=3, found ndim=2. Full shape received: (None, 50)',
    form: 'colab',
  },
  'flat rows for an LSTM': {
    script: `${start}
x_train = np.random.random((100, 10))
y_train = np.random.random((100, 1))
model = Sequential([LSTM(32, input_shape=(10, 1)), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(x_train, y_train)
`,
    at: 'model.fit(x_train',
    words:
      'ValueError: Error when checking input: expected lstm_1_input to have 3 dimensions, but got array with shape (100, 10)',
    form: 'kaggle',
    kerasVersion: '2',
    onlyLine: true,
  },
  'too many features': {
    script: `${start}
x_train = np.random.random((100, 12))
y_train = np.random.randint(0, 2, 100)
model = Sequential()
model.add(Dense(16, input_dim=8, activation='relu'))
model.add(Dense(1, activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(x_train, y_train)
`,
    at: 'model.fit(x_train',
    words:
      'ValueError: Error when checking input: expected dense_1_input to have shape (8,) but got array with shape (12,)',
    form: 'windows',
    kerasVersion: '2',
  },
  'too many features, Keras 3 in the graph': {
    script: `${start}
x_train = np.random.random((100, 12))
y_train = np.random.randint(0, 2, 100)
model = Sequential([Input((8,)), Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(x_train, y_train)
`,
    at: 'model.fit(x_train',
    words:
      'ValueError: Exception encountered when calling Sequential.call().\n\nInvalid input shape for input Tensor("data:0", shape=(None, 12), dtype=float32). Expected shape (None, 8), but input has incompatible shape (None, 12)',
    form: 'terminal',
    kerasVersion: '3',
  },
  'one sample for predict': {
    script: `${start}
model = Sequential([Dense(16, input_shape=(784,)), Dense(10, activation='softmax')])
sample = np.random.random(784)
print(model.predict(sample))
`,
    at: 'model.predict(sample)',
    words:
      'ValueError: Error when checking : expected dense_1_input to have shape (784,) but got array with shape (1,)',
    form: 'colours',
    kerasVersion: '2',
  },
  'another number of labels': {
    script: `${start}
x_train = np.random.random((100, 8))
y_train = np.random.randint(0, 2, 90)
model = Sequential([Dense(1, activation='sigmoid', input_shape=(8,))])
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(x_train, y_train)
`,
    at: 'model.fit(x_train',
    words:
      'ValueError: Data cardinality is ambiguous:\n  x sizes: 100\n  y sizes: 90\nMake sure all arrays contain the same number of samples.',
    form: 'json',
  },
  'another number of labels, Keras 2': {
    script: `${start}
x_train = np.random.random((100, 8))
y_train = np.random.randint(0, 2, 90)
model = Sequential([Dense(1, activation='sigmoid', input_shape=(8,))])
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(x_train, y_train)
`,
    at: 'model.fit(x_train',
    words:
      'ValueError: Input arrays should have the same number of samples as target arrays. Found 100 input samples and 90 target samples.',
    form: 'pycharm',
    kerasVersion: '2',
  },
  'two inputs, one array': {
    script: `${start}
left, right = Input(shape=(4,)), Input(shape=(6,))
joined = Concatenate()([left, right])
model = Model(inputs=[left, right], outputs=Dense(1)(joined))
model.compile(loss='mse', optimizer='adam')
model.fit(np.zeros((10, 4)), np.zeros((10, 1)))
`,
    at: 'model.fit(',
    words:
      'ValueError: Layer "model" expects 2 input(s), but it received 1 input tensors. Inputs received: [<tf.Tensor \'IteratorGetNext:0\' shape=(None, 4) dtype=float32>]',
    form: 'in user code',
  },
  'branches of two sizes': {
    script: `${start}
inputs = Input(shape=(16, 16, 3))
left = Conv2D(8, 3, padding='same')(inputs)
right = Conv2D(8, 3)(inputs)
joined = Concatenate()([left, right])
`,
    at: 'joined =',
    words:
      'ValueError: A `Concatenate` layer requires inputs with matching shapes except for the concatenation axis. Received: input_shape=[(None, 16, 16, 8), (None, 14, 14, 8)]',
    form: 'jupyter',
  },
  'branches of two sizes, Keras 2': {
    script: `${start}
inputs = Input(shape=(16, 16, 3))
left = Conv2D(8, 3, padding='same')(inputs)
right = Conv2D(8, 3)(inputs)
joined = concatenate([left, right])
`,
    at: 'joined =',
    words:
      'ValueError: A `Concatenate` layer requires inputs with matching shapes except for the concat axis. Got inputs shapes: [(None, 16, 16, 8), (None, 14, 14, 8)]',
    form: 'windows',
    kerasVersion: '2',
  },
  'a residual of other channels': {
    script: `${start}
inputs = Input(shape=(16, 16, 3))
block = Conv2D(8, 3, padding='same')(inputs)
outputs = Add()([inputs, block])
`,
    at: 'outputs =',
    words: 'ValueError: Inputs have incompatible shapes. Received shapes (16, 16, 3) and (16, 16, 8)',
    form: 'words',
  },
  'a residual, Keras 2': {
    script: `${start}
inputs = Input(shape=(16, 16, 3))
block = Conv2D(8, 3, padding='same')(inputs)
outputs = add([inputs, block])
`,
    at: 'outputs =',
    words: 'ValueError: Operands could not be broadcast together with shapes (16, 16, 3) (16, 16, 8)',
    form: 'colab',
    kerasVersion: '2',
  },
  'a reshape of another size': {
    script: `${start}
model = Sequential()
model.add(Dense(100, input_shape=(20,)))
model.add(Reshape((7, 7, 2)))
`,
    at: 'model.add(Reshape',
    words:
      'ValueError: total size of new array must be unchanged, input_shape = [100], output_shape = [7, 7, 2]',
    form: 'pycharm',
    kerasVersion: '2',
  },
  'a word outside of the embedding': {
    script: `${start}
x_train = np.random.randint(0, 2000, size=(64, 10))
y_train = np.random.randint(0, 2, size=64)
model = Sequential([Embedding(1000, 8), GlobalAveragePooling1D(), Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(x_train, y_train)
`,
    at: 'Embedding(1000',
    raisedAt: 'model.fit(x_train',
    words:
      'InvalidArgumentError: indices[3,2] = 1874 is not in [0, 1000)\n\t [[node sequential/embedding/embedding_lookup (defined at train.py:8) ]]',
    form: 'colab',
  },
};
