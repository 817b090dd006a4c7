# -- failing
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(3, input_dim=10, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adamm')
#                                                        ^^^^^^^ error[unknown-optimizer]: There is no optimizer called `adamm`.
# -- fixed
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(3, input_dim=10, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam')
# -- near miss
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(3, input_dim=10, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='Adamax')
