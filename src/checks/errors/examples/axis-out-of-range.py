# -- failing
from keras.models import Sequential
from keras.layers import BatchNormalization, Dense

model = Sequential()
model.add(Dense(8, input_shape=(10,)))
model.add(BatchNormalization(axis=3))
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^ error[axis-out-of-range]: `BatchNormalization` works on axis 3, and its input (None, 8) has no such axis.
# -- fixed
from keras.models import Sequential
from keras.layers import BatchNormalization, Dense

model = Sequential()
model.add(Dense(8, input_shape=(10,)))
model.add(BatchNormalization())
# -- near miss
from keras.models import Sequential
from keras.layers import BatchNormalization, Conv2D

model = Sequential()
model.add(Conv2D(8, 3, input_shape=(10, 10, 1)))
model.add(BatchNormalization(axis=3))
