/** Data, files and what Python, NumPy, scikit-learn and pandas refuse: mistakes, each with its words in one version of Keras or another. */
import type { RealError } from './pasting.ts';
import { classes, fitted, oneHot, softmax3, start } from './programs.ts';

export const dataErrors: Readonly<Record<string, RealError>> = {
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
