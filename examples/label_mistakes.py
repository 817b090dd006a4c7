"""Six mistakes that are made again and again with labels, losses and the last layer. None of these models works."""

import numpy as np
import keras
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((100, 10))
labels = np.random.randint(0, 3, size=(100, 1))
one_hot = np.eye(3)[labels.reshape(-1)]

# 1. The labels are still integers, and categorical_crossentropy needs one-hot rows.
integers = Sequential()
integers.add(Dense(32, input_dim=10, activation='relu'))
integers.add(Dense(3, activation='softmax'))
integers.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
integers.fit(X, labels, epochs=10, batch_size=32)

# 2. The rows are one-hot over four classes, and the last layer has three units.
wide = np.eye(4)[labels.reshape(-1)]
width = Sequential()
width.add(Dense(32, input_dim=10, activation='relu'))
width.add(Dense(3, activation='softmax'))
width.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
width.fit(X, wide, epochs=10, batch_size=32)

# 3. The last layer puts out raw scores, and the loss takes them for probabilities.
scores = Sequential()
scores.add(Dense(32, input_dim=10, activation='relu'))
scores.add(Dense(3))
scores.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
scores.fit(X, one_hot, epochs=10, batch_size=32)

# 4. The last layer puts out probabilities, and the loss is told that they are logits.
twice = Sequential()
twice.add(Dense(32, input_dim=10, activation='relu'))
twice.add(Dense(3, activation='softmax'))
twice.compile(
    loss=keras.losses.CategoricalCrossentropy(from_logits=True), optimizer='adam', metrics=['accuracy']
)
twice.fit(X, one_hot, epochs=10, batch_size=32)

# 5. There is no argument called softmax; what is meant is from_logits=True.
argument = Sequential()
argument.add(Dense(32, input_dim=10, activation='relu'))
argument.add(Dense(3))
argument.compile(
    loss=keras.losses.CategoricalCrossentropy(softmax=False), optimizer='adam', metrics=['accuracy']
)
argument.fit(X, one_hot, epochs=10, batch_size=32)

# 6. A softmax over a single unit is always 1: this model has nothing to learn.
positive = (labels == 2).astype('float32')
single = Sequential()
single.add(Dense(32, input_dim=10, activation='relu'))
single.add(Dense(1, activation='softmax'))
single.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
single.fit(X, positive, epochs=10, batch_size=32)
