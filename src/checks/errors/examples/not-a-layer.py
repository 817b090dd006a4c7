# -- failing
from keras.models import Sequential
from keras.layers import Activation, Dense

model = Sequential()
model.add(Dense(3, input_dim=10))
model.add('softmax')
#         ^^^^^^^^^ error[not-a-layer]: `softmax` is not a layer.
# -- fixed
from keras.models import Sequential
from keras.layers import Activation, Dense

model = Sequential()
model.add(Dense(3, input_dim=10))
model.add(Activation('softmax'))
# -- near miss
from keras.models import Sequential
from keras.layers import Activation, Dense

encoder = Sequential([Dense(32, input_dim=10), Activation('relu')])
model = Sequential()
model.add(encoder)
model.add(Dense(3, activation='softmax'))
