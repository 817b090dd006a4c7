# -- failing (a run raises)
import numpy as np
import keras
from keras import layers

X, y = np.random.random((32, 4)), np.random.random((32, 1))

model = keras.Sequential([layers.Input((4,)), layers.Dense(1)])
model.compile(loss='mse', optimizer=keras.optimizers.Adam())
model.fit(X, y, epochs=2, validation_data=(X[:8] * 0.5, y[:8]), callbacks=[keras.callbacks.SwapEMAWeights()])
# -- fixed
import numpy as np
import keras
from keras import layers

X, y = np.random.random((32, 4)), np.random.random((32, 1))

model = keras.Sequential([layers.Input((4,)), layers.Dense(1)])
model.compile(loss='mse', optimizer=keras.optimizers.Adam(use_ema=True))
model.fit(X, y, epochs=2, validation_data=(X[:8] * 0.5, y[:8]), callbacks=[keras.callbacks.SwapEMAWeights()])
# -- near miss
import numpy as np
import keras
from keras import layers

X, y = np.random.random((32, 4)), np.random.random((32, 1))

model = keras.Sequential([layers.Input((4,)), layers.Dense(1)])
model.compile(loss='mse', optimizer=keras.optimizers.Adam(use_ema=False))
model.fit(X, y, epochs=2, validation_data=(X[:8] * 0.5, y[:8]), callbacks=[keras.callbacks.TerminateOnNaN()])
