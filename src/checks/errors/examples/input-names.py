# -- failing
import numpy as np
from keras.models import Model
from keras.layers import Concatenate, Dense, Input

sizes = np.random.random((20, 4))
colours = np.random.random((20, 3))
prices = np.random.random((20, 1))

size, colour = Input((4,), name='size'), Input((3,), name='colour')
model = Model([size, colour], Dense(1)(Concatenate()([size, colour])))
model.compile(loss='mse', optimizer='adam')
model.fit({'size': sizes, 'color': colours}, prices, epochs=2)
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[input-names]: The data has no array for input `colour`: its keys are `size`, `color`.
# -- fixed
import numpy as np
from keras.models import Model
from keras.layers import Concatenate, Dense, Input

sizes = np.random.random((20, 4))
colours = np.random.random((20, 3))
prices = np.random.random((20, 1))

size, colour = Input((4,), name='size'), Input((3,), name='colour')
model = Model([size, colour], Dense(1)(Concatenate()([size, colour])))
model.compile(loss='mse', optimizer='adam')
model.fit({'size': sizes, 'colour': colours}, prices, epochs=2)
# -- near miss
import numpy as np
from keras.models import Model
from keras.layers import Concatenate, Dense, Input

sizes = np.random.random((20, 4))
colours = np.random.random((20, 3))
prices = np.random.random((20, 1))

size, colour = Input((4,), name='size'), Input((3,), name='colour')
model = Model([size, colour], Dense(1)(Concatenate()([size, colour])))
model.compile(loss='mse', optimizer='adam')
model.fit({'colour': colours, 'size': sizes}, prices, epochs=2)
