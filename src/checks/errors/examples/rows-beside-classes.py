# -- failing
import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Input
from sklearn.metrics import accuracy_score

X = np.random.random((60, 10))
y = np.random.randint(0, 3, size=60)

model = Sequential([Input((10,)), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
print(accuracy_score(y, model.predict(X)))
#                       ^^^^^^^^^^^^^^^^ error[rows-beside-classes]: `model.predict(X)` has a row of 3 numbers for each sample
# -- fixed
import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Input
from sklearn.metrics import accuracy_score

X = np.random.random((60, 10))
y = np.random.randint(0, 3, size=60)

model = Sequential([Input((10,)), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
print(accuracy_score(y, model.predict(X).argmax(axis=1)))
# -- near miss
import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Input
from sklearn.metrics import accuracy_score

X = np.random.random((60, 10))
y = np.random.randint(0, 3, size=60)

model = Sequential([Input((10,)), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
print(accuracy_score(np.eye(3)[y], model.predict(X).round() > 0.5))
