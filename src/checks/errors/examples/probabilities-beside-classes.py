# -- failing
import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Input
from sklearn.metrics import accuracy_score

X = np.random.random((60, 10))
y = np.random.randint(0, 2, size=60)

model = Sequential([Input((10,)), Dense(8, activation='relu'), Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
print(accuracy_score(y, model.predict(X)))
#                       ^^^^^^^^^^^^^^^^ error[probabilities-beside-classes]: `model.predict(X)` has probabilities
# -- fixed
import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Input
from sklearn.metrics import accuracy_score

X = np.random.random((60, 10))
y = np.random.randint(0, 2, size=60)

model = Sequential([Input((10,)), Dense(8, activation='relu'), Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
print(accuracy_score(y, (model.predict(X) > 0.5).astype(int)))
# -- near miss
import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Input
from sklearn.metrics import accuracy_score, roc_auc_score

X = np.random.random((60, 10))
y = np.random.randint(0, 2, size=60)

model = Sequential([Input((10,)), Dense(8, activation='relu'), Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2)
print(roc_auc_score(y, model.predict(X)), accuracy_score(y, model.predict(X).round()))
