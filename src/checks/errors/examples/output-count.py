# -- failing
import numpy as np
from keras.models import Model
from keras.layers import Dense, Input

X = np.random.random((20, 4))
prices, ages = np.random.random((20, 1)), np.random.random((20, 1))

features = Input((4,))
hidden = Dense(8, activation='relu')(features)
model = Model(features, [Dense(1)(hidden), Dense(1)(hidden)])
model.compile(loss=['mse', 'mae', 'mse'], optimizer='adam')
#                  ^^^^^^^^^^^^^^^^^^^^^ error[output-count]: `loss` lists 3 entries, and the model has 2 outputs.
model.fit(X, [prices, ages], epochs=2)
# -- fixed
import numpy as np
from keras.models import Model
from keras.layers import Dense, Input

X = np.random.random((20, 4))
prices, ages = np.random.random((20, 1)), np.random.random((20, 1))

features = Input((4,))
hidden = Dense(8, activation='relu')(features)
model = Model(features, [Dense(1)(hidden), Dense(1)(hidden)])
model.compile(loss=['mse', 'mae'], optimizer='adam')
model.fit(X, [prices, ages], epochs=2)
# -- near miss
import numpy as np
from keras.models import Model
from keras.layers import Dense, Input

X = np.random.random((20, 4))
prices, ages = np.random.random((20, 1)), np.random.random((20, 1))

features = Input((4,))
hidden = Dense(8, activation='relu')(features)
model = Model(features, [Dense(1)(hidden), Dense(1)(hidden)])
model.compile(loss='mse', optimizer='adam')
model.fit(X, [prices, ages], epochs=2)
