# -- failing
from keras.models import Sequential
from keras.layers import Dense

model = Sequential()
model.add(Dense(32, input_dim=10, activation='rellu'))
#                                            ^^^^^^^ error[unknown-activation]: There is no activation called `rellu`.
model.add(Dense(3, activation='softmax'))
# -- fixed
from keras.models import Sequential
from keras.layers import Dense

model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(3, activation='softmax'))
# -- near miss
from keras.models import Sequential
from keras.layers import Dense, PReLU

model = Sequential()
model.add(Dense(32, input_dim=10))
model.add(PReLU())
model.add(Dense(3, activation='softmax'))
