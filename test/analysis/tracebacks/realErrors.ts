/** The mistakes themselves, each with its words in one version of Keras or another. */
import type { RealError } from './pasting.ts';

const start = `import numpy as np
from keras.models import Sequential, Model
from keras.layers import *
`;
const tensorflow = `import numpy as np
import tensorflow as tf
from tensorflow.keras import layers, models
`;

const classes = (labels: string, end: string, loss: string) => `${start}
x_train = np.random.random((100, 20))
y_train = ${labels}
model = Sequential()
model.add(Dense(64, activation='relu', input_dim=20))
model.add(${end})
model.compile(loss='${loss}', optimizer='adam', metrics=['accuracy'])
model.fit(x_train, y_train, epochs=5, batch_size=32)
`;
const ints = 'np.random.randint(0, 3, size=100)';
const oneHot = 'np.eye(3)[np.random.randint(0, 3, size=100)]';
const softmax3 = "Dense(3, activation='softmax')";
const fitted = 'model.fit(x_train';

const image = (first: string, data: string) => `${tensorflow}
x_train = ${data}
y_train = np.random.randint(0, 10, size=32)
model = models.Sequential([
    ${first}
    layers.Flatten(),
    layers.Dense(10, activation='softmax'),
])
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy')
model.fit(x_train, y_train, epochs=2)
`;

export const realErrors: Readonly<Record<string, RealError>> = {
  'class numbers, Keras 2.0': {
    script: classes(ints, softmax3, 'categorical_crossentropy'),
    at: fitted,
    words:
      'ValueError: Error when checking target: expected dense_2 to have shape (3,) but got array with shape (1,)',
    form: 'windows',
    kerasVersion: '2',
  },
  'class numbers, Keras 1': {
    script: classes(ints, softmax3, 'categorical_crossentropy'),
    at: fitted,
    words:
      'Exception: Error when checking model target: expected dense_2 to have shape (None, 3) but got array with shape (100, 1)',
    form: 'pycharm',
    kerasVersion: '1',
  },
  'class numbers, Keras 2.3': {
    script: classes(ints, softmax3, 'categorical_crossentropy'),
    at: fitted,
    words:
      'ValueError: You are passing a target array of shape (100, 1) while using as loss `categorical_crossentropy`. `categorical_crossentropy` expects targets to be binary matrices (1s and 0s) of shape (samples, classes).',
    form: 'colab',
    kerasVersion: '2',
  },
  'class numbers, tf.keras': {
    script: classes(ints, softmax3, 'categorical_crossentropy'),
    at: fitted,
    words: 'ValueError: Shapes (None, 1) and (None, 3) are incompatible',
    form: 'in user code',
    kerasVersion: '2',
  },
  'class numbers, Keras 3': {
    script: classes(ints, softmax3, 'categorical_crossentropy'),
    at: fitted,
    words:
      'ValueError: Arguments `target` and `output` must have the same shape. Received: target.shape=(None, 1), output.shape=(None, 3)',
    form: 'jupyter',
  },
  'only the last line, in Chinese': {
    script: classes(ints, softmax3, 'categorical_crossentropy'),
    at: fitted,
    words: 'ValueError: Shapes (32, 1) and (32, 3) are incompatible',
    form: 'chinese',
  },
  'one-hot rows under a sparse loss, Keras 2': {
    script: classes(oneHot, softmax3, 'sparse_categorical_crossentropy'),
    at: fitted,
    words:
      'ValueError: Error when checking target: expected dense_2 to have shape (1,) but got array with shape (3,)',
    form: 'kaggle',
    kerasVersion: '2',
  },
  'one-hot rows under a sparse loss, tf.keras': {
    script: classes(oneHot, softmax3, 'sparse_categorical_crossentropy'),
    at: fitted,
    words:
      'InvalidArgumentError:  logits and labels must have the same first dimension, got logits shape [32,3] and labels shape [96]\n\t [[node sparse_categorical_crossentropy/SparseSoftmaxCrossEntropyWithLogits/SparseSoftmaxCrossEntropyWithLogits (defined at <ipython-input-9-77>:1) ]] [Op:__inference_train_function_1104]\n\nFunction call stack:\ntrain_function',
    form: 'words',
  },
  'one-hot rows under a sparse loss, Keras 3': {
    script: classes(oneHot, softmax3, 'sparse_categorical_crossentropy'),
    at: fitted,
    words:
      'ValueError: Argument `output` must have rank (ndim) `target.ndim - 1`. Received: target.shape=(None, 3), output.shape=(None, 3)',
    form: 'colours',
  },
  'labels from 1': {
    script: classes('np.random.randint(1, 4, size=100)', softmax3, 'sparse_categorical_crossentropy'),
    at: fitted,
    words:
      'Received a label value of 3 which is outside the valid range of [0, 3).  Label values: 1 3 2 2 1 3',
    form: 'graph execution',
  },
  'two units under binary crossentropy, tf.keras': {
    script: classes(
      'np.random.randint(0, 2, size=100)',
      "Dense(2, activation='softmax')",
      'binary_crossentropy',
    ),
    at: fitted,
    words: 'ValueError: `logits` and `labels` must have the same shape, received ((None, 2) vs (None, 1)).',
    form: 'in user code',
    kerasVersion: '2',
  },
  'two units under binary crossentropy, the oldest words': {
    script: classes(
      'np.random.randint(0, 2, size=100)',
      "Dense(2, activation='softmax')",
      'binary_crossentropy',
    ),
    at: fitted,
    words: 'ValueError: logits and labels must have the same shape ((None, 2) vs (None, 1))',
    form: 'words',
  },
  'more units than columns': {
    script: classes(oneHot, "Dense(4, activation='softmax')", 'categorical_crossentropy'),
    at: fitted,
    words:
      'ValueError: A target array with shape (100, 3) was passed for an output of shape (None, 4) while using as loss `categorical_crossentropy`. This loss expects targets to have the same shape as the output.',
    form: 'colab',
    kerasVersion: '2',
  },
  'more units than columns, in the graph': {
    script: classes(oneHot, "Dense(4, activation='softmax')", 'categorical_crossentropy'),
    at: fitted,
    words: 'logits and labels must be broadcastable: logits_size=[32,4] labels_size=[32,3]',
    form: 'graph execution',
  },
  'a regression of several columns': {
    script: classes('np.random.random((100, 3))', 'Dense(2)', 'mse'),
    at: fitted,
    words:
      "ValueError: Dimensions must be equal, but are 2 and 3 for '{{node mean_squared_error/SquaredDifference}} = SquaredDifference[T=DT_FLOAT](sequential/dense_1/BiasAdd, IteratorGetNext:1)' with input shapes: [?,2], [?,3].",
    form: 'in user code',
  },
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
    script: image('layers.Conv2D(32, 3, input_shape=(32, 28, 28, 1)),', 'np.random.random((32, 28, 28, 1))'),
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
    at: 'model.fit(x_train',
    words:
      'InvalidArgumentError: indices[3,2] = 1874 is not in [0, 1000)\n\t [[node sequential/embedding/embedding_lookup (defined at train.py:8) ]]',
    form: 'colab',
    onlyLine: true,
  },
  'a misspelt argument': {
    script: `${start}
model = Sequential()
model.add(Dense(8, activaton='relu', input_shape=(4,)))
`,
    at: 'activaton',
    words: "TypeError: ('Keyword argument not understood:', 'activaton')",
    form: 'terminal',
    kerasVersion: '2',
  },
  'a misspelt argument, Keras 3': {
    script: `${start}
model = Sequential()
model.add(Dense(8, activaton='relu', input_shape=(4,)))
`,
    at: 'activaton',
    words: "ValueError: Unrecognized keyword arguments passed to Dense: {'activaton': 'relu'}",
    form: 'jupyter',
    kerasVersion: '3',
  },
  nb_epoch: {
    script: classes(oneHot, softmax3, 'categorical_crossentropy').replace('epochs=5', 'nb_epoch=5'),
    at: fitted,
    words: "TypeError: Unrecognized keyword arguments: {'nb_epoch': 5}",
    form: 'words',
    kerasVersion: '2',
    onlyLine: true,
  },
  'nb_epoch, Keras 3': {
    script: classes(oneHot, softmax3, 'categorical_crossentropy').replace('epochs=5', 'nb_epoch=5'),
    at: fitted,
    words: "TypeError: TensorFlowTrainer.fit() got an unexpected keyword argument 'nb_epoch'",
    form: 'colab',
    kerasVersion: '3',
  },
  'lr of an optimizer': {
    script: `${start}from keras.optimizers import Adam
opt = Adam(lr=0.001, decay=1e-6)
`,
    at: 'opt = Adam',
    words: "ValueError: Argument(s) not recognized: {'lr': 0.001}",
    form: 'kaggle',
    kerasVersion: '3',
  },
  'decay of an optimizer': {
    script: `${start}from keras.optimizers import Adam
opt = Adam(learning_rate=0.001, decay=1e-6)
`,
    at: 'opt = Adam',
    words:
      'ValueError: decay is deprecated in the new Keras optimizer, please check the docstring for valid arguments, or use the legacy optimizer, e.g., tf.keras.optimizers.legacy.Adam.',
    form: 'jupyter',
    kerasVersion: '3',
    onlyLine: true,
  },
  'a misspelt loss': {
    script: classes(oneHot, softmax3, 'categorical_crosentropy'),
    at: 'model.compile(',
    words: 'ValueError: Unknown loss function:categorical_crosentropy',
    form: 'windows',
    kerasVersion: '2',
  },
  'a misspelt optimizer': {
    script: classes(oneHot, softmax3, 'categorical_crossentropy').replace("'adam'", "'adma'"),
    at: 'model.compile(',
    words: 'ValueError: Unknown optimizer: adma',
    form: 'colab',
    kerasVersion: '2',
  },
  'a misspelt activation, tf.keras': {
    script: classes(oneHot, "Dense(3, activation='sofmax')", 'categorical_crossentropy'),
    at: "Dense(3, activation='sofmax')",
    words:
      "ValueError: Unknown activation function: 'sofmax'. Please ensure you are using a `keras.utils.custom_object_scope` and that this object is included in the scope.",
    form: 'words',
    kerasVersion: '2',
  },
  'no compile': {
    script: `${start}
model = Sequential([Dense(1, input_shape=(4,))])
model.fit(np.zeros((8, 4)), np.zeros((8, 1)))
`,
    at: 'model.fit(',
    words:
      'RuntimeError: You must compile your model before training/testing. Use `model.compile(optimizer, loss)`.',
    form: 'pycharm',
    kerasVersion: '2',
  },
  'no shape': {
    script: `${start}
model = Sequential([Dense(4), Dense(1)])
model.summary()
`,
    at: 'model.summary()',
    words:
      'ValueError: This model has not yet been built. Build the model first by calling `build()` or by calling the model on a batch of data.',
    form: 'colab',
    kerasVersion: '2',
    onlyLine: true,
  },
  disconnected: {
    script: `${start}
a, b = Input(shape=(4,)), Input(shape=(4,))
outputs = Dense(1)(Add()([a, b]))
model = Model(inputs=a, outputs=outputs)
`,
    at: 'model = Model',
    words:
      "ValueError: Graph disconnected: cannot obtain value for tensor KerasTensor(type_spec=TensorSpec(shape=(None, 4), dtype=tf.float32, name='input_2'), name='input_2', description=\"created by layer 'input_2'\") at layer \"add\". The following previous layers were accessed without issue: []",
    form: 'jupyter',
    kerasVersion: '2',
  },
  'NumPy on a symbolic tensor': {
    script: `${start}
inputs = Input(shape=(4,))
hidden = np.sqrt(inputs)
`,
    at: 'hidden =',
    words:
      "TypeError: Cannot convert a symbolic Keras input/output to a numpy array. This error may indicate that you're trying to pass a symbolic value to a NumPy call, which is not supported.",
    form: 'words',
    kerasVersion: '2',
  },
  'TensorFlow on a Keras 3 tensor': {
    script: `import keras
import tensorflow as tf
inputs = keras.Input(shape=(4,))
hidden = tf.square(inputs)
`,
    at: 'hidden =',
    words:
      'ValueError: A KerasTensor cannot be used as input to a TensorFlow function. A KerasTensor is a symbolic placeholder for a shape and dtype, used when constructing Keras Functional models or Keras Functions.',
    form: 'colab',
    kerasVersion: '3',
  },
  predict_classes: {
    script: `${start}
model = Sequential([Dense(3, activation='softmax', input_shape=(4,))])
classes = model.predict_classes(np.zeros((2, 4)))
`,
    at: 'classes =',
    words: "AttributeError: 'Sequential' object has no attribute 'predict_classes'",
    form: 'kaggle',
    kerasVersion: '3',
  },
  'acc of the history': {
    script: `${classes(oneHot, softmax3, 'categorical_crossentropy').replace('model.fit(', 'history = model.fit(')}accuracy = history.history['acc']
`,
    at: 'accuracy = ',
    words: "KeyError: 'acc'",
    form: 'jupyter',
    kerasVersion: '3',
  },
  np_utils: {
    script: `import numpy as np
from keras.utils import np_utils
y = np_utils.to_categorical(np.arange(3))
`,
    at: 'from keras.utils import np_utils',
    words:
      "ImportError: cannot import name 'np_utils' from 'keras.utils' (/usr/local/lib/python3.10/dist-packages/keras/utils/__init__.py)",
    form: 'colab',
    kerasVersion: '3',
  },
  'a name that is not imported': {
    script: `from keras.models import Sequential
model = Sequential()
model.add(Dense(4, input_shape=(3,)))
`,
    at: 'model.add(Dense',
    words: "NameError: name 'Dense' is not defined",
    form: 'pycharm',
  },
  'a generator method that is gone': {
    script: `${start}
model = Sequential([Dense(1, input_shape=(4,))])
model.compile('sgd', 'mse')
model.fit_generator(((np.zeros((2, 4)), np.zeros(2)) for _ in range(3)), steps_per_epoch=3)
`,
    at: 'model.fit_generator',
    words:
      "AttributeError: 'Sequential' object has no attribute 'fit_generator'. Did you mean: '_get_own_losses'?",
    form: 'terminal',
    kerasVersion: '3',
  },
  'a layer that is not called': {
    script: `${start}
inputs = Input(shape=(4,))
hidden = Dense(8, activation='relu')
outputs = Dense(1)(hidden)
`,
    at: 'outputs =',
    words:
      "ValueError: Only input tensors may be passed as positional arguments. The following argument value should be passed as a keyword argument: <Dense name=dense, built=False> (of type <class 'keras.src.layers.core.dense.Dense'>)",
    form: 'jupyter',
    kerasVersion: '3',
  },
  'a layer that is not called, Keras 2': {
    script: `${start}
inputs = Input(shape=(4,))
hidden = Dense(8, activation='relu')
outputs = Dense(1)(hidden)
`,
    at: 'outputs =',
    words:
      'TypeError: Inputs to a layer should be tensors. Got: <keras.layers.core.dense.Dense object at 0x7f0c>',
    form: 'colab',
    kerasVersion: '2',
  },
  'texts as labels': {
    script: classes("np.array(['cat', 'dog'] * 50)", "Dense(1, activation='sigmoid')", 'binary_crossentropy'),
    at: fitted,
    words:
      'tensorflow.python.framework.errors_impl.UnimplementedError: Cast string to float is not supported\n\t [[node Cast (defined at train.py:11) ]]',
    form: 'words',
  },
  'an array of objects': {
    script: `${start}
x_train = np.array([[1, 2], [3]], dtype=object)
y_train = np.zeros(2)
model = Sequential([Dense(1, input_shape=(2,))])
model.compile('sgd', 'mse')
model.fit(x_train, y_train)
`,
    at: 'model.fit(x_train',
    words: 'ValueError: Failed to convert a NumPy array to a Tensor (Unsupported object type list).',
    form: 'json',
  },
  'a list of lists for x': {
    script: `${start}
model = Sequential([Dense(1, input_shape=(2,))])
model.compile('sgd', 'mse')
model.fit({'a'}, np.zeros(2))
`,
    at: 'model.fit(',
    words:
      "ValueError: Failed to find data adapter that can handle input: <class 'set'>, <class 'numpy.ndarray'>",
    form: 'colab',
    kerasVersion: '2',
  },
  'the file name of a checkpoint': {
    script: `${start}from keras.callbacks import ModelCheckpoint
checkpoint = ModelCheckpoint('best.h5', save_weights_only=True)
`,
    at: 'checkpoint =',
    words:
      'ValueError: When using `save_weights_only=True` in `ModelCheckpoint`, the filepath provided must end in `.weights.h5` (Keras weights format). Received: filepath=best.h5',
    form: 'terminal',
    kerasVersion: '3',
  },
  'no super().__init__()': {
    script: `import keras
class Scale(keras.layers.Layer):
    def __init__(self, factor):
        self.factor = factor
    def call(self, inputs):
        return inputs * self.factor
scale = Scale(2.0)
print(scale(keras.ops.ones((2, 3))))
`,
    at: 'print(scale(',
    words:
      "RuntimeError: In layer 'Scale', you forgot to call `super().__init__()` as the first statement in the `__init__()` method. Go add it!",
    form: 'words',
  },
  'weights of another model': {
    script: `${start}
model = Sequential([Dense(4, input_shape=(3,))])
model.layers[0].set_weights([np.zeros((5, 4)), np.zeros(4)])
`,
    at: 'set_weights',
    words: 'ValueError: Layer dense weight shape (3, 4) is not compatible with provided weight shape (5, 4).',
    form: 'colab',
  },
  'two layers of one name': {
    script: `${start}
model = Sequential()
model.add(Dense(4, input_shape=(3,), name='hidden'))
model.add(Dense(4, name='hidden'))
`,
    at: "model.add(Dense(4, name='hidden'))",
    words:
      'ValueError: All layers added to a Sequential model should have unique names. Name "hidden" is already the name of a layer in this model. Update the `name` argument to pass a unique name.',
    form: 'jupyter',
  },
  'a metric instead of a list': {
    script: classes(oneHot, softmax3, 'categorical_crossentropy').replace("['accuracy']", "'accuracy'"),
    at: 'model.compile(',
    words:
      "ValueError: Expected `metrics` argument to be a list, tuple, or dict. Received instead: metrics=accuracy of type <class 'str'>",
    form: 'words',
    kerasVersion: '3',
  },
  'arrays that do not add': {
    script: `import numpy as np
a = np.ones((100, 3))
b = np.ones((100, 2))
c = a + b
`,
    at: 'c = a + b',
    words: 'ValueError: operands could not be broadcast together with shapes (100,3) (100,2) ',
    form: 'words',
  },
  'a reshape of the data': {
    script: `import numpy as np
images = np.zeros((60, 28, 28))
flat = images.reshape(60, 748)
`,
    at: 'flat =',
    words: 'ValueError: cannot reshape array of size 47040 into shape (60,748)',
    form: 'chinese',
  },
  'rows and columns': {
    script: `import numpy as np
w = np.ones((784, 10))
x = np.ones((5, 28, 28))
out = np.dot(x, w)
`,
    at: 'out =',
    words: 'ValueError: shapes (5,28,28) and (784,10) not aligned: 28 (dim 2) != 784 (dim 0)',
    form: 'words',
  },
  'a split of two lengths': {
    script: `import numpy as np
from sklearn.model_selection import train_test_split
x, y = np.zeros((100, 4)), np.zeros(99)
a, b, c, d = train_test_split(x, y, test_size=0.2)
`,
    at: 'a, b, c, d =',
    words: 'ValueError: Found input variables with inconsistent numbers of samples: [100, 99]',
    form: 'words',
  },
  'one column for a scaler': {
    script: `import numpy as np
from sklearn.preprocessing import MinMaxScaler
prices = np.arange(10.0)
scaled = MinMaxScaler().fit_transform(prices)
`,
    at: 'scaled =',
    words:
      'ValueError: Expected 2D array, got 1D array instead:\narray=[0. 1. 2. 3. 4. 5. 6. 7. 8. 9.].\nReshape your data either using array.reshape(-1, 1) if your data has a single feature or array.reshape(1, -1) if it contains a single sample.',
    form: 'words',
  },
  'probabilities in a report': {
    script: `import numpy as np
from sklearn.metrics import confusion_matrix
y_test = np.array([0, 1, 2, 1])
y_pred = np.eye(3)[[0, 1, 2, 2]]
matrix = confusion_matrix(y_test, y_pred)
`,
    at: 'matrix =',
    words:
      "ValueError: Classification metrics can't handle a mix of multiclass and multilabel-indicator targets",
    form: 'words',
  },
  'a column that is not there': {
    script: `import pandas as pd
table = pd.DataFrame({'age': [1, 2], 'label': [0, 1]})
labels = table['Label']
`,
    at: 'labels =',
    words: "The above exception was the direct cause of the following exception:\n\nKeyError: 'Label'",
    form: 'words',
  },
  'a position behind the end': {
    script: `import numpy as np
x = np.zeros((10, 4))
print(x[0, 4])
`,
    at: 'print(x[0, 4])',
    words: 'IndexError: index 4 is out of bounds for axis 1 with size 4',
    form: 'words',
  },
  'text and a number': {
    script: `epochs = 10
print('epochs: ' + epochs)
`,
    at: 'print(',
    words: 'TypeError: can only concatenate str (not "int") to str',
    form: 'words',
  },
  'a method of None': {
    script: `losses = [3, 1, 2]
losses = losses.sort()
print(losses[0])
`,
    at: 'print(',
    words: "TypeError: 'NoneType' object is not subscriptable",
    form: 'words',
  },
};
