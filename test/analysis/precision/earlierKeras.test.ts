/** Scripts of Keras 1 and 2 as they were written: what these versions took is no error for them, and is one for Keras 3. */
import { describe, expect, test } from 'vitest';
import { analyse } from '../../checks/markers.ts';

async function errors(program: string, version: '1' | '2' | '3'): Promise<string[]> {
  const { findings } = await analyse(program, version);
  return findings.filter(finding => finding.severity === 'error').map(finding => finding.code);
}

const theano = (input: string) => `import numpy as np
from keras.models import Sequential
from keras.layers import Convolution2D, MaxPooling2D, Flatten, Dense
model = Sequential()
model.add(Convolution2D(8, 3, 3, border_mode='same', input_shape=${input}))
model.add(MaxPooling2D((2, 2)))
model.add(MaxPooling2D((2, 2)))
model.add(Flatten())
model.add(Dense(3, activation='softmax'))
model.compile('sgd', 'categorical_crossentropy')
model.fit(np.zeros((5,) + ${input}), np.eye(3)[[0, 1, 2, 0, 1]], nb_epoch=1)
kernel = model.layers[0].get_weights()[0]
assert kernel.shape[0] == 8
`;

describe('images with their channels first', () => {
  test('were the default of Keras 1 beside Theano', async () => {
    expect(await errors(theano('(3, 32, 32)'), '1')).toEqual([]);
  });

  test('a kernel lies as the order says', async () => {
    expect(await errors(theano('(32, 32, 3)'), '1')).toEqual(['assertion']);
  });

  test('are not guessed where the script says its order', async () => {
    const said = `from keras import backend as K\nK.set_image_dim_ordering('tf')\n`;
    expect(await errors(said + theano('(3, 32, 32)'), '1')).not.toEqual([]);
  });
});

test('layers over steps took their steps and their features apart', async () => {
  const text = `from keras.models import Sequential
from keras.layers import LSTM, Convolution1D, Embedding, Flatten
first = Sequential([LSTM(6, input_dim=3, input_length=10, return_sequences=True)])
assert first.output_shape == (None, 10, 6)
second = Sequential([Embedding(100, 8, input_length=5), Flatten()])
assert second.output_shape == (None, 40)
`;
  expect(await errors(text, '1')).toEqual([]);
  expect(await errors(text, '2')).toEqual([]);
  expect(await errors(text, '3')).not.toEqual([]);
});

describe('arguments that earlier versions took', () => {
  test.each([
    ['a convolution of the backend', `K.conv2d(x, w, border_mode='same', dim_ordering='tf')`, '1'],
    ['operands by name', 'K.dot(x=x, y=w)', '2'],
    ['settings of TensorBoard', 'TensorBoard(write_grads=True, batch_size=32)', '2'],
    ['samples of a generator', 'model.predict_generator(g(), val_samples=800)', '1'],
    ['options of compile', `model.compile('sgd', 'mse', sample_weight_mode='temporal')`, '2'],
    ['the steps of a recurrence in front', 'LSTM(3, time_major=True)(Input((4, 2)))', '2'],
    ['pictures in grey', `load_img('a.png', grayscale=True)`, '2'],
    ['encodings by their numbers', 'OneHotEncoder(n_values=3)', '2'],
  ])('%s', async (_name, call, version) => {
    const text = `import numpy as np
from keras import backend as K
from keras.layers import Input, LSTM, Dense
from keras.models import Sequential
from keras.callbacks import TensorBoard
from keras.preprocessing.image import load_img
from sklearn.preprocessing import OneHotEncoder
x, w = Input((8, 8, 3)), K.ones((3, 3, 3, 4))
model = Sequential([Dense(1, input_dim=4)])
def g():
    while True:
        yield np.zeros((2, 4))
${call}
`;
    expect(await errors(text, version as '1')).toEqual([]);
    expect(await errors(text.replace('write_grads', 'write_gradz'), '3')).not.toEqual([]);
  });

  test('scikit-learn took by position what it takes by name today', async () => {
    const text = `import keras
from sklearn.utils import class_weight
import numpy as np
y = np.array([0, 1, 1])
class_weight.compute_class_weight('balanced', np.unique(y), y)
`;
    expect(await errors(text, '2')).toEqual([]);
    expect(await errors(text, '3')).toEqual(['type-error']);
  });

  test('a misspelt one is found in every version', async () => {
    const text = `from keras.layers import LSTM\nLSTM(3, retrun_sequences=True)`;
    expect(await errors(text, '1')).not.toEqual([]);
    expect(await errors(text, '2')).not.toEqual([]);
  });
});

test('modules that the earlier Keras handed on with all of its names', async () => {
  const text = (module: string) => `from ${module} import *\nprint(np.zeros(3), K.epsilon())`;
  expect(await errors(text('keras.layers'), '2')).toEqual([]);
  expect(await errors(text('keras.layers'), '3')).not.toEqual([]);
  expect(await errors(text('tensorflow.keras.layers'), '2')).not.toEqual([]);
});
