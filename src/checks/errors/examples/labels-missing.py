# -- failing
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((100, 10))
y = np.random.random((100, 1))

model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(1))
model.compile(loss='mse', optimizer='adam')
model.fit(X, epochs=2)
#^^^^^^^^^^^^^^^^^^^^^ error[labels-missing]: The loss compares outputs with labels, and no labels were passed.
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
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(1))
model.compile(loss='mse', optimizer='adam')
model.predict(X)
