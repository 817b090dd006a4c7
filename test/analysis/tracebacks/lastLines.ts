/** Errors of which only the last line is pasted: nothing but their words leads to a line. */
import type { RealError } from './pasting.ts';

const start = `import numpy as np
from keras.models import Sequential, Model
from keras.layers import *
`;

export const lastLines: Readonly<Record<string, RealError>> = {
  'a regression under JAX': {
    script: `${start}x = np.zeros((8, 4))\ny = np.zeros((8, 3))\nmodel = Sequential([Input((4,)), Dense(2)])\nmodel.compile(loss='mae', optimizer='sgd')\nmodel.fit(x, y)\n`,
    at: 'model.fit',
    words: 'TypeError: sub got incompatible shapes for broadcasting: (8, 3), (8, 2).',
    form: 'words',
  },
  'a regression under PyTorch': {
    script: `${start}x = np.zeros((8, 4))\ny = np.zeros((8, 3))\nmodel = Sequential([Input((4,)), Dense(2)])\nmodel.compile(loss='mae', optimizer='sgd')\nmodel.fit(x, y)\n`,
    at: 'model.fit',
    words:
      'RuntimeError: The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1',
    form: 'words',
  },
  'a misspelt metric': {
    script: `${start}model = Sequential([Input((4,)), Dense(2)])\nmodel.compile(loss='mae', optimizer='sgd', metrics=['acuracy'])\nmodel.fit(np.zeros((8, 4)), np.zeros((8, 2)))\n`,
    at: 'model.compile',
    words: 'ValueError: Could not interpret metric identifier: acuracy',
    form: 'words',
  },
  'an optimizer in small letters': {
    script: `import keras\nopt = keras.optimizers.adam(0.1)\n`,
    at: 'opt =',
    words: "AttributeError: module 'keras.api.optimizers' has no attribute 'adam'",
    form: 'words',
  },
  'an import in small letters': {
    script: `from keras.optimizers import adam\n`,
    at: 'import adam',
    words:
      "ImportError: cannot import name 'adam' from 'keras.optimizers' (/usr/local/lib/python3.7/dist-packages/keras/optimizers.py)",
    form: 'words',
    onlyLine: true,
  },
  'a module that is gone': {
    script: `from keras.layers.normalization import BatchNormalization\n`,
    at: 'from keras',
    words: "ModuleNotFoundError: No module named 'keras.layers.normalization'",
    form: 'words',
    kerasVersion: '3',
  },
  'merge as a function': {
    script: `${start}from keras.layers import merge\na = Input((3,))\nb = Input((3,))\nc = merge([a, b], mode='concat')\n`,
    at: 'merge',
    words: "TypeError: 'module' object is not callable",
    form: 'words',
    kerasVersion: '2',
  },
  'an argument of Keras 1': {
    script: `${start}model = Sequential()\nmodel.add(Conv2D(32, (3, 3), border_mode='same', input_shape=(28, 28, 1)))\n`,
    at: 'border_mode',
    words: "ValueError: Unrecognized keyword arguments passed to Conv2D: {'border_mode': 'same'}",
    form: 'words',
    kerasVersion: '3',
  },
  'no Flatten': {
    script: `${start}x = np.zeros((8, 28, 28, 1))\ny = np.zeros(8)\nmodel = Sequential([Input((28, 28, 1)), Conv2D(4, 3), Dense(10, activation='softmax')])\nmodel.compile(loss='sparse_categorical_crossentropy', optimizer='sgd')\nmodel.fit(x, y)\n`,
    at: 'model.fit',
    words:
      'ValueError: Argument `output` must have rank (ndim) `target.ndim - 1`. Received: target.shape=(None,), output.shape=(None, 26, 26, 10)',
    form: 'words',
  },
  'a sequence for one label': {
    script: `${start}x = np.zeros((8, 10, 1))\ny = np.zeros((8, 2))\nmodel = Sequential([Input((10, 1)), LSTM(4, return_sequences=True), Dense(2)])\nmodel.compile(loss='categorical_crossentropy', optimizer='sgd')\nmodel.fit(x, y)\n`,
    at: 'model.fit',
    words: 'ValueError: Shapes (None, 2) and (None, 10, 2) are incompatible',
    form: 'words',
  },
  'another number of labels for validation': {
    script: `${start}x = np.zeros((8, 4))\ny = np.zeros(8)\nmodel = Sequential([Input((4,)), Dense(1)])\nmodel.compile(loss='mse', optimizer='sgd')\nmodel.fit(x, y, validation_data=(np.zeros((5, 4)), np.zeros(4)))\n`,
    at: 'model.fit',
    words:
      "ValueError: Data cardinality is ambiguous. Make sure all arrays contain the same number of samples.'x' sizes: 5\n'y' sizes: 4\n",
    form: 'words',
  },
  'a share of a generator': {
    script: `${start}def gen():\n    while True:\n        yield np.zeros((2, 4)), np.zeros(2)\nmodel = Sequential([Input((4,)), Dense(1)])\nmodel.compile(loss='mse', optimizer='sgd')\nmodel.fit(gen(), steps_per_epoch=2, validation_split=0.2)\n`,
    at: 'model.fit',
    words:
      "ValueError: `validation_split` is only supported for Tensors or NumPy arrays, found following types in the input: [<class 'generator'>]",
    form: 'words',
  },
  'no labels and no gradients': {
    script: `${start}x = np.zeros((8, 4))\nmodel = Sequential([Input((4,)), Dense(1)])\nmodel.compile(loss='mse', optimizer='sgd')\nmodel.fit(x)\n`,
    at: 'model.fit',
    words:
      'ValueError: No gradients provided for any variable: (["dense/kernel:0", "dense/bias:0"],). Provided `grads_and_vars` is ((None, <tf.Variable>))',
    form: 'words',
  },
  'no labels': {
    script: `${start}x = np.zeros((8, 4))\nmodel = Sequential([Input((4,)), Dense(1)])\nmodel.compile(loss='mse', optimizer='sgd')\nmodel.fit(x)\n`,
    at: 'model.fit',
    words: 'ValueError: None values not supported.',
    form: 'words',
  },
  'class weights as a list': {
    script: `${start}x = np.zeros((8, 4))\ny = np.zeros(8)\nmodel = Sequential([Input((4,)), Dense(2, activation='softmax')])\nmodel.compile(loss='sparse_categorical_crossentropy', optimizer='sgd')\nmodel.fit(x, y, class_weight=[1.0, 2.0])\n`,
    at: 'model.fit',
    words: "AttributeError: 'list' object has no attribute 'items'",
    form: 'words',
  },
  'a share in percent': {
    script: `${start}layer = Dropout(20)\n`,
    at: 'layer =',
    words:
      'ValueError: Invalid value received for argument `rate`. Expected a float value between 0 and 1. Received: rate=20',
    form: 'words',
  },
  'a padding that is none': {
    script: `${start}layer = MaxPooling2D((2, 2), padding='SAME_')\n`,
    at: 'layer =',
    words:
      'ValueError: The `padding` argument must be a list/tuple or one of "valid", "same". Received: SAME_',
    form: 'words',
  },
  'a shape that is a number, Keras 2': {
    script: `${start}a = Input(shape=10)\n`,
    at: 'a = Input',
    words: "TypeError: 'int' object is not iterable",
    form: 'words',
  },
  'a shape that is a number': {
    script: `${start}a = Input(shape=10)\n`,
    at: 'a = Input',
    words: "ValueError: Cannot convert '10' to a shape.",
    form: 'words',
  },
  'a class instead of a layer, Keras 2': {
    script: `${start}model = Sequential()\nmodel.add(Flatten)\n`,
    at: 'model.add(Flatten)',
    words:
      "TypeError: The added layer must be an instance of class Layer. Found: <class 'keras.layers.core.Flatten'>",
    form: 'words',
    kerasVersion: '2',
  },
  'a class instead of a layer': {
    script: `${start}model = Sequential()\nmodel.add(Flatten)\n`,
    at: 'model.add(Flatten)',
    words:
      "ValueError: Only instances of `keras.Layer` can be added to a Sequential model. Received: <class 'keras.src.layers.reshaping.flatten.Flatten'> (of type <class 'type'>)",
    form: 'words',
    kerasVersion: '3',
  },
  'no compile, Keras 3': {
    script: `${start}a = Input((4,))\nb = Dense(2)(a)\nmodel = Model(a, b)\nmodel.fit(np.zeros((4, 4)), np.zeros((4, 2)))\n`,
    at: 'model.fit',
    words: 'ValueError: You must call `compile()` before calling `fit()`.',
    form: 'words',
    kerasVersion: '3',
  },
  'arguments of Model in Keras 1': {
    script: `${start}a = Input((4,))\nb = Dense(2)(a)\nmodel = Model(input=a, output=b)\n`,
    at: 'model =',
    words: "TypeError: ('Keyword argument not understood:', 'input')",
    form: 'words',
    kerasVersion: '2',
    onlyLine: true,
  },
  'a reshape of another size, Keras 3': {
    script: `${start}model = Sequential([Input((100,)), Reshape((7, 7, 2))])\n`,
    at: 'model = ',
    words:
      'ValueError: The total size of the tensor must be unchanged. Received: input_shape=(100,), target_shape=(7, 7, 2)',
    form: 'words',
  },
  'a loss for an output that is not there': {
    script: `${start}a = Input((4,))\nmodel = Model(a, [Dense(1, name='x')(a), Dense(1, name='y')(a)])\nmodel.compile(loss={'x': 'mse', 'z': 'mse'}, optimizer='sgd')\nmodel.fit(np.zeros((8, 4)), {'x': np.zeros(8), 'y': np.zeros(8)})\n`,
    at: 'model.compile',
    words: "ValueError: Expected keys ['x', 'y'] in loss dict, but found loss.keys()=['x', 'z']",
    form: 'words',
  },
  'a model that is not there': {
    script: `from keras.models import load_model\nmodel = load_model('best_model.h5')\n`,
    at: 'model =',
    words:
      "OSError: Unable to open file (unable to open file: name = 'best_model.h5', errno = 2, error message = 'No such file or directory', flags = 0, o_flags = 0)",
    form: 'words',
    onlyLine: true,
  },
  'a table that is not there': {
    script: `import pandas as pd\ntable = pd.read_csv('train_data.csv')\n`,
    at: 'table =',
    words: "FileNotFoundError: [Errno 2] No such file or directory: 'train_data.csv'",
    form: 'words',
    onlyLine: true,
  },
  'no memory': {
    script: `${start}model = Sequential([Input((4,)), Dense(2)])\nmodel.compile(loss='mse', optimizer='sgd')\nmodel.fit(np.zeros((8, 4)), np.zeros((8, 2)))\n`,
    at: 'model.fit',
    words:
      'tensorflow.python.framework.errors_impl.ResourceExhaustedError: Graph execution error:\n\nOOM when allocating tensor with shape[4096,25088] and type float on /job:localhost/replica:0/task:0/device:GPU:0 [Op:__inference_train_function_1]',
    form: 'words',
    onlyLine: true,
  },
  'a Concatenate of one tensor': {
    script: `${start}a = Input((4,))\nb = Concatenate()(a)\n`,
    at: 'b =',
    words:
      'ValueError: A `Concatenate` layer should be called on a list of at least 1 input. Received: input_shape=(None, 4)',
    form: 'words',
  },
  'weights of another width': {
    script: `${start}model = Sequential([Input((4,)), Dense(2)])\nmodel.set_weights([np.zeros((4, 3)), np.zeros(3)])\n`,
    at: 'set_weights',
    words:
      'ValueError: Layer sequential weight shape (4, 2) is not compatible with provided weight shape (4, 3).',
    form: 'words',
  },
  'a tensor as a condition': {
    script: `${start}a = Input((4,))\nif a > 0:\n    b = a\n`,
    at: 'if a > 0',
    words:
      'TypeError: Cannot convert a symbolic Keras tensor to a Python boolean. OperatorNotAllowedInGraphError: using a `tf.Tensor` as a Python `bool` is not allowed',
    form: 'words',
  },
  'the last word of an embedding': {
    script: `${start}x = np.array([[1, 2, 50]])\nmodel = Sequential([Embedding(50, 4), GlobalAveragePooling1D(), Dense(1)])\nmodel.compile(loss='mse', optimizer='sgd')\nmodel.fit(x, np.zeros(1))\n`,
    at: 'model',
    words:
      'InvalidArgumentError: {{function_node __wrapped__ResourceGather}} indices[0,2] = 50 is not in [0, 50) [Op:ResourceGather]',
    form: 'words',
  },
  'classes from 1': {
    script: `import numpy as np\nfrom keras.utils import to_categorical\ny = to_categorical(np.array([1, 2, 3]), 3)\n`,
    at: 'y =',
    words: 'IndexError: index 3 is out of bounds for axis 1 with size 3',
    form: 'words',
  },
  'a window longer than the sequence': {
    script: `${start}x = np.zeros((8, 10))\nmodel = Sequential([Input((10, 1)), Conv1D(4, 12)])\n`,
    at: 'Conv1D',
    words:
      'ValueError: Computed output size would be negative. Received: `inputs.shape=(None, 10, 1)`, `kernel_shape=(12, 1, 4)`, `dilation_rate=[1]`.',
    form: 'words',
  },
  'Bidirectional around Dense': {
    script: `${start}layer = Bidirectional(Dense(3))\n`,
    at: 'layer =',
    words:
      'ValueError: Please initialize `Bidirectional` layer with a `keras.layers.Layer` instance. Received: <Dense name=dense, built=False>',
    form: 'words',
  },
  'a loss that is no number': {
    script: `${start}model = Sequential([Input((4,)), Dense(2)])\nmodel.compile(loss='mse', optimizer='sgd')\nmodel.fit(np.zeros((8, 4)), np.zeros((8, 2)))\n`,
    at: 'model.fit',
    words:
      'InvalidArgumentError: Graph execution error: CheckNumerics: Tensor had NaN values [Op:__inference_train_function]',
    form: 'words',
    onlyLine: true,
  },
  'words in a table': {
    script: `import pandas as pd\n${start}table = pd.DataFrame({'a': [1.0, 2.0], 'b': ['x', 'y']})\nmodel = Sequential([Input((2,)), Dense(1)])\nmodel.compile(loss='mse', optimizer='sgd')\nmodel.fit(table.values, np.zeros(2))\n`,
    at: 'model.fit',
    words: 'ValueError: Failed to convert a NumPy array to a Tensor (Unsupported object type float).',
    form: 'words',
  },
  'rows of several lengths': {
    script: `import numpy as np\nx = np.array([[1, 2], [3]])\n`,
    at: 'x =',
    words:
      'ValueError: setting an array element with a sequence. The requested array has an inhomogeneous shape after 1 dimensions. The detected shape was (2,) + inhomogeneous part.',
    form: 'words',
  },
  'np.float': {
    script: `import numpy as np\nx = np.zeros(3, dtype=np.float)\n`,
    at: 'x =',
    words:
      "AttributeError: module 'numpy' has no attribute 'float'.\n`np.float` was a deprecated alias for the builtin `float`.",
    form: 'words',
  },
  'lists for arrays': {
    script: `${start}model = Sequential([Input((2,)), Dense(1)])\nmodel.compile(loss='mse', optimizer='sgd')\nx = [[1, 2], [3, 4]]\nmodel.fit(x, [0, 1])\n`,
    at: 'model.fit',
    words: "ValueError: Unrecognized data type: x=[[1, 2], [3, 4]] (of type <class 'list'>)",
    form: 'words',
    kerasVersion: '3',
  },
  'a stack that Keras 1 finds not compiled': {
    script: `${start}model = Sequential([Dense(2, input_dim=4)])\nmodel.fit(np.zeros((8, 4)), np.zeros((8, 2)), nb_epoch=2)\n`,
    at: 'model.fit',
    words: 'RuntimeError: The model needs to be compiled before being used.',
    form: 'words',
    kerasVersion: '1',
  },
  'a keyword that Keras 1 does not know': {
    script: `${start}model = Sequential([Dense(2, input_dim=4)])\nmodel.compile('sgd', 'mse')\nmodel.fit(np.zeros((8, 4)), np.zeros((8, 2)), nb_epochs=2)\n`,
    at: 'model.fit',
    words: "TypeError: Received unknown keyword arguments: {'nb_epochs': 2}",
    form: 'words',
    kerasVersion: '1',
  },
  'no loss in TensorFlow 2': {
    script: `${start}model = Sequential([Input((4,)), Dense(2)])\nmodel.compile(optimizer='sgd')\nmodel.fit(np.zeros((8, 4)), np.zeros((8, 2)))\n`,
    at: 'model.fit',
    words:
      'ValueError: No loss found. You may have forgotten to provide a `loss` argument in the `compile()` method.',
    form: 'words',
    kerasVersion: '2',
  },
  'one-hot rows for class numbers in TensorFlow 2': {
    script: `${start}x = np.zeros((64, 4))\ny = np.eye(2)[np.zeros(64, int)]\nmodel = Sequential([Input((4,)), Dense(2, activation='softmax')])\nmodel.compile(loss='sparse_categorical_crossentropy', optimizer='sgd')\nmodel.fit(x, y)\n`,
    at: 'model.fit',
    words:
      'ValueError: `labels.shape` must equal `logits.shape` except for the last dimension. Received: labels.shape=(64,) and logits.shape=(32, 2)',
    form: 'words',
    kerasVersion: '2',
  },
};
