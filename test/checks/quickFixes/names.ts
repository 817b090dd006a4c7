/** Ways out of names, keys and imports that do not exist. */
import type { FixCase } from '../fixing.ts';

const start = `import numpy as np
from keras.models import Model, Sequential
from keras.layers import *

`;

export const namesFixes: Readonly<Record<string, FixCase>> = {
  'the accuracy by its name before Keras 2.3': {
    program: `${start}model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', metrics=['accuracy'])
history = model.fit(np.zeros((8, 4)), np.arange(8) % 3, validation_split=0.25, verbose=0).history
print(len(history['val_acc']))
`,
    code: 'key-error',
    titles: ['Change to `val_accuracy`'],
  },
  'a method that Keras 3 has no longer': {
    program: `${start}rows = np.random.random((8, 4))
model = Sequential([Input((4,)), Dense(3, activation='softmax')])
print(model.predict_classes(rows).shape)
`,
    code: 'attribute-error',
    titles: ['Change to `np.argmax(….predict(…), axis=-1)`'],
  },
  'the learning rate by its name in Keras 2': {
    program: `${start}model = Sequential([Input((4,)), Dense(3)])
model.compile('sgd', 'mse')
print(float(model.optimizer.lr))
`,
    code: 'attribute-error',
    titles: ['Change to `learning_rate`'],
  },
  'a method that is misspelt': {
    program: `${start}model = Sequential([Input((4,)), Dense(3)])
model.sumary()
`,
    code: 'attribute-error',
    titles: ['Change to `summary`'],
  },
  'a name that is misspelt': {
    program: `${start}samples = np.random.random((8, 4))
print(sampels.shape)
`,
    code: 'undefined-name',
    titles: ['Change to `samples`'],
  },
  'metrics as the third argument': {
    program: `${start}model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile('adam', 'sparse_categorical_crossentropy', ['accuracy'])
model.fit(np.zeros((8, 4)), np.zeros(8), verbose=0)
`,
    code: 'metrics-position',
    titles: ['Write `metrics=`'],
  },
  'metrics as the third argument, with data that nobody knows': {
    program: `${start}import sys
rows, labels = np.zeros((8, 4)), np.zeros(8)
if len(sys.argv) > 1:
    rows, labels = sys.argv[1], sys.argv[2]
model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile('adam', 'sparse_categorical_crossentropy', ['accuracy'])
model.fit(rows, labels, verbose=0)
`,
    code: 'metrics-position',
    titles: ['Write `metrics=`'],
  },
  'an import that is misspelt': {
    program: `from keras.layers import Dence
from keras.models import Sequential

model = Sequential([Dence(3, input_dim=4)])
`,
    code: 'import-name',
    titles: ['Change to `Dense`'],
  },
  'two layers of one name, in a list': {
    program: `${start}model = Sequential([Input((4,)), Dense(3, activation='relu', name='dense'), Dense(1, name='dense')])
model.compile('adam', 'mse')
model.fit(np.zeros((8, 4)), np.zeros((8, 1)), verbose=0)
`,
    code: 'duplicate-name',
    titles: ['Change to `dense_2`'],
  },
  'two layers of one name, in a functional model': {
    program: `${start}features = Input((4,))
hidden = Dense(3, activation='relu', name='dense')(features)
model = Model(features, Dense(1, name='dense')(hidden))
model.compile('adam', 'mse')
model.fit(np.zeros((8, 4)), np.zeros((8, 1)), verbose=0)
`,
    code: 'duplicate-name',
    titles: ['Change to `dense_2`'],
  },
  'a class in place of a layer, in a list': {
    program: `${start}model = Sequential([Input((4, 2)), Flatten, Dense(1)])
model.compile('adam', 'mse')
model.fit(np.zeros((8, 4, 2)), np.zeros((8, 1)), verbose=0)
`,
    code: 'not-a-layer',
    titles: ['Change to `Flatten()`'],
  },
  'a class in place of a layer, added': {
    program: `${start}model = Sequential()
model.add(Input((4, 2)))
model.add(Flatten)
model.add(Dense(1))
model.compile('adam', 'mse')
model.fit(np.zeros((8, 4, 2)), np.zeros((8, 1)), verbose=0)
`,
    code: 'not-a-layer',
    titles: ['Change to `Flatten()`'],
  },
  'an argument of other libraries for raw outputs': {
    program: `${start}from keras.losses import BinaryCrossentropy
model = Sequential([Input((4,)), Dense(1)])
model.compile('adam', BinaryCrossentropy(logits=True))
model.fit(np.zeros((8, 4)), np.zeros((8, 1)), verbose=0)
`,
    code: 'unknown-argument',
    titles: ['Change to `from_logits=True`'],
  },
  'a metric that is watched and never measured': {
    program: `${start}from keras.callbacks import EarlyStopping
model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile('adam', 'sparse_categorical_crossentropy')
stop = EarlyStopping('val_accuracy', patience=2)
model.fit(np.zeros((8, 4)), np.arange(8) % 3, validation_split=0.25, epochs=4, callbacks=[stop], verbose=0)
`,
    code: 'monitor-direction',
    titles: ["Compile with metrics=['accuracy']"],
  },
  'a metric of which nobody knows which way is better': {
    program: `import keras
${start}from keras.callbacks import EarlyStopping
def spread(labels, outputs):
    return keras.ops.max(outputs) - keras.ops.min(outputs)
model = Sequential([Input((4,)), Dense(1)])
model.compile('adam', 'mse', metrics=[spread])
model.fit(np.zeros((8, 4)), np.zeros((8, 1)), epochs=2, callbacks=[EarlyStopping('spread', patience=1)], verbose=0)
`,
    code: 'monitor-direction',
    titles: ["Add mode='max'", "Add mode='min'"],
  },
  'a callback that is a class': {
    program: `${start}from keras import callbacks
model = Sequential([Input((4,)), Dense(1)])
model.compile('adam', 'mse')
model.fit(np.zeros((8, 4)), np.zeros((8, 1)), verbose=0, callbacks=[callbacks.TerminateOnNaN])
`,
    code: 'wrong-callback',
    titles: ['Change to `callbacks.TerminateOnNaN()`'],
  },
  'a hook without the logs': {
    program: `${start}from keras.callbacks import Callback
class Shout(Callback):
    def on_epoch_end(self, epoch):
        print(epoch)
model = Sequential([Input((4,)), Dense(1)])
model.compile('adam', 'mse')
model.fit(np.zeros((8, 4)), np.zeros((8, 1)), verbose=0, callbacks=[Shout()])
`,
    code: 'wrong-callback',
    titles: ['Take `logs=None`'],
  },
  'renamed arguments': {
    program: `import numpy as np
from keras.models import Sequential
from keras.layers import Dense
from keras.optimizers import SGD

model = Sequential([Dense(4, init='glorot_uniform', input_dim=3, activation='relu'), Dense(1, init='he_normal')])
model.compile(loss='mse', optimizer=SGD(lr=0.1))
model.fit(np.zeros((8, 3)), np.zeros((8, 1)), verbose=0)
`,
    code: 'renamed-argument',
    titles: ['Change to `kernel_initializer`', 'Change all 3 renamed arguments in this file'],
  },
  'names that lack an import, in capitals': {
    program: `import numpy as np
from keras.models import Sequential

model = Sequential([LSTM(4, input_shape=(5, 3)), Dense(1)])
model.compile('adam', 'mse')
model.fit(np.zeros((8, 5, 3)), np.zeros((8, 1)), verbose=0)
`,
    code: 'undefined-name',
    titles: ['Add `from keras.layers import LSTM`'],
  },
  'a name that lacks an import, beside the Keras of TensorFlow': {
    program: `import numpy as np
from tensorflow.keras.models import Sequential

model = Sequential([GRU(4, input_shape=(5, 3))])
model.compile('adam', 'mse')
model.fit(np.zeros((8, 5, 3)), np.zeros((8, 4)), verbose=0)
`,
    code: 'undefined-name',
    titles: ['Add `from tensorflow.keras.layers import GRU`'],
  },
  'a layer of the script that has no name yet, in a Sequential': {
    program: `import numpy as np
import keras

class Twice(keras.layers.Layer):
    def __init__(self):
        """Doubles."""
        self.factor = 2

    def call(self, x):
        return x * self.factor

model = keras.Sequential([keras.Input((4,)), Twice(), keras.layers.Dense(1)])
model.compile('sgd', 'mse')
model.fit(np.zeros((8, 4)), np.zeros((8, 1)), verbose=0)
`,
    code: 'super-init',
    titles: ['Call `super().__init__()` first'],
  },
  'several old names in one call': {
    program: `${start}model = Sequential([Input((4,)), Dense(output_dim=3, init='uniform')])
`,
    code: 'renamed-argument',
    titles: ['Change to `units`, `kernel_initializer`'],
  },
  'lists without NumPy': {
    program: `from keras.models import Sequential
from keras.layers import Dense, Input

x = [[0, 0], [0, 1], [1, 0], [1, 1]]
y = [0, 1, 1, 0]
model = Sequential([Input((2,)), Dense(1, activation='sigmoid')])
model.compile('sgd', 'binary_crossentropy')
model.fit(x, y, verbose=0)
`,
    code: 'data-type',
    titles: ['Wrap in `np.array(…)`'],
  },
  'a layer that is not imported, where others are': {
    program: `import numpy as np
import tensorflow as tf
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense, Input

model = Sequential([Input((4,)), Dense(3), Flatten()])
`,
    code: 'undefined-name',
    titles: ['Add `from tensorflow.keras.layers import Flatten`', 'Write `tf.keras.layers.Flatten`'],
  },
  'a layer that is not written through its module': {
    program: `import keras
from keras import layers

model = keras.Sequential([layers.Input((4,)), layers.Dense(3), Flatten()])
`,
    code: 'undefined-name',
    titles: ['Write `layers.Flatten`', 'Add `from keras.layers import Flatten`'],
  },
  'a module that is not imported': {
    program: `import numpy as np
import tensorflow as tf

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile('adam', 'mse')
model.fit(np.zeros((8, 4)), np.zeros((8, 1)), verbose=0)
print(math.sqrt(2))
`,
    code: 'undefined-name',
    titles: ['Add `from tensorflow import keras`', 'Write `tf.keras`'],
  },
  'a function of keras.utils that is misspelt': {
    program: `import keras
import numpy as np

y = keras.utils.to_catgorical(np.arange(8) % 3)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation='softmax')])
model.compile('adam', 'categorical_crossentropy')
model.fit(np.zeros((8, 4)), y, verbose=0)
`,
    code: 'attribute-error',
    titles: ['Change to `to_categorical`'],
  },
  'a setting of keras.backend that is misspelt': {
    program: `from tensorflow.keras import backend as K

print(K.flaotx())
`,
    code: 'attribute-error',
    titles: ['Change to `floatx`'],
  },
  'a function of TensorFlow that is misspelt': {
    program: `import tensorflow as tf

x = tf.constant([1.0, 2.0])
print(tf.reduce_meen(x))
`,
    code: 'attribute-error',
    titles: ['Change to `reduce_mean`'],
  },
  'a part of a library that is misspelt': {
    program: `import keras.datasets.mnistt

print(keras.datasets.mnistt.load_data)
`,
    code: 'import-name',
    titles: ['Change to `keras.datasets.mnist`'],
  },
  'a module of Keras that is imported by a misspelt name': {
    program: `from keras import layer

print(layer.Dense(3).units)
`,
    code: 'import-name',
    titles: ['Change to `layers`'],
  },
  'the learning rate by the name of Keras 2': {
    program: `import numpy as np
import keras
from keras import layers

model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
model.compile('adam', 'mse')
slower = keras.callbacks.ReduceLROnPlateau(monitor='loss', patience=1)
fitted = model.fit(np.zeros((8, 4)), np.zeros(8), epochs=2, callbacks=[slower], verbose=0)
print(fitted.history['lr'])
`,
    code: 'key-error',
    titles: ['Change to `learning_rate`'],
  },
};
