# -- failing
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((100, 10))
y = np.random.random((100, 1))

model = Sequential([Dense(1, input_dim=10)])
model.compile(loss='mse', optimizer='adam')
model.fit(X[:80], y, epochs=2)
#                 ^ error[cardinality]: `X[:80]` has 80 rows and `y` has 100: every sample needs its label.
# -- fixed
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((100, 10))
y = np.random.random((100, 1))

model = Sequential([Dense(1, input_dim=10)])
model.compile(loss='mse', optimizer='adam')
model.fit(X[:80], y[:80], epochs=2)
# -- near miss
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((100, 10))
y = np.random.random((100, 1))

model = Sequential([Dense(1, input_dim=10)])
model.compile(loss='mse', optimizer='adam')
model.fit(X[:80], y[:-20], epochs=2)
