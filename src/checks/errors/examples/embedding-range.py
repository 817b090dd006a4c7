# -- failing
import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Embedding, Flatten, Input

words = np.array([[1, 2, 3], [4, 5, 2], [3, 1, 5]])
y = np.array([[0.0], [1.0], [1.0]])

model = Sequential()
model.add(Input((3,)))
model.add(Embedding(5, 8))
#                   ^ error[embedding-range]: The input holds integers 1..5, and `Embedding` has rows 0..4: `input_dim` is the
model.add(Flatten())
model.add(Dense(1, activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(words, y, epochs=2)
# -- fixed
import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Embedding, Flatten, Input

words = np.array([[1, 2, 3], [4, 5, 2], [3, 1, 5]])
y = np.array([[0.0], [1.0], [1.0]])

model = Sequential()
model.add(Input((3,)))
model.add(Embedding(6, 8))
model.add(Flatten())
model.add(Dense(1, activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(words, y, epochs=2)
# -- near miss
import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Embedding, Flatten, Input

words = np.array([[1, 2, 3], [4, 5, 2], [3, 1, 5]]) - 1
y = np.array([[0.0], [1.0], [1.0]])

model = Sequential()
model.add(Input((3,)))
model.add(Embedding(5, 8))
model.add(Flatten())
model.add(Dense(1, activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(words, y, epochs=2)
