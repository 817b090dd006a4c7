# -- failing
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((6, 10))
y = np.array([1, 2, 3, 1, 2, 3])

model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(3, activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
#            ^ error[label-range]: `y` holds labels 1..3, and the last layer has 3 outputs: labels must lie in 0..2.
# -- fixed
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((6, 10))
y = np.array([1, 2, 3, 1, 2, 3]) - 1

model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(3, activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
# -- near miss
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((6, 10))
y = np.array([1, 2, 3, 1, 2, 3])

model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(4, activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
