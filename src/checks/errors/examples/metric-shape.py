# -- failing
import numpy as np
import keras
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((100, 10))
y = np.random.randint(0, 3, size=100)

model = Sequential([Dense(8, input_dim=10, activation='relu'), Dense(3, activation='softmax')])
model.compile(
    loss='sparse_categorical_crossentropy',
    optimizer='adam',
    metrics=[keras.metrics.F1Score()],
#            ^^^^^^^^^^^^^^^^^^^^^^^ error[metric-shape]: `F1Score` takes one-hot rows, and `y` (100,) has one class number for each sample.
)
model.fit(X, y, epochs=2)
# -- fixed
import numpy as np
import keras
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((100, 10))
y = np.random.randint(0, 3, size=100)

model = Sequential([Dense(8, input_dim=10, activation='relu'), Dense(3, activation='softmax')])
model.compile(
    loss='sparse_categorical_crossentropy',
    optimizer='adam',
    metrics=['sparse_categorical_accuracy'],
)
model.fit(X, y, epochs=2)
# -- near miss
import numpy as np
import keras
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((100, 10))
y = np.eye(3)[np.random.randint(0, 3, size=100)]

model = Sequential([Dense(8, input_dim=10, activation='relu'), Dense(3, activation='softmax')])
model.compile(
    loss='categorical_crossentropy',
    optimizer='adam',
    metrics=[keras.metrics.F1Score()],
)
model.fit(X, y, epochs=2)
