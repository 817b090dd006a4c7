/** Ways out of metrics that do not fit labels or predictions: those of `compile`, and scikit-learn's. */
import type { FixCase } from '../fixing.ts';

const start = `import numpy as np
import keras
from keras.models import Sequential
from keras.layers import Dense, Input

rows, numbers = np.random.random((30, 4)), np.arange(30) % 3
hot = np.eye(3)[numbers]
`;

/** A softmax over three classes. */
const compiled = (loss: string, metric: string, labels: string, more = ''): string => `${start}
model = Sequential([Input((4,)), Dense(8, activation='relu'), Dense(3, activation='softmax')])
model.compile(loss='${loss}', optimizer='adam', metrics=[${metric}])
history = model.fit(rows, ${labels}, epochs=1, verbose=0)
${more}`;

/** The imports that scripts for Keras 2 have. */
const ofKeras = /import keras\nfrom keras(.*)\nfrom keras/;
const ofTensorFlow = 'from tensorflow import keras\nfrom tensorflow.keras$1\nfrom tensorflow.keras';

/** What a model predicts, in a score of scikit-learn's. */
const scored = (head: string, loss: string, labels: string, score: string): string => `${start}
from sklearn.metrics import accuracy_score, confusion_matrix, f1_score
tags = np.random.randint(0, 2, size=(30, 3))
model = Sequential([Input((4,)), Dense(8, activation='relu'), Dense(${head})])
model.compile(loss='${loss}', optimizer='adam')
model.fit(rows, ${labels}, epochs=1, verbose=0)
probabilities = model.predict(rows)
print(${score})
`;

const sparse = 'sparse_categorical_crossentropy';
const categorical = 'categorical_crossentropy';
const encode = `Make the labels one-hot, and change the loss to \`${categorical}\``;
const number = `Turn the one-hot rows into integers, and change the loss to \`${sparse}\``;

export const metricsFixes: Readonly<Record<string, FixCase>> = {
  'class numbers for a metric of one-hot rows, by name': {
    program: compiled(
      sparse,
      "'categorical_accuracy'",
      'numbers, validation_data=(rows[:9] + 1, numbers[:9])',
      "print(history.history['val_categorical_accuracy'][-1], model.evaluate(rows, numbers, verbose=0))\n",
    ),
    code: 'accuracy-kind',
    titles: ['Use `sparse_categorical_accuracy`', encode],
  },
  'class numbers for a metric of one-hot rows, as a function': {
    program: compiled(sparse, 'keras.metrics.categorical_accuracy', 'numbers'),
    code: 'accuracy-kind',
    titles: ['Use `sparse_categorical_accuracy`', encode],
  },
  'class numbers for the best five of one-hot rows': {
    program: compiled(sparse, "'accuracy', keras.metrics.TopKCategoricalAccuracy(k=2)", 'numbers'),
    code: 'accuracy-kind',
    titles: ['Use `SparseTopKCategoricalAccuracy`', encode],
  },
  'class numbers beside each probability': {
    program: compiled(sparse, "'binary_accuracy'", 'numbers'),
    code: 'metric-shape',
    titles: ['Use `sparse_categorical_accuracy`', encode],
  },
  'the distance of probabilities from class numbers': {
    program: compiled(sparse, "'acc', 'mae'", 'numbers'),
    code: 'metric-shape',
    titles: [encode],
  },
  'class numbers beside each probability, in Keras 2': {
    program: compiled(sparse, "'binary_accuracy'", 'numbers').replace(ofKeras, ofTensorFlow),
    code: 'accuracy-kind',
    kerasVersion: '2',
    titles: ['Use `sparse_categorical_accuracy`', encode],
  },
  'the distance of probabilities from class numbers, in Keras 2': {
    program: compiled(sparse, "'acc', 'mae'", 'numbers').replace(ofKeras, ofTensorFlow),
    code: 'accuracy-kind',
    kerasVersion: '2',
    titles: [encode],
  },
  'one-hot rows for a metric of class numbers, by name': {
    program: compiled(
      categorical,
      "'sparse_categorical_accuracy'",
      'hot',
      "best = max(history.history['sparse_categorical_accuracy'])\n",
    ),
    code: 'metric-shape',
    titles: ['Use `categorical_accuracy`', number],
  },
  'one-hot rows for a metric of class numbers, as an object': {
    program: compiled(categorical, 'keras.metrics.SparseCategoricalAccuracy()', 'hot'),
    code: 'metric-shape',
    titles: ['Use `CategoricalAccuracy`', number],
  },
  'class numbers for yes and no': {
    program: compiled(sparse, "keras.metrics.Precision(), 'accuracy'", 'numbers'),
    code: 'metric-shape',
    titles: [encode],
  },
  'one-hot rows for a metric of class numbers, in Keras 2': {
    program: compiled(categorical, "'sparse_categorical_accuracy'", 'hot').replace(ofKeras, ofTensorFlow),
    code: 'metric-shape',
    titles: ['Use `categorical_accuracy`', number],
    kerasVersion: '2',
  },
  'probabilities and one-hot rows, scored together': {
    program: scored('3, activation="softmax"', categorical, 'hot', 'accuracy_score(hot, probabilities)'),
    code: 'probabilities-beside-classes',
    titles: ['Pass `hot.argmax(axis=1)` and `probabilities.argmax(axis=1)`'],
  },
  'a confusion matrix of one-hot rows': {
    program: scored(
      '3, activation="softmax"',
      categorical,
      'hot',
      'confusion_matrix(hot, y_pred=np.eye(3)[probabilities.argmax(axis=1)])',
    ),
    code: 'rows-beside-classes',
    titles: ['Pass `hot.argmax(axis=1)` and `np.eye(3)[probabilities.argmax(axis=1)].argmax(axis=1)`'],
  },
  'probabilities of one sigmoid unit': {
    program: scored(
      '1, activation="sigmoid"',
      'binary_crossentropy',
      'numbers % 2',
      'f1_score(numbers % 2, probabilities)',
    ),
    code: 'probabilities-beside-classes',
    titles: ['Pass `(probabilities > 0.5).astype(int).ravel()`'],
  },
  'probabilities of labels that go together': {
    program: scored(
      '3, activation="sigmoid"',
      'binary_crossentropy',
      'tags',
      "f1_score(tags, probabilities, average='micro', zero_division=0)",
    ),
    code: 'probabilities-beside-classes',
    titles: ['Pass `(probabilities > 0.5).astype(int)`'],
  },
  'a metric that goes with labels that are changed': {
    program: `import numpy as np
import tensorflow as tf
from tensorflow.keras import layers, models

x, hot = np.random.random((12, 4)).astype('float32'), np.eye(3)[np.arange(12) % 3]
held, held_hot = np.random.random((6, 4)).astype('float32'), np.eye(3)[np.arange(6) % 3]
model = models.Sequential([layers.Input((4,)), layers.Dense(3, activation='softmax')])
model.compile('adam', 'sparse_categorical_crossentropy',
              metrics=['accuracy', tf.keras.metrics.TopKCategoricalAccuracy(k=2, name='top2')])
model.fit(x, hot, validation_data=(held, held_hot), verbose=0)
`,
    code: 'label-shape',
    titles: [
      'Change the loss to `categorical_crossentropy`',
      'Turn the one-hot rows into integers with `argmax`',
    ],
    written: [
      "'categorical_crossentropy'",
      "tf.keras.metrics.SparseTopKCategoricalAccuracy(k=2, name='top2')",
    ],
  },
};
