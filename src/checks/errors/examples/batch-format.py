# -- failing
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

def batches():
    while True:
        features = np.random.random((16, 10))
        labels = np.random.random((16, 1))
        weights = np.ones(16)
        yield features, labels, weights, len(features)

model = Sequential([Dense(1, input_shape=(10,))])
model.compile(loss='mse', optimizer='adam')
model.fit(batches(), steps_per_epoch=4)
#         ^^^^^^^^^ error[batch-format]: A batch has 4 parts, and Keras takes inputs, labels and weights: put several inputs
# -- fixed
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

def batches():
    while True:
        features = np.random.random((16, 10))
        labels = np.random.random((16, 1))
        weights = np.ones(16)
        yield features, labels, weights

model = Sequential([Dense(1, input_shape=(10,))])
model.compile(loss='mse', optimizer='adam')
model.fit(batches(), steps_per_epoch=4)
# -- near miss
import numpy as np
from keras.models import Model
from keras.layers import Concatenate, Dense, Input

def batches():
    while True:
        sizes, colours = np.random.random((16, 4)), np.random.random((16, 3))
        labels = np.random.random((16, 1))
        yield (sizes, colours), labels

size, colour = Input((4,)), Input((3,))
model = Model([size, colour], Dense(1)(Concatenate()([size, colour])))
model.compile(loss='mse', optimizer='adam')
model.fit(batches(), steps_per_epoch=4)
