"""A softmax with a temperature: the logits are divided by it before they become probabilities."""

import numpy as np
import keras.backend as K
from keras.models import Sequential
from keras.layers import Dense


def softmax_temperature(x, temperature=1.0):
    return K.softmax(x / temperature)


X = np.random.random((100, 10))
y = np.random.randint(0, 3, size=(100, 1))
y = np.eye(3)[y.reshape(-1)]

# Smoothing: a temperature above 1 softens the probabilities, one below 1 sharpens them.
temperature = 0.6

model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(3, activation=lambda x: softmax_temperature(x, temperature)))

model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, y, epochs=10, batch_size=32)
