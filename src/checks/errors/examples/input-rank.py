# -- failing
import numpy as np
from keras.models import Sequential
from keras.layers import Conv2D, Dense, Flatten

images = np.random.random((20, 28, 28))
y = np.random.random((20, 1))

model = Sequential()
model.add(Conv2D(8, 3, activation='relu', input_shape=(28, 28)))
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[input-rank]: `Conv2D` needs input with at least 4 dimensions and receives (None, 28, 28).
model.add(Flatten())
model.add(Dense(1))
model.compile(loss='mse', optimizer='adam')
model.fit(images, y, epochs=1)
# -- fixed
import numpy as np
from keras.models import Sequential
from keras.layers import Conv2D, Dense, Flatten

images = np.random.random((20, 28, 28))
y = np.random.random((20, 1))

model = Sequential()
model.add(Conv2D(8, 3, activation='relu', input_shape=(28, 28, 1)))
model.add(Flatten())
model.add(Dense(1))
model.compile(loss='mse', optimizer='adam')
model.fit(images[..., None], y, epochs=1)
# -- near miss
import numpy as np
from keras.models import Sequential
from keras.layers import Conv1D, Dense, Flatten

steps = np.random.random((20, 28, 28))
y = np.random.random((20, 1))

model = Sequential()
model.add(Conv1D(8, 3, activation='relu', input_shape=(28, 28)))
model.add(Flatten())
model.add(Dense(1))
model.compile(loss='mse', optimizer='adam')
model.fit(steps, y, epochs=1)
