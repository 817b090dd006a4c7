# -- failing (a run raises)
import keras
from keras import layers
import numpy as np

X, y = np.zeros((32, 100_000), 'float32'), np.zeros((32, 1), 'float32')

model = keras.Sequential([layers.Input((100_000,)), layers.Dense(100_000, activation='relu'), layers.Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(X, y, epochs=1)
# -- fixed
import keras
from keras import layers
import numpy as np

X, y = np.zeros((32, 1_000), 'float32'), np.zeros((32, 1), 'float32')

model = keras.Sequential([layers.Input((1_000,)), layers.Dense(100, activation='relu'), layers.Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(X, y, epochs=1)
# -- near miss
import keras
from keras import layers
import numpy as np

X, y = np.zeros((32, 10_000), 'float32'), np.zeros((32, 1), 'float32')

model = keras.Sequential([layers.Input((10_000,)), layers.Dense(10, activation='relu'), layers.Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(X, y, epochs=1)
