# -- failing
from keras.models import Sequential
from keras.layers import Dense, Reshape

model = Sequential()
model.add(Dense(12, input_shape=(4,)))
model.add(Reshape((5, 2)))
#         ^^^^^^^^^^^^^^^ error[reshape-size]: (12,) holds 12 elements and (5, 2) holds 10.
# -- fixed
from keras.models import Sequential
from keras.layers import Dense, Reshape

model = Sequential()
model.add(Dense(12, input_shape=(4,)))
model.add(Reshape((6, 2)))
# -- near miss
from keras.models import Sequential
from keras.layers import Dense, Reshape

model = Sequential()
model.add(Dense(12, input_shape=(4,)))
model.add(Reshape((-1, 2)))
