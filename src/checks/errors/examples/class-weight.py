# -- failing
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((100, 10))
y = np.random.randint(0, 2, size=100)

model = Sequential([Dense(8, input_dim=10, activation='relu'), Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(X, y[:, None], epochs=2, class_weight=[1.0, 2.5])
#                                               ^^^^^^^^^^ error[class-weight]: `class_weight` is a dict from class numbers to weights: `{0: 1.0, 1: 2.5}`.
# -- fixed
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((100, 10))
y = np.random.randint(0, 2, size=100)

model = Sequential([Dense(8, input_dim=10, activation='relu'), Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(X, y[:, None], epochs=2, class_weight={0: 1.0, 1: 2.5})
# -- near miss
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((100, 10))
y = np.random.randint(0, 2, size=100)

model = Sequential([Dense(8, input_dim=10, activation='relu'), Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(X, y[:, None], epochs=2, class_weight=dict(enumerate([1.0, 2.5])))
