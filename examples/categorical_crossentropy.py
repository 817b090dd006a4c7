"""Three classes, one-hot labels, categorical crossentropy: the smallest whole classification script."""

import numpy as np
from keras.models import Sequential
from keras.layers import Dense

# Random data: 100 rows of 10 features, and a label 0, 1 or 2 for each row.
X = np.random.random((100, 10))
y = np.random.randint(0, 3, size=(100, 1))

# categorical_crossentropy compares distributions, so every label becomes a one-hot row: 2 -> [0, 0, 1].
y = np.eye(3)[y.reshape(-1)]

model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(3, activation='softmax'))

model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, y, epochs=10, batch_size=32)
