# -- failing
import numpy as np
from keras.models import Model
from keras.layers import Concatenate, Dense, Input

sizes = np.random.random((20, 4))
colours = np.random.random((20, 3))
prices = np.random.random((20, 1))

size, colour = Input((4,)), Input((3,))
model = Model([size, colour], Dense(1)(Concatenate()([size, colour])))
model.compile(loss='mse', optimizer='adam')
model.fit(sizes, prices, epochs=2)
#         ^^^^^ error[input-count]: `functional` takes 2 inputs (`input_layer`, `input_layer_1`) and receives 1: (20,
# -- fixed
import numpy as np
from keras.models import Model
from keras.layers import Concatenate, Dense, Input

sizes = np.random.random((20, 4))
colours = np.random.random((20, 3))
prices = np.random.random((20, 1))

size, colour = Input((4,)), Input((3,))
model = Model([size, colour], Dense(1)(Concatenate()([size, colour])))
model.compile(loss='mse', optimizer='adam')
model.fit([sizes, colours], prices, epochs=2)
# -- near miss
import numpy as np
from keras.models import Model
from keras.layers import Concatenate, Dense, Input

sizes = np.random.random((20, 4))
colours = np.random.random((20, 3))
prices = np.random.random((20, 1))

size = Input((4,))
model = Model(size, Dense(1)(Concatenate()([size, size])))
model.compile(loss='mse', optimizer='adam')
model.fit(sizes, prices, epochs=2)
