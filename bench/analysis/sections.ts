/** Sections of realistic Keras scripts, numbered so that several fit into one script. */

/** Imports and settings, once at the head. */
export const head = `"""Experiments with small networks on made-up data."""
import json
import math
import os
import random

import numpy as np
import keras
from keras import layers
from keras.callbacks import EarlyStopping, ReduceLROnPlateau
from keras.layers import LSTM, Activation, BatchNormalization, Concatenate, Conv2D, Dense, Dropout
from keras.layers import Embedding, Flatten, GlobalAveragePooling2D, Input, MaxPooling2D
from keras.models import Model, Sequential
from keras.optimizers import SGD, Adam
from keras.utils import to_categorical

SEED = 7
np.random.seed(SEED)
random.seed(SEED)
RESULTS = {}


def standardise(values, mean=None, deviation=None):
    """Zero mean and unit deviation for every column."""
    if mean is None:
        mean = values.mean(axis=0)
    if deviation is None:
        deviation = values.std(axis=0) + 1e-7
    return (values - mean) / deviation, mean, deviation


def split(x, y, share=0.8):
    order = np.random.permutation(len(x))
    border = int(len(x) * share)
    x, y = x[order], y[order]
    return (x[:border], y[:border]), (x[border:], y[border:])


def remember(name, history):
    RESULTS[name] = {
        'loss': float(history.history['loss'][-1]),
        'epochs': len(history.epoch),
    }
    print(f'{name}: loss {RESULTS[name]["loss"]:.4f} after {RESULTS[name]["epochs"]} epochs')

`;

/** A dense classifier on a table. */
const table = (n: number) => `
# ---- Experiment ${n}: classes of rows in a table ----
rows_${n} = ${600 + 20 * n}
features_${n} = ${12 + (n % 5)}
classes_${n} = ${3 + (n % 3)}
x_${n} = np.random.normal(size=(rows_${n}, features_${n})).astype('float32')
weights_${n} = np.random.normal(size=(features_${n}, classes_${n}))
labels_${n} = np.argmax(x_${n} @ weights_${n}, axis=1)
x_${n}, mean_${n}, deviation_${n} = standardise(x_${n})
y_${n} = to_categorical(labels_${n}, num_classes=classes_${n})
(train_x_${n}, train_y_${n}), (test_x_${n}, test_y_${n}) = split(x_${n}, y_${n})
print('training rows', train_x_${n}.shape, 'test rows', test_x_${n}.shape)

table_model_${n} = Sequential()
table_model_${n}.add(Dense(64, input_shape=(features_${n},), activation='relu'))
table_model_${n}.add(BatchNormalization())
table_model_${n}.add(Dropout(0.3))
table_model_${n}.add(Dense(32, activation='relu', kernel_regularizer='l2'))
table_model_${n}.add(Dense(classes_${n}, activation='softmax'))
table_model_${n}.compile(
    loss='categorical_crossentropy',
    optimizer=Adam(learning_rate=0.001),
    metrics=['accuracy'],
)
table_model_${n}.summary()
history_${n} = table_model_${n}.fit(
    train_x_${n},
    train_y_${n},
    epochs=20,
    batch_size=32,
    validation_split=0.1,
    callbacks=[EarlyStopping(patience=3, restore_best_weights=True)],
    verbose=0,
)
remember('table ${n}', history_${n})
score_${n} = table_model_${n}.evaluate(test_x_${n}, test_y_${n}, verbose=0)
print('test loss and accuracy:', score_${n})
`;

/** A convolutional network built by a function. */
const images = (n: number) => `
# ---- Experiment ${n}: small pictures ----
def make_pictures_${n}(count, size=28):
    pictures = np.zeros((count, size, size, 1), dtype='float32')
    labels = np.random.randint(0, 10, size=count)
    for index in range(count):
        left = 2 + labels[index]
        pictures[index, left:left + 8, 4:20, 0] = 1.0
    noise = np.random.uniform(0, 0.2, size=pictures.shape)
    return pictures + noise, labels


def build_cnn_${n}(filters=(32, 64), classes=10, rate=0.25):
    inputs = Input(shape=(28, 28, 1), name='pictures_${n}')
    x = inputs
    for width in filters:
        x = Conv2D(width, (3, 3), padding='same')(x)
        x = BatchNormalization()(x)
        x = Activation('relu')(x)
        x = MaxPooling2D((2, 2))(x)
        x = Dropout(rate)(x)
    x = Flatten()(x)
    x = Dense(128, activation='relu')(x)
    outputs = Dense(classes, activation='softmax')(x)
    return Model(inputs, outputs, name='cnn_${n}')


pictures_${n}, digits_${n} = make_pictures_${n}(500)
cnn_${n} = build_cnn_${n}()
cnn_${n}.compile(
    optimizer=SGD(learning_rate=0.01, momentum=0.9),
    loss='sparse_categorical_crossentropy',
    metrics=['accuracy'],
)
border_${n} = 400
history_${n} = cnn_${n}.fit(
    pictures_${n}[:border_${n}],
    digits_${n}[:border_${n}],
    validation_data=(pictures_${n}[border_${n}:], digits_${n}[border_${n}:]),
    epochs=5,
    batch_size=64,
)
remember('pictures ${n}', history_${n})
wrong_${n} = np.argmax(cnn_${n}.predict(pictures_${n}[border_${n}:]), axis=1) != digits_${n}[border_${n}:]
print('mistakes:', int(wrong_${n}.sum()))
`;

/** A text classifier over sequences of tokens, with the vocabulary made in Python. */
const text = (n: number) => `
# ---- Experiment ${n}: sentences ----
subjects_${n} = ['the cat', 'a dog', 'my neighbour', 'the old house', 'this film']
verbs_${n} = ['likes', 'hates', 'sees', 'remembers']
objects_${n} = ['rain', 'sunshine', 'the sea', 'long evenings', 'music']
sentences_${n} = []
moods_${n} = []
for subject in subjects_${n}:
    for verb in verbs_${n}:
        for thing in objects_${n}:
            sentences_${n}.append(f'{subject} {verb} {thing}')
            moods_${n}.append(0 if verb == 'hates' else 1)

vocabulary_${n} = sorted({word for sentence in sentences_${n} for word in sentence.split()})
index_of_${n} = {word: place + 1 for place, word in enumerate(vocabulary_${n})}
longest_${n} = max(len(sentence.split()) for sentence in sentences_${n})


def encode_${n}(sentence):
    numbers = [index_of_${n}.get(word, 0) for word in sentence.split()]
    return numbers + [0] * (longest_${n} - len(numbers))


tokens_${n} = np.array([encode_${n}(sentence) for sentence in sentences_${n}])
mood_${n} = np.array(moods_${n}, dtype='float32')
print(tokens_${n}.shape, mood_${n}.mean())

text_model_${n} = Sequential([
    Embedding(len(vocabulary_${n}) + 1, 16),
    LSTM(24, return_sequences=True),
    LSTM(12),
    Dense(8, activation='relu'),
    Dense(1, activation='sigmoid'),
])
text_model_${n}.compile(loss='binary_crossentropy', optimizer='rmsprop', metrics=['accuracy'])
history_${n} = text_model_${n}.fit(tokens_${n}, mood_${n}, epochs=8, batch_size=16, verbose=0)
remember('sentences ${n}', history_${n})
`;

/** Two inputs, a custom layer and an experiment class. */
const branches = (n: number) => `
# ---- Experiment ${n}: two inputs and a layer of our own ----
class Scale${n}(layers.Layer):
    def __init__(self, initial=1.0, **kwargs):
        super().__init__(**kwargs)
        self.initial = initial

    def build(self, input_shape):
        self.factor = self.add_weight(
            shape=(input_shape[-1],),
            initializer=keras.initializers.Constant(self.initial),
            trainable=True,
            name='factor',
        )

    def call(self, inputs):
        return inputs * self.factor


class Experiment${n}:
    def __init__(self, name, epochs=10):
        self.name = name
        self.epochs = epochs
        self.history = None
        self.model = self.build()

    def build(self):
        picture = Input(shape=(16, 16, 3), name='picture_${n}')
        facts = Input(shape=(6,), name='facts_${n}')
        a = Conv2D(16, 3, activation='relu')(picture)
        a = Conv2D(16, 3, activation='relu')(a)
        a = GlobalAveragePooling2D()(a)
        b = Dense(16, activation='relu')(facts)
        b = Scale${n}(0.5)(b)
        both = Concatenate()([a, b])
        both = Dense(24, activation='relu')(both)
        price = Dense(1, name='price_${n}')(both)
        return Model(inputs=[picture, facts], outputs=price)

    def train(self, pictures, facts, prices):
        self.model.compile(optimizer='adam', loss='mse', metrics=['mae'])
        self.history = self.model.fit(
            [pictures, facts],
            prices,
            epochs=self.epochs,
            batch_size=25,
            callbacks=[ReduceLROnPlateau(monitor='loss', patience=2)],
        )
        return self.history


many_${n} = 200
photos_${n} = np.random.random((many_${n}, 16, 16, 3))
facts_${n} = np.random.random((many_${n}, 6))
prices_${n} = facts_${n}.sum(axis=1, keepdims=True) + photos_${n}.mean(axis=(1, 2, 3)).reshape(-1, 1)
experiment_${n} = Experiment${n}('prices ${n}', epochs=6)
remember('prices ${n}', experiment_${n}.train(photos_${n}, facts_${n}, prices_${n}))
`;

/** Measuring and reporting without a model. */
const report = (n: number) => `
# ---- Report ${n} ----
def confusion_${n}(true, predicted, classes):
    counts = np.zeros((classes, classes), dtype=int)
    for t, p in zip(true, predicted):
        counts[t, p] += 1
    return counts


def learning_rate_${n}(step, warmup=10, total=100, top=0.01):
    if step < warmup:
        return top * (step + 1) / warmup
    progress = (step - warmup) / (total - warmup)
    return 0.5 * top * (1 + math.cos(math.pi * progress))


rates_${n} = [learning_rate_${n}(step) for step in range(100)]
best_${n} = min(RESULTS, key=lambda name: RESULTS[name]['loss']) if RESULTS else None
print('best so far:', best_${n}, 'largest rate:', max(rates_${n}))
print(json.dumps(RESULTS, indent=2, sort_keys=True))
if not os.path.exists('results'):
    print('no folder for results yet')
`;

export const sections: readonly ((n: number) => string)[] = [table, images, text, branches, report];
