# -- failing
from keras.models import Sequential
from keras.layers import Dense, Input

model = Sequential()
model.add(Input((10,)))
model.add(Input((10,)))
#         ^^^^^^^^^^^^ error[second-input]: The model begins with an input of shape (None, 10) already, and can have only one.
model.add(Dense(3))
# -- fixed
from keras.models import Sequential
from keras.layers import Dense, Input

model = Sequential()
model.add(Input((10,)))
model.add(Dense(3))
# -- near miss
from keras.models import Sequential
from keras.layers import Dense, Input

encoder = Sequential([Input((10,)), Dense(4)])
model = Sequential()
model.add(Input((10,)))
model.add(encoder)
model.add(Dense(3))
