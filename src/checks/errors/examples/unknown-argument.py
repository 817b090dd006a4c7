# -- failing
from keras.models import Sequential
from keras.layers import Dense

model = Sequential()
model.add(Dense(32, input_dim=10, activaton='relu'))
#                                 ^^^^^^^^^ error[unknown-argument]: There is no argument called `activaton`; did you mean `activation`?
model.add(Dense(3, activation='softmax'))
# -- fixed
from keras.models import Sequential
from keras.layers import Dense

model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(3, activation='softmax'))
# -- near miss
from keras import layers
from keras.models import Sequential

class Scaled(layers.Dense):
    def __init__(self, units, scale=1.0, **options):
        super().__init__(units, **options)
        self.scale = scale

model = Sequential()
model.add(Scaled(32, scale=2.0, input_dim=10, activation='relu'))
model.add(layers.Dense(3, activation='softmax'))
