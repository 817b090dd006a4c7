# -- failing
from keras.models import Sequential

model = Sequential()
model.build((None, 10))
#^^^^^^^^^^^^^^^^^^^^^^ error[empty-model]: `sequential` has no layers yet.
# -- fixed
from keras.models import Sequential
from keras.layers import Dense

model = Sequential()
model.add(Dense(3))
model.build((None, 10))
# -- near miss
from keras.models import Sequential
from keras.layers import Dense

model = Sequential()
model.add(Dense(3, input_shape=(10,)))
