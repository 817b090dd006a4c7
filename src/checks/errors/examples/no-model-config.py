# -- failing (a run raises)
import keras
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(3, input_dim=10)])
model.save_weights('model.weights.h5')
again = keras.models.load_model('model.weights.h5')
# -- fixed
import keras
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(3, input_dim=10)])
model.save_weights('model.weights.h5')
again = Sequential([Dense(3, input_dim=10)])
again.load_weights('model.weights.h5')
# -- near miss
import keras
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(3, input_dim=10)])
model.save('model.h5')
again = keras.models.load_model('model.h5')
