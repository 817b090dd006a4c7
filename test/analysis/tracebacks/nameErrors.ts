/** Arguments, names and calls that a version does not have, and steps that are missing: mistakes, each with its words in one version of Keras or another. */
import type { RealError } from './pasting.ts';
import { classes, fitted, oneHot, softmax3, start } from './programs.ts';

export const nameErrors: Readonly<Record<string, RealError>> = {
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
};
