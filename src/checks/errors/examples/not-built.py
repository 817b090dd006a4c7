# -- failing
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(8, activation='relu'), Dense(3, activation='softmax')])
shape = model.output_shape
#       ^^^^^^^^^^^^^^^^^^ error[not-built]: The shape of the input is not known before the model is called: give the first
# -- fixed
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(8, activation='relu', input_shape=(10,)), Dense(3, activation='softmax')])
shape = model.output_shape
# -- near miss
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(8, activation='relu'), Dense(3, activation='softmax')])
model.build((None, 10))
shape = model.output_shape
