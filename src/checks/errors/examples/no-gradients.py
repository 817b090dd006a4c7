# -- failing (a run raises)
import numpy as np
import keras
from keras import layers, ops

X, y = np.random.random((32, 10)), np.random.random((32, 1))

features = keras.Input((10,))
scores = layers.Dense(4)(features)
best = layers.Lambda(lambda x: ops.cast(ops.argmax(x, axis=-1, keepdims=True), 'float32'))(scores)
model = keras.Model(features, best)
model.compile(optimizer='adam', loss='mse')
model.fit(X, y, epochs=2)
# -- fixed
import numpy as np
import keras
from keras import layers, ops

X, y = np.random.random((32, 10)), np.random.random((32, 1))

features = keras.Input((10,))
scores = layers.Dense(4)(features)
best = layers.Lambda(lambda x: ops.max(x, axis=-1, keepdims=True))(scores)
model = keras.Model(features, best)
model.compile(optimizer='adam', loss='mse')
model.fit(X, y, epochs=2)
# -- near miss
import numpy as np
import keras
from keras import layers, ops

X, y = np.random.random((32, 10)), np.random.random((32, 1))

features = keras.Input((10,))
scores = layers.Dense(4)(features)
best = layers.Lambda(lambda x: ops.max(x * ops.one_hot(ops.argmax(x, axis=-1), 4), axis=-1, keepdims=True))(scores)
model = keras.Model(features, best)
model.compile(optimizer='adam', loss='mse')
model.fit(X, y, epochs=2)
