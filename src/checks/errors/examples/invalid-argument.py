# -- failing
from keras.models import Sequential
from keras.layers import Dense, Dropout

model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dropout(20))
#                 ^^ error[invalid-argument]: The rate is a share between 0 and 1, and 20 is not.
model.add(Dense(3, activation='softmax'))
# -- fixed
from keras.models import Sequential
from keras.layers import Dense, Dropout

model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dropout(0.2))
model.add(Dense(3, activation='softmax'))
# -- near miss
from keras.models import Sequential
from keras.layers import Dense, Dropout

model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dropout(20 / 100))
model.add(Dense(3, activation='softmax'))
