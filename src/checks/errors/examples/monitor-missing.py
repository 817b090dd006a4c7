# -- failing
import numpy as np
from keras.models import Sequential
from keras.layers import Dense
from keras.callbacks import EarlyStopping

X, y = np.random.random((32, 10)), np.random.random((32, 1))

model = Sequential([Dense(8, init='uniform', activation='relu', input_dim=10), Dense(1)])
model.compile(optimizer='adam', loss='mse')
model.fit(X, y, nb_epoch=5, callbacks=[EarlyStopping(patience=2)])
#                                      ^^^^^^^^^^^^^^^^^^^^^^^^^ error[monitor-missing]: there is no validation data
# -- fixed
import numpy as np
from keras.models import Sequential
from keras.layers import Dense
from keras.callbacks import EarlyStopping

X, y = np.random.random((32, 10)), np.random.random((32, 1))

model = Sequential([Dense(8, init='uniform', activation='relu', input_dim=10), Dense(1)])
model.compile(optimizer='adam', loss='mse')
model.fit(X, y, nb_epoch=5, callbacks=[EarlyStopping(patience=2)], validation_split=0.2)
# -- near miss
import numpy as np
from keras.models import Sequential
from keras.layers import Dense
from keras.callbacks import EarlyStopping

X, y = np.random.random((32, 10)), np.random.random((32, 1))

model = Sequential([Dense(8, init='uniform', activation='relu', input_dim=10), Dense(1)])
model.compile(optimizer='adam', loss='mse')
model.fit(X, y, nb_epoch=5, callbacks=[EarlyStopping(monitor='loss', patience=2)])
