# -- failing
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((60, 10))
y = np.eye(3)[np.random.randint(0, 3, size=60)]

model = Sequential([Dense(3, input_dim=10, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics='accuracy')
#                                                                        ^^^^^^^^^^ error[metrics-list]: `metrics` takes a list, even of a single metric.
model.fit(X, y, epochs=2)
# -- fixed
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((60, 10))
y = np.eye(3)[np.random.randint(0, 3, size=60)]

model = Sequential([Dense(3, input_dim=10, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, y, epochs=2)
# -- near miss
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((60, 10))
y = np.eye(3)[np.random.randint(0, 3, size=60)]

model = Sequential([Dense(3, input_dim=10, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=('accuracy',))
model.fit(X, y, epochs=2)
