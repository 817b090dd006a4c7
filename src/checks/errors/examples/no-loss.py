# -- failing
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X, y = np.random.random((100, 10)), np.random.random((100, 1))

model = Sequential([Dense(1, input_dim=10)])
model.compile(optimizer='adam')
model.fit(X, y, epochs=2)
#^^^^^^^^^^^^^^^^^^^^^^^^ error[no-loss]: `compile` was given no loss, so there is nothing that training could lower.
# -- fixed
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X, y = np.random.random((100, 10)), np.random.random((100, 1))

model = Sequential([Dense(1, input_dim=10)])
model.compile(optimizer='adam', loss='mse')
model.fit(X, y, epochs=2)
# -- near miss
import numpy as np
from keras import layers, ops
from keras.models import Sequential

class Spread(layers.Layer):
    def call(self, x):
        self.add_loss(ops.mean(ops.square(x)))
        return x

X = np.random.random((100, 10))

model = Sequential([layers.Dense(1, input_dim=10), Spread()])
model.compile(optimizer='adam')
model.fit(X, epochs=2)
