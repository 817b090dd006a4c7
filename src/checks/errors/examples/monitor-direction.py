# -- failing
import numpy as np
import keras
from keras import layers

X, y = np.random.random((32, 4)), np.random.random((32, 1))

def spread(labels, outputs):
    return keras.ops.max(outputs) - keras.ops.min(outputs)

model = keras.Sequential([layers.Input((4,)), layers.Dense(1)])
model.compile(loss='mse', optimizer='adam', metrics=[spread])
model.fit(X, y, epochs=2, callbacks=[keras.callbacks.EarlyStopping('spread', patience=1)])
#                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[monitor-direction]: Keras does not know whether more or less of `spread` is better
# -- fixed
import numpy as np
import keras
from keras import layers

X, y = np.random.random((32, 4)), np.random.random((32, 1))

def spread(labels, outputs):
    return keras.ops.max(outputs) - keras.ops.min(outputs)

model = keras.Sequential([layers.Input((4,)), layers.Dense(1)])
model.compile(loss='mse', optimizer='adam', metrics=[spread])
model.fit(X, y, epochs=2, callbacks=[keras.callbacks.EarlyStopping('spread', patience=1, mode='max')])
# -- near miss
import numpy as np
import keras
from keras import layers

X, y = np.random.random((32, 4)), np.random.random((32, 1))

model = keras.Sequential([layers.Input((4,)), layers.Dense(1)])
model.compile(loss='mse', optimizer='adam', metrics=['mae'])
model.fit(X, y, epochs=2, callbacks=[keras.callbacks.EarlyStopping('mae', patience=1)])
