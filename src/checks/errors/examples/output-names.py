# -- failing
import numpy as np
from keras.models import Model
from keras.layers import Dense, Input

X = np.random.random((20, 4))
prices, ages = np.random.random((20, 1)), np.random.random((20, 1))

features = Input((4,))
hidden = Dense(8, activation='relu')(features)
model = Model(features, [Dense(1, name='price')(hidden), Dense(1, name='age')(hidden)])
model.compile(loss={'prices': 'mse', 'age': 'mae'}, optimizer='adam')
#                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[output-names]: The model has no output called `prices`; its outputs are `price`, `age`.
model.fit(X, [prices, ages], epochs=2)
# -- fixed
import numpy as np
from keras.models import Model
from keras.layers import Dense, Input

X = np.random.random((20, 4))
prices, ages = np.random.random((20, 1)), np.random.random((20, 1))

features = Input((4,))
hidden = Dense(8, activation='relu')(features)
model = Model(features, [Dense(1, name='price')(hidden), Dense(1, name='age')(hidden)])
model.compile(loss={'price': 'mse', 'age': 'mae'}, optimizer='adam')
model.fit(X, [prices, ages], epochs=2)
# -- near miss
import numpy as np
from keras.models import Model
from keras.layers import Dense, Input

X = np.random.random((20, 4))
prices, ages = np.random.random((20, 1)), np.random.random((20, 1))

features = Input((4,))
hidden = Dense(8, activation='relu')(features)
outputs = {'price': Dense(1, name='price')(hidden), 'age': Dense(1, name='age')(hidden)}
model = Model(features, outputs)
model.compile(loss={'price': 'mse', 'age': 'mae'}, optimizer='adam')
model.fit(X, {'price': prices, 'age': ages}, epochs=2)
