/** Ways from what Keras 3 dropped to where it is today. */
import type { FixCase } from '../fixing.ts';

const model = `model = Sequential([Dense(3, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam')
`;

export const versionsFixes: Readonly<Record<string, FixCase>> = {
  'a module of layers': {
    program: `import numpy as np
from keras.models import Sequential
from keras.layers.core import Dense, Dropout
${model}model.fit(np.zeros((8, 4)), np.eye(3)[np.arange(8) % 3], verbose=0)
`,
    code: 'import-name',
    titles: ['Import from `keras.layers`'],
  },
  'utilities of NumPy': {
    program: `import numpy as np
from keras.models import Sequential
from keras.layers import Dense
from keras.utils import np_utils
${model}model.fit(np.zeros((8, 4)), np_utils.to_categorical(np.arange(8) % 3, 3), verbose=0)
`,
    code: 'import-name',
    titles: ['Write `from keras import utils as np_utils`'],
  },
  'layers that were tried out': {
    program: `import numpy as np
from keras.models import Sequential
from keras.layers import Dense
from keras.layers.experimental import preprocessing
model = Sequential([preprocessing.Rescaling(1 / 255), Dense(3, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(np.zeros((8, 4)), np.eye(3)[np.arange(8) % 3], verbose=0)
`,
    code: 'import-name',
    titles: ['Write `from keras import layers as preprocessing`'],
  },
  'one of them by its path': {
    program: `import numpy as np
import keras
from keras import layers
model = keras.Sequential([layers.experimental.preprocessing.Rescaling(1 / 255), layers.Dense(3, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(np.zeros((8, 4)), np.eye(3)[np.arange(8) % 3], verbose=0)
`,
    code: 'attribute-error',
    titles: ['Change to `layers`'],
  },
  'a module of utilities by its path': {
    program: `import numpy as np
import keras
print(keras.utils.np_utils.to_categorical(np.arange(3)))
`,
    code: 'attribute-error',
    titles: ['Change to `keras.utils`'],
  },
  words: {
    program: `from keras.preprocessing.text import Tokenizer
tokenizer = Tokenizer(num_words=10)
tokenizer.fit_on_texts(['a cat', 'a dog'])
`,
    code: 'import-name',
    titles: ['Import from `tensorflow.keras.preprocessing.text`'],
  },
  'a generator of images': {
    program: `from keras.preprocessing.image import ImageDataGenerator
print(ImageDataGenerator(rescale=1 / 255).rescale)
`,
    code: 'import-name',
    titles: ['Import from `tensorflow.keras.preprocessing.image`'],
  },
  'estimators of scikit-learn': {
    program: `import numpy as np
import keras
from keras.wrappers.scikit_learn import KerasClassifier

def build():
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation='softmax')])
    model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
    return model

KerasClassifier(build, epochs=1, verbose=0).fit(np.zeros((8, 4)), np.arange(8) % 3)
`,
    code: 'import-name',
    titles: ['Import from `scikeras.wrappers`'],
  },
  'functions of the backend': {
    program: `import numpy as np
from keras import backend as K
from keras.layers import Dense
from keras.models import Sequential

def loss(y_true, y_pred):
    return K.mean((y_true - y_pred) ** 2, axis=-1)

model = Sequential([Dense(3)])
model.compile(loss=loss, optimizer='adam')
model.fit(np.zeros((8, 4)), np.zeros((8, 3)), verbose=0)
`,
    code: 'attribute-error',
    titles: ['Change to `ops.mean`'],
  },
};
