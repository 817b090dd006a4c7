# -- failing
import numpy as np
import tensorflow as tf
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((64, 10))
y = np.random.random((64, 1))
batches = tf.data.Dataset.from_tensor_slices((X, y)).batch(16)

model = Sequential([Dense(1, input_shape=(10,))])
model.compile(loss='mse', optimizer='adam')
model.fit(batches, y, epochs=2)
#                  ^ error[data-labels-twice]: `batches` brings its labels along, so `y` must not be passed.
# -- fixed
import numpy as np
import tensorflow as tf
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((64, 10))
y = np.random.random((64, 1))
batches = tf.data.Dataset.from_tensor_slices((X, y)).batch(16)

model = Sequential([Dense(1, input_shape=(10,))])
model.compile(loss='mse', optimizer='adam')
model.fit(batches, epochs=2)
# -- near miss
import numpy as np
import tensorflow as tf
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((64, 10))
y = np.random.random((64, 1))
batches = tf.data.Dataset.from_tensor_slices((X, y)).batch(16)

model = Sequential([Dense(1, input_shape=(10,))])
model.compile(loss='mse', optimizer='adam')
model.fit(X, y, validation_data=batches, epochs=2)
