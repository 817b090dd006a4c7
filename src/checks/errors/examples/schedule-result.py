# -- failing
import numpy as np
import keras
from keras import layers

X, y = np.random.random((32, 10)), np.random.random((32, 1))

def rate(epoch):
    if epoch < 1:
        return 0.01

model = keras.Sequential([layers.Input((10,)), layers.Dense(1)])
model.compile(optimizer='adam', loss='mse')
model.fit(X, y, epochs=2, callbacks=[keras.callbacks.LearningRateScheduler(rate)])
#                                                                          ^^^^ error[schedule-result]: should be a float
# -- fixed
import numpy as np
import keras
from keras import layers

X, y = np.random.random((32, 10)), np.random.random((32, 1))

def rate(epoch):
    return 0.01 if epoch < 1 else 0.001

model = keras.Sequential([layers.Input((10,)), layers.Dense(1)])
model.compile(optimizer='adam', loss='mse')
model.fit(X, y, epochs=2, callbacks=[keras.callbacks.LearningRateScheduler(rate)])
# -- near miss
import numpy as np
import keras
from keras import layers

X, y = np.random.random((32, 10)), np.random.random((32, 1))

def rate(epoch, current):
    return current if epoch < 1 else float(np.array(0.001))

model = keras.Sequential([layers.Input((10,)), layers.Dense(1)])
model.compile(optimizer='adam', loss='mse')
model.fit(X, y, epochs=2, callbacks=[keras.callbacks.LearningRateScheduler(rate)])
