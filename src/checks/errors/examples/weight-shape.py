# -- failing
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(8, input_shape=(10,), use_bias=False)])
model.layers[0].set_weights([np.ones((10, 9))])
#                           ^^^^^^^^^^^^^^^^^^ error[weight-shape]: `kernel` of layer `dense` has shape (10, 8), and the array for it has shape (10, 9).
# -- fixed
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(8, input_shape=(10,), use_bias=False)])
model.layers[0].set_weights([np.ones((10, 8))])
# -- near miss
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(8, input_shape=(10,))])
model.layers[0].set_weights([np.ones((10, 8)), np.zeros(8)])
