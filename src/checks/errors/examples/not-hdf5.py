# -- failing (a run raises)
from keras.models import Sequential
from keras.layers import Dense

with open('model.weights.h5', 'w') as file:
    file.write('not weights')
model = Sequential([Dense(3, input_dim=10)])
model.load_weights('model.weights.h5')
# -- fixed
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(3, input_dim=10)])
model.save_weights('model.weights.h5')
model.load_weights('model.weights.h5')
# -- near miss
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(3, input_dim=10)])
model.save_weights('first.weights.h5')
with open('first.weights.h5', 'rb') as source, open('model.weights.h5', 'wb') as target:
    target.write(source.read())
model.load_weights('model.weights.h5')
