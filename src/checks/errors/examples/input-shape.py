# -- failing
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((100, 10))
y = np.random.random((100, 1))

model = Sequential()
model.add(Dense(32, input_dim=8, activation='relu'))
model.add(Dense(1))
model.compile(loss='mse', optimizer='adam')
model.fit(X, y, epochs=2)
#         ^ error[input-shape]: `X` is (100, 10), and the model takes (None, 8).
# -- fixed
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((100, 10))
y = np.random.random((100, 1))

model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(1))
model.compile(loss='mse', optimizer='adam')
model.fit(X, y, epochs=2)
# -- near miss
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((100, 10))
y = np.random.random((100, 1))

model = Sequential()
model.add(Dense(32, activation='relu'))
model.add(Dense(1))
model.compile(loss='mse', optimizer='adam')
model.fit(X[:, :8], y, epochs=2)
