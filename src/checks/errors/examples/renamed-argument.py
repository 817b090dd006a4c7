# -- failing (Keras 3)
import numpy as np
import keras
from keras.models import Sequential
from keras.layers import Dense

X, y = np.random.random((100, 10)), np.random.random((100, 1))

model = Sequential([Dense(1, input_dim=10)])
model.compile(loss='mse', optimizer=keras.optimizers.Adam(lr=0.01))
#                                                         ^^ error[renamed-argument]: `lr` is called `learning_rate` in Keras 3.
model.fit(X, y, epochs=2)
# -- fixed
import numpy as np
import keras
from keras.models import Sequential
from keras.layers import Dense

X, y = np.random.random((100, 10)), np.random.random((100, 1))

model = Sequential([Dense(1, input_dim=10)])
model.compile(loss='mse', optimizer=keras.optimizers.Adam(learning_rate=0.01))
model.fit(X, y, epochs=2)
# -- near miss
import numpy as np
import keras
from keras.models import Sequential
from keras.layers import Dense

X, y = np.random.random((100, 10)), np.random.random((100, 1))

model = Sequential([Dense(1, input_dim=10)])
model.compile(loss='mse', optimizer=keras.optimizers.Adam(0.01))
model.fit(X, y, epochs=2)
