# -- failing
from keras.models import Sequential

model = Sequential()
model.add(Dense(3, input_dim=4))
#         ^^^^^ error[undefined-name]: `Dense` is not imported.
# -- fixed
from keras.models import Sequential
from keras.layers import Dense

model = Sequential()
model.add(Dense(3, input_dim=4))
# -- near miss
from keras.models import Sequential
from keras.layers import *

model = Sequential()
model.add(Dense(3, input_dim=4))
