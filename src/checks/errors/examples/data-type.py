# -- failing
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]
y = [0, 1, 1, 0]

model = Sequential([Dense(8, input_dim=2, activation='tanh'), Dense(1, activation='sigmoid')])
model.compile(loss='mse', optimizer='adam')
model.fit(X, y, epochs=2)
#         ^ error[data-type]: Keras takes NumPy arrays here, not lists: wrap the data in `np.array(…)`.
# -- fixed
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
y = np.array([[0], [1], [1], [0]])

model = Sequential([Dense(8, input_dim=2, activation='tanh'), Dense(1, activation='sigmoid')])
model.compile(loss='mse', optimizer='adam')
model.fit(X, y, epochs=2)
# -- near miss
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]
y = [[0], [1], [1], [0]]

model = Sequential([Dense(8, input_dim=2, activation='tanh'), Dense(1, activation='sigmoid')])
model.compile(loss='mse', optimizer='adam')
model.fit(np.asarray(X), np.asarray(y), epochs=2)
