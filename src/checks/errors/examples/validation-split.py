# -- failing
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.array([[0.0, 1.0]])
y = np.array([[1.0]])

model = Sequential([Dense(1, input_dim=2)])
model.compile(loss='mse', optimizer='adam')
model.fit(X, y, epochs=2, validation_split=0.2)
#                                          ^^^ error[validation-split]: Of 1 samples a share of 0.2 for validation leaves one of the two parts empty.
# -- fixed
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.array([[0.0, 1.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.0], [0.5, 0.5]])
y = np.array([[1.0], [1.0], [0.0], [0.0], [0.5]])

model = Sequential([Dense(1, input_dim=2)])
model.compile(loss='mse', optimizer='adam')
model.fit(X, y, epochs=2, validation_split=0.2)
# -- near miss
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.array([[0.0, 1.0]])
y = np.array([[1.0]])

model = Sequential([Dense(1, input_dim=2)])
model.compile(loss='mse', optimizer='adam')
model.fit(X, y, epochs=2, validation_split=0.0)
