# -- failing
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((100, 10))
y = np.random.randint(0, 3, size=(100, 1))

model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(3, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
#            ^ error[label-shape]: `y` is (100, 1) integers 0..2, `categorical_crossentropy` needs one-hot rows (100,
# -- fixed
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((100, 10))
y = np.random.randint(0, 3, size=(100, 1))

model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(3, activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
# -- near miss
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((100, 10))
y = np.eye(3)[np.random.randint(0, 3, size=100)]

model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(3, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
