# -- failing (a run raises)
from keras.models import Sequential
from keras.layers import Dense

Sequential([Dense(3, input_dim=10)]).save_weights('model.weights.h5')
model = Sequential([Dense(4, input_dim=10)])
model.load_weights('model.weights.h5')
# -- fixed
from keras.models import Sequential
from keras.layers import Dense

Sequential([Dense(3, input_dim=10)]).save_weights('model.weights.h5')
model = Sequential([Dense(3, input_dim=10)])
model.load_weights('model.weights.h5')
# -- near miss
from keras.models import Sequential
from keras.layers import Dense

Sequential([Dense(3, input_dim=10)]).save_weights('model.weights.h5')
model = Sequential([Dense(3, input_dim=10, activation='relu')])
model.load_weights('model.weights.h5')
