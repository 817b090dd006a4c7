# -- failing
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X, y = np.random.random((100, 10)), np.random.random((100, 1))

model = Sequential([Dense(1, input_dim=10)])
model.fit(X, y, epochs=2)
#^^^^^^^^^^^^^^^^^^^^^^^^ error[not-compiled]: `fit` needs a loss and an optimizer: call `compile` first.
# -- fixed
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X, y = np.random.random((100, 10)), np.random.random((100, 1))

model = Sequential([Dense(1, input_dim=10)])
model.compile(loss='mse', optimizer='adam')
model.fit(X, y, epochs=2)
# -- near miss
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X, y = np.random.random((100, 10)), np.random.random((100, 1))

model = Sequential([Dense(1, input_dim=10)])
error = ((model.predict(X) - y) ** 2).mean()
