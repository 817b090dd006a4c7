/** Ways out of labels that the rest of the script has encoded otherwise. */
import type { FixCase } from '../fixing.ts';

const start = `import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Input
from keras.utils import to_categorical

x, y_train, x_val, y_val = np.random.random((12, 4)), np.arange(12) % 3, np.random.random((6, 4)), np.arange(6) % 3
`;

const model = `model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam')
`;

/** A program of Keras 1 with integer labels where one-hot ones are needed. */
const ofKeras1 = (imported: string): string => `import numpy as np
from keras.models import Sequential
from keras.layers import Dense
${imported}
x, y = np.random.rand(12, 4), np.arange(12) % 3
model = Sequential()
model.add(Dense(output_dim=3, input_dim=4, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='sgd')
model.fit(x, y, nb_epoch=1, verbose=0)
`;

export const encodingsFixes: Readonly<Record<string, FixCase>> = {
  'more columns than the labels to validate on': {
    program: `${start}rows, held = to_categorical(y_train, 5), to_categorical(y_val, 3)
rows = to_categorical(y_train, num_classes=5)
${model}model.fit(x, rows, validation_data=(x_val, held), verbose=0)
`,
    code: 'label-shape',
    titles: ['Make the rows 3 wide'],
    written: ['rows = to_categorical(y_train, num_classes=3)'],
  },
  'the numbers where the rows were made': {
    program: `${start}Y_train = to_categorical(y_train)
${model}model.fit(x, y_train, validation_data=(x_val, to_categorical(y_val)), verbose=0)
`,
    code: 'label-shape',
    titles: ['Pass `Y_train`', 'Make the labels one-hot with `to_categorical`'],
  },
  'a sequence of batches': {
    program: `${start}import keras

class Batches(keras.utils.PyDataset):
    def __len__(self):
        return 3

    def __getitem__(self, index):
        part = slice(index * 4, index * 4 + 4)
        return x[part], y_train[part]

${model}batches = Batches()
model.fit(batches, verbose=0)
`,
    code: 'label-shape',
    titles: [
      'Make the labels one-hot with `to_categorical`',
      'Change the loss to `sparse_categorical_crossentropy`',
    ],
    written: ['return x[part], to_categorical(y_train[part], 3)'],
  },
  'a generator of batches': {
    program: `${start}
def batches(size):
    while True:
        for at in range(0, 12, size):
            yield x[at:at + size], y_train[at:at + size]

${model}model.fit(batches(4), steps_per_epoch=3, verbose=0)
`,
    code: 'label-shape',
    written: ['yield x[at:at + size], to_categorical(y_train[at:at + size], 3)'],
  },
  'Keras 1, which has to_categorical in np_utils alone': {
    program: ofKeras1('from keras.utils import np_utils\n'),
    code: 'label-shape',
    kerasVersion: '1',
    titles: [
      'Make the labels one-hot with `to_categorical`',
      'Change the loss to `sparse_categorical_crossentropy`',
    ],
    written: ['model.fit(x, np_utils.to_categorical(y, 3), nb_epoch=1'],
  },
  'Keras 1 without np_utils': {
    program: ofKeras1(''),
    code: 'label-shape',
    kerasVersion: '1',
    written: ['from keras.utils.np_utils import to_categorical'],
  },
};
