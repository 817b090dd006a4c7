# -- failing (a run notices)
import keras
from keras import layers
import numpy as np

X, y = np.random.random((64, 10)), np.random.random((64, 1)) * 100

model = keras.Sequential([layers.Input((10,)), layers.Dense(16, activation='relu'), layers.Dense(1)])
model.compile(loss='mse', optimizer=keras.optimizers.SGD(1e6))
model.fit(X, y, epochs=5, batch_size=8)
# -- fixed
import keras
from keras import layers
import numpy as np

X, y = np.random.random((64, 10)), np.random.random((64, 1)) * 100

model = keras.Sequential([layers.Input((10,)), layers.Dense(16, activation='relu'), layers.Dense(1)])
model.compile(loss='mse', optimizer=keras.optimizers.SGD(1e-4))
model.fit(X, y, epochs=5, batch_size=8)
# -- near miss
import keras
from keras import layers
import numpy as np

X, y = np.random.random((64, 10)), np.random.random((64, 1)) * 100

model = keras.Sequential([layers.Input((10,)), layers.Dense(16, activation='relu'), layers.Dense(1)])
model.compile(loss='mse', optimizer=keras.optimizers.SGD(1e-4, clipnorm=1.0))
model.fit(X, y, epochs=5, batch_size=8)
