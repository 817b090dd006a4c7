# -- failing
from keras.models import Sequential
from keras.layers import Dense

model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu', name='dense'))
model.add(Dense(3, activation='softmax', name='dense'))
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[duplicate-name]: Another layer of this model is called `dense` already.
# -- fixed
from keras.models import Sequential
from keras.layers import Dense

model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu', name='hidden'))
model.add(Dense(3, activation='softmax', name='scores'))
# -- near miss
from keras.models import Sequential
from keras.layers import Dense

first = Sequential([Dense(32, input_dim=10, activation='relu', name='dense')], name='first')
second = Sequential([Dense(3, input_dim=32, activation='softmax', name='dense')], name='second')
model = Sequential([first, second])
