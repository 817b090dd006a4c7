# -- failing
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((60, 10))
y = np.eye(3)[np.random.randint(0, 3, size=60)]

model = Sequential([Dense(3, input_dim=10, activation='softmax')])
model.compile(loss='categorical_crossentropi', optimizer='adam')
#                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ error[unknown-loss]: There is no loss called `categorical_crossentropi`.
model.fit(X, y, epochs=2)
# -- fixed
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((60, 10))
y = np.eye(3)[np.random.randint(0, 3, size=60)]

model = Sequential([Dense(3, input_dim=10, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
# -- near miss
import numpy as np
import keras
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((60, 10))
y = np.eye(3)[np.random.randint(0, 3, size=60)]

def own_loss(labels, scores):
    return keras.losses.categorical_crossentropy(labels, scores)

model = Sequential([Dense(3, input_dim=10, activation='softmax')])
model.compile(loss=own_loss, optimizer='adam')
model.fit(X, y, epochs=2)
